#pragma once

#include <QString>

namespace kw {

// What of a subject stays the same when somebody answers (RFC 5256 2.1, wider: prefixes as programs write
// them in many languages). Pure; any thread.
struct BaseSubject {
    QString text; // without "Re:" and the like, white space joined, without case
    bool isReply = false; // it began with such a prefix

    // Enough to tell one matter from another: two words, or one long one. "hello" and "invoice" are not.
    bool isTelling() const;
    quint64 hash() const; // stable (on disk; never change it); never 0
};

// A forwarded message is a matter of its own: "Fwd:" stays.
BaseSubject baseSubject(const QString &subject);

} // namespace kw
