#pragma once

#include "core/compose/draft.h"

namespace kw {

// Something a person may have overlooked. Values, not sentences; whoever asks has the words.
struct Reminder {
    enum class Kind {
        NoAttachment, // what: the word that speaks of one
        NoSubject,
        NoRecipient,
        ManyRecipients, // number: how many
        AllOfList, // what: the list's address; the answer goes to more than the author
        OtherIdentity, // what: the own address that the original was sent to
        InvalidAddress, // what: the address as it stands there; one reminder for each
        TooLarge, // number: octets, more than the server takes
    };
    Kind kind = Kind::NoSubject;
    QString what;
    qint64 number = 0;
    bool operator==(const Reminder &) const = default;
};

struct ReminderLimits {
    qsizetype manyRecipients = 20; // more than these are unusual
    qint64 largestMessage = 0; // octets, as the server says it (RFC 1870); 0: it does not
};

// In the order of Reminder::Kind. Asks the disk for the sizes of attached files, nothing else. Any thread.
QList<Reminder> remindersOf(const Draft &draft, const ReminderLimits &limits = {});

// Octets of the message this draft becomes, within a few percent.
qint64 expectedSize(const Draft &draft);

// The first word of subject or text that speaks of an attachment, in any of eleven languages; not within
// quotes, a forwarded message or the signature. Empty: there is none.
QString attachmentWord(const Draft &draft);

} // namespace kw
