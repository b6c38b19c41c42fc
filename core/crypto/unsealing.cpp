#include "core/crypto/unsealing.h"

#include "core/crypto/entity.h"
#include "core/crypto/sealopener.h"
#include "core/mime/charset.h"
#include "core/mime/mimetree.h"

#include <QRandomGenerator>

#include <algorithm>
#include <optional>

namespace kw {

namespace {

constexpr QByteArrayView BeginPgp = "-----BEGIN PGP ";
constexpr QByteArrayView BeginMessage = "-----BEGIN PGP MESSAGE-----";
constexpr QByteArrayView BeginSigned = "-----BEGIN PGP SIGNED MESSAGE-----";
constexpr int MostDepth = 20;
constexpr int MostOperations = 10;

const QList<QByteArray> &contentFields()
{
    static const QList<QByteArray> names{"content-type", "content-transfer-encoding", "content-disposition",
                                         "content-id", "content-description"};
    return names;
}

// What the sender may have put under the seal (RFC 9788).
const QList<QByteArray> &protectedFields()
{
    static const QList<QByteArray> names{"subject", "to", "cc", "date", "reply-to", "followup-to"};
    return names;
}

bool hasProtectedFields(const Entity &inner)
{
    const MimeField type = inner.field("content-type");
    return !type.parameter("protected-headers").isEmpty() || !type.parameter("hp").isEmpty();
}

bool isPkcs7(const QByteArray &type, QByteArrayView what)
{
    return type == QByteArray("application/pkcs7-").append(what)
        || type == QByteArray("application/x-pkcs7-").append(what);
}

bool isSealed(const MimePart &part)
{
    const QByteArray &type = part.mimeType;
    if (type == "multipart/signed" || type == "multipart/encrypted" || type == "application/pgp-encrypted"
        || isPkcs7(type, "mime"))
        return true;
    if (type == "text/plain")
        return decodedOctets(part).contains(BeginPgp);
    return std::any_of(part.children.begin(), part.children.end(),
                       [](const MimePart &child) { return isSealed(child); });
}

// The entity in another's place: its content's fields, and whatever else the outer one says.
Entity inPlaceOf(const Entity &outer, const Entity &inner, bool isRoot)
{
    QList<QByteArray> replaced = contentFields();
    QList<QByteArray> taken = contentFields();
    if (isRoot && hasProtectedFields(inner)) {
        for (const QByteArray &name : protectedFields()) {
            if (!onlyFields(inner.header, {name}).isEmpty())
                replaced.append(name);
        }
        taken += protectedFields();
    }
    QByteArray kept = withoutFields(outer.header, replaced);
    while (kept.endsWith("\r\n\r\n") || kept.endsWith("\n\n")) // the empty line
        kept.chop(kept.endsWith("\r\n") ? 2 : 1);
    if (kept == "\r\n" || kept == "\n")
        kept.clear();
    QByteArray fields = onlyFields(inner.header, taken);
    if (!fields.isEmpty() && !fields.endsWith('\n'))
        fields += "\r\n";
    return {kept + fields + "\r\n", inner.body};
}

class Walker
{
public:
    explicit Walker(SealOpener &opener)
        : m_opener(opener)
    {
    }

    // `whole`: nothing of the message lies beside this entity.
    Entity open(const Entity &entity, bool whole, int depth)
    {
        if (depth >= MostDepth)
            return entity;
        const QByteArray type = entity.type();
        std::optional<Entity> inner;
        if (type == "multipart/signed")
            inner = openSigned(entity, whole);
        else if (type == "multipart/encrypted")
            inner = openEncrypted(entity, whole);
        else if (isPkcs7(type, "mime"))
            inner = openPkcs7(entity, whole);
        else if (type == "text/plain")
            return openText(entity, whole);
        else if (type.startsWith("multipart/"))
            return openParts(entity, whole, depth);
        return inner ? inPlaceOf(entity, open(*inner, whole, depth + 1), whole) : entity;
    }
    const QList<Seal> &seals() const { return m_seals; }

private:
    bool mayGoOn() { return m_operations++ < MostOperations; }

    void note(Seal seal, bool whole)
    {
        seal.isWhole = whole;
        m_seals.append(seal);
    }

    std::optional<Entity> openSigned(const Entity &entity, bool whole)
    {
        const auto parts = entity.parts();
        if (parts.size() < 2 || !mayGoOn())
            return {};
        const Entity signature = Entity::of(parts[1]);
        const QByteArray type = signature.type();
        if (type != "application/pgp-signature" && !isPkcs7(type, "signature"))
            return {};
        const auto kind = type == "application/pgp-signature" ? Seal::Kind::OpenPgp : Seal::Kind::SMime;
        note(m_opener.verify(kind, withCrlf(parts[0]), signature.decoded()).seal, whole && parts.size() == 2);
        return Entity::of(parts[0]);
    }

    std::optional<Entity> openEncrypted(const Entity &entity, bool whole)
    {
        const auto parts = entity.parts();
        if (parts.size() < 2)
            return {};
        return decrypted(Seal::Kind::OpenPgp, Entity::of(parts[1]).decoded(), whole && parts.size() == 2);
    }

    std::optional<Entity> decrypted(Seal::Kind kind, QByteArrayView octets, bool whole)
    {
        if (!mayGoOn())
            return {};
        const auto opened = m_opener.decrypt(kind, octets);
        note(opened.seal, whole);
        if (!opened.seal.isOpen())
            return {};
        return Entity::of(opened.content);
    }

    std::optional<Entity> openPkcs7(const Entity &entity, bool whole)
    {
        const QByteArray octets = entity.decoded();
        const auto cms = m_opener.kindOf(octets);
        if (cms == SealOpener::Cms::Encrypted)
            return decrypted(Seal::Kind::SMime, octets, whole);
        if (cms != SealOpener::Cms::Signed
            || entity.field("content-type").parameter("smime-type") == "certs-only" || !mayGoOn())
            return {};
        const auto opened = m_opener.takeOut(Seal::Kind::SMime, octets);
        note(opened.seal, whole);
        if (!opened.seal.isOpen() || opened.content.isEmpty())
            return {};
        return Entity::of(opened.content);
    }

    // Armour among other text: only what is within it is sealed. A file stays the file that it is.
    Entity openText(const Entity &entity, bool whole)
    {
        if (entity.field("content-disposition").value() == "attachment")
            return entity;
        const QByteArray text = entity.decoded();
        const bool encrypted = text.contains(BeginMessage);
        const qsizetype at = encrypted ? text.indexOf(BeginMessage) : text.indexOf(BeginSigned);
        const QByteArrayView ending = encrypted ? "-----END PGP MESSAGE-----" : "-----END PGP SIGNATURE-----";
        qsizetype end = at < 0 ? -1 : text.indexOf(ending, at);
        if (end < 0 || (at > 0 && text[at - 1] != '\n') || !mayGoOn())
            return entity;
        end += ending.size();
        const QByteArray armour = text.sliced(at, end - at);
        const QByteArray before = text.first(at);
        const QByteArray after = text.sliced(end);
        const auto opened = encrypted ? m_opener.decrypt(Seal::Kind::OpenPgp, armour)
                                      : m_opener.takeOut(Seal::Kind::OpenPgp, armour);
        note(opened.seal, whole && before.trimmed().isEmpty() && after.trimmed().isEmpty());
        if (!opened.seal.isOpen() || (!encrypted && opened.content.isEmpty()))
            return entity;
        const QByteArray charset = entity.field("content-type").parameter("charset");
        const QString shown = decodeCharset(before, charset)
            + decodeCharset(opened.content, opened.content.isValidUtf8() ? "utf-8" : charset)
            + decodeCharset(after, charset);
        Entity plain;
        plain.header = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        plain.body = shown.toUtf8();
        return inPlaceOf(entity, plain, false);
    }

    // What Exchange makes of multipart/encrypted: the same parts, perhaps behind an empty text.
    static std::optional<QByteArrayView> mangledCipher(const QList<QByteArrayView> &parts)
    {
        if (parts.size() < 2 || parts.size() > 3)
            return {};
        for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
            if (Entity::of(parts[i]).type() == "application/pgp-encrypted")
                return parts[i + 1];
        }
        return {};
    }

    Entity openParts(const Entity &entity, bool whole, int depth)
    {
        const auto parts = entity.parts();
        if (const auto cipher = mangledCipher(parts)) {
            const auto inner = decrypted(Seal::Kind::OpenPgp, Entity::of(*cipher).decoded(), whole);
            return inner ? inPlaceOf(entity, open(*inner, whole, depth + 1), whole) : entity;
        }
        QList<QByteArray> opened;
        const qsizetype sealsBefore = m_seals.size();
        for (const QByteArrayView part : parts) {
            const Entity child = Entity::of(part);
            const Entity plain = open(child, whole && parts.size() == 1, depth + 1);
            opened.append(plain.header + plain.body);
        }
        return m_seals.size() == sealsBefore ? entity : joined(entity, opened);
    }

    // With a boundary that nobody could have written into a part.
    static Entity joined(const Entity &entity, const QList<QByteArray> &parts)
    {
        QByteArray boundary = "kittiwake";
        for (int i = 0; i < 4; ++i)
            boundary += QByteArray::number(QRandomGenerator::system()->generate(), 16);
        Entity out;
        for (const QByteArray &part : parts)
            out.body += "--" + boundary + "\r\n" + part + "\r\n";
        out.body += "--" + boundary + "--\r\n";
        out.header = "Content-Type: " + entity.type() + "; boundary=\"" + boundary + '"';
        const QByteArray start = entity.field("content-type").parameter("start");
        if (!start.isEmpty() && !start.contains('"') && !start.contains('\n'))
            out.header += "; start=\"" + start + '"';
        out.header += "\r\n\r\n";
        return inPlaceOf(entity, out, false);
    }

    SealOpener &m_opener;
    QList<Seal> m_seals;
    int m_operations = 0;
};

} // namespace

bool isSealed(QByteArrayView header, QByteArrayView body)
{
    constexpr int MostParts = 1000;
    return isSealed(readMimeTree(header, body, MostDepth, MostParts).root);
}

Unsealed unseal(QByteArrayView header, QByteArrayView body, SealOpener &opener)
{
    Walker walker(opener);
    const Entity plain = walker.open({header.toByteArray(), body.toByteArray()}, true, 0);
    return {plain.header, plain.body, walker.seals()};
}

} // namespace kw
