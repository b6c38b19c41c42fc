#pragma once

#include "core/base/uidset.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

// The grammar of commands (RFC 3501 9), read and written independently of the library under test.
namespace kw::simfront {

struct Word {
    enum class Kind { Atom, String, List };
    Kind kind = Kind::Atom;
    QByteArray text; // as meant: quotes, escapes and literal marks taken off
    QList<Word> items; // of a list

    bool is(const char *atom) const
    {
        return kind != Kind::List && text.compare(atom, Qt::CaseInsensitive) == 0;
    }
};

// The words of a command, its literals in place ("{3}\r\nabc"); nothing when it cannot be read.
std::optional<QList<Word>> wordsOf(const QByteArray &command);

// Mailbox names (RFC 3501 5.1.3).
QString fromMailboxName(const QByteArray &name);
QByteArray toMailboxName(const QString &path); // quoted or, where that is not allowed, a literal

// "1,3:5,7:*"; `largest` stands for the star. Nothing when it is none.
std::optional<UidSet> toSet(const QByteArray &text, quint32 largest);
QByteArray fromSet(const UidSet &set);
QByteArray literal(const QByteArray &octets);

} // namespace kw::simfront
