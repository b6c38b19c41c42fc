#include "ui/messages/messagelistpane.h"

#include "ui/messages/listmenu.h"
#include "ui/messages/listselection.h"
#include "ui/messages/listtitle.h"
#include "ui/messages/messagelistview.h"
#include "ui/messages/quickfilterbar.h"
#include "ui/messages/tableheader.h"

#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kw {

namespace {
constexpr int CountsMs = 100; // counters are shown at most ten times a second

// Attachments are known of messages whose text is here.
QString nothingMatches(const Pages::Filter &filter)
{
    if (!filter.attachmentsOnly)
        return MessageListPane::tr("No message matches the filter.");
    const bool alone = !filter.unreadOnly && !filter.starredOnly && filter.text.isEmpty();
    return (alone ? MessageListPane::tr("None of the messages that were opened has an attachment.")
                  : MessageListPane::tr("No message matches the filter."))
        + u' ' + MessageListPane::tr("Whether a message that was not opened yet has any is not known.");
}

} // namespace

struct MessageListPane::Private {
    std::unique_ptr<ListSource> source;
    std::unique_ptr<ListReader> reader;
    PagedListModel model;
    ListTitle *title = nullptr;
    QuickFilterBar *bar = nullptr;
    ListMenu *menu = nullptr;
    MessageListView *view = nullptr;
    ListSelection *selection = nullptr;
    ViewId shown;
    ListMenuState state;
    bool filtered = false;
    MessageId beforeFilter{}; // what was current then
    QTimer counting;
};

MessageListPane::MessageListPane(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(QStringLiteral("messageListPane"));
    build();
    connectView();
    applyState(d->state, false);
    updateCounts();
    updateEmptyText();
}

MessageListPane::~MessageListPane()
{
    delete d->selection;
    d->view->disconnect(this);
    d->model.setSource(nullptr, nullptr);
    delete d->view; // before its model
}

void MessageListPane::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->title = new ListTitle(this);
    layout->addWidget(d->title);
    d->bar = new QuickFilterBar(this);
    layout->addWidget(d->bar);
    d->menu = new ListMenu(this);
    connect(d->bar->menuButton(), &QToolButton::clicked, this, [this] {
        const QWidget *button = d->bar->menuButton();
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        const QPoint corner = rightToLeft ? button->rect().bottomLeft() : button->rect().bottomRight();
        const int shift = rightToLeft ? 0 : d->menu->sizeHint().width();
        d->menu->popup(button->mapToGlobal(corner) - QPoint(shift, 0));
    });
    d->view = new MessageListView(this);
    d->view->setListModel(&d->model);
    layout->addWidget(d->view, 1);
    setFocusProxy(d->view);
    d->selection = new ListSelection(d->view, &d->model, this);
    d->counting.setSingleShot(true);
    d->counting.setInterval(CountsMs);
}

void MessageListPane::connectView()
{
    connect(&d->counting, &QTimer::timeout, this, &MessageListPane::updateCounts);
    connect(d->bar, &QuickFilterBar::filterChanged, this, &MessageListPane::onFilterChanged);
    connect(d->bar, &QuickFilterBar::leaveRequested, d->view, qOverload<>(&QWidget::setFocus));
    connect(d->menu, &ListMenu::chosen, this,
            [this](const ListMenuState &state) { applyState(state, true); });
    connect(d->view->header(), &TableHeader::sortRequested, this, [this](bool oldestFirst) {
        ListMenuState state = d->state;
        state.oldestFirst = oldestFirst;
        applyState(state, true);
    });
    connect(d->selection, &ListSelection::currentChanged, this, &MessageListPane::currentMessageChanged);
    connect(d->selection, &ListSelection::conversationSelected, this, &MessageListPane::conversationSelected);
    connect(d->selection, &ListSelection::countChanged, this, &MessageListPane::selectionChanged);
    connect(&d->model, &QAbstractItemModel::modelReset, this, &MessageListPane::updateEmptyText);
    connect(&d->model, &PagedListModel::applied, this, &MessageListPane::countSoon);
    connect(&d->model, &PagedListModel::exactChanged, this, &MessageListPane::countSoon);
    connect(&d->model, &PagedListModel::searchingChanged, this, [this] {
        updateEmptyText();
        countSoon();
    });
    connect(d->view, &MessageListView::rowActivated, this,
            [this](int row) { Q_EMIT messageActivated(d->selection->messageAt(row)); });
    connect(d->view, &MessageListView::starClicked, this, [this](int row) {
        if (const MessageId id = d->selection->messageAt(row); isSet(id))
            Q_EMIT toggleStar({id});
    });
    connect(d->view, &MessageListView::toggleStarPressed, this,
            [this] { Q_EMIT toggleStar(selectedMessages()); });
    connect(d->view, &MessageListView::toggleReadPressed, this,
            [this] { Q_EMIT toggleRead(selectedMessages()); });
    connect(d->view, &MessageListView::readOnPressed, this, &MessageListPane::readOn);
    connect(d->view, &MessageListView::contextMenuAt, this,
            [this](const QPoint &place) { Q_EMIT contextMenuRequested(selectedMessages(), place); });
    d->view->setDragIds([this] { return selectedMessages(); });
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
    d->model.setSource(nullptr, nullptr);
    d->selection->setSource(source.get());
    d->reader.reset();
    d->source = std::move(source);
    if (d->source)
        d->reader = std::make_unique<ListReader>(std::move(readerSource));
    d->model.setSource(d->source.get(), d->reader.get());
    updatePlaces();
    updateCounts();
}

void MessageListPane::setAccounts(const AccountLooks &accounts)
{
    d->view->setAccounts(accounts);
}

void MessageListPane::setTags(const TagLooks &tags)
{
    d->view->setTags(tags);
}

void MessageListPane::updatePlaces()
{
    QHash<FolderId, QString> names;
    if (d->source) {
        const auto folders = d->source->folders();
        for (const FolderRow &folder : folders)
            names.insert(folder.id,
                         folder.role == FolderRole::Inbox ? tr("Inbox")
                                                          : folder.path.section(folder.separator, -1));
    }
    d->view->setPlaces(d->shown.isUnified(), names);
}

// --- what is shown

void MessageListPane::showView(ViewId view, const QString &title)
{
    d->title->setTitle(title);
    d->view->setAccessibleName(tr("Messages in %1").arg(title));
    if (view == d->shown)
        return;
    d->shown = view;
    {
        const QSignalBlocker quiet(d->bar);
        d->bar->setFilter({});
    }
    d->filtered = false;
    updatePlaces();
    showQuery({});
    d->selection->settle(); // what was selected there is not what will be selected here
    updateCounts();
}

ViewId MessageListPane::view() const
{
    return d->shown;
}

// What was selected before filtering is so again when the filter is cleared, unless something else has been
// chosen meanwhile.
void MessageListPane::onFilterChanged()
{
    const bool filtered = !d->bar->filter().isEmpty();
    MessageId wanted = currentMessage();
    if (filtered && !std::exchange(d->filtered, true))
        d->beforeFilter = wanted;
    else if (!filtered && std::exchange(d->filtered, false) && !isSet(wanted))
        wanted = d->beforeFilter;
    showQuery(wanted);
}

void MessageListPane::showQuery(MessageId wanted)
{
    d->selection->want(wanted);
    d->model.show({d->shown, d->state.conversations, d->state.oldestFirst, d->bar->filter()});
    countSoon();
}

void MessageListPane::applyChanges(const ChangeSet &changes)
{
    if (changes.folderListChanged) {
        updatePlaces();
        countSoon(); // a folder may have been listed for the first time, and be empty
    }
    if (!changes.messages.isEmpty() || !changes.conversations.isEmpty())
        d->model.apply(changes);
    if (!changes.counters.isEmpty())
        countSoon();
}

// While a first sync goes on something changes all the time: the next showing is never put off.
void MessageListPane::countSoon()
{
    if (!d->counting.isActive())
        d->counting.start();
}

void MessageListPane::updateCounts()
{
    const QLocale locale;
    QString text;
    if (d->source && !d->bar->filter().isEmpty()) {
        text = d->model.isSearching()
            ? tr("Searching…")
            : tr("%L1 found", nullptr, d->model.rowCount()).arg(d->model.rowCount());
    } else if (d->source) {
        const FolderCounters counters = d->source->counters(d->shown);
        text = counters.total == 0 && isUnlisted() ? QString() : locale.toString(counters.total);
        if (counters.unread > 0)
            text = tr("%1 · %2 new", "messages in all · unread ones")
                       .arg(text, locale.toString(counters.unread));
    }
    d->title->setCounts(text);
    updateEmptyText();
}

// Nobody knows yet what the server has there.
bool MessageListPane::isUnlisted() const
{
    bool isAny = false;
    const auto folders = d->source ? d->source->folders() : QList<FolderRow>();
    for (const FolderRow &folder : folders) {
        const bool isShown
            = d->shown.isUnified() ? folder.role == d->shown.role : folder.id == d->shown.folder;
        if (!isShown)
            continue;
        if (folder.provenAt != 0 || folder.lowUid != 0 || folder.state == FolderState::BeingMade
            || !folder.selectable || folder.unsupported)
            return false;
        isAny = true;
    }
    return isAny;
}

void MessageListPane::updateEmptyText()
{
    QString text
        = d->model.rowCount() == 0 && isUnlisted() ? tr("Not downloaded yet.") : tr("No messages here.");
    if (d->model.isSearching())
        text = tr("Searching…");
    else if (!d->bar->filter().isEmpty())
        text = nothingMatches(d->bar->filter());
    d->view->setEmptyText(text);
}

// --- current and selected

MessageId MessageListPane::currentMessage() const
{
    return d->selection->current();
}

QList<MessageId> MessageListPane::selectedMessages() const
{
    return d->selection->selected();
}

qint64 MessageListPane::selectionCount() const
{
    return d->selection->rows();
}

bool MessageListPane::selectMessage(MessageId id)
{
    return d->selection->select(id);
}

bool MessageListPane::selectNext()
{
    return d->selection->step(1);
}

bool MessageListPane::selectPrevious()
{
    return d->selection->step(-1);
}

void MessageListPane::moveOn(MoveOn moveOn)
{
    d->selection->moveOn(moveOn);
}

bool MessageListPane::selectNextUnread()
{
    return d->selection->stepUnread(!d->state.oldestFirst);
}

bool MessageListPane::selectPreviousUnread()
{
    return d->selection->stepUnread(d->state.oldestFirst);
}

// --- looks

void MessageListPane::applyState(const ListMenuState &state, bool byPerson)
{
    const ListMenuState old = std::exchange(d->state, state);
    d->menu->setState(state);
    const QString order = state.oldestFirst ? tr("Oldest") : tr("Newest");
    d->bar->menuButton()->setText(order + QStringLiteral(" ▾"));
    d->bar->menuButton()->setAccessibleName(tr("Order and look of the list: %1 first").arg(order));
    d->bar->menuButton()->setToolTip(tr("Order and look of the list"));
    d->view->header()->setOldestFirst(state.oldestFirst);
    d->view->setMode(state.mode);
    d->view->setDensity(state.density);
    d->view->setDateGroups(state.dateGroups);
    if (old.oldestFirst != state.oldestFirst || old.conversations != state.conversations)
        showQuery(currentMessage());
    if (byPerson)
        Q_EMIT looksChanged();
}

void MessageListPane::setConversations(bool on)
{
    ListMenuState state = d->state;
    state.conversations = on;
    applyState(state, false);
}

void MessageListPane::setMode(ListMode mode)
{
    ListMenuState state = d->state;
    state.mode = mode;
    applyState(state, false);
}

void MessageListPane::setDensity(ListDensity density)
{
    ListMenuState state = d->state;
    state.density = density;
    applyState(state, false);
}

void MessageListPane::setDateGroups(bool on)
{
    ListMenuState state = d->state;
    state.dateGroups = on;
    applyState(state, false);
}

void MessageListPane::setOldestFirst(bool on)
{
    ListMenuState state = d->state;
    state.oldestFirst = on;
    applyState(state, false);
}

bool MessageListPane::conversations() const
{
    return d->state.conversations;
}

ListMode MessageListPane::mode() const
{
    return d->state.mode;
}

ListDensity MessageListPane::density() const
{
    return d->state.density;
}

bool MessageListPane::dateGroups() const
{
    return d->state.dateGroups;
}

bool MessageListPane::oldestFirst() const
{
    return d->state.oldestFirst;
}

void MessageListPane::setFilter(const Pages::Filter &filter)
{
    d->bar->setFilter(filter);
}

Pages::Filter MessageListPane::filter() const
{
    return d->bar->filter();
}

void MessageListPane::focusFilter()
{
    d->bar->field()->setFocus(Qt::ShortcutFocusReason);
    d->bar->field()->selectAll();
}

MessageListView *MessageListPane::listView() const
{
    return d->view;
}

} // namespace kw
