#pragma once

#include "core/store/pages.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace kw {

class SearchHits;
struct ListSearch;

// Which rows a list holds and in which order.
struct ListQuery {
    ViewId view;
    bool conversations = false; // with a filter the list is flat: a filter speaks of single messages
    bool oldestFirst = false;
    Pages::Filter filter;
    // Hits of a search instead of the view's messages; never changed once it is here. Null: the view.
    std::shared_ptr<const ListSearch> search = {};
    bool isFlat() const { return !conversations || !filter.isEmpty() || search; }
    bool operator==(const ListQuery &) const = default;
};

// Neighbouring rows of a list, both ends included.
struct KeyRange {
    PageKey newest;
    PageKey oldest;
};

// A message or a conversation as one line of a list.
struct ListRow {
    PageKey key;
    MessageRow message; // of a conversation: the newest
    ThreadId thread{};
    quint32 count = 0; // messages of the conversation in this view; 0: a single message of a flat list
    quint32 unread = 0;
    QStringList participants;
    quint32 whole = 0; // messages of the conversation, whichever folders they lie in
    bool isUnread() const { return unread > 0; }
    // What the row says of its conversation; 0 or 1: nothing.
    quint32 shownCount() const { return count == 0 ? 0 : std::max(count, whole); }
};

// Over a slow question; for the reader thread.
struct ListWatch {
    std::function<bool()> stop; // true: nobody waits for the answer any more
    std::function<void(qint64 rows)> found; // so many so far
};

// Where a list's rows come from: one object per thread, used only there.
class ListSource
{
public:
    virtual ~ListSource() = default;
    virtual void setWatch(const ListWatch &) { }
    // The first `limit` rows in the list's own order.
    virtual QList<ListRow> firstPage(const ListQuery &query, int limit) const = 0;
    // The rows of neighbouring keys, given newest first; rows that are gone by now are missing in the answer.
    virtual QList<ListRow> rows(const ListQuery &query, const QList<PageKey> &keys) const = 0;
    // Every key, newest first. For the reader thread.
    virtual QList<PageKey> keys(const ListQuery &query) const = 0;
    // How many rows there will be, without counting; nothing where only counting would tell.
    virtual std::optional<qint64> total(const ListQuery &query) const = 0;
    // The next unread message below (or above) this key, or the first one of the list.
    virtual std::optional<PageKey> unread(const ListQuery &query, std::optional<PageKey> from,
                                          bool older) const
        = 0;
    virtual std::optional<MessageRow> message(MessageId id) const = 0;
    virtual QList<MessageRow> conversation(ThreadId thread) const = 0;
    // What of a conversation belongs to the view, oldest first.
    virtual QList<MessageId> conversationIds(ViewId view, ThreadId thread) const = 0;
    // How many messages of the view these conversations have. For the reader thread.
    virtual qint64 messagesIn(ViewId view, const QList<KeyRange> &conversations) const = 0;
    virtual FolderCounters counters(ViewId view) const = 0;
    virtual QList<FolderRow> folders() const = 0;
};

// Over the store's pages.
class PagesSource final : public ListSource
{
public:
    explicit PagesSource(Database &db); // not owned
    explicit PagesSource(std::unique_ptr<Database> db); // owned
    ~PagesSource() override;

    void setWatch(const ListWatch &watch) override { m_watch = watch; }

    QList<ListRow> firstPage(const ListQuery &query, int limit) const override;
    QList<ListRow> rows(const ListQuery &query, const QList<PageKey> &keys) const override;
    QList<PageKey> keys(const ListQuery &query) const override;
    std::optional<qint64> total(const ListQuery &query) const override;
    std::optional<PageKey> unread(const ListQuery &query, std::optional<PageKey> from,
                                  bool older) const override;
    std::optional<MessageRow> message(MessageId id) const override;
    QList<MessageRow> conversation(ThreadId thread) const override;
    QList<MessageId> conversationIds(ViewId view, ThreadId thread) const override;
    qint64 messagesIn(ViewId view, const QList<KeyRange> &conversations) const override;
    FolderCounters counters(ViewId view) const override;
    QList<FolderRow> folders() const override;

private:
    QList<ListRow> conversations(ViewId view, std::optional<PageKey> after, int limit) const;
    QList<ListRow> rowsById(const QList<PageKey> &keys) const;
    QList<PageKey> withText(const ListQuery &query, qsizetype limit) const;
    SearchHits &hits() const;

    std::unique_ptr<Database> m_owned;
    Database &m_db;
    Pages m_pages;
    mutable std::unique_ptr<SearchHits> m_hits; // made with the first search or text
    ListWatch m_watch;
};

ListRow listRow(const MessageRow &row);
ListRow listRow(const ConversationRow &row);

} // namespace kw
