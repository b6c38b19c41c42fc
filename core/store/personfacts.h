#pragma once

#include "core/base/mailtypes.h"
#include "core/store/database.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace kw {

// What the cache knows of one person's mail. A plain value.
struct PersonFacts {
    QString email; // lower case
    QStringList names; // as their mail shows them, the most usual first
    QStringList alsoAs; // other addresses that wrote under the usual name, lower case, most mail first
    qint64 from = 0; // messages from this address, each once, without what lies in Trash and Junk
    qint64 to = 0; // messages sent to it
    qint64 first = 0; // of all these, seconds since the epoch; 0: there is none
    qint64 last = 0;
    struct Attached { // one message of theirs with attachments
        MessageId message{};
        FolderId folder{};
        qint64 date = 0;
        QString subject;
    };
    QList<Attached> attached; // newest first, at most MostAttached
    static constexpr qsizetype MostAttached = 50;
};

// `stop` is asked now and then; true: nothing comes of it. Walks over all rows (1 M: about a second): for a
// thread that nobody waits for.
std::optional<PersonFacts> personFacts(Database &db, const Address &person,
                                       const std::function<bool()> &stop = {});
// The text of such a message, where it is on this computer.
std::optional<StoredBody> attachedText(Database &db, MessageId message);

} // namespace kw
