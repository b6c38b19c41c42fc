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
    // Why not; of the kind that lacks less, OpenPGP where both lack as much.
    QStringList obstacles(bool sign, bool encrypt) const
    {
        const auto of = [&](const Way &one) {
            return (sign ? one.signObstacles : QStringList())
                + (encrypt ? one.encryptObstacles : QStringList());
        };
        const QStringList pgp = of(openPgp);
        const QStringList cms = of(smime);
        return cms.size() < pgp.size() ? cms : pgp;
    }
};

} // namespace kw

Q_DECLARE_METATYPE(kw::SealState)
