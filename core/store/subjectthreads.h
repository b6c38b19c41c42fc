#pragma once

#include "core/mime/headerdigest.h"
#include "core/store/conversationstore.h"

#include <optional>

namespace kw {

struct StoredMessage;

// Threads for answers of programs that do not say what they answer (no References, no In-Reply-To). Such an
// answer joins a message only if all of it speaks for that: the subject says "answer" and is else the same
// and tells something, it goes to who wrote that message, comes from somebody whom that message was to reach
// too (or went by way of an address that both have), and lies within 30 days after it. The same subject alone
// never joins anything: newsletters, cron's mail and strangers' "Re: Invoice" stay apart.
//
// What decides is in the two messages alone, so the order in which they come does not matter. Answers that
// wait for their original are few, and only they are kept (orphan). Write methods need an open Transaction.
class SubjectThreads
{
public:
    SubjectThreads(Database &db, ConversationStore &conversations);

    struct NewRow {
        MessageId id{};
        qint64 date = 0;
        const HeaderDigest *digest = nullptr;
    };
    // After these were inserted; before their conversations are counted.
    void arrived(const QList<NewRow> &rows);
    // Looks for the originals of some answers among the mail that was here before them. True: there are more.
    bool seekSome();

private:
    struct Side { // what of a message decides
        MessageId id{};
        qint64 date = 0;
        QString from; // lower case
        QStringList to; // likewise, with Cc
    };
    struct Orphan {
        MessageId id{};
        quint64 hash = 0;
        qint64 date = 0;
    };
    static bool answers(const Side &answer, const Side &original);
    std::optional<Side> side(MessageId id) const;
    QList<Orphan> unsought() const;
    void adopt(const NewRow &original, quint64 hash);
    bool anyOrphan() const;
    void seek(const QList<Orphan> &orphans);
    quint64 ownReference(const StoredMessage &message);
    bool join(MessageId answer, MessageId original);

    Database &m_db;
    ConversationStore &m_conversations;
};

} // namespace kw
