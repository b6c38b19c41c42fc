#pragma once

#include "core/imap/stream/responsereader.h"

#include <optional>
#include <vector>

namespace kw {

// One value of a response (RFC 3501 4): an atom, a string, NIL, or a list of them.
struct ImapValue {
    enum class Kind { Nil, Atom, String, List };

    Kind kind = Kind::Nil;
    QByteArray text; // of atoms and strings
    std::vector<ImapValue> list;

    bool isList() const { return kind == Kind::List; }
    bool isAtom(QByteArrayView upperCase) const
    {
        return kind == Kind::Atom && QByteArrayView(text).compare(upperCase, Qt::CaseInsensitive) == 0;
    }
};

inline constexpr int DeepestList = 64; // further down is nobody's mail
inline constexpr int MostValues = 100'000;

// All values of a response in order, octets outside ASCII taken as they are (servers put raw file names into
// strings). Linear. Nothing: lists that do not close, too deep, too many.
std::optional<std::vector<ImapValue>> readValues(const ResponseReader::Response &response);

} // namespace kw
