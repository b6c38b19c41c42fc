#include "core/store/pages.h"

#include "core/store/filteredkeys.h"
#include "core/store/folderrow.h"
#include "core/store/messagerow.h"

#include <algorithm>
#include <limits>

namespace kw {

namespace {

constexpr PageKey Newest{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};

// The view's part of a WHERE clause, worded so that the partial index of that view applies. Binds one value.
QByteArray viewClause(ViewId view)
{
    if (!view.isUnified())
        return "m.hidden=0 AND m.folder_id=?";
    if (view.role == FolderRole::Flagged)
        return "m.hidden=0 AND (m.flags&4)<>0 AND (m.flags&131072)=0 AND 8=?";
    return "m.hidden=0 AND m.role>0 AND m.role=?";
}

qint64 viewValue(ViewId view)
{
    return view.isUnified() ? qint64(view.role) : raw(view.folder);
}

// Those that are still there.
QList<MessageRow> rowsOf(const Pages &pages, const QList<PageKey> &keys)
{
    QList<MessageRow> out;
    out.reserve(keys.size());
    for (const PageKey key : keys) {
        if (auto row = pages.message(MessageId(key.id)); row && !row->hidden)
            out.append(std::move(*row));
    }
    return out;
}

} // namespace

Pages::Pages(Database &db)
    : m_db(db)
{
}

QList<MessageRow> Pages::messages(ViewId view, std::optional<PageKey> after, int limit,
                                  const Filter &filter) const
{
    const PageKey key = after.value_or(Newest);
    if (!filter.isEmpty())
        return rowsOf(*this, FilteredKeys(m_db, view, filter).below(key, limit));
    const auto query
        = m_db.statement("SELECT " KW_ROW_COLUMNS " FROM " KW_ROW_TABLES " WHERE " + viewClause(view)
                         + " AND (m.date,m.id)<(?,?) ORDER BY m.date DESC, m.id DESC LIMIT ?");
    query->bind(viewValue(view), key.date, key.id, limit);
    return readRows(*query);
}

QList<MessageRow> Pages::messagesBefore(ViewId view, PageKey before, int limit, const Filter &filter) const
{
    QList<MessageRow> found;
    if (!filter.isEmpty()) {
        found = rowsOf(*this, FilteredKeys(m_db, view, filter).above(before, limit));
    } else {
        const auto query
            = m_db.statement("SELECT " KW_ROW_COLUMNS " FROM " KW_ROW_TABLES " WHERE " + viewClause(view)
                             + " AND (m.date,m.id)>(?,?) ORDER BY m.date, m.id LIMIT ?");
        query->bind(viewValue(view), before.date, before.id, limit);
        found = readRows(*query);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

QList<ConversationRow> Pages::conversations(ViewId view, std::optional<PageKey> after, int limit) const
{
    const PageKey key = after.value_or(Newest);
    Statement &query
        = m_db.prepared("SELECT thread_id, date, count, unread, last_id FROM conversation WHERE view=? "
                        "AND (date,thread_id)<(?,?) ORDER BY date DESC, thread_id DESC LIMIT ?");
    query.bind(view.code(), key.date, key.id, limit);
    QList<ConversationRow> out;
    QList<MessageId> newest;
    while (query.next()) {
        ConversationRow row;
        row.thread = ThreadId(query.integer(0));
        row.date = query.integer(1);
        row.count = query.number(2);
        row.unread = query.number(3);
        newest.append(MessageId(query.integer(4)));
        out.append(row);
    }
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (const auto row = message(newest[i]))
            out[i].newest = *row;
        out[i].participants = participants(out[i]);
    }
    return out;
}

QStringList Pages::participants(const ConversationRow &conversation) const
{
    constexpr int Looked = 50;
    constexpr int Shown = 6;
    QStringList names;
    // In all folders: one's own answers lie elsewhere, also where the view has one message alone.
    Statement &query = m_db.prepared("SELECT from_name, from_email FROM message WHERE thread_id=? AND "
                                     "hidden=0 AND (flags&131072)=0 ORDER BY "
                                     "date LIMIT ?");
    query.bind(conversation.thread, Looked);
    while (query.next()) {
        const QString name = displayName({query.text(0), query.text(1)});
        if (!names.contains(name) && names.size() < Shown)
            names.append(name);
    }
    return names.isEmpty() ? QStringList{displayName(conversation.newest.from)} : names;
}

QList<MessageRow> Pages::conversation(ThreadId thread) const
{
    Statement &query = m_db.prepared("SELECT " KW_ROW_COLUMNS " FROM " KW_ROW_TABLES
                                     " WHERE m.thread_id=? AND m.hidden=0 ORDER BY m.date, m.id");
    query.bind(thread);
    return readRows(query);
}

QList<MessageId> Pages::conversationIds(ViewId view, ThreadId thread) const
{
    Statement &query = m_db.prepared("SELECT id, folder_id, role, flags FROM message WHERE thread_id=? AND "
                                     "hidden=0 ORDER BY date, id");
    query.bind(thread);
    QList<MessageId> ids;
    while (query.next()) {
        const bool isFolder = !view.isUnified() && FolderId(query.integer(1)) == view.folder;
        const bool isStarred
            = view.isUnified() && view.role == FolderRole::Flagged && isListedAsStarred(query.number(3));
        if (isFolder || isStarred || (view.isUnified() && FolderRole(query.integer(2)) == view.role))
            ids.append(MessageId(query.integer(0)));
    }
    return ids;
}

qint64 Pages::messagesIn(ViewId view, PageKey newest, PageKey oldest) const
{
    Statement &query = m_db.prepared("SELECT COALESCE(SUM(count),0) FROM conversation WHERE view=? AND "
                                     "(date,thread_id)<=(?,?) AND (date,thread_id)>=(?,?)");
    query.bind(view.code(), newest.date, newest.id, oldest.date, oldest.id);
    const qint64 count = query.next() ? query.integer(0) : 0;
    query.rewind();
    return count;
}

QList<MessageRow> Pages::conversationOnce(ThreadId thread, FolderId seenIn) const
{
    Statement &query = m_db.prepared(
        "SELECT " KW_ROW_COLUMNS " FROM " KW_ROW_TABLES
        " WHERE m.thread_id=?1 AND m.hidden=0 AND (m.folder_id=?2 OR ((m.flags&131072)=0 AND NOT "
        "(m.gmail_id<>0 AND EXISTS(SELECT 1 FROM message c WHERE c.gmail_id=m.gmail_id AND c.gmail_id<>0 AND "
        "c.folder_id=?2 AND c.hidden=0)))) ORDER BY m.date, m.id");
    query.bind(thread, seenIn);
    return readRows(query);
}

std::optional<MessageRow> Pages::message(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_ROW_COLUMNS " FROM " KW_ROW_TABLES " WHERE m.id=?");
    query.bind(id);
    const auto rows = readRows(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

Pages::Anchors Pages::messageAnchors(ViewId view, int step, const Filter &filter) const
{
    Anchors out;
    const auto add = [&](PageKey key) {
        if (out.total++ % step == 0)
            out.keys.append(key);
    };
    if (!filter.isEmpty()) {
        const auto keys
            = FilteredKeys(m_db, view, filter).below(Newest, std::numeric_limits<qsizetype>::max());
        std::ranges::for_each(keys, add);
        return out;
    }
    const auto query = m_db.statement("SELECT m.date, m.id FROM message m WHERE " + viewClause(view)
                                      + " ORDER BY m.date DESC, m.id DESC");
    query->bind(viewValue(view));
    while (query->next())
        add({query->integer(0), query->integer(1)});
    return out;
}

Pages::Anchors Pages::conversationAnchors(ViewId view, int step) const
{
    Anchors out;
    Statement &query = m_db.prepared(
        "SELECT date, thread_id FROM conversation WHERE view=? ORDER BY date DESC, thread_id DESC");
    query.bind(view.code());
    while (query.next()) {
        if (out.total++ % step == 0)
            out.keys.append({query.integer(0), query.integer(1)});
    }
    return out;
}

FolderCounters Pages::counters(ViewId view) const
{
    FolderCounters out;
    if (view.isUnified() && view.role == FolderRole::Flagged) {
        // Starred mail is few; its partial index holds nothing else.
        Statement &query = m_db.prepared(
            "SELECT COUNT(*), COALESCE(SUM((flags&1)=0),0) FROM message WHERE hidden=0 AND (flags&4)<>0 AND "
            "(flags&131072)=0");
        if (query.next())
            out = {query.number(0), query.number(1)};
        query.rewind();
        return out;
    }
    Statement &query = view.isUnified()
        ? m_db.prepared("SELECT COALESCE(SUM(total),0), COALESCE(SUM(unread),0) FROM folder WHERE role=?")
        : m_db.prepared("SELECT total, unread FROM folder WHERE id=?");
    query.bind(viewValue(view));
    if (query.next())
        out = {query.number(0), query.number(1)};
    query.rewind();
    return out;
}

qint64 Pages::waitingChanges() const
{
    Statement &query = m_db.prepared("SELECT COUNT(*) FROM message WHERE pending<>0");
    const qint64 count = query.next() ? query.integer(0) : 0;
    query.rewind();
    return count;
}

QList<FolderRow> Pages::folders() const
{
    Statement &query
        = m_db.prepared("SELECT " KW_FOLDER_COLUMNS " FROM folder WHERE state<>2 ORDER BY account_id, path");
    return readFolders(query);
}

QHash<AccountId, QString> Pages::accounts() const
{
    QHash<AccountId, QString> out;
    Statement &query = m_db.prepared("SELECT id, key FROM account");
    while (query.next())
        out.insert(AccountId(query.integer(0)), query.text(1));
    return out;
}

} // namespace kw
