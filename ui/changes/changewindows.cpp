#include "ui/changes/changewindows.h"

#include "ui/changes/changecounter.h"
#include "ui/changes/changesdialog.h"
#include "ui/changes/storereader.h"
#include "ui/changes/vanisheddialog.h"

namespace kw {

namespace {
void bringUp(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}
} // namespace

ChangeWindows::ChangeWindows(Engine *engine, const QString &cacheDirectory, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_window(window)
    , m_reader(new StoreReader(cacheDirectory, this))
    , m_counter(new ChangeCounter(engine, m_reader, this))
{
    connect(m_counter, &ChangeCounter::counted, this, [this](const JournalPages::Counts &counts) {
        if (m_changes)
            m_changes->setCounts(counts);
        Q_EMIT counted(counts);
    });
}

void ChangeWindows::setTags(const TagLooks &tags)
{
    m_tags = tags;
    if (m_changes)
        m_changes->setTags(tags);
}

void ChangeWindows::setAccounts(const AccountNames &accounts)
{
    m_accounts = accounts;
    if (m_changes)
        m_changes->setAccounts(accounts);
    if (m_vanished)
        m_vanished->setAccounts(accounts);
}

void ChangeWindows::setVanishedDays(int days)
{
    m_days = days;
    if (m_vanished)
        m_vanished->setDays(days);
}

ChangesDialog *ChangeWindows::openChanges()
{
    if (!m_changes) {
        m_changes = new ChangesDialog(m_engine, m_reader, m_window);
        m_changes->setAccounts(m_accounts);
        m_changes->setTags(m_tags);
        m_changes->setCounts(m_counter->counts());
        connect(m_changes, &ChangesDialog::cleanUpWanted, this, &ChangeWindows::cleanUpWanted);
    }
    bringUp(m_changes);
    return m_changes;
}

VanishedDialog *ChangeWindows::openVanished()
{
    if (!m_vanished) {
        m_vanished = new VanishedDialog(m_engine, m_reader, m_window);
        m_vanished->setAccounts(m_accounts);
        m_vanished->setDays(m_days);
        connect(m_vanished, &VanishedDialog::settingsWanted, this, &ChangeWindows::vanishedSettingsWanted);
        connect(m_vanished, &VanishedDialog::linkActivated, this, &ChangeWindows::linkActivated);
        connect(m_vanished, &VanishedDialog::openFile, this, &ChangeWindows::openFile);
    }
    bringUp(m_vanished);
    return m_vanished;
}

} // namespace kw
