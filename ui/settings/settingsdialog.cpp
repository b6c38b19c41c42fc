#include "ui/settings/settingsdialog.h"

#include "core/sync/facade/vault.h"
#include "ui/accounts/accountspage.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/secretspage.h"
#include "ui/settings/tagspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

QWidget *makePage(QLatin1StringView objectName, const QString &name)
{
    auto *page = new QWidget;
    setNames(page, objectName, name);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(18, 18, 18, 18);
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(14);
    return page;
}

QFormLayout *formOf(QWidget *page)
{
    return qobject_cast<QFormLayout *>(page->layout());
}

} // namespace

SettingsDialog::SettingsDialog(Engine *engine, const UiSettings &settings, ShortcutKeys *keys,
                               QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_tabs(new QTabWidget(this))
    , m_accounts(new AccountsPage(engine, m_tabs))
    , m_keys(new KeysPage(keys, m_tabs))
    , m_tags(new TagsPage(settings.tags, m_tabs))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "settingsDialog"_L1, tr("Settings"));
    setWindowTitle(tr("Settings"));
    setNames(m_tabs, "settingsTabs"_L1, tr("Settings"));
    m_tabs->addTab(readingPage(), tr("&Reading"));
    m_tabs->addTab(listPage(), tr("&Look"));
    m_organizing = organizingPage();
    m_tabs->addTab(m_organizing, tr("&Organising"));
    m_tabs->addTab(m_tags, tr("&Tags"));
    m_downloads = downloadPage();
    m_tabs->addTab(m_downloads, tr("&Downloads"));
    m_tabs->addTab(m_accounts, tr("&Accounts"));
    m_tabs->addTab(new SecretsPage(engine->vault(), m_tabs), tr("&Passwords"));
    m_tabs->addTab(m_keys, tr("&Keyboard"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(buttons, "settingsButtons"_L1, tr("Actions"));
    setNames(buttons->button(QDialogButtonBox::Close), "closeSettings"_L1, tr("Close"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    layout->addWidget(buttons);
    resize(640, 480);
    connect(m_tags, &TagsPage::tagsChanged, this, [this](const QList<Tag> &tags) {
        Q_EMIT changeWanted([tags](UiSettings &s) { s.tags = tags; });
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

void SettingsDialog::showAccounts()
{
    m_tabs->setCurrentWidget(m_accounts);
}

void SettingsDialog::showKeys()
{
    m_tabs->setCurrentWidget(m_keys);
}

void SettingsDialog::showOrganizing()
{
    m_tabs->setCurrentWidget(m_organizing);
}

void SettingsDialog::showTags()
{
    m_tabs->setCurrentWidget(m_tags);
}

void SettingsDialog::showDownloads()
{
    m_tabs->setCurrentWidget(m_downloads);
}

QComboBox *SettingsDialog::choice(QLatin1StringView name, const QString &label,
                                  const QList<std::pair<QString, int>> &entries, int current,
                                  void (*apply)(UiSettings &, int))
{
    auto *box = new QComboBox;
    setNames(box, name, label);
    for (const auto &[text, value] : entries)
        box->addItem(text, value);
    box->setCurrentIndex(box->findData(current));
    if (box->currentIndex() < 0) { // a value from the file that is none of ours stays choosable
        box->addItem(number(current), current);
        box->setCurrentIndex(box->count() - 1);
    }
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, apply] {
        const int value = box->currentData().toInt();
        Q_EMIT changeWanted([apply, value](UiSettings &s) { apply(s, value); });
    });
    return box;
}

QCheckBox *SettingsDialog::tick(QLatin1StringView name, const QString &label, bool on,
                                void (*apply)(UiSettings &, bool))
{
    auto *box = new QCheckBox(label);
    setNames(box, name, label);
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, this, [this, apply](bool value) {
        Q_EMIT changeWanted([apply, value](UiSettings &s) { apply(s, value); });
    });
    return box;
}

QWidget *SettingsDialog::readingPage()
{
    QWidget *page = makePage("readingPage"_L1, tr("Reading"));
    QFormLayout *form = formOf(page);
    form->addRow(tr("Mark as read:"),
                 choice("markReadDelay"_L1, tr("Mark as read"),
                        {{tr("at once"), 0},
                         {tr("after 1 second"), 1000},
                         {tr("after 3 seconds"), 3000},
                         {tr("after 10 seconds"), 10'000},
                         {tr("never by itself"), UiSettings::MarkReadOff}},
                        m_settings.markReadDelayMs, [](UiSettings &s, int v) { s.markReadDelayMs = v; }));
    form->addRow(QString(),
                 tick("conversations"_L1, tr("Put messages of one conversation together"),
                      m_settings.conversations, [](UiSettings &s, bool on) { s.conversations = on; }));
    form->addRow(QString(),
                 tick("fixedWidth"_L1, tr("Plain text in fixed-width letters"), m_settings.fixedWidthText,
                      [](UiSettings &s, bool on) { s.fixedWidthText = on; }));
    return page;
}

QWidget *SettingsDialog::listPage()
{
    QWidget *page = makePage("lookPage"_L1, tr("Look"));
    QFormLayout *form = formOf(page);
    form->addRow(tr("Colours:"),
                 choice("theme"_L1, tr("Colours"),
                        {{tr("as the desktop"), int(Theme::System)},
                         {tr("light"), int(Theme::Light)},
                         {tr("dark"), int(Theme::Dark)}},
                        int(m_settings.theme), [](UiSettings &s, int v) { s.theme = Theme(v); }));
    form->addRow(tr("Message list:"),
                 choice("listMode"_L1, tr("Message list"),
                        {{tr("cards"), int(ListMode::Cards)}, {tr("table"), int(ListMode::Table)}},
                        int(m_settings.listMode), [](UiSettings &s, int v) { s.listMode = ListMode(v); }));
    form->addRow(tr("Spacing:"),
                 choice("density"_L1, tr("Spacing"),
                        {{tr("compact"), int(ListDensity::Compact)},
                         {tr("normal"), int(ListDensity::Normal)},
                         {tr("roomy"), int(ListDensity::Roomy)}},
                        int(m_settings.density), [](UiSettings &s, int v) { s.density = ListDensity(v); }));
    form->addRow(QString(),
                 tick("dateGroups"_L1, tr("Group by date"), m_settings.dateGroups,
                      [](UiSettings &s, bool on) { s.dateGroups = on; }));
    form->addRow(QString(),
                 tick("readerBelow"_L1, tr("Message below the list"), m_settings.readerBelow,
                      [](UiSettings &s, bool on) { s.readerBelow = on; }));
    return page;
}

QWidget *SettingsDialog::organizingPage()
{
    QWidget *page = makePage("organizingPage"_L1, tr("Organising"));
    QFormLayout *form = formOf(page);
    form->addRow(tr("After archiving, deleting or moving:"),
                 choice("moveOn"_L1, tr("After archiving, deleting or moving"),
                        {{tr("go to the message below"), int(MoveOn::Next)},
                         {tr("go to the message above"), int(MoveOn::Previous)},
                         {tr("select nothing"), int(MoveOn::Nothing)}},
                        int(m_settings.moveOn), [](UiSettings &s, int v) { s.moveOn = MoveOn(v); }));
    form->addRow(QString(),
                 tick("archiveByYear"_L1, tr("Archive by year (Archive/2026)"), m_settings.sync.archiveByYear,
                      [](UiSettings &s, bool on) { s.sync.archiveByYear = on; }));
    form->addRow(tr("Deleting for good can be undone:"),
                 choice("expungeGrace"_L1, tr("Deleting for good can be undone"),
                        {{tr("not at all"), 0},
                         {tr("for 5 seconds"), 5},
                         {tr("for 10 seconds"), 10},
                         {tr("for 30 seconds"), 30},
                         {tr("for 1 minute"), 60}},
                        m_settings.sync.expungeGraceSeconds,
                        [](UiSettings &s, int v) { s.sync.expungeGraceSeconds = v; }));
    return page;
}

QWidget *SettingsDialog::downloadPage()
{
    QWidget *page = makePage("downloadPage"_L1, tr("Downloads"));
    QFormLayout *form = formOf(page);
    form->addRow(tr("Download whole messages:"),
                 choice("prefetchDays"_L1, tr("Download whole messages"),
                        {{tr("only when opened"), 0},
                         {tr("of the last week"), 7},
                         {tr("of the last month"), 30},
                         {tr("of the last year"), 365},
                         {tr("of all time"), 36'500}},
                        m_settings.sync.prefetchDays, [](UiSettings &s, int v) { s.sync.prefetchDays = v; }));
    form->addRow(tr("Not larger than:"),
                 choice("prefetchMax"_L1, tr("Largest message downloaded ahead"),
                        {{tr("%1 KB").arg(256), 256},
                         {tr("%1 MB").arg(1), 1024},
                         {tr("%1 MB").arg(10), 10 * 1024},
                         {tr("%1 MB").arg(50), 50 * 1024}},
                        int(m_settings.sync.prefetchMaxBytes >> 10),
                        [](UiSettings &s, int v) { s.sync.prefetchMaxBytes = qint64(v) << 10; }));
    form->addRow(tr("Room for messages:"),
                 choice("bodyBudget"_L1, tr("Room for messages on this computer"),
                        {{tr("%1 MB").arg(500), 500},
                         {tr("%1 GB").arg(2), 2048},
                         {tr("%1 GB").arg(10), 10 * 1024},
                         {tr("%1 GB").arg(50), 50 * 1024}},
                        int(m_settings.sync.bodyBudgetBytes >> 20),
                        [](UiSettings &s, int v) { s.sync.bodyBudgetBytes = qint64(v) << 20; }));
    auto *text = plainLabel(
        tr("Beyond that, the messages not read for longest are removed from this computer; they stay on the "
           "server."),
        "budgetText"_L1, page);
    text->setWordWrap(true);
    setQuiet(text);
    form->addRow(QString(), text);
    form->addRow(tr("Keep what vanished:"),
                 choice("vanishedDays"_L1, tr("Keep messages that another program deleted"),
                        {{tr("not at all"), 0},
                         {tr("1 day"), 1},
                         {tr("3 days"), 3},
                         {tr("7 days"), 7},
                         {tr("14 days"), 14},
                         {tr("30 days"), 30},
                         {tr("90 days"), 90}},
                        m_settings.sync.vanishedDays, [](UiSettings &s, int v) { s.sync.vanishedDays = v; }));
    auto *vanished = plainLabel(tr("Messages that another program deletes can be restored for so long, if "
                                   "their text is on this computer."),
                                "vanishedText"_L1, page);
    vanished->setWordWrap(true);
    setQuiet(vanished);
    form->addRow(QString(), vanished);
    return page;
}

} // namespace kw
