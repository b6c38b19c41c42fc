// From a draft to the sealed message, with the real GnuPG; S/MIME with keys that only seem to be.
#include "core/crypto/gnupg.h"
#include "core/crypto/gnupgsealer.h"
#include "core/crypto/unsealing.h"
#include "core/mime/messageparser.h"
#include "core/sync/outbox/sealedwriting.h"
#include "support/gnupghome.h"

#include <QStandardPaths>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

Draft letter(bool sign, bool encrypt, const QString &to = u"bo@example.net"_s)
{
    Draft d;
    d.from = {u"Anna Becker"_s, u"anna@example.org"_s};
    d.to = {{u"Bo"_s, to}};
    d.subject = u"The plan"_s;
    d.text = u"Grüße, Łucja\nFrom here on\ntrailing   \n"_s;
    d.messageId = u"one@example.org"_s;
    d.date = 1'700'000'000;
    d.options.sign = sign;
    d.options.encrypt = encrypt;
    return d;
}

MessageView read(const QByteArray &message)
{
    const qsizetype head = message.indexOf("\r\n\r\n") + 4;
    Gnupg gnupg;
    gnupg.setMayAsk(false);
    const Unsealed plain = unseal(message.first(head), message.sliced(head), gnupg);
    MessageView view = parseMessage(plain.header, plain.body);
    view.seals = plain.seals;
    return view;
}

// Knows certificates of these addresses, and no keys of OpenPGP.
class Certificates : public SealMaker
{
public:
    explicit Certificates(QStringList addresses)
        : m_addresses(std::move(addresses))
    {
    }
    Result<QList<KeyFacts>> keysOf(Seal::Kind kind, const QString &address, KeyUse) override
    {
        if (kind != Seal::Kind::SMime || !m_addresses.contains(address))
            return QList<KeyFacts>{};
        KeyFacts key;
        key.fingerprint = QString::number(m_addresses.indexOf(address) + 1).rightJustified(40, u'A');
        key.users = {{address, {}, SealSignature::Trust::Full}};
        key.isFit = true;
        return QList<KeyFacts>{key};
    }
    Result<Signature> sign(Seal::Kind, QByteArrayView, const QString &) override
    {
        return Signature{"signature", "SHA256"};
    }
    Result<QByteArray> encrypt(Seal::Kind, QByteArrayView, const Encrypting &how) override
    {
        readers = how.fingerprints;
        return QByteArray("sealed");
    }
    QStringList readers;

private:
    QStringList m_addresses;
};

} // namespace

class SealedWritingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!QStandardPaths::findExecutable(u"gpg"_s).isEmpty());
        m_bo.enter();
        QVERIFY(makeKey(u"Bo Berg <bo@example.net>"_s));
        QVERIFY(makeKey(u"Cy <cy@example.net>"_s));
        const Ran keys = gpg({u"--export"_s});
        m_anna.enter();
        QVERIFY(makeKey(u"Anna Becker <anna@example.org>"_s));
        QVERIFY(gpg({u"--import"_s}, keys.out).code == 0);
        QVERIFY(gpg({u"--quick-sign-key"_s, fingerprint(u"bo@example.net"_s)}).code == 0);
    }
    void init() { m_anna.enter(); }

    void a_draft_without_wishes_is_only_written()
    {
        const Draft draft = letter(false, false);
        const auto out = sealedMessage(draft, {}, m_gnupg);
        QVERIFY(out);
        QCOMPARE(out->bytes, writeMessage(draft, {})->bytes);
    }

    void what_is_signed_says_by_whom()
    {
        const auto out = sealedMessage(letter(true, false), {}, m_gnupg);
        QVERIFY2(out, out ? "" : qPrintable(out.error().text));
        QVERIFY(!out->envelope.needsEightBit);
        const MessageView view = read(out->bytes);
        QCOMPARE(view.seals.size(), 1);
        QVERIFY(view.seals[0].isWhole && !view.seals[0].isEncrypted());
        QVERIFY(view.seals[0].signatures.value(0).validity == SealSignature::Validity::Good);
        QCOMPARE(view.subject, u"The plan"_s);
    }

    void what_is_encrypted_is_for_sender_and_recipients_alone()
    {
        const auto out = sealedMessage(letter(true, true), {}, m_gnupg);
        QVERIFY2(out, out ? "" : qPrintable(out.error().text));
        QVERIFY(!out->bytes.contains("plan") && !out->sentCopy().contains("plan"));
        QCOMPARE(out->messageId, u"one@example.org"_s);
        QCOMPARE(out->envelope.recipients, QList<QByteArray>{"bo@example.net"});
        for (const GnupgHome *home : {&m_anna, &m_bo}) {
            home->enter();
            const MessageView view = read(out->bytes);
            QVERIFY(view.seals.value(0).opening == Seal::Opening::Opened);
            QVERIFY(view.text.contains(u"Łucja"_s));
            QCOMPARE(view.subject, u"The plan"_s);
        }
    }

    void a_missing_key_stops_it_with_its_name()
    {
        const auto out = sealedMessage(letter(false, true, u"dora@example.net"_s), {}, m_gnupg);
        QVERIFY(!out);
        QCOMPARE(out.error().text, u"There is no key for dora@example.net."_s);
        Draft other = letter(true, false);
        other.from.email = u"else@example.org"_s;
        QVERIFY(!sealedMessage(other, {}, m_gnupg));
    }

    void an_unproven_key_wants_the_persons_word()
    {
        Draft draft = letter(false, true, u"cy@example.net"_s);
        QVERIFY(!sealedMessage(draft, {}, m_gnupg));
        draft.options.acceptsUnproven = true;
        const auto out = sealedMessage(draft, {}, m_gnupg);
        QVERIFY2(out, out ? "" : qPrintable(out.error().text));
        m_bo.enter();
        QVERIFY(read(out->bytes).seals.value(0).isOpen());
    }

    void the_state_says_what_is_possible_and_what_is_missing()
    {
        const SealState one = sealStateOf(u"anna@example.org"_s, {u"bo@example.net"_s}, m_gnupg);
        QVERIFY(one.openPgp.canSign() && one.openPgp.canEncrypt());
        QVERIFY(!one.smime.canSign());
        QVERIFY(one.kindFor(true, true) == Seal::Kind::OpenPgp);
        const SealState cy = sealStateOf(u"anna@example.org"_s, {u"cy@example.net"_s}, m_gnupg);
        QVERIFY(!cy.kindFor(false, true));
        QVERIFY(cy.kindFor(false, true, true));
        QCOMPARE(cy.openPgp.unproven.size(), 1);
        const SealState none
            = sealStateOf(u"else@example.org"_s, {u"dora@example.net"_s, u"cy@example.net"_s}, m_gnupg);
        QVERIFY(!none.kindFor(true, false) && !none.kindFor(false, true, true));
        QCOMPARE(none.openPgp.encryptObstacles.size(), 3);
        QCOMPARE(none.openPgp.unproven.size(), 1);
        for (const QString &sentence : none.obstacles(true, true))
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    }

    void the_copy_among_the_drafts_is_for_its_writer()
    {
        Draft draft = letter(true, true);
        draft.to = {{{}, u"not yet an addr"_s}}; // as it stands there
        const auto out = sealedCopy(draft, {}, m_gnupg);
        QVERIFY2(out, out ? "" : qPrintable(out.error().text));
        QVERIFY(!out->bytes.contains("plan"));
        QCOMPARE(read(out->bytes).subject, u"The plan"_s);
        m_bo.enter();
        QVERIFY(read(out->bytes).seals.value(0).opening == Seal::Opening::NoKey);
        draft.from.email = u"else@example.org"_s;
        const auto none = sealedCopy(draft, {}, m_gnupg);
        QVERIFY(!none && none.error().kind == ErrorKind::NotFound);
    }

    void certificates_serve_where_there_are_no_keys()
    {
        Certificates certificates({u"anna@example.org"_s, u"bo@example.net"_s});
        const auto both = sealedMessage(letter(true, true), {}, certificates);
        QVERIFY2(both, both ? "" : qPrintable(both.error().text));
        QVERIFY(both->bytes.contains("application/pkcs7-mime"));
        QCOMPARE(certificates.readers.size(), 2);
        const auto out = sealedMessage(letter(true, true, u"cy@example.net"_s), {}, certificates);
        QVERIFY(!out);
        QVERIFY2(out.error().text.contains("cy@example.net"_L1), qPrintable(out.error().text));
    }

private:
    static QString fingerprint(const QString &address)
    {
        for (const QByteArray &line : gpg({u"--with-colons"_s, u"--list-keys"_s, address}).out.split('\n')) {
            if (line.startsWith("fpr:"))
                return QString::fromLatin1(line.split(':').value(9));
        }
        return {};
    }
    GnupgHome m_anna;
    GnupgHome m_bo;
    GnupgSealer m_gnupg;
};

QTEST_GUILESS_MAIN(SealedWritingTest)
#include "sealedwriting_test.moc"
