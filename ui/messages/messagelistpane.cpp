#include "ui/messages/messagelistpane.h"

#include "ui/messages/listmenu.h"
#include "ui/messages/listselection.h"
#include "ui/messages/listtitle.h"
#include "ui/messages/listwords.h"
#include "ui/messages/messagelistview.h"
#include "ui/messages/quickfilterbar.h"
#include "ui/messages/tableheader.h"

#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kw {

namespace {
constexpr int CountsMs = 100; // counters are shown at most ten times a second
} // namespace

MessageListPane::MessageListPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new PagedListModel(this))
{
    setObjectName(QStringLiteral("messageListPane"));
    build();
    connectView();
    setLooks(m_looks);
    updateCounts();
    updateEmptyText();
}

MessageListPane::~MessageListPane()
{
    delete m_selection;
    m_view->disconnect(this);
    m_model->setSource(nullptr, nullptr);
    delete m_view; // before its model
}

void MessageListPane::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_title = new ListTitle(this);
    layout->addWidget(m_title);
    m_bar = new QuickFilterBar(this);
    layout->addWidget(m_bar);
    m_menu = new ListMenu(this);
    connect(m_bar->menuButton(), &QToolButton::clicked, this, [this] {
        const QWidget *button = m_bar->menuButton();
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        const QPoint corner = rightToLeft ? button->rect().bottomLeft() : button->rect().bottomRight();
        const int shift = rightToLeft ? 0 : m_menu->sizeHint().width();
        m_menu->popup(button->mapToGlobal(corner) - QPoint(shift, 0));
    });
    m_view = new MessageListView(this);
    m_view->setListModel(m_model);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    m_selection = new ListSelection(m_view, m_model, this);
    m_counting.setSingleShot(true);
    m_counting.setInterval(CountsMs);
}

void MessageListPane::connectView()
{
    connect(&m_counting, &QTimer::timeout, this, &MessageListPane::updateCounts);
    connect(m_bar, &QuickFilterBar::filterChanged, this, &MessageListPane::onFilterChanged);
    connect(m_bar, &QuickFilterBar::leaveRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_menu, &ListMenu::chosen, this, &MessageListPane::changeLooks);
    connect(m_view->header(), &TableHeader::sortRequested, this, [this](bool oldestFirst) {
        ListLooks looks = m_looks;
        looks.oldestFirst = oldestFirst;
        changeLooks(looks);
    });
    connect(m_selection, &ListSelection::currentChanged, this, &MessageListPane::currentMessageChanged);
    connect(m_selection, &ListSelection::conversationSelected, this, &MessageListPane::conversationSelected);
    connect(m_selection, &ListSelection::countChanged, this, &MessageListPane::selectionChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MessageListPane::updateEmptyText);
    connect(m_model, &PagedListModel::applied, this, &MessageListPane::countSoon);
    connect(m_model, &PagedListModel::exactChanged, this, &MessageListPane::countSoon);
    connect(m_model, &PagedListModel::exactChanged, this, &MessageListPane::goBackToPlace);
    connect(m_model, &PagedListModel::progressed, this, &MessageListPane::countSoon);
    connect(m_view, &MessageListView::escapePressed, this, &MessageListPane::escapePressed);
    connect(m_model, &PagedListModel::searchingChanged, this, [this] {
        updateEmptyText();
        countSoon();
    });
    connect(m_view, &MessageListView::rowActivated, this,
            [this](int row) { Q_EMIT messageActivated(m_selection->messageAt(row)); });
    connect(m_view, &MessageListView::starClicked, this, [this](int row) {
        if (const MessageId id = m_selection->messageAt(row); isSet(id))
            Q_EMIT toggleStar({id});
    });
    connect(m_view, &MessageListView::toggleStarPressed, this,
            [this] { Q_EMIT toggleStar(selectedMessages()); });
    connect(m_view, &MessageListView::toggleReadPressed, this,
            [this] { Q_EMIT toggleRead(selectedMessages()); });
    connect(m_view, &MessageListView::readOnPressed, this, &MessageListPane::readOn);
    connect(m_view, &MessageListView::contextMenuAt, this,
            [this](const QPoint &place) { Q_EMIT contextMenuRequested(selectedMessages(), place); });
    m_view->setDragIds([this] { return selectedMessages(); });
}

void MessageListPane::setDatabase(Database *database)
{
    if (!database) {
        setSource(nullptr, {});
        return;
    }
    setSource(std::make_unique<PagesSource>(*database),
              [directory = database->directory()]() -> std::unique_ptr<ListSource> {
                  auto own = Database::open(directory, Database::Mode::ReadOnly);
                  if (!own)
                      return nullptr; // the first page is there all the same; the next request tries again
                  return std::make_unique<PagesSource>(std::move(*own));
              });
}

void MessageListPane::setSource(std::unique_ptr<ListSource> source, ListReader::Factory readerSource)
{
    m_model->setSource(nullptr, nullptr);
    m_selection->setSource(nullptr, nullptr);
    m_reader.reset();
    m_source = std::move(source);
    if (m_source)
        m_reader = std::make_unique<ListReader>(std::move(readerSource));
    m_selection->setSource(m_source.get(), m_reader.get());
    m_model->setSource(m_source.get(), m_reader.get());
    updatePlaces();
    updateCounts();
}

void MessageListPane::setAccounts(const AccountLooks &accounts)
{
    m_view->setAccounts(accounts);
}

void MessageListPane::setTags(const TagLooks &tags)
{
    m_view->setTags(tags);
    m_bar->setTags(tags);
}

void MessageListPane::setLiveness(AccountId account, Liveness liveness)
{
    m_words.setLiveness(account, liveness);
    if (m_model->rowCount() == 0)
        updateEmptyText();
}

void MessageListPane::updatePlaces()
{
    QHash<FolderId, QString> names;
    if (m_source) {
        const auto folders = m_source->folders();
        for (const FolderRow &folder : folders)
            names.insert(folder.id,
                         folder.role == FolderRole::Inbox ? tr("Inbox")
                                                          : folder.path.section(folder.separator, -1));
    }
    m_view->setPlaces(m_search || m_shown.isUnified(), names);
}

// --- what is shown

void MessageListPane::showView(ViewId view, const QString &title, std::optional<bool> conversations)
{
    const bool wasSearch = std::exchange(m_search, nullptr) != nullptr;
    if (wasSearch)
        m_view->setHits(std::nullopt);
    renameView(title);
    if (view == m_shown && !wasSearch)
        return;
    m_shown = view;
    m_isComingBack = false;
    m_looks.conversations = conversations.value_or(m_looks.conversations);
    m_menu->setLooks(m_looks);
    clearFilter();
    updatePlaces();
    showQuery({});
    m_selection->settle(); // what was selected there is not what will be selected here
    updateCounts();
}

void MessageListPane::renameView(const QString &title)
{
    m_viewTitle = title;
    if (m_search)
        return;
    m_title->setTitle(title);
    m_view->setAccessibleName(tr("Messages in %1").arg(title));
}

void MessageListPane::clearFilter()
{
    if (!m_bar->isKept()) {
        const QSignalBlocker quiet(m_bar);
        m_bar->setFilter({});
    }
    m_filtered = !m_bar->filter().isEmpty();
    m_beforeFilter = {};
}

// What was selected before filtering is so again when the filter is cleared, unless something else has been
// chosen meanwhile.
void MessageListPane::onFilterChanged()
{
    const bool filtered = !m_bar->filter().isEmpty();
    MessageId wanted = currentMessage();
    if (filtered && !std::exchange(m_filtered, true))
        m_beforeFilter = wanted;
    else if (!filtered && std::exchange(m_filtered, false) && !isSet(wanted))
        wanted = m_beforeFilter;
    showQuery(wanted);
}

void MessageListPane::showQuery(MessageId wanted)
{
    m_selection->want(wanted);
    m_model->show(query());
    countSoon();
}

ListQuery MessageListPane::query() const
{
    return {m_shown, m_looks.conversations, m_looks.oldestFirst, m_bar->filter(), m_search};
}

void MessageListPane::applyChanges(const ChangeSet &changes)
{
    if (changes.folderListChanged) {
        updatePlaces();
        countSoon(); // a folder may have been listed for the first time, and be empty
    }
    if (!changes.messages.isEmpty() || !changes.conversations.isEmpty())
        m_model->apply(changes);
    if (!changes.counters.isEmpty())
        countSoon();
}

// While a first sync goes on something changes all the time: the next showing is never put off.
void MessageListPane::countSoon()
{
    if (!m_counting.isActive())
        m_counting.start();
}

void MessageListPane::updateCounts()
{
    m_title->setCounts(m_words.counts(*m_model, m_source.get()));
    updateEmptyText();
    if (m_search)
        Q_EMIT hitsChanged();
}

void MessageListPane::updateEmptyText()
{
    m_view->setEmptyText(m_words.whyEmpty(*m_model, m_source.get()));
}

// --- looks

void MessageListPane::setLooks(const ListLooks &looks)
{
    const ListLooks old = std::exchange(m_looks, looks);
    m_menu->setLooks(looks);
    const QString order = looks.oldestFirst ? tr("Oldest") : tr("Newest");
    m_bar->menuButton()->setText(order + QStringLiteral(" ▾"));
    m_bar->menuButton()->setAccessibleName(tr("Order and look of the list: %1 first").arg(order));
    m_bar->menuButton()->setToolTip(tr("Order and look of the list"));
    m_view->header()->setOldestFirst(looks.oldestFirst);
    m_view->setMode(looks.mode);
    m_view->setDensity(looks.density);
    m_view->setDateGroups(looks.dateGroups);
    if (old.oldestFirst != looks.oldestFirst || old.conversations != looks.conversations)
        showQuery(currentMessage());
}

void MessageListPane::changeLooks(const ListLooks &looks)
{
    const ListLooks before = m_looks;
    setLooks(looks);
    if (looks.conversations != before.conversations)
        Q_EMIT conversationsChosen(looks.conversations);
    else
        Q_EMIT looksChanged();
}

void MessageListPane::setFilter(const Pages::Filter &filter)
{
    m_bar->setFilter(filter);
}

Pages::Filter MessageListPane::filter() const
{
    return m_bar->filter();
}

void MessageListPane::setFilterKept(bool on)
{
    m_bar->setKept(on);
}

bool MessageListPane::isFilterKept() const
{
    return m_bar->isKept();
}

void MessageListPane::focusFilter()
{
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
}

} // namespace kw
