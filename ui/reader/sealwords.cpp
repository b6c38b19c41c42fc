#include "ui/reader/sealwords.h"

#include "ui/look/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using Validity = SealSignature::Validity;
using Trust = SealSignature::Trust;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::SealWords)
};

Tone worse(Tone a, Tone b)
{
    const auto rank = [](Tone tone) { return tone == Tone::Bad ? 2 : tone == Tone::Warning ? 1 : 0; };
    return rank(a) >= rank(b) ? a : b;
}

// The last 16 digits in groups: enough to compare by telephone.
QString shownKey(const QString &id)
{
    const QString end = id.right(16);
    QStringList groups;
    for (qsizetype i = 0; i < end.size(); i += 4)
        groups.append(end.mid(i, 4));
    return groups.join(u'\u00A0');
}

QString shownTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString kindName(Seal::Kind kind)
{
    return kind == Seal::Kind::OpenPgp ? u"OpenPGP"_s : u"S/MIME"_s;
}

QString encryptionSentence(const Seal &seal, Tone &tone)
{
    using Opening = Seal::Opening;
    const QString kind = kindName(seal.kind);
    if (seal.opening == Opening::Opened)
        return Words::tr("Encrypted with %1, and opened with your key.").arg(kind);
    tone = Tone::Warning;
    switch (seal.opening) {
    case Opening::NoKey:
        return Words::tr("Encrypted with %1 for a key that is not on this computer. Import your secret key, "
                         "or ask the sender to encrypt for the one you have.")
            .arg(kind);
    case Opening::Cancelled:
        return Words::tr("Encrypted with %1. It can be read once you give the passphrase of your key.")
            .arg(kind);
    case Opening::NoProgram:
        return seal.kind == Seal::Kind::OpenPgp
            ? Words::tr("Sealed with OpenPGP. Install GnuPG (gnupg) to read and check it.")
            : Words::tr("Sealed with S/MIME. Install GnuPG for S/MIME (gpgsm) to read and check it.");
    case Opening::Unsafe:
        return Words::tr(
                   "Encrypted with %1 in an old way that does not show whether somebody changed it. It is "
                   "not opened; ask the sender to use a newer program.")
            .arg(kind);
    default:
        return Words::tr("Sealed with %1, but it could not be opened: %2. Ask the sender to send it again.")
            .arg(kind, seal.reason.isEmpty() ? Words::tr("it is damaged") : oneLine(seal.reason));
    }
}

QString signerOf(const SealSignature &signature)
{
    const QString name = oneLine(signature.signer);
    QString address = oneLine(signature.addresses.value(0));
    if (name.isEmpty())
        return address;
    return address.isEmpty() ? name : u"%1 <%2>"_s.arg(name, address);
}

QString validitySentence(const SealSignature &signature, Seal::Kind kind, Tone &tone)
{
    const QString who = signerOf(signature);
    const QString key = shownKey(signature.keyId);
    switch (signature.validity) {
    case Validity::Good:
        return signature.signedAt.isValid() ? Words::tr("Signed by %1 on %2; nothing was changed since.")
                                                  .arg(who, shownTime(signature.signedAt))
                                            : Words::tr("Signed by %1; nothing was changed since.").arg(who);
    case Validity::Bad:
        tone = Tone::Bad;
        return who.isEmpty()
            ? Words::tr("The signature is wrong: the message was changed after it was signed.")
            : Words::tr("The signature of %1 is wrong: the message was changed after it was "
                        "signed.")
                  .arg(who);
    case Validity::NoKey:
        tone = Tone::Warning;
        return kind == Seal::Kind::OpenPgp
            ? Words::tr("Signed with the key %1, which is not on this computer, so the signature cannot be "
                        "checked.")
                  .arg(key)
            : Words::tr("Signed with a certificate that is not at hand, so the signature cannot be checked.");
    case Validity::NoProgram:
        tone = Tone::Warning;
        return kind == Seal::Kind::OpenPgp
            ? Words::tr("Signed with OpenPGP. Install GnuPG (gnupg) to check who signed it.")
            : Words::tr("Signed with S/MIME. Install GnuPG for S/MIME (gpgsm) to check who signed it.");
    case Validity::Expired:
        tone = Tone::Warning;
        return Words::tr("Signed by %1; the signature was valid until %2.")
            .arg(who, shownTime(signature.expiredAt));
    case Validity::KeyExpired:
        tone = Tone::Warning;
        return Words::tr("Signed by %1; nothing was changed since, but the key has expired.").arg(who);
    case Validity::KeyRevoked:
        tone = Tone::Bad;
        return Words::tr("Signed with a key of %1 that its owner has withdrawn. Somebody else may have it.")
            .arg(who);
    case Validity::Unknown:
        break;
    }
    tone = Tone::Warning;
    return who.isEmpty() ? Words::tr("Signed, but the signature cannot be checked.")
                         : Words::tr("Signed by %1, but the signature cannot be checked.").arg(who);
}

QString trustSentence(const SealSignature &signature, Seal::Kind kind, Tone &tone)
{
    const QString key = shownKey(signature.keyId);
    switch (signature.trust) {
    case Trust::Full:
        return kind == Seal::Kind::OpenPgp
            ? Words::tr("You trust that the key %1 belongs to this person.").arg(key)
            : Words::tr("%1 vouches that the certificate belongs to this person.")
                  .arg(oneLine(signature.issuer));
    case Trust::Some:
        return Words::tr("That the key %1 belongs to this person is likely, but not certain.").arg(key);
    case Trust::Never:
        tone = worse(tone, Tone::Bad);
        return Words::tr("You have said that the key %1 is not to be trusted.").arg(key);
    case Trust::Unknown:
        break;
    }
    tone = worse(tone, Tone::Warning);
    return kind == Seal::Kind::OpenPgp
        ? Words::tr(
              "Nobody you trust has confirmed that the key %1 belongs to this person. Anybody can make a "
              "key with this name.")
              .arg(key)
        : Words::tr("The certificate was issued by %1, whom this computer does not trust.")
              .arg(oneLine(signature.issuer));
}

QStringList signatureSentences(const SealSignature &signature, Seal::Kind kind, const QString &sender,
                               Tone &tone)
{
    Tone own = Tone::Info;
    QStringList lines{validitySentence(signature, kind, own)};
    const bool holds = signature.validity == Validity::Good || signature.validity == Validity::KeyExpired
        || signature.validity == Validity::Expired;
    if (holds)
        lines.append(trustSentence(signature, kind, own));
    if (holds && !signature.addresses.isEmpty() && !signature.addresses.contains(sender.toLower())) {
        own = worse(own, Tone::Bad);
        lines.append(Words::tr("The message says it is from %1, which is not the signer's address.")
                         .arg(oneLine(sender)));
    }
    tone = worse(tone, own);
    return lines;
}

} // namespace

SealWords sealWords(const Seal &seal, const QString &sender)
{
    constexpr qsizetype MostSignatures = 5;
    SealWords out;
    QStringList lines;
    if (seal.isEncrypted())
        lines.append(encryptionSentence(seal, out.tone));
    if (seal.opening == Seal::Opening::Opened && seal.signatures.isEmpty())
        lines.append(Words::tr("It is not signed: who wrote it is not proved."));
    for (const SealSignature &signature :
         seal.signatures.first(std::min(seal.signatures.size(), MostSignatures)))
        lines += signatureSentences(signature, seal.kind, sender, out.tone);
    if (!seal.isWhole && seal.isOpen()) {
        out.tone = worse(out.tone, Tone::Warning);
        lines.append(
            Words::tr("This concerns a part of the message only; what stands before or after it may be "
                      "from somebody else."));
    }
    out.text = lines.join(u'\n');
    out.canTryAgain = seal.opening == Seal::Opening::Cancelled;
    out.iconName = out.tone == Tone::Bad ? "error"_L1 : out.tone == Tone::Warning ? "warning"_L1 : "lock"_L1;
    return out;
}

} // namespace kw
