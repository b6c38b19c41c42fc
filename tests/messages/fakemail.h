#pragma once

#include "core/store/changes.h"
#include "ui/messages/listsource.h"

#include <QMutex>

#include <map>
#include <memory>
#include <random>

namespace kw::test {

// A mailbox in memory that answers as the store does: rows, keys, and the exact delta of every change. Shared
// by the sources of both threads.
class FakeMail : public std::enable_shared_from_this<FakeMail>
{
public:
    static constexpr FolderId Inbox{1};

    struct New {
        qint64 date = 0;
        quint32 flags = 0;
        QString sender = QStringLiteral("Anna Becker");
        QString subject = QStringLiteral("Quarterly forecast");
        qint64 thread = 0; // 0: its own
    };
    // Each change commits at once; the delta is what the engine would send.
    ChangeSet add(const QList<New> &messages);
    ChangeSet remove(const QList<qint64> &ids);
    ChangeSet setFlags(qint64 id, quint32 flags);
    ChangeSet redate(qint64 id, qint64 date); // a row that moves
    // Random ones of the above, several in one delta.
    ChangeSet randomStep(std::mt19937 &random);

    QList<qint64> ids(const ListQuery &query) const; // the reference: in list order
    MessageRow row(qint64 id) const;
    MessageRow &edit(qint64 id) { return m_rows[id]; }
    qsizetype size() const;

    std::unique_ptr<ListSource> source();
    bool isListed = true; // its inbox was read from the server at least once
    int queries = 0; // rows() and firstPage() so far, by any thread
    int conversationsRead = 0;

private:
    friend class FakeSource;
    bool matches(const MessageRow &row, const ListQuery &query) const;
    std::map<PageKey, qint64, std::greater<>> keysOf(const ListQuery &query) const;
    ListRow conversationRow(qint64 thread) const;
    std::optional<PageKey> conversationKey(qint64 thread) const;
    void note(ChangeSet &changes, const std::optional<MessageRow> &before,
              const std::optional<MessageRow> &now, std::optional<PageKey> threadBefore);

    mutable QMutex m_mutex;
    std::map<qint64, MessageRow> m_rows;
    std::map<PageKey, qint64, std::greater<>> m_order;
    std::multimap<qint64, qint64> m_threads;
    qint64 m_next = 1;
};

} // namespace kw::test
