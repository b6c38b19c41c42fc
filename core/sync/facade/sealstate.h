#pragma once

#include "core/mime/seal.h"

#include <QMetaType>
#include <QStringList>

#include <optional>

namespace kw {

// Whether a message from somebody to some people can be signed and encrypted, by the keys that are on this
// computer. A plain value.
struct SealState {
    // By one of the two kinds. Obstacles are sentences; none: it can be done.
    struct Way {
        QStringList signObstacles{};
        QStringList encryptObstacles{}; // what keeps it from being encrypted to all of them and the sender
        QStringList unproven{}; // of those, what the person may accept: keys that nobody vouches for
        bool operator==(const Way &) const = default;

        bool canSign() const { return signObstacles.isEmpty(); }
        bool canEncrypt(bool acceptsUnproven = false) const
        {
            return encryptObstacles.size() == (acceptsUnproven ? unproven.size() : 0);
        }
    };
    Way openPgp;
    Way smime;
    bool operator==(const SealState &) const = default;

    const Way &way(Seal::Kind kind) const { return kind == Seal::Kind::OpenPgp ? openPgp : smime; }
    // What both wishes can be fulfilled with; OpenPGP where there is a choice. None: neither can.
    std::optional<Seal::Kind> kindFor(bool sign, bool encrypt, bool acceptsUnproven = false) const
    {
        for (const Seal::Kind kind : {Seal::Kind::OpenPgp, Seal::Kind::SMime}) {
            if ((!sign || way(kind).canSign()) && (!encrypt || way(kind).canEncrypt(acceptsUnproven)))
                return kind;
        }
        return {};
    }
    // Why not; of S/MIME only where the sender has nothing but a certificate.
    QStringList obstacles(bool sign, bool encrypt) const
    {
        const Way &one = way(!openPgp.canSign() && smime.canSign() ? Seal::Kind::SMime : Seal::Kind::OpenPgp);
        return (sign ? one.signObstacles : QStringList()) + (encrypt ? one.encryptObstacles : QStringList());
    }
};

} // namespace kw

Q_DECLARE_METATYPE(kw::SealState)
