// What is put together around seals, and which keys count, with a maker that knows what it is told.
#include "core/crypto/sealing.h"
#include "core/crypto/sealkeys.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using State = AddressKey::State;
using Trust = SealSignature::Trust;

namespace {

KeyFacts key(const QString &fingerprint, const QString &address, Trust trust = Trust::Full)
{
    KeyFacts out;
    out.fingerprint = fingerprint;
    out.users = {{address, u"Somebody"_s, trust, false}};
    out.isFit = true;
    out.createdAt = QDateTime::fromSecsSinceEpoch(1'000'000 + fingerprint.size());
    return out;
}

// Tells all its keys whatever it is asked for, like a program that searches too widely.
class FakeMaker : public SealMaker
{
public:
    Result<QList<KeyFacts>> keysOf(Seal::Kind, const QString &address, KeyUse use) override
    {
        asked.append(address);
        if (failure.kind == ErrorKind::Auth)
            return failure;
        return use == KeyUse::Signing ? own : keys;
    }
    Result<Signature> sign(Seal::Kind, QByteArrayView covered, const QString &fingerprint) override
    {
        signedOctets = covered.toByteArray();
        signer = fingerprint;
        return Signature{"signature\n", hash};
    }
    Result<QByteArray> encrypt(Seal::Kind, QByteArrayView plain, const Encrypting &how) override
    {
        encrypted = plain.toByteArray();
        encrypting = how;
        return QByteArray("cipher\n");
    }

    QList<KeyFacts> keys;
    QList<KeyFacts> own;
    QStringList asked;
    Error failure{ErrorKind::Invalid, {}, {}};
    QByteArray hash = "SHA512";
    QByteArray signedOctets;
    QString signer;
    QByteArray encrypted;
    Encrypting encrypting;
};

const QByteArray Head = "From: anna@example.org\r\nTo: bo@example.org,\r\n cy@example.org\r\nSubject: The\r\n"
                        " plan\r\nMIME-Version: 1.0\r\n";
const QByteArray Body = "Content-Type: text/plain;\r\n charset=utf-8\r\n\r\nWords\r\n";

SealWish wish(bool sign, bool encrypt)
{
    return {
        .sign = sign, .encrypt = encrypt, .sender = u"anna@example.org"_s, .readers = {u"bo@example.org"_s}};
}

FakeMaker maker()
{
    FakeMaker out;
    out.keys = {key(u"A"_s, u"anna@example.org"_s), key(u"B"_s, u"bo@example.org"_s)};
    out.own = {key(u"A"_s, u"anna@example.org"_s)};
    return out;
}

State stateOf(const QList<KeyFacts> &keys)
{
    FakeMaker fake;
    fake.keys = keys;
    return canEncryptTo(Seal::Kind::OpenPgp, {u"bo@example.org"_s}, fake)->keys.value(0).state;
}

} // namespace

class SealingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotWantedIsNotDone()
    {
        FakeMaker fake = maker();
        const auto out = seal(Head + Body, Head.size(), wish(false, false), fake);
        QCOMPARE(out->bytes, Head + Body);
        QVERIFY(fake.asked.isEmpty());
    }
    void theSignedPartHasTheHeaderInIt()
    {
        FakeMaker fake = maker();
        const auto out = seal(Head + Body, Head.size(), wish(true, false), fake);
        QVERIFY(out);
        QCOMPARE(
            fake.signedOctets,
            "From: anna@example.org\r\nTo: bo@example.org,\r\n cy@example.org\r\nSubject: The\r\n plan\r\n"
            "Content-Type: text/plain;\r\n charset=utf-8;\r\n protected-headers=\"v1\"; hp=\"clear\"\r\n"
            "\r\nWords\r\n");
        QCOMPARE(out->bytes.first(out->entityAt), Head);
        QVERIFY(out->bytes.sliced(out->entityAt)
                    .startsWith("Content-Type: multipart/signed; "
                                "micalg=pgp-sha512;"));
        QVERIFY(out->bytes.contains("\r\n" + fake.signedOctets + "\r\n--"));
        QVERIFY(out->bytes.contains("\r\n\r\nsignature\r\n\r\n--"));
        QCOMPARE(fake.signer, u"A"_s);
    }
    void aHeaderInUnicodeStaysOutside()
    {
        FakeMaker fake = maker();
        QByteArray head = Head;
        head.replace("bo@", "b\xc3\xb6@");
        QVERIFY(seal(head + Body, head.size(), wish(true, false), fake));
        QVERIFY(fake.signedOctets.startsWith("Content-Type: text/plain;\r\n charset=utf-8\r\n"));
        QVERIFY(seal(head + Body, head.size(), wish(true, true), fake));
        QVERIFY(fake.encrypted.contains("b\xc3\xb6@"));
    }
    void theSubjectIsHiddenAndNothingElse()
    {
        FakeMaker fake = maker();
        const auto out = seal(Head + Body, Head.size(), wish(false, true), fake);
        QVERIFY(out);
        QCOMPARE(out->bytes.first(out->entityAt),
                 "From: anna@example.org\r\nTo: bo@example.org,\r\n cy@example.org\r\nSubject: [...]\r\n"
                 "MIME-Version: 1.0\r\n");
        QCOMPARE(
            fake.encrypted,
            "From: anna@example.org\r\nTo: bo@example.org,\r\n cy@example.org\r\nSubject: The\r\n plan\r\n"
            "HP-Outer: From: anna@example.org\r\nHP-Outer: To: bo@example.org,\r\n cy@example.org\r\n"
            "HP-Outer: Subject: [...]\r\nContent-Type: text/plain;\r\n charset=utf-8;\r\n "
            "protected-headers=\"v1\"; hp=\"cipher\"\r\n\r\nWords\r\n");
        QVERIFY(!out->bytes.contains("Words") && !out->bytes.contains("plan"));
        QCOMPARE(fake.encrypting.fingerprints, (QStringList{u"B"_s, u"A"_s}));
        QVERIFY(fake.encrypting.signer.isEmpty() && !fake.encrypting.hidesReaders
                && !fake.encrypting.acceptsUnproven);
    }
    void pgpSignsAndEncryptsInOne()
    {
        FakeMaker fake = maker();
        QVERIFY(seal(Head + Body, Head.size(), wish(true, true), fake));
        QCOMPARE(fake.encrypting.signer, u"A"_s);
        QVERIFY(fake.signedOctets.isEmpty());
    }
    void smimeSignsWithin()
    {
        FakeMaker fake = maker();
        fake.hash = "SHA256";
        SealWish both = wish(true, true);
        both.kind = Seal::Kind::SMime;
        const auto out = seal(Head + Body, Head.size(), both, fake);
        QVERIFY(out);
        QVERIFY(fake.encrypting.signer.isEmpty());
        QVERIFY(fake.encrypted.startsWith("Content-Type: multipart/signed; micalg=sha-256;"));
        QVERIFY(fake.encrypted.contains(QByteArray("signature\n").toBase64() + "\r\n"));
    }
    void hiddenReadersHideAll()
    {
        FakeMaker fake = maker();
        SealWish some = wish(false, true);
        some.readers.clear();
        some.hiddenReaders = {u"bo@example.org"_s};
        QVERIFY(seal(Head + Body, Head.size(), some, fake));
        QVERIFY(fake.encrypting.hidesReaders);
        QCOMPARE(fake.encrypting.fingerprints, (QStringList{u"B"_s, u"A"_s}));
    }
    void withoutAllKeysNothingIsSealed()
    {
        FakeMaker fake = maker();
        fake.keys.removeFirst(); // her own: she could not read it again
        const auto out = seal(Head + Body, Head.size(), wish(true, true), fake);
        QVERIFY(!out);
        QCOMPARE(out.error().text, u"There is no key for anna@example.org."_s);
        QVERIFY(fake.encrypted.isEmpty() && fake.signedOctets.isEmpty());
        fake.own.clear();
        const auto unsignable = seal(Head + Body, Head.size(), wish(true, false), fake);
        QCOMPARE(unsignable.error().text,
                 u"You have no key of your own for anna@example.org to sign with."_s);
    }
    void whatGnupgCannotTellIsSaid()
    {
        FakeMaker fake = maker();
        fake.failure = {ErrorKind::Auth, u"Why."_s, {}};
        QCOMPARE(seal(Head + Body, Head.size(), wish(false, true), fake).error().text, u"Why."_s);
    }
    void whatIsNoWrittenMessageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<qsizetype>("at");
        QTest::newRow("redirected") << Head + Body << qsizetype(0);
        QTest::newRow("not at the entity") << Head + Body << Head.size() - 1;
        QTest::newRow("at the end") << Head + Body << (Head + Body).size();
        QTest::newRow("beyond") << Head + Body << qsizetype(100'000);
        QTest::newRow("8bit") << Head + Body + "\xc3\xb6\r\n" << Head.size();
        QTest::newRow("blanks at an end") << Head + Body + "x \r\n" << Head.size();
        QTest::newRow("tab at an end") << Head + Body + "x\t\r\n" << Head.size();
        QTest::newRow("From") << Head + Body + "From x\r\n" << Head.size();
        QTest::newRow("bare LF") << Head + Body + "x\n" << Head.size();
    }
    void whatIsNoWrittenMessageIsRefused()
    {
        QFETCH(QByteArray, message);
        QFETCH(qsizetype, at);
        FakeMaker fake = maker();
        const auto out = seal(message, at, wish(true, false), fake);
        QVERIFY(!out);
        QVERIFY(out.error().text.endsWith(u'.'));
        QVERIFY(fake.signedOctets.isEmpty());
    }

    void onlyTheExactAddressCounts()
    {
        QCOMPARE(stateOf({key(u"B"_s, u"bo@example.org"_s)}), State::Usable);
        QCOMPARE(stateOf({key(u"B"_s, u"BO@EXAMPLE.org"_s)}), State::Usable);
        for (const QString &other : {u"bo@example.org.evil.example"_s, u"xbo@example.org"_s, u"bo"_s,
                                     QString(), u"bo+x@example.org"_s, u"bo@example.com"_s})
            QCOMPARE(stateOf({key(u"B"_s, other)}), State::None);
    }
    void bothWaysToWriteADomainAreOne()
    {
        FakeMaker fake;
        fake.keys = {key(u"B"_s, u"bo@xn--bcher-kva.example"_s)};
        QCOMPARE(canEncryptTo(Seal::Kind::OpenPgp, {u"bo@bücher.example"_s}, fake)->keys[0].state,
                 State::Usable);
    }
    void whatIsNoAddressIsNotAskedFor()
    {
        FakeMaker fake;
        const auto keys = canEncryptTo(Seal::Kind::OpenPgp,
                                       {u"a@b> x"_s, u"<a@b>"_s, u"--x"_s, u"a@b\n"_s, u"@"_s}, fake);
        QVERIFY(fake.asked.isEmpty());
        QCOMPARE(keys->obstacles().size(), 5);
    }
    void statesAreTold()
    {
        KeyFacts one = key(u"B"_s, u"bo@example.org"_s);
        one.isExpired = true;
        QCOMPARE(stateOf({one}), State::Expired);
        one.isRevoked = true;
        QCOMPARE(stateOf({one}), State::Revoked);
        one = key(u"B"_s, u"bo@example.org"_s);
        one.users[0].isRevoked = true;
        QCOMPARE(stateOf({one}), State::Revoked);
        one = key(u"B"_s, u"bo@example.org"_s);
        one.isFit = false;
        QCOMPARE(stateOf({one}), State::Unfit);
        QCOMPARE(stateOf({key(u"B"_s, u"bo@example.org"_s, Trust::Unknown)}), State::Unproven);
        QCOMPARE(stateOf({key(u"B"_s, u"bo@example.org"_s, Trust::Some)}), State::Unproven);
        QCOMPARE(stateOf({key(u"B"_s, u"bo@example.org"_s, Trust::Never)}), State::Distrusted);
    }
    // Of another's user id on the same key nothing follows.
    void trustIsOfTheUserId()
    {
        KeyFacts one = key(u"B"_s, u"mallory@example.org"_s);
        one.users.append({u"bo@example.org"_s, u"Bo"_s, Trust::Unknown, false});
        QCOMPARE(stateOf({one}), State::Unproven);
    }
    void theBestKeyIsTaken()
    {
        FakeMaker fake;
        KeyFacts old = key(u"OLD"_s, u"bo@example.org"_s);
        old.isExpired = true;
        fake.keys = {key(u"UNPROVEN-BUT-NEW"_s, u"bo@example.org"_s, Trust::Unknown), old,
                     key(u"GOOD"_s, u"bo@example.org"_s), key(u"NEWER"_s, u"bo@example.org"_s)};
        QCOMPARE(canEncryptTo(Seal::Kind::OpenPgp, {u"bo@example.org"_s}, fake)->keys[0].fingerprint,
                 u"NEWER"_s);
    }
    void confirmationCountsForUnprovenKeysAlone()
    {
        FakeMaker fake;
        fake.keys = {key(u"B"_s, u"bo@example.org"_s, Trust::Unknown),
                     key(u"N"_s, u"never@example.org"_s, Trust::Never)};
        const auto bo = canEncryptTo(Seal::Kind::OpenPgp, {u"bo@example.org"_s}, fake);
        QVERIFY(!bo->areUsable() && bo->areUsable(true));
        const auto never = canEncryptTo(Seal::Kind::OpenPgp, {u"never@example.org"_s}, fake);
        QVERIFY(!never->areUsable() && !never->areUsable(true));
    }
};

QTEST_GUILESS_MAIN(SealingTest)
#include "sealing_test.moc"
