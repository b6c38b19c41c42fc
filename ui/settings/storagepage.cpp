#include "ui/settings/storagepage.h"

#include "core/sync/engine.h"
#include "core/sync/facade/storageuse.h"
#include "ui/cleanup/quotawords.h"
#include "ui/look/widgets.h"
#include "ui/settings/accountroom.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

StoragePage::StoragePage(Engine *engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_files(plainLabel({}, "storageFiles"_L1, this))
{
    setNames(this, "storagePage"_L1, tr("Storage"));
    auto *intro = plainLabel(tr("Texts of messages that were opened or downloaded ahead are kept on this "
                                "computer. Beyond a limit, those not read for longest go first; folders that "
                                "are to be here whole go last. Everything stays on the server."),
                             "storageText"_L1, this);
    intro->setWordWrap(true);
    setQuiet(intro);
    m_files->setWordWrap(true);
    setQuiet(m_files);
    auto *inner = new QWidget;
    setNames(inner, "storageAccounts"_L1, tr("Accounts"));
    m_rows = new QVBoxLayout(inner);
    m_rows->setContentsMargins(0, 0, 6, 0);
    m_rows->addStretch(1);
    auto *scroll = new QScrollArea(this);
    setNames(scroll, "storageScroll"_L1, tr("Accounts"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false); // a tab page has a ground of its own
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(intro);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_files);
    connect(engine, &Engine::accountsChanged, this, &StoragePage::fillAccounts);
    connect(engine->storageUse(), &StorageUse::measured, this, &StoragePage::showReport);
    connect(engine->storageUse(), &StorageUse::trimmed, this, [this](const QString &key, qint64 bytes) {
        if (AccountRoom *row = m_accounts.value(key))
            row->setFreed(bytes);
    });
    fillAccounts();
}

void StoragePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_engine->storageUse()->measure();
}

void StoragePage::fillAccounts()
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    for (const QString &key : m_accounts.keys()) {
        if (std::ranges::none_of(accounts, [&key](const AccountSettings &a) { return a.key == key; }))
            delete m_accounts.take(key);
    }
    for (const AccountSettings &account : accounts) {
        if (AccountRoom *known = m_accounts.value(account.key)) {
            known->setAccount(account);
            continue;
        }
        auto *row = new AccountRoom(account, this);
        m_accounts.insert(account.key, row);
        m_rows->insertWidget(m_rows->count() - 1, row);
        connect(row, &AccountRoom::limitChosen, this,
                [this, key = account.key](int mb) { limitChosen(key, mb); });
        connect(row, &AccountRoom::freeWanted, this,
                [this, key = account.key] { m_engine->storageUse()->trim(key, 0); });
    }
}

void StoragePage::limitChosen(const QString &key, int mb)
{
    for (AccountSettings account : m_engine->accounts()) {
        if (account.key != key || account.folders.cacheLimitMb == mb)
            continue;
        account.folders.cacheLimitMb = mb;
        m_engine->saveAccount(account, {});
    }
}

void StoragePage::showReport(const StorageReport &report)
{
    qint64 largest = 0;
    for (const CacheUse &use : report.accounts)
        largest = std::max(largest, use.texts);
    for (const CacheUse &use : report.accounts) {
        if (AccountRoom *row = m_accounts.value(use.key))
            row->setUse(use, largest);
    }
    m_files->setText(tr("On the disk: %1 of texts, %2 of lists and drafts.")
                         .arg(roomSize(report.bodiesFile), roomSize(report.cacheFile)));
}

} // namespace kw
