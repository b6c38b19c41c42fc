#include "core/evidence/dkim.h"

#include "core/evidence/opendkim.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// Messages signed by a key made here, with the library's other half.
class DkimTest : public QObject
{
    Q_OBJECT
    QByteArray m_private; // PEM
    QByteArray m_record; // TXT

    static QByteArray openssl(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished(30'000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                          : QByteArray();
    }
    static unsigned char *octets(QByteArray &bytes)
    {
        return reinterpret_cast<unsigned char *>(bytes.data());
    }

    QByteArray header() const
    {
        return "From: Ann <ann@bank.example>\r\nSubject: Hello\r\n there\r\nTo: b@c.example\r\n";
    }
    QByteArray body() const { return "One line\r\n\r\nTwo  lines \r\n"; }

    // The header with its signature on top.
    QByteArray sign(const QByteArray &domain) const
    {
        DKIM_LIB *library = dkim_init(nullptr, nullptr);
        QByteArray key = m_private;
        QByteArray selector = "k1";
        QByteArray name = domain;
        QByteArray id = "id";
        DKIM_STAT status{};
        DKIM *signer = dkim_sign(library, octets(id), nullptr, octets(key), octets(selector), octets(name),
                                 DKIM_CANON_RELAXED, DKIM_CANON_RELAXED, DKIM_SIGN_RSASHA256, -1, &status);
        for (QByteArray field : {QByteArray("From: Ann <ann@bank.example>"),
                                 QByteArray("Subject: Hello\r\n there"), QByteArray("To: b@c.example")})
            dkim_header(signer, octets(field), size_t(field.size()));
        dkim_eoh(signer);
        QByteArray text = body();
        dkim_body(signer, octets(text), size_t(text.size()));
        dkim_eom(signer, nullptr);
        unsigned char *written = nullptr;
        size_t size = 0;
        dkim_getsighdr_d(signer, strlen(DKIM_SIGNHEADER) + 2, &written, &size);
        const QByteArray field
            = "DKIM-Signature: " + QByteArray(reinterpret_cast<char *>(written), qsizetype(size));
        dkim_free(signer);
        dkim_close(library);
        return field + "\r\n" + header();
    }
    QHash<QString, QByteArray> keys() const { return {{u"k1._domainkey.bank.example"_s, m_record}}; }
    DkimVerdict::Outcome outcome(const QByteArray &header, const QByteArray &body) const
    {
        const auto verdicts = verifyDkim(header, body, keys());
        return verdicts.isEmpty() ? DkimVerdict::Outcome::Unusable : verdicts.first().outcome;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_private = openssl({u"genrsa"_s, u"-traditional"_s, u"2048"_s});
        QVERIFY(m_private.contains("PRIVATE KEY"));
        QByteArray key = openssl({u"rsa"_s, u"-pubout"_s}, m_private);
        key = key.replace("-----BEGIN PUBLIC KEY-----", "")
                  .replace("-----END PUBLIC KEY-----", "")
                  .replace("\n", "");
        QVERIFY(!key.isEmpty());
        m_record = "v=DKIM1; k=rsa; p=" + key;
    }

    void the_keys_that_are_needed_are_named()
    {
        const auto found = dkimSignatures(sign("bank.example"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().keyName(), u"k1._domainkey.bank.example"_s);
        QVERIFY(dkimSignatures("DKIM-Signature: nonsense\r\nFrom: a@b.example\r\n").isEmpty());
    }

    void an_unchanged_message_passes()
    {
        const QByteArray signedHeader = sign("bank.example");
        QCOMPARE(outcome(signedHeader, body()), DkimVerdict::Outcome::Pass);
        QCOMPARE(outcome("Received: from x by y; Mon, 1 Jun 2026 10:00:00 +0000\r\n" + signedHeader, body()),
                 DkimVerdict::Outcome::Pass);
        QCOMPARE(outcome(QByteArray(signedHeader).replace("\r\n", "\n"), body().replace("\r\n", "\n")),
                 DkimVerdict::Outcome::Pass);
    }

    void what_was_changed_fails()
    {
        const QByteArray signedHeader = sign("bank.example");
        QCOMPARE(outcome(signedHeader, body() + "more\r\n"), DkimVerdict::Outcome::Fail);
        QCOMPARE(outcome(QByteArray(signedHeader).replace("Hello", "Hullo"), body()),
                 DkimVerdict::Outcome::Fail);
        QCOMPARE(outcome(QByteArray(signedHeader).replace("ann@", "bob@"), body()),
                 DkimVerdict::Outcome::Fail);
    }

    void a_key_that_is_not_there_is_no_failure()
    {
        QCOMPARE(outcome(sign("other.example"), body()), DkimVerdict::Outcome::NoKey);
        const auto revoked
            = verifyDkim(sign("bank.example"), body(), {{u"k1._domainkey.bank.example"_s, "v=DKIM1; p="}});
        QCOMPARE(revoked.size(), 1);
        QCOMPARE(revoked.first().outcome, DkimVerdict::Outcome::NoKey);
    }

    void hostile_headers_end_quickly()
    {
        for (const QByteArray &header :
             {QByteArray("DKIM-Signature: ") + QByteArray(1'000'000, ';') + "\r\n",
              QByteArray("DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=b; h=from; bh=; b=\r\n")
                  .repeated(1000),
              QByteArray("DKIM-Signature: v=1; h=") + QByteArray("a:").repeated(100'000) + "\r\n",
              QByteArray(100'000, '\n'), QByteArray(100'000, ':'), QByteArray("\0\0:\0\r\n", 6)})
            QVERIFY(verifyDkim(header + "From: a@b.example\r\n", "x", {}).size() <= 10);
    }
};

QTEST_GUILESS_MAIN(DkimTest)
#include "dkim_test.moc"
