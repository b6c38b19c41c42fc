#include "core/sync/outbox/sealedwriting.h"

#include "core/crypto/sealing.h"
#include "core/crypto/sealkeys.h"

#include <QCoreApplication>

namespace kw {

namespace {

QStringList emailsOf(const QList<Address> &addresses)
{
    QStringList out;
    for (const Address &one : addresses)
        out.append(one.email);
    return out;
}

// What the sealed bytes need of a server is less than what the plain ones did: all but the header is ASCII.
Result<WrittenMessage> sealed(WrittenMessage message, const SealWish &wish, SealMaker &maker)
{
    auto out = seal(message.bytes, message.entityAt, wish, maker);
    if (!out)
        return out.error();
    message.bytes = std::move(out->bytes);
    message.entityAt = out->entityAt;
    return message;
}

void asSealed(WriteOptions &options)
{
    options.staysAsWritten = true;
    options.takesEightBit = false;
}

SealState::Way wayOf(Seal::Kind kind, const QString &sender, const QStringList &recipients, SealMaker &maker)
{
    SealState::Way out;
    const auto own = signingKeyOf(kind, sender, maker);
    const QString why = own ? obstacleOf(*own, kind, SealMaker::KeyUse::Signing, false) : own.error().text;
    if (!why.isEmpty())
        out.signObstacles.append(why);
    const auto keys = canEncryptTo(kind, recipients + QStringList{sender}, maker);
    if (!keys) {
        out.encryptObstacles.append(keys.error().text);
        return out;
    }
    out.encryptObstacles = keys->obstacles();
    const QStringList fatal = keys->obstacles(true);
    for (const QString &sentence : std::as_const(out.encryptObstacles)) {
        if (!fatal.contains(sentence))
            out.unproven.append(sentence);
    }
    return out;
}

} // namespace

SealState sealStateOf(const QString &sender, const QStringList &recipients, SealMaker &maker)
{
    return {wayOf(Seal::Kind::OpenPgp, sender, recipients, maker),
            wayOf(Seal::Kind::SMime, sender, recipients, maker)};
}

Result<WrittenMessage> sealedMessage(const Draft &draft, WriteOptions options, SealMaker &maker)
{
    const DraftOptions &wishes = draft.options;
    if (!wishes.sign && !wishes.encrypt)
        return writeMessage(draft, options);
    asSealed(options);
    auto message = writeMessage(draft, options);
    if (!message)
        return message;
    SealWish wish;
    wish.sign = wishes.sign;
    wish.encrypt = wishes.encrypt;
    wish.sender = draft.from.email;
    wish.readers = emailsOf(draft.to + draft.cc);
    wish.hiddenReaders = emailsOf(draft.bcc);
    wish.acceptsUnproven = wishes.acceptsUnproven;
    const SealState state = sealStateOf(wish.sender, wish.readers + wish.hiddenReaders, maker);
    const auto kind = state.kindFor(wish.sign, wish.encrypt, wish.acceptsUnproven);
    if (!kind)
        return Error{ErrorKind::NotFound, state.obstacles(wish.sign, wish.encrypt).join(QLatin1Char(' ')),
                     QStringLiteral("no-key")};
    wish.kind = *kind;
    return sealed(*std::move(message), wish, maker);
}

Result<WrittenMessage> sealedCopy(const Draft &draft, WriteOptions options, SealMaker &maker)
{
    asSealed(options);
    options.purpose = WriteOptions::For::Keeping;
    SealWish wish;
    wish.encrypt = true;
    wish.sender = draft.from.email;
    const auto kind = sealStateOf(wish.sender, {}, maker).kindFor(false, true);
    if (!kind)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("kw::Sealing", "There is no key for %1.").arg(wish.sender),
                     QStringLiteral("no-key")};
    wish.kind = *kind;
    auto message = writeMessage(draft, options);
    if (!message)
        return message;
    return sealed(*std::move(message), wish, maker);
}

} // namespace kw
