#include "ui/settings/settingsdialog.h"

#include "core/sync/facade/vault.h"
#include "ui/accounts/accountspage.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/settings/appearancepage.h"
#include "ui/settings/composingpage.h"
#include "ui/settings/downloadpage.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/organizingpage.h"
#include "ui/settings/privacypage.h"
#include "ui/settings/readingpage.h"
#include "ui/settings/searchpage.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/tagspage.h"
#include "ui/settings/widepages.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int CategoriesWidth = 190;
constexpr int CategoryHeight = 32;
} // namespace

SettingsDialog::SettingsDialog(const Parts &parts, const UiSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_categories(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(makeNothingFound())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "settingsDialog"_L1, tr("Settings"));
    setWindowTitle(tr("Settings"));
    addPages(parts, settings); // before the buttons, as the Tab key goes
    build();
    m_stack->addWidget(m_nothing);
    showSettings(settings);
    m_categories->setCurrentRow(0);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(m_categories, &QListWidget::currentRowChanged, this, &SettingsDialog::onCategory);
    onCategory();
    resize(860, 620);
    m_search->setFocus();
}

void SettingsDialog::build()
{
    setNames(m_search, "settingsSearch"_L1, tr("Search the settings"));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(kw::icon("search"_L1), QLineEdit::LeadingPosition);
    setNames(m_categories, "settingsCategories"_L1, tr("Categories"));
    m_categories->setFrameShape(QFrame::NoFrame);
    m_categories->setIconSize({18, 18});
    m_categories->setFixedWidth(CategoriesWidth);
    m_categories->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_categories->setUniformItemSizes(true);
    m_stack->setObjectName("settingsPages"_L1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(buttons, "settingsButtons"_L1, tr("Actions"));
    auto *close = buttons->button(QDialogButtonBox::Close);
    setNames(close, "closeSettings"_L1, tr("Close"));
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_search);
    left->addWidget(m_categories, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addLayout(left);
    top->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

QWidget *SettingsDialog::makeNothingFound()
{
    auto *page = new QWidget(this);
    setNames(page, "settingsNothing"_L1, tr("Nothing found"));
    auto *text = plainLabel({}, "settingsNothingText"_L1, page);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    setQuiet(text);
    auto *all = new QPushButton(tr("Show All Settings"), page);
    all->setObjectName("settingsShowAll"_L1);
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, m_search, &QLineEdit::clear);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addWidget(all, 0, Qt::AlignCenter);
    layout->addStretch(2);
    return page;
}

void SettingsDialog::addPages(const Parts &parts, const UiSettings &settings)
{
    auto *general = new GeneralPage(this);
    auto *composing = new ComposingPage(this);
    auto *privacy = new PrivacyPage(parts.configDirectory, parts.logDirectory, parts.engine->vault(), this);
    m_accounts = new AccountsPage(parts.engine, this);
    auto *tags = new TagsPage(settings.tags, this);
    addPage(general);
    addPage(new AppearancePage(this));
    addPage(new ReadingPage(this));
    addPage(composing);
    addPage(new OrganizingPage(this));
    addPage(new SearchPage(parts.engine, this));
    addPage(new WidePage("accountsCategory"_L1, tr("Accounts"), "account"_L1,
                         tr("address server password identity mailbox login sign in colour order"),
                         m_accounts, this));
    addPage(privacy);
    addPage(new WidePage("tagsCategory"_L1, tr("Tags"), "tag"_L1, tr("labels keywords colours colors"), tags,
                         this));
    addPage(new ShortcutsPage(new KeysPage(parts.keys, this), this));
    addPage(new DownloadPage(parts.engine, this));
    connect(general, &GeneralPage::exportWanted, this, &SettingsDialog::exportWanted);
    connect(general, &GeneralPage::importWanted, this, &SettingsDialog::importWanted);
    connect(privacy, &PrivacyPage::folderWanted, this, &SettingsDialog::folderWanted);
    connect(tags, &TagsPage::tagsChanged, this,
            [this](const QList<Tag> &now) { Q_EMIT changeWanted([now](UiSettings &s) { s.tags = now; }); });
}

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *area = new QScrollArea(m_stack);
    setNames(area, "settingsScroll"_L1, page->title());
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    m_stack->addWidget(area);
    m_pages.append(page);
    m_areas.append(area);
    auto *item = new QListWidgetItem(kw::icon(page->icon()), page->title(), m_categories);
    item->setSizeHint({0, CategoryHeight});
    connect(page, &SettingsPage::changeWanted, this, &SettingsDialog::changeWanted);
    connect(page, &SettingsPage::pageWanted, this, &SettingsDialog::showPage);
}

bool SettingsDialog::showPage(QLatin1StringView objectName)
{
    for (int i = 0; i < int(m_pages.size()); ++i) {
        if (m_pages.at(i)->objectName() != objectName && !m_pages.at(i)->findChild<QWidget *>(objectName))
            continue;
        m_search->clear();
        m_categories->setCurrentRow(i);
        return true;
    }
    return false;
}

void SettingsDialog::showAccounts()
{
    showPage("accountsPage"_L1);
}

void SettingsDialog::showKeys()
{
    showPage("keysPage"_L1);
}

void SettingsDialog::showVanished()
{
    showPage("vanishedDays"_L1);
}

void SettingsDialog::showSearch()
{
    showPage("searchPage"_L1);
}

void SettingsDialog::showOrganizing()
{
    showPage("organizingPage"_L1);
}

void SettingsDialog::showStorage()
{
    showPage("downloadPage"_L1);
}

void SettingsDialog::showTags()
{
    showPage("tagsPage"_L1);
}

void SettingsDialog::showDownloads()
{
    showPage("downloadPage"_L1);
}

QString SettingsDialog::labelOf(const QString &key) const
{
    for (const SettingsPage *page : m_pages) {
        if (const QString label = page->labelOf(key); !label.isEmpty())
            return label;
    }
    return {};
}

void SettingsDialog::showSettings(const UiSettings &settings)
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->showSettings(settings);
}

void SettingsDialog::search(const QString &text)
{
    const bool searching = !text.trimmed().isEmpty();
    int first = -1;
    for (int i = 0; i < int(m_pages.size()); ++i) {
        const int hits = m_pages.at(i)->search(text);
        const bool shown = !searching || hits > 0;
        m_categories->item(i)->setHidden(!shown);
        if (shown && first < 0)
            first = i;
    }
    const int current = m_categories->currentRow();
    if (current < 0 || m_categories->item(current)->isHidden())
        m_categories->setCurrentRow(first);
    findChild<QLabel *>("settingsNothingText"_L1)
        ->setText(tr("No setting is found by “%1”.").arg(text.trimmed()));
    onCategory();
}

void SettingsDialog::onCategory()
{
    const int row = m_categories->currentRow();
    m_stack->setCurrentIndex(row < 0 ? m_stack->indexOf(m_nothing) : row);
    // What is found further down comes into sight once the page has been laid out.
    QMetaObject::invokeMethod(this, &SettingsDialog::goToHit, Qt::QueuedConnection);
}

void SettingsDialog::goToHit()
{
    const int row = m_categories->currentRow();
    if (SettingRow *hit = row < 0 ? nullptr : m_pages.at(row)->firstHit())
        m_areas.at(row)->ensureWidgetVisible(hit);
}

void SettingsDialog::step(int by)
{
    for (int row = m_categories->currentRow() + by; row >= 0 && row < m_categories->count(); row += by) {
        if (!m_categories->item(row)->isHidden()) {
            m_categories->setCurrentRow(row);
            return;
        }
    }
}

// The keyboard stays in the search: arrows choose among what is found, Enter goes there, Esc forgets it.
void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    const bool searching = m_search->hasFocus();
    const int row = m_categories->currentRow();
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        m_search->setFocus();
    } else if (searching && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        step(event->key() == Qt::Key_Down ? 1 : -1);
    } else if (searching && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (QWidget *control = row < 0 ? nullptr : m_pages.at(row)->firstControl())
            control->setFocus(Qt::TabFocusReason);
        else if (row >= 0)
            m_pages.at(row)->setFocus(Qt::TabFocusReason);
    } else {
        QDialog::keyPressEvent(event);
    }
}

} // namespace kw
