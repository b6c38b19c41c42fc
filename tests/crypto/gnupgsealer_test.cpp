// Messages sealed with the real GnuPG, with keys made for this test in homes of their own; read again by
// ourselves, by gpg and by openssl.
#include "compose/mailjudge.h"
#include "compose/wellformed.h"
#include "core/compose/messagewriter.h"
#include "core/crypto/entity.h"
#include "core/crypto/gnupg.h"
#include "core/crypto/gnupgsealer.h"
#include "core/crypto/sealing.h"
#include "core/crypto/sealkeys.h"
#include "core/crypto/unsealing.h"
#include "core/mime/messageparser.h"
#include "support/gnupghome.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using State = AddressKey::State;

namespace {

Draft letter()
{
    Draft d;
    d.from = {u"Anna Becker"_s, u"anna@example.org"_s};
    d.to = {{u"Bo"_s, u"bo@example.net"_s}};
    d.subject = u"Łódź, the plan"_s;
    d.text = u"Grüße, Łucja\nFrom here on\n.\n..dots\ntrailing   \nПривет "_s + QString(1500, u'x')
        + u"\n\n-- \nAnna\n"_s;
    d.attachments
        = {{u"данные.bin"_s, u"application/octet-stream"_s, QByteArray(3000, '\xfe'), {}, false, {}}};
    d.messageId = u"one@example.org"_s;
    d.date = 1'700'000'000;
    return d;
}

struct Sealed {
    WrittenMessage plain;
    QByteArray bytes;
    QString error;
};

Sealed sealed(const Draft &draft, SealWish wish)
{
    WriteOptions options;
    options.staysAsWritten = true;
    const auto written = writeMessage(draft, options);
    if (!written)
        return {{}, {}, written.error().text};
    wish.sender = draft.from.email;
    for (const Address &a : draft.to + draft.cc)
        wish.readers.append(a.email);
    for (const Address &a : draft.bcc)
        wish.hiddenReaders.append(a.email);
    GnupgSealer gnupg;
    const auto out = seal(written->bytes, written->entityAt, wish, gnupg);
    if (!out)
        return {*written, {}, out.error().text};
    return {*written, out->bytes, {}};
}

struct Read {
    MessageView view;
    QList<Seal> seals;
    QList<QByteArray> files;
};

Read read(const QByteArray &message)
{
    const MessageHalves halves = splitMessage(message);
    Gnupg gnupg;
    const Unsealed plain = unseal(halves.header, halves.body, gnupg);
    Read out{parseMessage(plain.header, plain.body), plain.seals, {}};
    for (int i = 0; i < out.view.attachments.size(); ++i)
        out.files.append(*attachmentData(plain.header, plain.body, i));
    return out;
}

QString textOf(const Draft &draft)
{
    const auto written = writeMessage(draft, {});
    return parseMessage(written->bytes).text;
}

bool isSevenBit(const QByteArray &octets)
{
    return std::all_of(octets.cbegin(), octets.cend(), [](char c) { return uchar(c) < 0x80; });
}

constexpr SealSignature::Validity Good = SealSignature::Validity::Good;

} // namespace

class GnupgSealerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &program : {u"gpg"_s, u"gpgsm"_s, u"openssl"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), qPrintable(program));
        m_bo.enter();
        QVERIFY(makeKey(u"Bo Berg <bo@example.net>"_s));
        QVERIFY(makeKey(u"Cy <cy@example.net>"_s));
        const Ran keys = gpg({u"--export"_s});
        m_anna.enter();
        QVERIFY(makeKey(u"Anna Becker <anna@example.org>"_s));
        QVERIFY(gpg({u"--import"_s}, keys.out).code == 0);
        // Anna has checked Bo's key, not Cy's.
        QVERIFY(gpg({u"--quick-sign-key"_s, fingerprint(u"bo@example.net"_s)}).code == 0);
        QVERIFY(makeKey(u"Lock <lock@example.org>"_s, u"open sesame"_s));
        const Ran hers = gpg({u"--export"_s, u"anna@example.org"_s});
        m_bo.enter();
        QVERIFY(gpg({u"--import"_s}, hers.out).code == 0);
        makeCertificate();
    }
    void init() { m_anna.enter(); }

    void signedMessageIsReadAndRight()
    {
        const Draft draft = letter();
        const Sealed out = sealed(draft, {.sign = true});
        QCOMPARE(out.error, QString());
        QVERIFY(isSevenBit(out.bytes));
        QVERIFY(out.bytes.startsWith(out.plain.bytes.first(out.plain.entityAt)));
        const Read r = read(out.bytes);
        QCOMPARE(r.seals.size(), 1);
        QVERIFY(r.seals[0].isWhole && !r.seals[0].isEncrypted());
        QVERIFY(r.seals[0].signatures.value(0).validity == Good);
        QCOMPARE(r.seals[0].signatures[0].signer, u"Anna Becker"_s);
        QCOMPARE(r.view.text, textOf(draft));
        QCOMPARE(r.view.subject, draft.subject);
        QCOMPARE(r.files, QList<QByteArray>{draft.attachments[0].data});
    }
    // RFC 3156 5, as any other program would do it.
    void gpgSaysSoToo()
    {
        const Sealed out = sealed(letter(), {.sign = true});
        const Entity whole = Entity::of(out.bytes);
        QCOMPARE(whole.field("content-type").value(), "multipart/signed");
        QCOMPARE(whole.field("content-type").parameter("protocol"), "application/pgp-signature");
        const auto parts = whole.parts();
        QCOMPARE(parts.size(), 2);
        m_anna.write(u"signed"_s, parts[0].toByteArray());
        m_anna.write(u"signature"_s, Entity::of(parts[1]).body);
        const Ran checked = gpg(
            {u"--status-fd"_s, u"1"_s, u"--verify"_s, m_anna.path(u"signature"_s), m_anna.path(u"signed"_s)});
        QVERIFY2(checked.code == 0, checked.errors.constData());
        const QByteArray valid = checked.out.mid(checked.out.indexOf("VALIDSIG")).split('\n').first();
        static const QHash<QByteArray, QByteArray> hashes{
            {"8", "pgp-sha256"}, {"9", "pgp-sha384"}, {"10", "pgp-sha512"}};
        QCOMPARE(whole.field("content-type").parameter("micalg"), hashes.value(valid.split(' ').value(8)));
    }
    void whatGoesBetweenChangesNothing()
    {
        // A relay that takes blanks from the ends of lines, and a mailbox file that marks "From ".
        Sealed out = sealed(letter(), {.sign = true});
        QVERIFY(!out.bytes.contains(" \r\n") && !out.bytes.contains("\nFrom ") && !out.bytes.contains("\n."));
        out.bytes.replace("\r\n", "\n");
        QVERIFY(read(out.bytes).seals.value(0).signatures.value(0).validity == Good);
    }
    void aChangedOneIsNoticed()
    {
        Sealed out = sealed(letter(), {.sign = true});
        const qsizetype at = out.bytes.lastIndexOf("/v7+"); // of the attachment
        QVERIFY(at > 0);
        out.bytes[at] = 'A';
        QVERIFY(read(out.bytes).seals.value(0).signatures.value(0).validity == SealSignature::Validity::Bad);
    }
    void anAttachedMessageStaysAsItCame()
    {
        Draft draft = letter();
        draft.attachments
            = {{u"a.eml"_s, u"message/rfc822"_s, "Subject: x\r\n\r\nblanks  \r\nFrom me\r\n", {}, false, {}},
               {u"b.eml"_s, u"message/rfc822"_s, "Subject: y\r\n\r\nfine\r\n", {}, false, {}}};
        const Sealed out = sealed(draft, {.sign = true});
        QCOMPARE(out.error, QString());
        const Read r = read(out.bytes);
        QVERIFY(r.seals.value(0).signatures.value(0).validity == Good);
        QCOMPARE(r.files.value(0), draft.attachments[0].data);
        QCOMPARE(r.view.attachments.value(1).mimeType, u"message/rfc822"_s);
    }
    void whatWouldNotStayIsNotSigned()
    {
        Draft draft = letter();
        draft.text = u"flowed "_s.repeated(30); // lines that end with blanks
        const auto written = writeMessage(draft, {});
        GnupgSealer gnupg;
        const auto out
            = seal(written->bytes, written->entityAt, {.sign = true, .sender = u"anna@example.org"_s}, gnupg);
        QVERIFY(!out);
        QVERIFY(out.error().text.endsWith(u'.'));
        const Sealed encoded = sealed(draft, {.sign = true});
        QCOMPARE(encoded.error, QString());
        QCOMPARE(read(encoded.bytes).view.text, textOf(draft));
    }

    void encryptedForBoAndOneself()
    {
        const Draft draft = letter();
        const Sealed out = sealed(draft, {.sign = true, .encrypt = true});
        QCOMPARE(out.error, QString());
        QVERIFY(isSevenBit(out.bytes));
        QVERIFY(!out.bytes.contains("Becker <bo") && !out.bytes.contains("plan"));
        QCOMPARE(parseMessage(out.bytes).subject, u"[...]"_s);
        for (const GnupgHome *home : {&m_anna, &m_bo}) {
            home->enter();
            const Read r = read(out.bytes);
            QCOMPARE(r.seals.size(), 1);
            QVERIFY(r.seals[0].opening == Seal::Opening::Opened && r.seals[0].isWhole);
            QVERIFY(r.seals[0].signatures.value(0).validity == Good);
            QCOMPARE(r.view.text, textOf(draft));
            QCOMPARE(r.view.subject, draft.subject);
            QCOMPARE(r.view.to, draft.to);
            QCOMPARE(r.view.messageId, draft.messageId);
            QCOMPARE(r.files, QList<QByteArray>{draft.attachments[0].data});
            QVERIFY(std::none_of(r.view.headers.cbegin(), r.view.headers.cend(),
                                 [](const auto &field) { return field.first.startsWith("HP-"_L1); }));
        }
    }
    void encryptedUnsigned()
    {
        const Sealed out = sealed(letter(), {.encrypt = true});
        const Read r = read(out.bytes);
        QVERIFY(r.seals.value(0).opening == Seal::Opening::Opened);
        QVERIFY(r.seals[0].signatures.isEmpty());
        QCOMPARE(r.view.subject, letter().subject);
    }
    // RFC 3156 4, RFC 9788: what is in it, as gpg gives it out.
    void gpgOpensIt()
    {
        const Sealed out = sealed(letter(), {.sign = true, .encrypt = true});
        const Entity whole = Entity::of(out.bytes);
        const auto parts = whole.parts();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(whole.field("content-type").parameter("protocol"), "application/pgp-encrypted");
        QCOMPARE(Entity::of(parts[0]).type(), "application/pgp-encrypted");
        QCOMPARE(Entity::of(parts[0]).body, "Version: 1\r\n");
        const Ran opened = gpg({u"--decrypt"_s}, Entity::of(parts[1]).body);
        QVERIFY2(opened.code == 0, opened.errors.constData());
        QVERIFY(opened.errors.contains("Good signature"));
        const Entity inner = Entity::of(opened.out);
        QCOMPARE(inner.field("content-type").parameter("protected-headers"), "v1");
        QCOMPARE(inner.field("content-type").parameter("hp"), "cipher");
        QVERIFY(inner.header.contains("\r\nHP-Outer: Subject: [...]\r\n"));
        QVERIFY(inner.header.contains("\r\nTo: Bo <bo@example.net>\r\n"));
        QVERIFY(inner.header.contains("\r\nHP-Outer: Message-ID: <one@example.org>\r\n"));
        QCOMPARE(parseMessage(opened.out).subject, letter().subject);
    }

    void nobodyIsNamedWhereSomebodyIsHidden()
    {
        Draft draft = letter();
        draft.to = {{{}, u"anna@example.org"_s}};
        draft.bcc = {{{}, u"bo@example.net"_s}};
        const Sealed out = sealed(draft, {.encrypt = true});
        QCOMPARE(out.error, QString());
        QVERIFY(!out.bytes.contains("bo@example"));
        const auto parts = Entity::of(out.bytes).parts();
        const Ran packets = gpg({u"--list-packets"_s}, Entity::of(parts.value(1)).body);
        QCOMPARE(packets.out.count("pubkey enc packet"), 2);
        QCOMPARE(packets.out.count("keyid 0000000000000000"), 2);
        for (const GnupgHome *home : {&m_anna, &m_bo}) {
            home->enter();
            const Read r = read(out.bytes);
            QVERIFY(r.seals.value(0).opening == Seal::Opening::Opened);
            QVERIFY(r.view.text.contains(u"Łucja"_s));
            QVERIFY(std::none_of(r.view.headers.cbegin(), r.view.headers.cend(),
                                 [](const auto &field) { return field.second.contains("bo@example"_L1); }));
        }
    }
    void theSentCopyKeepsItsBcc()
    {
        Draft draft = letter();
        draft.bcc = {{{}, u"bo@example.net"_s}};
        const Sealed out = sealed(draft, {.encrypt = true});
        WrittenMessage message = out.plain;
        message.bytes = out.bytes;
        const QByteArray copy = message.sentCopy();
        QVERIFY(copy.contains("\r\nBcc: bo@example.net\r\nMessage-ID: "));
        QVERIFY(read(copy).seals.value(0).isOpen());
    }

    void nothingIsEncryptedToAGuess()
    {
        Draft draft = letter();
        draft.to.append({{}, u"dora@example.net"_s});
        draft.to.append({{}, u"berg@example.net"_s});
        draft.to.append({{}, u"o@example.net"_s});
        const Sealed out = sealed(draft, {.encrypt = true});
        QVERIFY(out.bytes.isEmpty());
        QCOMPARE(out.error,
                 u"There is no key for dora@example.net. There is no key for berg@example.net. "
                 "There is no key for o@example.net."_s);
    }
    void anUnprovenKeyWantsAWord()
    {
        Draft draft = letter();
        draft.to = {{{}, u"cy@example.net"_s}};
        const Sealed refused = sealed(draft, {.encrypt = true});
        QVERIFY(refused.bytes.isEmpty());
        QVERIFY(refused.error.contains("cy@example.net"_L1) && refused.error.endsWith(u'.'));
        const Sealed out = sealed(draft, {.encrypt = true, .acceptsUnproven = true});
        QCOMPARE(out.error, QString());
        m_bo.enter(); // who has Cy's secret
        QVERIFY(read(out.bytes).seals.value(0).isOpen());
    }
    void keysAreTold()
    {
        GnupgSealer gnupg;
        const auto keys = canEncryptTo(Seal::Kind::OpenPgp,
                                       {u"BO@Example.net"_s, u"cy@example.net"_s, u"dora@example.net"_s,
                                        u"anna@example.org"_s, u"no address"_s, u"<bo@example.net>"_s,
                                        u"bo@example.net> --x"_s, QString()},
                                       gnupg);
        QVERIFY(keys);
        QList<State> states;
        for (const AddressKey &key : keys->keys)
            states.append(key.state);
        QCOMPARE(states,
                 (QList<State>{State::Usable, State::Unproven, State::None, State::Usable, State::None,
                               State::None, State::None, State::None}));
        QCOMPARE(keys->keys[0].owner, u"Bo Berg"_s);
        QCOMPARE(keys->keys[0].fingerprint, fingerprint(u"bo@example.net"_s));
        QVERIFY(!keys->areUsable() && !keys->areUsable(true));
        const auto own = signingKeyOf(Seal::Kind::OpenPgp, u"anna@example.org"_s, gnupg);
        QVERIFY(own && own->state == State::Usable);
        const auto foreign = signingKeyOf(Seal::Kind::OpenPgp, u"bo@example.net"_s, gnupg);
        QVERIFY(foreign && foreign->state == State::None); // its secret is elsewhere
    }
    void expiredAndRevokedKeysAreNotUsed()
    {
        const GnupgHome home;
        home.enter();
        QVERIFY(makeKey(u"Anna <anna@example.org>"_s));
        QVERIFY(gpg({u"--faked-system-time"_s, u"20200101T000000"_s, u"--passphrase"_s, QString(),
                     u"--quick-gen-key"_s, u"Old <old@example.org>"_s, u"default"_s, u"default"_s, u"1d"_s})
                    .code
                == 0);
        QVERIFY(makeKey(u"Gone <gone@example.org>"_s));
        QVERIFY(gpg({u"--passphrase"_s, QString(), u"--quick-add-uid"_s, u"Anna <anna@example.org>"_s,
                     u"Anna <left@example.org>"_s})
                    .code
                == 0);
        QVERIFY(gpg({u"--quick-revoke-uid"_s, u"anna@example.org"_s, u"Anna <left@example.org>"_s}).code
                == 0);
        const QString gone = fingerprint(u"gone@example.org"_s);
        QFile revocation(home.path(u"openpgp-revocs.d/"_s + gone + u".rev"_s));
        QVERIFY(revocation.open(QIODevice::ReadOnly));
        QVERIFY(gpg({u"--import"_s}, revocation.readAll().replace(":-----BEGIN", "-----BEGIN")).code == 0);
        QVERIFY(gpg({u"--passphrase"_s, QString(), u"--quick-gen-key"_s, u"Signer <signer@example.org>"_s,
                     u"ed25519"_s, u"sign"_s, u"never"_s})
                    .code
                == 0);

        GnupgSealer gnupg;
        const auto keys = canEncryptTo(
            Seal::Kind::OpenPgp,
            {u"old@example.org"_s, u"gone@example.org"_s, u"left@example.org"_s, u"signer@example.org"_s},
            gnupg);
        QVERIFY(keys);
        QCOMPARE(keys->keys[0].state, State::Expired);
        QCOMPARE(keys->keys[0].expiresAt.toUTC().date(), QDate(2020, 1, 2));
        QCOMPARE(keys->keys[1].state, State::Revoked);
        QCOMPARE(keys->keys[2].state, State::Revoked);
        QCOMPARE(keys->keys[3].state, State::Unfit);
        QCOMPARE(keys->obstacles(true).size(), 4);
        for (const QString &sentence : keys->obstacles(true))
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        Draft draft = letter();
        draft.from.email = u"old@example.org"_s;
        const Sealed out = sealed(draft, {.sign = true});
        QVERIFY2(out.error.startsWith("The key for old@example.org expired on "_L1), qPrintable(out.error));
    }

    void aPassphraseThatIsNotGivenIsSaid()
    {
        run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s});
        Draft draft = letter();
        draft.from.email = u"lock@example.org"_s;
        const Sealed out = sealed(draft, {.sign = true});
        QVERIFY2(out.error.contains("passphrase was not given"_L1), qPrintable(out.error));
        draft.to = {{{}, u"anna@example.org"_s}};
        const Sealed both = sealed(draft, {.sign = true, .encrypt = true});
        QVERIFY2(both.error.contains("passphrase was not given"_L1), qPrintable(both.error));
        const Sealed none = sealed(draft, {.encrypt = true}); // which needs none
        QCOMPARE(none.error, QString());
    }
    void aPassphraseThatIsGivenOpensTheKey()
    {
        m_smime.enter(); // where somebody sits who types x
        QVERIFY(makeKey(u"Anna Becker <anna@example.org>"_s, u"x"_s));
        run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s});
        const auto written = writeMessage(letter(), {.staysAsWritten = true});
        const SealWish wish{.sign = true, .sender = u"anna@example.org"_s};
        GnupgSealer gnupg;
        gnupg.setMayAsk(false);
        const auto unasked = seal(written->bytes, written->entityAt, wish, gnupg);
        QVERIFY(!unasked);
        QVERIFY2(unasked.error().code == "passphrase"_L1, qPrintable(unasked.error().text));
        gnupg.setMayAsk(true);
        const auto out = seal(written->bytes, written->entityAt, wish, gnupg);
        QVERIFY2(out, out ? "" : qPrintable(out.error().text));
        QVERIFY(read(out->bytes).seals.value(0).signatures.value(0).validity == Good);
    }
    void pythonFindsTheParts()
    {
        for (const bool encrypt : {false, true}) {
            const Sealed out = sealed(letter(), {.sign = true, .encrypt = encrypt});
            QCOMPARE(harmInMessage(out.bytes), QStringList());
            const QJsonObject read = pythonReads(out.bytes);
            QCOMPARE(read[u"defects"], QJsonArray());
            QCOMPARE(read[u"body"][u"parts"].toArray().size(), 2);
        }
    }
    void whatCannotBeginIsSaid()
    {
        GnupgSealer gnupg;
        gnupg.cancel();
        const auto cancelled = gnupg.sign(Seal::Kind::OpenPgp, "x", u"0"_s);
        QVERIFY(!cancelled && cancelled.error().kind == ErrorKind::Cancelled);
        GnupgSealer other;
        const auto unknown = other.sign(Seal::Kind::OpenPgp, "x", QString(40, u'A'));
        QVERIFY(!unknown && unknown.error().kind == ErrorKind::NotFound);
        const auto nobody = other.encrypt(Seal::Kind::OpenPgp, "x", {});
        QVERIFY(!nobody);
    }

    void smimeSigned()
    {
        m_smime.enter();
        Draft draft = letter();
        draft.from.email = u"berta@example.org"_s;
        const Sealed out = sealed(draft, {.kind = Seal::Kind::SMime, .sign = true});
        QCOMPARE(out.error, QString());
        QVERIFY(isSevenBit(out.bytes));
        const Read r = read(out.bytes);
        QCOMPARE(r.seals.size(), 1);
        QVERIFY(r.seals[0].kind == Seal::Kind::SMime && r.seals[0].isWhole);
        QVERIFY(r.seals[0].signatures.value(0).validity == Good);
        QCOMPARE(r.view.text, textOf(draft));
        QCOMPARE(r.view.subject, draft.subject);
        QCOMPARE(Entity::of(out.bytes).field("content-type").parameter("micalg"), "sha-256");
        m_smime.write(u"mail.eml"_s, out.bytes);
        const Ran checked = run(u"openssl"_s,
                                {u"cms"_s, u"-verify"_s, u"-in"_s, m_smime.path(u"mail.eml"_s), u"-CAfile"_s,
                                 m_smime.path(u"cert.pem"_s)});
        QVERIFY2(checked.code == 0, checked.errors.constData());
        QByteArray changed = out.bytes;
        const qsizetype at = changed.lastIndexOf("/v7+");
        changed[at] = 'A';
        QVERIFY(read(changed).seals.value(0).signatures.value(0).validity == SealSignature::Validity::Bad);
    }
    void smimeEncrypted_data()
    {
        QTest::addColumn<bool>("sign");
        QTest::newRow("alone") << false;
        QTest::newRow("and signed") << true;
    }
    void smimeEncrypted()
    {
        QFETCH(bool, sign);
        m_smime.enter();
        Draft draft = letter();
        draft.from.email = u"berta@example.org"_s;
        draft.to = {draft.from};
        const Sealed out = sealed(draft, {.kind = Seal::Kind::SMime, .sign = sign, .encrypt = true});
        QCOMPARE(out.error, QString());
        QVERIFY(isSevenBit(out.bytes) && !out.bytes.contains("plan"));
        const Entity whole = Entity::of(out.bytes);
        QCOMPARE(whole.field("content-type").value(), "application/pkcs7-mime");
        QCOMPARE(whole.field("content-type").parameter("smime-type"), "enveloped-data");
        const Read r = read(out.bytes);
        QCOMPARE(r.seals.size(), sign ? 2 : 1);
        QVERIFY(r.seals[0].opening == Seal::Opening::Opened);
        if (sign)
            QVERIFY(r.seals[1].signatures.value(0).validity == Good && r.seals[1].isWhole);
        QCOMPARE(r.view.text, textOf(draft));
        QCOMPARE(r.view.subject, draft.subject);
        QCOMPARE(r.files, QList<QByteArray>{draft.attachments[0].data});
        m_smime.write(u"mail.eml"_s, out.bytes);
        const Ran opened = run(u"openssl"_s,
                               {u"cms"_s, u"-decrypt"_s, u"-in"_s, m_smime.path(u"mail.eml"_s), u"-recip"_s,
                                m_smime.path(u"cert.pem"_s), u"-inkey"_s, m_smime.path(u"key.pem"_s)});
        QVERIFY2(opened.code == 0, opened.errors.constData());
        QVERIFY(opened.out.contains("HP-Outer: Subject: [...]"));
    }
    void smimeCannotHideAnybody()
    {
        m_smime.enter();
        Draft draft = letter();
        draft.from.email = u"berta@example.org"_s;
        draft.bcc = {draft.from};
        const Sealed out = sealed(draft, {.kind = Seal::Kind::SMime, .encrypt = true});
        QVERIFY(out.bytes.isEmpty() && out.error.endsWith(u'.'));
    }
    void certificatesAreTold()
    {
        m_smime.enter();
        GnupgSealer gnupg;
        const auto keys
            = canEncryptTo(Seal::Kind::SMime,
                           {u"berta@example.org"_s, u"bert@example.org"_s, u"xaver@example.org"_s}, gnupg);
        QVERIFY2(keys, keys ? "" : qPrintable(keys.error().text));
        QCOMPARE(keys->keys[0].state, State::Usable);
        QCOMPARE(keys->keys[0].owner, u"Berta Muster"_s);
        QCOMPARE(keys->keys[1].state, State::None);
        QCOMPARE(keys->keys[2].state, State::Unproven); // nobody here vouches for it
        const QString old = m_smime.path(u"old.pem"_s);
        QVERIFY(run(u"openssl"_s,
                    {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                     m_smime.path(u"oldkey.pem"_s), u"-out"_s, old, u"-not_before"_s, u"20200101000000Z"_s,
                     u"-not_after"_s, u"20200201000000Z"_s, u"-subj"_s,
                     u"/CN=Olga/emailAddress=olga@example.org"_s})
                    .code
                == 0);
        QVERIFY(run(u"gpgsm"_s, {u"--import"_s, old}).code == 0);
        const auto expired = canEncryptTo(Seal::Kind::SMime, {u"olga@example.org"_s}, gnupg);
        QVERIFY(expired);
        QCOMPARE(expired->keys[0].state, State::Expired);
        QCOMPARE(expired->keys[0].expiresAt.toUTC().date(), QDate(2020, 2, 1));
        Draft draft = letter();
        draft.from.email = u"berta@example.org"_s;
        draft.to = {{{}, u"xaver@example.org"_s}};
        const Sealed refused = sealed(draft, {.kind = Seal::Kind::SMime, .encrypt = true});
        QVERIFY(refused.bytes.isEmpty() && refused.error.contains("xaver@example.org"_L1));
        const Sealed out
            = sealed(draft, {.kind = Seal::Kind::SMime, .encrypt = true, .acceptsUnproven = true});
        QCOMPARE(out.error, QString());
        m_smime.write(u"mail.eml"_s, out.bytes);
        const Ran opened = run(u"openssl"_s,
                               {u"cms"_s, u"-decrypt"_s, u"-in"_s, m_smime.path(u"mail.eml"_s), u"-recip"_s,
                                m_smime.path(u"other.pem"_s), u"-inkey"_s, m_smime.path(u"otherkey.pem"_s)});
        QVERIFY2(opened.code == 0, opened.errors.constData());
    }

private:
    static QString fingerprint(const QString &address)
    {
        const Ran listed = gpg({u"--with-colons"_s, u"--list-keys"_s, u'<' + address + u'>'});
        for (const QByteArray &line : listed.out.split('\n')) {
            if (line.startsWith("fpr:"))
                return QString::fromLatin1(line.split(':').value(9));
        }
        return {};
    }
    void makeCertificate() const
    {
        m_smime.enter();
        const QString key = m_smime.path(u"key.pem"_s);
        const QString certificate = m_smime.path(u"cert.pem"_s);
        const QString both = m_smime.path(u"both.p12"_s);
        const auto make = [](const QString &key, const QString &certificate, const QString &subject) {
            return run(u"openssl"_s,
                       {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, key,
                        u"-out"_s, certificate, u"-days"_s, u"30"_s, u"-subj"_s, subject})
                       .code
                == 0;
        };
        QVERIFY(make(key, certificate, u"/CN=Berta Muster/emailAddress=berta@example.org"_s));
        QVERIFY(run(u"openssl"_s,
                    {u"pkcs12"_s, u"-export"_s, u"-inkey"_s, key, u"-in"_s, certificate, u"-out"_s, both,
                     u"-passout"_s, u"pass:x"_s})
                    .code
                == 0);
        QVERIFY(run(u"gpgsm"_s, {u"--import"_s, both}).code == 0);
        const Ran print = run(u"openssl"_s,
                              {u"x509"_s, u"-in"_s, certificate, u"-noout"_s, u"-fingerprint"_s, u"-sha1"_s});
        m_smime.write(u"trustlist.txt"_s, print.out.mid(print.out.indexOf('=') + 1).trimmed() + " S relax\n");
        const QString other = m_smime.path(u"other.pem"_s);
        QVERIFY(make(m_smime.path(u"otherkey.pem"_s), other,
                     u"/CN=Xaver Fremd/emailAddress=xaver@example.org"_s));
        QVERIFY(run(u"gpgsm"_s, {u"--import"_s, other}).code == 0);
        run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s}); // it has read the list of trust
    }

    GnupgHome m_anna;
    GnupgHome m_bo;
    GnupgHome m_smime{"x"};
};

QTEST_GUILESS_MAIN(GnupgSealerTest)
#include "gnupgsealer_test.moc"
