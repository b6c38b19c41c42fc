#pragma once

#include "core/base/ids.h"

#include <QString>

namespace kw {

// How much of a message was there to be indexed. On disk; never renumber.
enum class IndexDepth {
    Row = 0, // sender, recipients and subject, as lists show them
    Header = 1, // the whole header: Cc and List-Id too
    Text = 2, // and the text and the names of attachments
};

// One message as the index takes it: plain text, in fields. Any thread.
struct IndexDocument {
    MessageId id{};
    qint64 date = 0; // message.date, seconds since the epoch
    quint64 headerHash = 0; // message.header_hash: whose words these are
    IndexDepth depth = IndexDepth::Row;
    QString subject;
    QString from;
    QString to;
    QString cc;
    QString body; // what the sender wrote
    QString quoted; // what the message quotes
    QString files; // names of attachments, and their text where it was wanted; apart by line ends
    QString list;
};

} // namespace kw
