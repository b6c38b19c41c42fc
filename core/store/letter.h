#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

// What the person writes, from the first word to the copy in the folder of sent mail. Plain values.
namespace kw {

enum class LetterId : qint64 { };

// On disk; never renumber.
enum class LetterState {
    Writing = 0, // a draft
    Waiting = 1, // to be sent; until its time, or until there is a connection
    HandingOver
    = 2, // committed before the first octet goes to the server; what became of it is not known yet
    Uncertain = 3, // the server may have it or not; never sent again without being asked
    Delivered = 4, // the server has it; the copy for the folder of sent mail is still to be stored
    Done = 5,
    Refused = 6, // not sent; the person has to do something
};

// What is kept of a draft at one moment.
struct LetterDraft {
    QByteArray draft; // core/compose's own writing (savedDraft())
    QString messageId; // without <>; the same from the first revision to the recipient
    QString subject;
    QString recipients; // as lists show them
    MessageId original{}; // that it answers or forwards; none: a message of its own
    int act = 0; // DraftAct
    bool operator==(const LetterDraft &) const = default;
};

// A message as it goes out. Its octets never change once it has been queued.
struct LetterText {
    QByteArray bytes; // for the sending server: without Bcc
    QByteArray sentCopy; // for the folder of sent mail; null: the same
    QByteArray envelope; // savedEnvelope()
    quint64 headerHash = 0; // HeaderDigest::headerHash of `bytes`
    bool operator==(const LetterText &) const = default;
};

struct Letter {
    LetterId id{};
    AccountId account{};
    LetterState state = LetterState::Writing;
    QString messageId;
    QString subject;
    QString recipients;
    MessageId original{};
    int act = 0;
    qint64 changedAt = 0; // ms since the epoch
    qint64 notBefore = 0; // Waiting: sent at this time or later; ms since the epoch
    int attempts = 0; // how often the server said "not now"
    QString error; // a sentence: why it waits, is uncertain or was refused
    QByteArray outcome; // the sender's own writing of what the server said
    int revisions = 0;
    MessageId keptRow{}; // its copy in the folder of drafts
    MessageId sentRow{}; // our copy in the folder of sent mail
    quint64 headerHash = 0; // HeaderDigest::headerHash of what goes out; 0 before it is queued
};

struct LetterRevision {
    int number = 0; // 1…
    qint64 at = 0; // ms since the epoch
};

} // namespace kw

Q_DECLARE_METATYPE(kw::Letter)
