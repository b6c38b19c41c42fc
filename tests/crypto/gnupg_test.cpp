// The real GnuPG, with keys made for this test in a home of its own.
#include "core/crypto/entity.h"
#include "core/crypto/gnupg.h"
#include "core/crypto/unsealing.h"
#include "core/mime/messageparser.h"
#include "support/gnupghome.h"

#include <QStandardPaths>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Inner = "Content-Type: text/plain; charset=utf-8\r\n\r\nGreetings, Łucja\r\n";
const QByteArray Head = "From: Anna <anna@example.org>\r\nSubject: Test\r\n";

QByteArray pgpEncrypted(const QByteArray &armour)
{
    return Head
        + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=e\r\n\r\n"
          "--e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
          "--e\r\nContent-Type: application/octet-stream\r\n\r\n"
        + armour + "\r\n--e--\r\n";
}

QByteArray pgpSigned(const QByteArray &entity, const QByteArray &signature)
{
    return Head
        + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=s\r\n\r\n--s\r\n"
        + entity + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\n" + signature + "\r\n--s--\r\n";
}

struct Read {
    MessageView view;
    QList<Seal> seals;
};

Read read(const QByteArray &message)
{
    const MessageHalves halves = splitMessage(message);
    Gnupg gnupg;
    const Unsealed plain = unseal(halves.header, halves.body, gnupg);
    return {parseMessage(plain.header, plain.body), plain.seals};
}

} // namespace

class GnupgTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &program : {u"gpg"_s, u"gpgsm"_s, u"openssl"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), qPrintable(program));
        m_stranger.enter();
        QVERIFY(makeKey(u"Otto Other <otto@example.net>"_s));
        m_home.enter();
        QVERIFY(makeKey(u"Anna Becker <anna@example.org>"_s));
        QVERIFY(makeKey(u"Lock <lock@example.org>"_s, u"open sesame"_s));
    }
    void init() { m_home.enter(); }

    void encryptedAndSigned()
    {
        const Ran sealed = gpg({u"-a"_s, u"--sign"_s, u"--encrypt"_s, u"-u"_s, u"anna@example.org"_s, u"-r"_s,
                                u"anna@example.org"_s},
                               Inner);
        QCOMPARE(sealed.code, 0);
        const Read r = read(pgpEncrypted(sealed.out));
        QCOMPARE(r.view.text, u"Greetings, Łucja\n"_s);
        QCOMPARE(r.seals.size(), 1);
        QVERIFY(r.seals[0].opening == Seal::Opening::Opened && r.seals[0].isWhole);
        QCOMPARE(r.seals[0].signatures.size(), 1);
        const SealSignature &by = r.seals[0].signatures[0];
        QVERIFY(by.validity == SealSignature::Validity::Good);
        QVERIFY(by.trust == SealSignature::Trust::Full); // one's own key
        QCOMPARE(by.signer, u"Anna Becker"_s);
        QCOMPARE(by.addresses, QStringList{u"anna@example.org"_s});
        QVERIFY(by.signedAt.isValid() && by.keyId.size() == 40);
    }
    void encryptedForSomebodyElse()
    {
        m_stranger.enter();
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"otto@example.net"_s}, Inner);
        QCOMPARE(sealed.code, 0);
        m_home.enter();
        const Read r = read(pgpEncrypted(sealed.out));
        QCOMPARE(r.seals.size(), 1);
        QVERIFY(r.seals[0].opening == Seal::Opening::NoKey);
        QVERIFY(!r.view.text.contains("Greetings"_L1));
    }
    void passphraseNotGiven()
    {
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"lock@example.org"_s}, Inner);
        QCOMPARE(sealed.code, 0);
        run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s}); // it may remember the passphrase
        const Read r = read(pgpEncrypted(sealed.out));
        QVERIFY2(r.seals.value(0).opening == Seal::Opening::Cancelled, qPrintable(r.seals.value(0).reason));
    }
    void passphraseGiven()
    {
        m_asked.enter();
        QVERIFY(makeKey(u"Lock <lock@example.org>"_s, u"x"_s));
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"lock@example.org"_s}, Inner);
        run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s});
        QCOMPARE(read(pgpEncrypted(sealed.out)).view.text, u"Greetings, Łucja\n"_s);
    }
    // What is unfolded beside the open message asks for nothing; where the agent knows the passphrase it is
    // read.
    void nobodyIsAskedWhereNobodyHasClicked()
    {
        m_asked.enter();
        QVERIFY(makeKey(u"Quiet <quiet@example.org>"_s, u"x"_s));
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"quiet@example.org"_s}, Inner);
        run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s});
        Gnupg gnupg;
        gnupg.setMayAsk(false);
        QVERIFY(gnupg.decrypt(Seal::Kind::OpenPgp, sealed.out).seal.opening == Seal::Opening::Cancelled);
        gnupg.setMayAsk(true);
        QVERIFY(gnupg.decrypt(Seal::Kind::OpenPgp, sealed.out).seal.isOpen());
        gnupg.setMayAsk(false);
        QVERIFY(gnupg.decrypt(Seal::Kind::OpenPgp, sealed.out).seal.isOpen());
    }
    void changedOnItsWay()
    {
        Ran sealed = gpg({u"--encrypt"_s, u"-r"_s, u"anna@example.org"_s, u"-z"_s, u"0"_s}, Inner);
        sealed.out[sealed.out.size() - 30] = char(sealed.out[sealed.out.size() - 30] ^ 1);
        const Read r = read(pgpEncrypted(sealed.out));
        QVERIFY(!r.seals.value(0).isOpen());
        QVERIFY(!r.view.text.contains("Greetings"_L1));
    }
    void damagedArmour()
    {
        const Read r
            = read(pgpEncrypted("-----BEGIN PGP MESSAGE-----\r\n\r\nAAAA\r\n-----END PGP MESSAGE-----"));
        QVERIFY(r.seals.value(0).opening == Seal::Opening::Failed);
        QVERIFY(!r.seals.value(0).reason.isEmpty());
    }
    void detachedSignature()
    {
        const Ran signature = gpg({u"-a"_s, u"--detach-sign"_s, u"-u"_s, u"anna@example.org"_s}, Inner);
        const Read good = read(pgpSigned(Inner, signature.out));
        QVERIFY(good.seals.value(0).signatures.value(0).validity == SealSignature::Validity::Good);
        QVERIFY(good.seals[0].opening == Seal::Opening::NotEncrypted);
        QByteArray changed = Inner;
        changed.replace("Greetings", "Threats");
        const Read bad = read(pgpSigned(changed, signature.out));
        QVERIFY(bad.seals.value(0).signatures.value(0).validity == SealSignature::Validity::Bad);
        QCOMPARE(bad.seals[0].signatures[0].signer, u"Anna Becker"_s);
        QVERIFY(bad.view.text.contains("Threats"_L1)); // shown, with the warning
        const Read none = read(pgpSigned(Inner, "no signature"));
        QCOMPARE(none.seals.value(0).signatures.size(), 1);
        QVERIFY(none.seals[0].signatures[0].validity == SealSignature::Validity::Unknown);
    }
    void signedByAnUnknownKey()
    {
        m_stranger.enter();
        const Ran signature = gpg({u"-a"_s, u"--detach-sign"_s}, Inner);
        m_home.enter();
        const Read r = read(pgpSigned(Inner, signature.out));
        const SealSignature by = r.seals.value(0).signatures.value(0);
        QVERIFY(by.validity == SealSignature::Validity::NoKey);
        QVERIFY(!by.keyId.isEmpty() && by.signer.isEmpty());
    }
    void knownButNotConfirmedKey()
    {
        m_stranger.enter();
        const Ran signature = gpg({u"-a"_s, u"--detach-sign"_s}, Inner);
        const Ran key = gpg({u"--export"_s});
        const GnupgHome third;
        third.enter();
        QVERIFY(gpg({u"--import"_s}, key.out).code == 0);
        const Read r = read(pgpSigned(Inner, signature.out));
        const SealSignature by = r.seals.value(0).signatures.value(0);
        QVERIFY(by.validity == SealSignature::Validity::Good);
        QVERIFY(by.trust == SealSignature::Trust::Unknown);
        QCOMPARE(by.signer, u"Otto Other"_s);
    }
    void clearSigned()
    {
        const Ran sealed
            = gpg({u"--clear-sign"_s, u"-u"_s, u"anna@example.org"_s}, "- dashes\nas they stand\n");
        const Read r = read(Head + "\r\n" + withCrlf(sealed.out));
        QCOMPARE(r.view.text.trimmed(), u"- dashes\nas they stand"_s);
        QVERIFY(r.seals.value(0).signatures.value(0).validity == SealSignature::Validity::Good);
    }
    void armourWithinText()
    {
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"anna@example.org"_s}, "Old ways\n");
        const Read r = read(Head + "\r\nHello\r\n" + withCrlf(sealed.out) + "Bye\r\n");
        QVERIFY(r.view.text.startsWith("Hello\nOld ways"_L1));
        QVERIFY(!r.seals.value(0).isWhole);
    }
    void smime()
    {
        m_asked.enter();
        makeCertificate();
        const QString message = m_asked.path(u"inner.eml"_s);
        m_asked.write(u"inner.eml"_s, Inner);
        const QStringList signer{u"-signer"_s, m_asked.path(u"cert.pem"_s), u"-inkey"_s,
                                 m_asked.path(u"key.pem"_s)};
        const Ran clear = run(u"openssl"_s, QStringList{u"smime"_s, u"-sign"_s, u"-in"_s, message} + signer);
        QCOMPARE(clear.code, 0);
        const Read detached = read(Head + withCrlf(clear.out));
        const SealSignature by = detached.seals.value(0).signatures.value(0);
        QVERIFY(detached.seals[0].kind == Seal::Kind::SMime);
        QVERIFY(by.validity == SealSignature::Validity::Good);
        QVERIFY(by.trust != SealSignature::Trust::Full); // nobody here vouches for it
        QCOMPARE(by.signer, u"Berta Muster"_s);
        QCOMPARE(by.issuer, u"Berta Muster"_s);
        QVERIFY(by.addresses.contains(u"berta@example.org"_s));
        QVERIFY(detached.view.text.contains(u"Łucja"_s));

        const Ran opaque = run(
            u"openssl"_s, QStringList{u"smime"_s, u"-sign"_s, u"-nodetach"_s, u"-in"_s, message} + signer);
        QVERIFY(read(Head + withCrlf(opaque.out)).view.text.contains(u"Łucja"_s));

        const Ran sealed
            = run(u"openssl"_s,
                  {u"cms"_s, u"-encrypt"_s, u"-aes256"_s, u"-in"_s, message, m_asked.path(u"cert.pem"_s)});
        const Read opened = read(Head + withCrlf(sealed.out));
        QVERIFY2(opened.seals.value(0).opening == Seal::Opening::Opened,
                 qPrintable(opened.seals.value(0).reason));
        QVERIFY(opened.view.text.contains(u"Łucja"_s));

        QByteArray changed = clear.out;
        changed.replace("Greetings", "Threats..");
        const Read bad = read(Head + withCrlf(changed));
        QVERIFY(bad.seals.value(0).signatures.value(0).validity == SealSignature::Validity::Bad);
    }
    void aCancelledOperationEnds()
    {
        Gnupg gnupg;
        gnupg.cancel();
        const auto out = gnupg.decrypt(Seal::Kind::OpenPgp, "x");
        QVERIFY(!out.seal.isOpen());
        QVERIFY(out.seal.opening == Seal::Opening::Cancelled);
    }

private:
    void makeCertificate() const
    {
        const QString key = m_asked.path(u"key.pem"_s);
        const QString certificate = m_asked.path(u"cert.pem"_s);
        const QString both = m_asked.path(u"both.p12"_s);
        QCOMPARE(run(u"openssl"_s,
                     {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, key,
                      u"-out"_s, certificate, u"-days"_s, u"30"_s, u"-subj"_s,
                      u"/CN=Berta Muster/emailAddress=berta@example.org"_s})
                     .code,
                 0);
        QCOMPARE(run(u"openssl"_s,
                     {u"pkcs12"_s, u"-export"_s, u"-inkey"_s, key, u"-in"_s, certificate, u"-out"_s, both,
                      u"-passout"_s, u"pass:x"_s})
                     .code,
                 0);
        const Ran imported = run(u"gpgsm"_s, {u"--import"_s, both});
        QVERIFY2(imported.code == 0, imported.errors.constData());
    }

    GnupgHome m_home;
    GnupgHome m_asked{"x"};
    GnupgHome m_stranger;
};

QTEST_GUILESS_MAIN(GnupgTest)
#include "gnupg_test.moc"
