#include "ui/messages/listselection.h"

#include "ui/messages/messagelistview.h"

#include <algorithm>

namespace kw {

namespace {

constexpr int MostLooks = 2000; // some 20 ms

bool inView(const MessageRow &message, ViewId view)
{
    if (view.isUnified() && view.role == FolderRole::Flagged)
        return isListedAsStarred(message.flags);
    return view.isUnified() ? message.role == view.role : message.folder == view.folder;
}

} // namespace

ListSelection::ListSelection(MessageListView *view, PagedListModel *model, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_settling(this)
{
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &ListSelection::settle);
    connect(view, &MessageListView::selectionChangedByAnyone, this, &ListSelection::settleSoon);
    connect(model, &PagedListModel::applied, this, &ListSelection::settleSoon);
    connect(model, &PagedListModel::applied, this, &ListSelection::reselect);
    connect(model, &PagedListModel::exactChanged, this, [this] { m_wanted = MessageId{}; });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_follow == Follow::WhenRowsLeft)
            m_follow = Follow::Now;
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_follow = Follow::No;
        reselect();
        settleSoon();
    });
}

void ListSelection::setSource(const ListSource *source, ListReader *reader)
{
    if (m_reader)
        disconnect(m_reader, nullptr, this, nullptr);
    m_source = source;
    m_reader = reader;
    m_ticket = 0;
    if (m_reader)
        connect(m_reader, &ListReader::counted, this, &ListSelection::onCounted);
}

MessageId ListSelection::messageAt(int row) const
{
    const auto key = m_model->keyAt(row);
    if (!key)
        return {};
    if (m_model->query().isFlat())
        return MessageId(key->id);
    const ListRow *data = m_model->row(row);
    return data ? data->message.id : MessageId{};
}

MessageId ListSelection::current() const
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || !m_view->selectionModel()->isSelected(current))
        return {};
    return messageAt(current.row());
}

QList<MessageId> ListSelection::selected(qsizetype atMost) const
{
    QItemSelection ranges = m_view->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    const ListQuery &query = m_model->query();
    QList<MessageId> ids;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom() && ids.size() < atMost; ++row) {
            const auto key = m_model->keyAt(row);
            if (key && query.isFlat())
                ids.append(MessageId(key->id));
            else if (key && m_source)
                ids.append(m_source->conversationIds(query.view, ThreadId(key->id)));
        }
    }
    ids.resize(std::min(ids.size(), atMost));
    return ids;
}

// Of 100,000 conversations: one look at an index, on the reader thread.
void ListSelection::countMessages()
{
    m_ticket = 0;
    m_messages = m_count;
    if (m_model->query().isFlat() || m_count == 0)
        return;
    m_messages.reset();
    QList<KeyRange> ranges;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        const auto top = m_model->keyAt(range.top());
        const auto bottom = m_model->keyAt(std::min(range.bottom(), m_model->knownRows() - 1));
        if (top && bottom)
            ranges.append({std::max(*top, *bottom), std::min(*top, *bottom)});
    }
    if (m_reader)
        m_ticket = m_reader->count(m_model->query().view, ranges);
}

void ListSelection::onCounted(quint64 ticket, qint64 messages)
{
    if (ticket != m_ticket)
        return;
    m_messages = messages;
    Q_EMIT countChanged(m_count);
}

qint64 ListSelection::rows() const
{
    return m_view->selectedRowCount();
}

void ListSelection::settleSoon()
{
    if (!m_settling.isActive())
        m_settling.start(0);
}

void ListSelection::settle()
{
    m_settling.stop();
    if (m_follow == Follow::Now) {
        m_follow = Follow::No;
        m_view->scrollTo(m_view->currentIndex());
    }
    const MessageId message = current();
    const auto key = isSet(message) ? m_model->keyAt(m_view->currentRow()) : std::nullopt;
    const qint64 id = key ? key->id : 0;
    m_model->releaseKept();
    const qint64 count = rows();
    const bool isOtherCount = std::exchange(m_count, count) != count;
    // A conversation that got a new message is still the same one.
    const bool isOtherCurrent = std::exchange(m_currentId, id) != id;
    if (isOtherCount || isOtherCurrent)
        countMessages();
    if (isOtherCount)
        Q_EMIT countChanged(count);
    if (!isOtherCurrent)
        return;
    Q_EMIT currentChanged(message);
    if (key && !m_model->query().isFlat())
        Q_EMIT conversationSelected(ThreadId(key->id));
}

void ListSelection::reselect()
{
    if (isSet(m_wanted) && (select(m_wanted) || m_model->isExact()))
        m_wanted = MessageId{};
}

bool ListSelection::select(MessageId id)
{
    const auto message = m_source ? m_source->message(id) : std::nullopt;
    if (!message)
        return false;
    PageKey key{message->date, raw(id)};
    if (!m_model->query().isFlat()) {
        key.id = raw(message->thread);
        const auto messages = m_source->conversation(message->thread);
        for (const MessageRow &other : messages) {
            if (inView(other, m_model->query().view))
                key.date = std::max(key.date, other.date);
        }
    }
    const auto row = m_model->rowOf(key);
    if (!row)
        return false;
    m_view->selectRow(*row);
    return true;
}

bool ListSelection::step(int rows)
{
    const int row = m_view->currentRow() + rows;
    if (row < 0 || row >= m_model->rowCount())
        return false;
    m_view->selectRow(row);
    return true;
}

void ListSelection::moveOn(MoveOn moveOn)
{
    const QItemSelection ranges = m_view->selectionModel()->selection();
    if (ranges.isEmpty())
        return;
    const int top = std::ranges::min(ranges, {}, &QItemSelectionRange::top).top();
    const int bottom = std::ranges::max(ranges, {}, &QItemSelectionRange::bottom).bottom();
    const int below = bottom + 1 < m_model->rowCount() ? bottom + 1 : -1;
    const int above = top - 1;
    int row = -1;
    if (moveOn == MoveOn::Next)
        row = below >= 0 ? below : above;
    else if (moveOn == MoveOn::Previous)
        row = above >= 0 ? above : below;
    if (row >= 0) {
        m_view->selectRow(row, RowsView::Scroll::Not);
        m_follow = Follow::WhenRowsLeft;
    } else {
        m_view->selectionModel()->clear();
        settle();
    }
}

bool ListSelection::stepUnread(bool older)
{
    if (!m_source)
        return false;
    if (m_model->query().search)
        return stepUnreadHit(older);
    // Conversations have no index by unread; the one that holds the message found stands for it.
    std::optional<PageKey> from;
    if (const MessageId id = current(); isSet(id)) {
        if (const auto message = m_source->message(id))
            from = PageKey{message->date, raw(id)};
    }
    auto found = m_source->unread(m_model->query(), from, older);
    if (!found && older && from)
        found = m_source->unread(m_model->query(), std::nullopt, true);
    return found && select(MessageId(found->id));
}

// Hits have no index by unread: looks at so many rows as are looked at in a moment.
bool ListSelection::stepUnreadHit(bool older)
{
    const int step = older == m_model->query().oldestFirst ? -1 : 1;
    const int known = m_model->knownRows();
    int row = m_view->currentRow() + step;
    for (int looks = 0; looks < std::min(MostLooks, known); ++looks, row += step) {
        if (row >= known && step > 0)
            row = 0;
        if (row < 0 || row >= known)
            return false;
        const auto key = m_model->keyAt(row);
        const auto message = key ? m_source->message(MessageId(key->id)) : std::nullopt;
        if (message && !(message->flags & quint32(Flag::Seen))) {
            m_view->selectRow(row);
            return true;
        }
    }
    return false;
}

} // namespace kw
