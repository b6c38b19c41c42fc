#include "messages/fakemail.h"

#include <algorithm>

namespace kw::test {

namespace {
PageKey keyOf(const MessageRow &row)
{
    return {row.date, raw(row.id)};
}
} // namespace

class FakeSource final : public ListSource
{
public:
    explicit FakeSource(std::shared_ptr<FakeMail> mail)
        : m_mail(std::move(mail))
    {
    }
    QList<ListRow> firstPage(const ListQuery &query, int limit) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        ++m_mail->queries;
        if (query.oldestFirst && !query.isFlat())
            return {};
        QList<ListRow> rows;
        const auto add = [&](qint64 id) {
            rows.append(query.isFlat() ? listRow(m_mail->m_rows.at(id)) : m_mail->conversationRow(id));
        };
        if (query.isFlat() && query.filter.isEmpty() && !query.oldestFirst) {
            for (auto it = m_mail->m_order.begin(); it != m_mail->m_order.end() && rows.size() < limit; ++it)
                add(it->second);
            return rows;
        }
        const auto keys = m_mail->keysOf(query);
        if (query.oldestFirst) {
            for (auto it = keys.rbegin(); it != keys.rend() && rows.size() < limit; ++it)
                add(it->second);
        } else {
            for (auto it = keys.begin(); it != keys.end() && rows.size() < limit; ++it)
                add(it->second);
        }
        return rows;
    }
    QList<ListRow> rows(const ListQuery &query, const QList<PageKey> &keys) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        ++m_mail->queries;
        QList<ListRow> rows;
        for (const PageKey key : keys) {
            if (query.isFlat()) {
                if (m_mail->m_order.contains(key))
                    rows.append(listRow(m_mail->m_rows.at(key.id)));
            } else if (m_mail->conversationKey(key.id) == key) {
                rows.append(m_mail->conversationRow(key.id));
            }
        }
        return rows;
    }
    QList<PageKey> keys(const ListQuery &query) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        QList<PageKey> keys;
        for (const auto &[key, id] : m_mail->keysOf(query))
            keys.append(key);
        return keys;
    }
    std::optional<qint64> total(const ListQuery &query) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        if (!query.filter.isEmpty() || query.conversations)
            return std::nullopt;
        return qint64(m_mail->m_order.size());
    }
    std::optional<PageKey> unread(const ListQuery &query, std::optional<PageKey> from,
                                  bool older) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        ListQuery unread = query;
        unread.conversations = false;
        unread.filter.unreadOnly = true;
        const auto keys = m_mail->keysOf(unread);
        if (older || !from) {
            const auto it = from ? keys.upper_bound(*from) : keys.begin();
            return it == keys.end() ? std::nullopt : std::optional(it->first);
        }
        const auto it = keys.lower_bound(*from);
        return it == keys.begin() ? std::nullopt : std::optional(std::prev(it)->first);
    }
    std::optional<MessageRow> message(MessageId id) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        const auto it = m_mail->m_rows.find(raw(id));
        return it == m_mail->m_rows.end() ? std::nullopt : std::optional(it->second);
    }
    QList<MessageRow> conversation(ThreadId thread) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        ++m_mail->conversationsRead;
        QList<MessageRow> rows;
        const auto [from, to] = m_mail->m_threads.equal_range(raw(thread));
        for (auto it = from; it != to; ++it)
            rows.append(m_mail->m_rows.at(it->second));
        std::ranges::sort(rows, {}, keyOf);
        return rows;
    }
    QList<MessageId> conversationIds(ViewId, ThreadId thread) const override
    {
        QList<MessageId> ids;
        for (const MessageRow &row : conversation(thread))
            ids.append(row.id);
        return ids;
    }
    qint64 messagesIn(ViewId view, const QList<KeyRange> &conversations) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        qint64 count = 0;
        for (const auto &[key, thread] : m_mail->keysOf({view, true}))
            for (const KeyRange &range : conversations)
                count
                    += key <= range.newest && key >= range.oldest ? m_mail->conversationRow(thread).count : 0;
        return count;
    }
    FolderCounters counters(ViewId) const override
    {
        const QMutexLocker lock(&m_mail->m_mutex);
        FolderCounters counters;
        counters.total = quint32(m_mail->m_rows.size());
        for (const auto &[id, row] : m_mail->m_rows)
            counters.unread += row.flags & quint32(Flag::Seen) ? 0 : 1;
        return counters;
    }
    QList<FolderRow> folders() const override
    {
        FolderRow inbox;
        inbox.id = FakeMail::Inbox;
        inbox.path = QStringLiteral("INBOX");
        inbox.separator = u'/';
        inbox.role = FolderRole::Inbox;
        inbox.provenAt = m_mail->isListed ? 1 : 0;
        return {inbox};
    }

private:
    std::shared_ptr<FakeMail> m_mail;
};

std::unique_ptr<ListSource> FakeMail::source()
{
    return std::make_unique<FakeSource>(shared_from_this());
}

bool FakeMail::matches(const MessageRow &row, const ListQuery &query) const
{
    const Pages::Filter &filter = query.filter;
    return (!filter.unreadOnly || !(row.flags & quint32(Flag::Seen)))
        && (!filter.starredOnly || (row.flags & quint32(Flag::Flagged)))
        && (!filter.attachmentsOnly || (row.flags & quint32(Flag::HasAttachment)))
        && (filter.text.isEmpty() || row.subject.contains(filter.text, Qt::CaseInsensitive)
            || row.from.name.contains(filter.text, Qt::CaseInsensitive));
}

std::optional<PageKey> FakeMail::conversationKey(qint64 thread) const
{
    std::optional<PageKey> newest;
    const auto [from, to] = m_threads.equal_range(thread);
    for (auto it = from; it != to; ++it) {
        const PageKey key{m_rows.at(it->second).date, thread};
        newest = newest ? std::max(*newest, key) : key;
    }
    return newest;
}

ListRow FakeMail::conversationRow(qint64 thread) const
{
    ListRow row;
    QList<MessageRow> messages;
    const auto [from, to] = m_threads.equal_range(thread);
    for (auto it = from; it != to; ++it)
        messages.append(m_rows.at(it->second));
    std::ranges::sort(messages, {}, keyOf);
    row.message = messages.last();
    row.key = {row.message.date, thread};
    row.thread = ThreadId(thread);
    row.count = quint32(messages.size());
    for (const MessageRow &message : std::as_const(messages)) {
        row.unread += message.flags & quint32(Flag::Seen) ? 0 : 1;
        if (!row.participants.contains(message.from.name) && row.participants.size() < 6)
            row.participants.append(message.from.name);
    }
    return row;
}

std::map<PageKey, qint64, std::greater<>> FakeMail::keysOf(const ListQuery &query) const
{
    if (query.isFlat() && query.filter.isEmpty())
        return m_order;
    std::map<PageKey, qint64, std::greater<>> keys;
    if (query.isFlat()) {
        for (const auto &[key, id] : m_order) {
            if (matches(m_rows.at(id), query))
                keys.emplace(key, id);
        }
        return keys;
    }
    for (auto it = m_threads.begin(); it != m_threads.end(); it = m_threads.upper_bound(it->first))
        keys.emplace(*conversationKey(it->first), it->first);
    return keys;
}

QList<qint64> FakeMail::ids(const ListQuery &query) const
{
    const QMutexLocker lock(&m_mutex);
    QList<qint64> ids;
    for (const auto &[key, id] : keysOf(query))
        ids.append(id);
    if (query.oldestFirst)
        std::ranges::reverse(ids);
    return ids;
}

MessageRow FakeMail::row(qint64 id) const
{
    const QMutexLocker lock(&m_mutex);
    return m_rows.at(id);
}

qsizetype FakeMail::size() const
{
    const QMutexLocker lock(&m_mutex);
    return qsizetype(m_rows.size());
}

void FakeMail::note(ChangeSet &changes, const std::optional<MessageRow> &before,
                    const std::optional<MessageRow> &now, std::optional<PageKey> threadBefore)
{
    const MessageRow &any = now ? *now : *before;
    MessageChange change;
    change.id = any.id;
    change.folder = any.folder;
    change.role = any.role;
    change.wasVisible = before.has_value();
    change.isVisible = now.has_value();
    if (before) {
        change.before = keyOf(*before);
        change.flagsBefore = before->flags;
    }
    if (now) {
        change.now = keyOf(*now);
        change.flagsNow = now->flags;
    }
    changes.messages.append(change);
    for (const qint64 view : {ViewId::of(Inbox).code(), ViewId::unified(FolderRole::Inbox).code()}) {
        ConversationChange conversation;
        conversation.view = view;
        conversation.thread = any.thread;
        const auto key = conversationKey(raw(any.thread));
        conversation.wasThere = threadBefore.has_value();
        conversation.isThere = key.has_value();
        conversation.before = threadBefore.value_or(PageKey{});
        conversation.now = key.value_or(PageKey{});
        // Coalesced per object: the first `before` and the last `now` count.
        const auto same = std::ranges::find_if(changes.conversations, [&](const ConversationChange &c) {
            return c.view == view && c.thread == any.thread;
        });
        if (same == changes.conversations.end()) {
            changes.conversations.append(conversation);
        } else {
            same->isThere = conversation.isThere;
            same->now = conversation.now;
        }
    }
    changes.counters[Inbox] = {quint32(m_rows.size()), 0};
}

ChangeSet FakeMail::add(const QList<New> &messages)
{
    const QMutexLocker lock(&m_mutex);
    ChangeSet changes;
    for (const New &message : messages) {
        MessageRow row;
        row.id = MessageId(m_next++);
        row.folder = Inbox;
        row.account = AccountId(1 + raw(row.id) % 2);
        row.role = FolderRole::Inbox;
        row.date = message.date;
        row.flags = message.flags;
        row.size = 4096;
        row.thread = ThreadId(message.thread ? message.thread : raw(row.id));
        row.from = {message.sender, QStringLiteral("someone@example.org")};
        row.subject = message.subject;
        const auto threadBefore = conversationKey(raw(row.thread));
        m_rows.emplace(raw(row.id), row);
        m_order.emplace(keyOf(row), raw(row.id));
        m_threads.emplace(raw(row.thread), raw(row.id));
        note(changes, std::nullopt, row, threadBefore);
    }
    return changes;
}

ChangeSet FakeMail::remove(const QList<qint64> &ids)
{
    const QMutexLocker lock(&m_mutex);
    ChangeSet changes;
    for (const qint64 id : ids) {
        const MessageRow row = m_rows.at(id);
        const auto threadBefore = conversationKey(raw(row.thread));
        m_rows.erase(id);
        m_order.erase(keyOf(row));
        const auto [from, to] = m_threads.equal_range(raw(row.thread));
        m_threads.erase(std::find_if(from, to, [id](const auto &entry) { return entry.second == id; }));
        note(changes, row, std::nullopt, threadBefore);
    }
    return changes;
}

ChangeSet FakeMail::setFlags(qint64 id, quint32 flags)
{
    const QMutexLocker lock(&m_mutex);
    ChangeSet changes;
    MessageRow &row = m_rows.at(id);
    const MessageRow before = row;
    row.flags = flags;
    note(changes, before, row, conversationKey(raw(row.thread)));
    return changes;
}

ChangeSet FakeMail::redate(qint64 id, qint64 date)
{
    const QMutexLocker lock(&m_mutex);
    ChangeSet changes;
    MessageRow &row = m_rows.at(id);
    const MessageRow before = row;
    const auto threadBefore = conversationKey(raw(row.thread));
    m_order.erase(keyOf(row));
    row.date = date;
    m_order.emplace(keyOf(row), id);
    note(changes, before, row, threadBefore);
    return changes;
}

ChangeSet FakeMail::randomStep(std::mt19937 &random)
{
    const auto number = [&random](qint64 from, qint64 to) {
        return std::uniform_int_distribution<qint64>(from, to)(random);
    };
    const auto someId = [&] {
        const QMutexLocker lock(&m_mutex);
        auto it = m_rows.lower_bound(number(1, m_next));
        return it == m_rows.end() ? m_rows.begin()->first : it->first;
    };
    const qint64 kind = m_rows.empty() ? 0 : number(0, 9);
    if (kind < 4) {
        QList<New> messages(number(1, kind == 0 ? 300 : 12));
        for (New &message : messages) {
            message.date = number(1000, 3000);
            message.flags = quint32(number(0, 7));
            message.thread = number(0, 2) == 0 ? number(1, 40) : 0;
        }
        return add(messages);
    }
    if (kind < 7) {
        QList<qint64> ids;
        const qint64 first = someId();
        const QList<qint64> all = this->ids({ViewId::of(Inbox)});
        const qsizetype at = all.indexOf(first);
        if (kind == 4) // neighbours
            ids = all.mid(at, number(1, 80));
        else
            ids = {first};
        return remove(ids);
    }
    return kind < 9 ? setFlags(someId(), quint32(number(0, 7))) : redate(someId(), number(1000, 3000));
}

} // namespace kw::test
