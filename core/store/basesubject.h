#pragma once

#include <QStringView>

namespace kw {

// What of a subject stays the same when somebody answers (RFC 5256 2.1, wider: prefixes as programs write
// them in many languages): without "Re:" and the like, white space joined, without case. Made for each
// message that comes: no memory is taken. Pure; any thread.
struct BaseSubject {
    quint64 hash = 0; // of that; stable (on disk; never change it); never 0
    bool isReply = false; // it began with such a prefix
    // Enough to tell one matter from another: two words, or one long one. "hello" and "invoice" are not.
    bool isTelling = false;
};

// A forwarded message is a matter of its own: "Fwd:" stays.
BaseSubject baseSubject(QStringView subject);

} // namespace kw
