#pragma once

#include <QByteArray>
#include <QString>

namespace kw::doctor {

// A key record of RFC 6376 3.6.1 or RFC 8463.
struct DkimKey {
    enum class Kind { None, Rsa, Ed25519, Revoked, Unreadable };
    Kind kind = Kind::None; // None: the text is no key record
    int bits = 0; // of an RSA key
};

// Pure; any thread; the text comes from strangers.
DkimKey readDkimKey(const QByteArray &record);
QString dkimKeyWords(const DkimKey &key); // "RSA, 2048 bits"

} // namespace kw::doctor
