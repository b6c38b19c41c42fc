// What is taken apart and put together around seals, with an opener that knows everything.
#include "core/crypto/entity.h"
#include "core/crypto/sealopener.h"
#include "core/crypto/unsealing.h"
#include "core/mime/messageparser.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

// "Encrypts" by hex; a signature is right when it is "signed".
class FakeOpener : public SealOpener
{
public:
    Opened decrypt(Seal::Kind kind, QByteArrayView sealed) override
    {
        ++operations;
        Opened out;
        out.seal.kind = kind;
        QByteArray hex = sealed.toByteArray();
        hex.replace("-----BEGIN PGP MESSAGE-----", "").replace("-----END PGP MESSAGE-----", "");
        out.content = QByteArray::fromHex(hex.trimmed());
        out.seal.opening = out.content.isEmpty() ? Seal::Opening::NoKey : Seal::Opening::Opened;
        return out;
    }
    Opened takeOut(Seal::Kind kind, QByteArrayView sealed) override
    {
        ++operations;
        Opened out;
        out.seal.kind = kind;
        out.seal.signatures.append({.validity = SealSignature::Validity::Good});
        if (sealed.startsWith("-----BEGIN PGP SIGNED")) {
            const qsizetype from = sealed.indexOf("\r\n\r\n") + 4;
            out.content
                = sealed.sliced(from, sealed.indexOf("-----BEGIN PGP SIGNATURE") - from).toByteArray();
        } else {
            out.content = QByteArray::fromHex(sealed.sliced(7).toByteArray());
        }
        return out;
    }
    Opened verify(Seal::Kind kind, QByteArrayView covered, QByteArrayView signature) override
    {
        ++operations;
        checked.append(covered.toByteArray());
        Opened out;
        out.seal.kind = kind;
        out.content = covered.toByteArray();
        out.seal.signatures.append({.validity = signature.trimmed() == "signed"
                                        ? SealSignature::Validity::Good
                                        : SealSignature::Validity::Bad});
        return out;
    }
    Cms kindOf(QByteArrayView octets) override
    {
        return octets.startsWith("signed:") ? Cms::Signed
            : octets.startsWith("certs:")   ? Cms::Other
                                            : Cms::Encrypted;
    }

    int operations = 0;
    QList<QByteArray> checked;
};

struct Read {
    Unsealed plain;
    MessageView view;
    int operations;
    QList<QByteArray> checked;
};

Read read(QByteArray message)
{
    message = withCrlf(message);
    const MessageHalves halves = splitMessage(message);
    FakeOpener opener;
    const Unsealed plain = unseal(halves.header, halves.body, opener);
    return {plain, parseMessage(plain.header, plain.body), opener.operations, opener.checked};
}

QByteArray encrypted(const QByteArray &entity)
{
    return "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=e\n\n"
           "--e\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
           "--e\nContent-Type: application/octet-stream; name=encrypted.asc\n\n"
           "-----BEGIN PGP MESSAGE-----\n"
        + withCrlf(entity).toHex() + "\n-----END PGP MESSAGE-----\n--e--\n";
}

QByteArray signedBy(const QByteArray &entity, const QByteArray &signature = "signed")
{
    return "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; "
           "boundary=\"s s\"\n\n--s s\n"
        + entity + "\n--s s\nContent-Type: application/pgp-signature; name=signature.asc\n\n" + signature
        + "\n--s s--\n";
}

const QByteArray Head = "From: a@example.org\nTo: b@example.org\nSubject: Outer\n";

} // namespace

class UnsealingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encryptedMessageIsRead()
    {
        const Read r = read(Head + encrypted("Content-Type: text/plain; charset=utf-8\n\nSecret words ü\n"));
        QCOMPARE(r.view.text, u"Secret words ü\n"_s);
        QCOMPARE(r.view.subject, u"Outer"_s);
        QCOMPARE(r.view.attachments.size(), 0);
        QCOMPARE(r.plain.seals.size(), 1);
        QVERIFY(r.plain.seals[0].isWhole && r.plain.seals[0].isEncrypted() && r.plain.seals[0].isOpen());
    }
    void whatCannotBeOpenedStays()
    {
        const Read r = read(Head
                            + "Content-Type: multipart/encrypted; boundary=e\n\n--e\nContent-Type: "
                              "application/pgp-encrypted\n\nVersion: 1\n--e\nContent-Type: "
                              "application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--e--\n");
        QCOMPARE(r.plain.seals.size(), 1);
        QVERIFY(!r.plain.seals[0].isOpen());
        QCOMPARE(r.view.attachments.size(), 2);
    }
    void signedOctetsAreExactlyThose()
    {
        const QByteArray entity = "Content-Type: text/plain\nX-Own: 1\n\nLine  \n\nlast line\n";
        const Read r = read(Head + signedBy(entity));
        QCOMPARE(r.checked.size(), 1);
        QCOMPARE(r.checked[0], withCrlf(entity)); // the line break before the boundary is not part of it
        QCOMPARE(r.view.text, u"Line  \n\nlast line\n"_s);
        QVERIFY(r.view.attachments.isEmpty());
        QVERIFY(r.plain.seals[0].isWhole);
        QVERIFY(r.plain.seals[0].signatures[0].validity == SealSignature::Validity::Good);
    }
    void nestedBoundariesDoNotEndTheSignedPart()
    {
        const QByteArray entity
            = "Content-Type: multipart/mixed; boundary=\"s s x\"\n\n--s s x\nContent-Type: "
              "text/plain\n\nOne\n--s s x\nContent-Type: text/plain; "
              "name=a.txt\nContent-Disposition: attachment\n\nTwo\n--s s x--\n";
        const Read r = read(Head + signedBy(entity));
        QCOMPARE(r.checked.value(0), withCrlf(entity));
        QCOMPARE(r.view.attachments.size(), 1);
    }
    void signedWithinEncrypted()
    {
        const Read r = read(Head + encrypted(signedBy("Content-Type: text/html\n\n<p>Both</p>", "wrong")));
        QCOMPARE(r.plain.seals.size(), 2);
        QVERIFY(r.plain.seals[1].isWhole);
        QVERIFY(r.plain.seals[1].signatures[0].validity == SealSignature::Validity::Bad);
        QVERIFY(r.view.html.contains("Both"_L1));
        QCOMPARE(r.operations, 2);
    }
    void aListsFooterIsNotSigned()
    {
        const Read r = read(Head + "Content-Type: multipart/mixed; boundary=m\n\n--m\n"
                            + signedBy("Content-Type: text/plain\n\nWords\n")
                            + "--m\nContent-Type: text/plain\n\nThe list's footer\n--m--\n");
        QCOMPARE(r.plain.seals.size(), 1);
        QVERIFY(!r.plain.seals[0].isWhole);
        QVERIFY(r.view.text.contains("Words"_L1) && r.view.text.contains("footer"_L1));
    }
    void aThirdPartIsNotSigned()
    {
        QByteArray message = signedBy("Content-Type: text/plain\n\nWords\n");
        message.replace("\n--s s--\n", "\n--s s\nContent-Type: text/plain\n\nSmuggled\n--s s--\n");
        const Read r = read(Head + message);
        QVERIFY(!r.plain.seals[0].isWhole);
    }
    void protectedSubjectIsShown()
    {
        const Read r = read(Head
                            + encrypted("Content-Type: text/plain; protected-headers=\"v1\"\nSubject: "
                                        "Inner\nFrom: else@example.org\n\nWords\n"));
        QCOMPARE(r.view.subject, u"Inner"_s);
        QCOMPARE(r.view.from.email, u"a@example.org"_s); // the outer one is what is judged and answered
        QVERIFY(!r.plain.header.contains("Outer"));
    }
    void unprotectedInnerSubjectIsNot()
    {
        const Read r = read(Head + encrypted("Content-Type: text/plain\nSubject: Inner\n\nWords\n"));
        QCOMPARE(r.view.subject, u"Outer"_s);
    }
    void aPartCannotProtectTheMessagesSubject()
    {
        const Read r = read(Head + "Content-Type: multipart/mixed; boundary=m\n\n--m\n"
                            + encrypted("Content-Type: text/plain; hp=\"cipher\"\nSubject: Inner\n\nWords\n")
                            + "--m\nContent-Type: text/plain\n\nRest\n--m--\n");
        QCOMPARE(r.view.subject, u"Outer"_s);
        QVERIFY(r.view.text.contains("Words"_L1));
    }
    void whatWasDecryptedCannotLeaveItsPart()
    {
        // The inner text knows the outer boundary.
        const Read r = read(Head + "Content-Type: multipart/mixed; boundary=m\n\n--m\n"
                            + encrypted("Content-Type: text/plain\n\nWords\n--m\nContent-Type: text/plain; "
                                        "name=evil.txt\nContent-Disposition: attachment\n\nx\n--m--\n")
                            + "--m\nContent-Type: text/plain\n\nRest\n--m--\n");
        QVERIFY(r.view.attachments.isEmpty());
        QVERIFY(r.view.text.contains("Rest"_L1));
    }
    void armourWithinText()
    {
        const QByteArray armour = "-----BEGIN PGP MESSAGE-----\n" + QByteArray("Old ways: ü\n").toHex()
            + "\n-----END PGP MESSAGE-----";
        const Read r
            = read(Head + "Content-Type: text/plain; charset=iso-8859-1\n\nHello\n" + armour + "\nBye\n");
        QCOMPARE(r.view.text, u"Hello\nOld ways: ü\n\nBye\n"_s);
        QVERIFY(!r.plain.seals.value(0).isWhole);
        const Read alone = read(Head + "\n" + armour + "\n");
        QVERIFY(alone.plain.seals.value(0).isWhole);
    }
    void clearSignedText()
    {
        const Read r = read(Head
                            + "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nAs it stands\n"
                              "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n");
        QVERIFY(r.view.text.contains("As it stands"_L1) && !r.view.text.contains("BEGIN"_L1));
        QVERIFY(r.plain.seals.value(0).isWhole);
    }
    void quotedArmourIsNotOpened()
    {
        const Read r = read(Head + "\n> -----BEGIN PGP MESSAGE-----\n> 41\n> -----END PGP MESSAGE-----\n");
        QVERIFY(r.plain.seals.isEmpty());
        QCOMPARE(r.operations, 0);
    }
    void anAttachedTextStaysAFile()
    {
        const QByteArray armour = "-----BEGIN PGP MESSAGE-----\n41\n-----END PGP MESSAGE-----";
        const Read r = read(Head
                            + "Content-Type: multipart/mixed; boundary=m\n\n--m\n\nSee the file\n--m\n"
                              "Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment; "
                              "filename=a.txt\n\n"
                            + armour + "\n--m--\n");
        QCOMPARE(r.operations, 0);
        QCOMPARE(r.view.attachments.size(), 1);
        QCOMPARE(r.view.text.trimmed(), u"See the file"_s);
    }
    void smime()
    {
        const QByteArray inner = withCrlf("Content-Type: text/plain\n\nInside\n");
        const QByteArray sealed = "signed:" + inner.toHex();
        const Read r = read(Head
                            + "Content-Type: application/pkcs7-mime; smime-type=signed-data; "
                              "name=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
                            + sealed.toBase64() + "\n");
        QCOMPARE(r.view.text, u"Inside\n"_s);
        QVERIFY(r.plain.seals.value(0).kind == Seal::Kind::SMime);
        const Read certs = read(Head
                                + "Content-Type: application/pkcs7-mime; smime-type=certs-only; "
                                  "name=smime.p7c\nContent-Transfer-Encoding: base64\n\n"
                                + QByteArray("certs:x").toBase64() + "\n");
        QVERIFY(certs.plain.seals.isEmpty());
        QCOMPARE(certs.view.attachments.size(), 1);
    }
    void exchangeManglesPgp()
    {
        const QByteArray armour = "-----BEGIN PGP MESSAGE-----\n"
            + QByteArray("Content-Type: text/plain\r\n\r\nThere\r\n").toHex()
            + "\n-----END PGP MESSAGE-----\n";
        const Read r = read(Head
                            + "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: "
                              "text/plain\n\n\n--m\nContent-Type: application/pgp-encrypted; "
                              "name=version.txt\n\nVersion: 1\n--m\nContent-Type: application/octet-stream; "
                              "name=encrypted.asc\nContent-Transfer-Encoding: base64\n\n"
                            + armour.toBase64() + "\n--m--\n");
        QCOMPARE(r.view.text, u"There\n"_s);
    }
    void sealsWithinSealsEnd()
    {
        QByteArray entity = "Content-Type: text/plain\n\nDeep\n";
        for (int i = 0; i < 12; ++i)
            entity = encrypted(entity);
        const Read r = read(Head + entity);
        QCOMPARE(r.operations, 10);
        QVERIFY(!r.view.text.contains("Deep"_L1));
    }
    void whatIsNotSealedIsLeftAlone()
    {
        const QByteArray message = withCrlf(
            Head + "Content-Type: multipart/mixed; boundary=m\n\nPreamble\n--m\n\nOne\n--m--\nEpilogue\n");
        const Read r = read(message);
        QCOMPARE(r.plain.header + r.plain.body, message);
        const MessageHalves halves = splitMessage(message);
        QVERIFY(!isSealed(halves.header, halves.body));
    }
    void sealsAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("signed") << Head + signedBy("\nx");
        QTest::newRow("encrypted") << Head + encrypted("\nx");
        QTest::newRow("smime") << Head + "Content-Type: Application/X-PKCS7-MIME\n\nx";
        QTest::newRow("armour") << Head + "\n-----BEGIN PGP MESSAGE-----\n";
        QTest::newRow("armour in base64") << Head + "Content-Transfer-Encoding: base64\n\n"
                + QByteArray("Hi\n-----BEGIN PGP MESSAGE-----\n").toBase64() + "\n";
        QTest::newRow("nested") << Head + "Content-Type: multipart/mixed; boundary=m\n\n--m\n"
                + signedBy("\nx") + "\n--m--\n";
    }
    void sealsAreNoticed()
    {
        QFETCH(QByteArray, message);
        const MessageHalves halves = splitMessage(withCrlf(message));
        QVERIFY(isSealed(halves.header, halves.body));
    }
};

QTEST_GUILESS_MAIN(UnsealingTest)
#include "unsealing_test.moc"
