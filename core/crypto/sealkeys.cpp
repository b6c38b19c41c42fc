#include "core/crypto/sealkeys.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using State = AddressKey::State;
using KeyUse = SealMaker::KeyUse;

// With the domain as A-labels, so that both ways to write it are the same.
QString comparable(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at <= 0 || address.size() > 1000)
        return {};
    const QString domain = QString::fromLatin1(QUrl::toAce(address.sliced(at + 1)));
    return domain.isEmpty() ? QString() : (address.first(at) + u'@' + domain).toLower();
}

// What GnuPG is asked for in angle brackets must not end them.
bool canBeAskedFor(const QString &address)
{
    return !comparable(address).isEmpty() && std::none_of(address.cbegin(), address.cend(), [](QChar c) {
        return c <= u' ' || c == u'<' || c == u'>' || c == u'\x7f';
    });
}

State stateOf(const KeyFacts &key, const KeyFacts::User &user, KeyUse use)
{
    using Trust = SealSignature::Trust;
    if (key.isRevoked || user.isRevoked)
        return State::Revoked;
    if (key.isExpired)
        return State::Expired;
    if (!key.isFit)
        return State::Unfit;
    if (user.trust == Trust::Never)
        return State::Distrusted;
    // One's own secret needs nobody's word.
    return user.trust == Trust::Full || use == KeyUse::Signing ? State::Usable : State::Unproven;
}

int rank(State state)
{
    static const QList<State> best{State::Usable,  State::Unproven,   State::Expired, State::Unfit,
                                   State::Revoked, State::Distrusted, State::None};
    return int(best.indexOf(state));
}

AddressKey bestOf(const QList<KeyFacts> &keys, const QString &address, KeyUse use)
{
    AddressKey best{address, State::None, {}, {}, {}};
    QDateTime bestCreated;
    const QString wanted = comparable(address);
    for (const KeyFacts &key : keys) {
        for (const KeyFacts::User &user : key.users) {
            if (comparable(user.address) != wanted)
                continue;
            const State state = stateOf(key, user, use);
            const bool isBetter
                = rank(state) < rank(best.state) || (state == best.state && key.createdAt > bestCreated);
            if (!isBetter)
                continue;
            best = {address, state, key.fingerprint, user.name, key.expiresAt};
            bestCreated = key.createdAt;
        }
    }
    return best;
}

Result<AddressKey> keyOf(Seal::Kind kind, const QString &address, KeyUse use, SealMaker &maker)
{
    if (!canBeAskedFor(address))
        return AddressKey{address, State::None, {}, {}, {}};
    const auto keys = maker.keysOf(kind, address, use);
    if (!keys)
        return keys.error();
    return bestOf(*keys, address, use);
}

QString noKey(const QString &address, Seal::Kind kind, KeyUse use)
{
    if (use == KeyUse::Signing)
        return kind == Seal::Kind::OpenPgp
            ? QCoreApplication::translate("kw::Sealing", "You have no key of your own for %1 to sign with.")
                  .arg(address)
            : QCoreApplication::translate("kw::Sealing",
                                          "You have no certificate of your own for %1 to sign with.")
                  .arg(address);
    return kind == Seal::Kind::OpenPgp
        ? QCoreApplication::translate("kw::Sealing", "There is no key for %1.").arg(address)
        : QCoreApplication::translate("kw::Sealing", "There is no certificate for %1.").arg(address);
}

QString expired(const AddressKey &key)
{
    if (!key.expiresAt.isValid())
        return QCoreApplication::translate("kw::Sealing", "The key for %1 has expired.").arg(key.address);
    return QCoreApplication::translate("kw::Sealing", "The key for %1 expired on %2.")
        .arg(key.address, QLocale().toString(key.expiresAt.toLocalTime().date(), QLocale::LongFormat));
}

} // namespace

QString obstacleOf(const AddressKey &key, Seal::Kind kind, KeyUse use, bool acceptsUnproven)
{
    switch (key.state) {
    case State::None:
        return noKey(key.address, kind, use);
    case State::Usable:
        break;
    case State::Unproven:
        if (!acceptsUnproven)
            return QCoreApplication::translate(
                       "kw::Sealing", "Nobody you trust has confirmed that the key for %1 is theirs.")
                .arg(key.address);
        break;
    case State::Distrusted:
        return QCoreApplication::translate("kw::Sealing", "You have marked the key for %1 as never to trust.")
            .arg(key.address);
    case State::Expired:
        return expired(key);
    case State::Revoked:
        return QCoreApplication::translate("kw::Sealing", "The key for %1 was revoked.").arg(key.address);
    case State::Unfit:
        return use == KeyUse::Signing
            ? QCoreApplication::translate("kw::Sealing", "The key for %1 cannot sign.").arg(key.address)
            : QCoreApplication::translate("kw::Sealing", "The key for %1 cannot encrypt.").arg(key.address);
    }
    return {};
}

bool SealKeys::areUsable(bool acceptsUnproven) const
{
    return obstacles(acceptsUnproven).isEmpty();
}

QStringList SealKeys::obstacles(bool acceptsUnproven) const
{
    QStringList out;
    for (const AddressKey &key : keys) {
        const QString why = obstacleOf(key, kind, KeyUse::Encrypting, acceptsUnproven);
        if (!why.isEmpty() && !out.contains(why))
            out.append(why);
    }
    return out;
}

Result<SealKeys> canEncryptTo(Seal::Kind kind, const QStringList &addresses, SealMaker &maker)
{
    SealKeys out{kind, {}};
    for (const QString &address : addresses) {
        auto key = keyOf(kind, address, KeyUse::Encrypting, maker);
        if (!key)
            return key.error();
        out.keys.append(*std::move(key));
    }
    return out;
}

Result<AddressKey> signingKeyOf(Seal::Kind kind, const QString &address, SealMaker &maker)
{
    return keyOf(kind, address, KeyUse::Signing, maker);
}

} // namespace kw
