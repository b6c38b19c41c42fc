#include "core/tls/certificatejudge.h"

#include "core/tls/certificatefacts.h"
#include "tests/support/testcertificates.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// What certificates say and what is held against them, without a connection.
class JudgeTest : public QObject
{
    Q_OBJECT
    TestCertificates m_files;

    static QSslCertificate parsed(const TestIdentity &who)
    {
        return QSslCertificate(who.certificate, QSsl::Pem);
    }

private Q_SLOTS:
    void short_keys_and_forgeable_signatures_are_weak_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("hash");
        QTest::addColumn<bool>("weak");
        QTest::newRow("RSA 1024") << u"rsa:1024"_s << u"-sha256"_s << true;
        QTest::newRow("RSA 2047") << u"rsa:2047"_s << u"-sha256"_s << true;
        QTest::newRow("RSA 2048") << u"rsa:2048"_s << u"-sha256"_s << false;
        QTest::newRow("RSA 2048, SHA-1") << u"rsa:2048"_s << u"-sha1"_s << true;
        QTest::newRow("RSA 2048, MD5") << u"rsa:2048"_s << u"-md5"_s << true;
        QTest::newRow("RSA 2048, SHA-512") << u"rsa:2048"_s << u"-sha512"_s << false;
        QTest::newRow("EC P-256") << u"ec:p256"_s << u"-sha256"_s << false;
        QTest::newRow("EC P-256, SHA-1") << u"ec:p256"_s << u"-sha1"_s << true;
        QTest::newRow("Ed25519") << u"ed25519"_s << QString() << false;
    }
    void short_keys_and_forgeable_signatures_are_weak()
    {
        QFETCH(QString, key);
        QFETCH(QString, hash);
        QFETCH(bool, weak);
        QStringList more;
        if (!hash.isEmpty())
            more.append(hash);
        if (key == "ec:p256"_L1) {
            key = u"ec"_s;
            more << u"-pkeyopt"_s << u"ec_paramgen_curve:P-256"_s;
        }
        const TestIdentity who = m_files.make(u"one"_s, u"mail.example.org"_s, more, key);
        QVERIFY(!who.isEmpty());
        QCOMPARE(!certificateWeakness(parsed(who)).isEmpty(), weak);
    }

    void a_roots_own_signature_is_not_looked_at()
    {
        const TestIdentity who = m_files.make(u"root"_s, u"mail.example.org"_s, {u"-sha1"_s});
        QVERIFY(!certificateWeakness(parsed(who)).isEmpty());
        QVERIFY(certificateWeakness(parsed(who), true).isEmpty());
    }

    void broken_der_is_no_trap_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one octet") << QByteArray("0");
        QTest::newRow("length beyond the end") << QByteArray::fromHex("30ff");
        QTest::newRow("length of 4 GB") << QByteArray::fromHex("3084ffffffff00");
        QTest::newRow("endless length") << QByteArray::fromHex("3080000000");
        QTest::newRow("no algorithm") << QByteArray::fromHex("30023000");
    }
    void broken_der_is_no_trap()
    {
        QFETCH(QByteArray, der);
        QVERIFY(weakSignatureHash(der).isEmpty());
    }

    void every_prefix_of_a_certificate_can_be_looked_at()
    {
        const QByteArray der = parsed(m_files.make(u"one"_s, u"mail.example.org"_s)).toDer();
        for (qsizetype n = 0; n <= der.size(); ++n)
            QVERIFY(weakSignatureHash(der.first(n)).isEmpty());
    }

    void what_a_server_writes_cannot_mislead()
    {
        QCOMPARE(plainText(u"a\nb\u202egpj.exe\x1b[1m"_s), u"a b gpj.exe [1m"_s);
        QCOMPARE(plainText(QString(5000, u'x')).size(), 200);
    }

    void nothing_shown_is_nothing_trusted()
    {
        const ShownCertificate none = judgeCertificate({}, {}, {});
        QCOMPARE(none.verdict, ShownCertificate::Verdict::Weak);
        QCOMPARE(readCertificate("nonsense").fingerprint, QString());
    }
};

QTEST_GUILESS_MAIN(JudgeTest)
#include "judge_test.moc"
