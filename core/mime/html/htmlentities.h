#pragma once

#include <QByteArrayView>

namespace kw {

struct NamedCharacter {
    char16_t character = 0; // 0: there is none of this name
    qsizetype length = 0; // of the name, as far as it counts
};

// What "&name;" stands for. `isClosed`: the semicolon is there; without it, and for a longer name that is not
// known, the oldest ones count (WHATWG HTML 13.2.5.73). Not all: letters of European alphabets and usual
// signs.
NamedCharacter namedCharacter(QByteArrayView name, bool isClosed);

} // namespace kw
