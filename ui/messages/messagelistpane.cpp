#include "ui/messages/messagelistpane.h"

#include "ui/messages/listmenu.h"
#include "ui/messages/messagelistview.h"
#include "ui/messages/quickfilterbar.h"
#include "ui/messages/tableheader.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace kw {

namespace {
constexpr int CountsMs = 100; // counters are shown at most ten times a second

bool inView(const MessageRow &message, ViewId view)
{
    if (view.isUnified() && view.role == FolderRole::Flagged)
        return message.flags & quint32(Flag::Flagged);
    return view.isUnified() ? message.role == view.role : message.folder == view.folder;
}
} // namespace

struct MessageListPane::Private {
    std::unique_ptr<ListSource> source;
    std::unique_ptr<ListReader> reader;
    PagedListModel model;
    QLabel *title = nullptr;
    QLabel *counts = nullptr;
    QuickFilterBar *bar = nullptr;
    ListMenu *menu = nullptr;
    MessageListView *view = nullptr;
    ViewId shown;
    ListMenuState state;
    qint64 currentId = 0; // what was last told: PageKey::id of the current row
    qint64 selected = 0; // likewise
    MessageId wanted{}; // to be current again once the rows are there
    bool filtered = false;
    MessageId beforeFilter{}; // what was current then
    QTimer settling;
    QTimer counting;
};

MessageListPane::MessageListPane(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(QStringLiteral("messageListPane"));
    build();
    alignTitle();
    connectView();
    applyState(d->state, false);
    updateCounts();
    updateEmptyText();
}

MessageListPane::~MessageListPane()
{
    d->view->disconnect(this);
    d->model.setSource(nullptr, nullptr);
    delete d->view; // before its model
}

void MessageListPane::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 8, 14, 6);
    d->title = new QLabel(this);
    d->title->setObjectName(QStringLiteral("messageListTitle"));
    d->title->setTextFormat(Qt::PlainText);
    d->title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont font = d->title->font();
    font.setBold(true);
    d->title->setFont(font);
    d->counts = new QLabel(this);
    d->counts->setObjectName(QStringLiteral("messageListCounts"));
    d->counts->setTextFormat(Qt::PlainText);
    head->addWidget(d->title, 1);
    head->addWidget(d->counts);
    layout->addLayout(head);
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
    d->settling.setSingleShot(true);
    d->counting.setSingleShot(true);
    d->counting.setInterval(CountsMs);
}

void MessageListPane::connectView()
{
    connect(&d->settling, &QTimer::timeout, this, &MessageListPane::settle);
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
    connect(d->view, &MessageListView::selectionChangedByAnyone, this, &MessageListPane::settleSoon);
    connect(&d->model, &PagedListModel::applied, this, &MessageListPane::settleSoon);
    connect(&d->model, &QAbstractItemModel::modelReset, this, [this] {
        reselect();
        settleSoon();
        updateEmptyText();
    });
    connect(&d->model, &PagedListModel::applied, this, [this] {
        if (isSet(d->wanted))
            reselect();
        countSoon();
    });
    connect(&d->model, &PagedListModel::exactChanged, this, [this] {
        d->wanted = MessageId{};
        countSoon();
    });
    connect(&d->model, &PagedListModel::searchingChanged, this, [this] {
        updateEmptyText();
        countSoon();
    });
    connect(d->view, &MessageListView::rowActivated, this,
            [this](int row) { Q_EMIT messageActivated(messageAt(row)); });
    connect(d->view, &MessageListView::starClicked, this, [this](int row) {
        if (const MessageId id = messageAt(row); isSet(id))
            Q_EMIT toggleStar({id});
    });
    connect(d->view, &MessageListView::toggleStarPressed, this,
            [this] { Q_EMIT toggleStar(selectedMessages()); });
    connect(d->view, &MessageListView::toggleReadPressed, this,
            [this] { Q_EMIT toggleRead(selectedMessages()); });
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
    d->title->setText(title);
    d->title->setToolTip(title);
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
    d->wanted = wanted;
    d->model.show({d->shown, d->state.conversations, d->state.oldestFirst, d->bar->filter()});
    countSoon();
}

// Makes the message that was current so again, as soon as its row is there.
void MessageListPane::reselect()
{
    if (!isSet(d->wanted))
        return;
    if (selectMessage(d->wanted) || d->model.isExact())
        d->wanted = MessageId{};
}

void MessageListPane::applyChanges(const ChangeSet &changes)
{
    if (changes.folderListChanged)
        updatePlaces();
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
        text = locale.toString(counters.total);
        if (counters.unread > 0)
            text = tr("%1 · %2 new", "messages in all · unread ones")
                       .arg(text, locale.toString(counters.unread));
    }
    d->counts->setText(text);
    updateEmptyText();
}

void MessageListPane::updateEmptyText()
{
    QString text = tr("No messages here.");
    if (d->model.isSearching())
        text = tr("Searching…");
    else if (!d->bar->filter().isEmpty())
        text = tr("No message matches the filter.");
    d->view->setEmptyText(text);
}

// --- current and selected

MessageId MessageListPane::messageAt(int row) const
{
    const auto key = d->model.keyAt(row);
    if (!key)
        return {};
    if (d->model.query().isFlat())
        return MessageId(key->id);
    const ListRow *data = d->model.row(row);
    return data ? data->message.id : MessageId{};
}

MessageId MessageListPane::currentMessage() const
{
    const QModelIndex current = d->view->currentIndex();
    if (!current.isValid() || !d->view->selectionModel()->isSelected(current))
        return {};
    return messageAt(current.row());
}

QList<MessageId> MessageListPane::selectedMessages() const
{
    QItemSelection ranges = d->view->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    QList<MessageId> ids;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto key = d->model.keyAt(row);
            if (key && d->model.query().isFlat()) {
                ids.append(MessageId(key->id));
            } else if (key) {
                const auto messages = d->source->conversation(ThreadId(key->id));
                for (const MessageRow &message : messages) {
                    if (inView(message, d->shown))
                        ids.append(message.id);
                }
            }
        }
    }
    return ids;
}

qint64 MessageListPane::selectionCount() const
{
    return d->view->selectedRowCount();
}

void MessageListPane::settleSoon()
{
    if (!d->settling.isActive())
        d->settling.start(0);
}

// Tells what changed since the last time, once for a burst of changes.
void MessageListPane::settle()
{
    d->settling.stop();
    const MessageId message = currentMessage();
    const auto key = isSet(message) ? d->model.keyAt(d->view->currentRow()) : std::nullopt;
    const qint64 id = key ? key->id : 0;
    d->model.releaseKept();
    const qint64 count = selectionCount();
    if (std::exchange(d->selected, count) != count)
        Q_EMIT selectionChanged(count);
    // A conversation that got a new message is still the same one.
    if (std::exchange(d->currentId, id) == id)
        return;
    Q_EMIT currentMessageChanged(message);
    if (key && !d->model.query().isFlat())
        Q_EMIT conversationSelected(ThreadId(key->id));
}

bool MessageListPane::selectMessage(MessageId id)
{
    const auto message = d->source ? d->source->message(id) : std::nullopt;
    if (!message)
        return false;
    PageKey key{message->date, raw(id)};
    if (!d->model.query().isFlat()) {
        key.id = raw(message->thread);
        const auto messages = d->source->conversation(message->thread);
        for (const MessageRow &other : messages) {
            if (inView(other, d->shown))
                key.date = std::max(key.date, other.date);
        }
    }
    const auto row = d->model.rowOf(key);
    if (!row)
        return false;
    d->view->selectRow(*row);
    return true;
}

bool MessageListPane::selectNext()
{
    const int row = d->view->currentRow() + 1;
    if (row >= d->model.rowCount())
        return false;
    d->view->selectRow(row);
    return true;
}

bool MessageListPane::selectPrevious()
{
    const int row = d->view->currentRow() - 1;
    if (row < 0)
        return false;
    d->view->selectRow(row);
    return true;
}

bool MessageListPane::stepUnread(bool older)
{
    if (!d->source)
        return false;
    // Conversations have no index by unread; the one that holds the message found stands for it.
    std::optional<PageKey> from;
    if (const MessageId id = currentMessage(); isSet(id)) {
        if (const auto message = d->source->message(id))
            from = PageKey{message->date, raw(id)};
    }
    auto found = d->source->unread(d->model.query(), from, older);
    if (!found && older && from)
        found = d->source->unread(d->model.query(), std::nullopt, true);
    return found && selectMessage(MessageId(found->id));
}

bool MessageListPane::selectNextUnread()
{
    return stepUnread(!d->state.oldestFirst);
}

bool MessageListPane::selectPreviousUnread()
{
    return stepUnread(d->state.oldestFirst);
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

// A label follows its text's direction; a title belongs at the window's leading edge.
void MessageListPane::alignTitle()
{
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    d->title->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter
                           | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft));
}

void MessageListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignTitle();
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange) && d->counts) {
        QPalette colors = palette();
        const QColor muted
            = readable(mixed(colors.color(QPalette::WindowText), colors.color(QPalette::Window), 0.4),
                       colors.color(QPalette::WindowText), colors.color(QPalette::Window), 4.5);
        colors.setColor(QPalette::WindowText, muted);
        d->counts->setPalette(colors);
    }
}

} // namespace kw
