#include "core/evidence/dkim.h"

#include "tests/support/dkimsigner.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// Messages signed by a key made here, with the library's other half.
class DkimTest : public QObject
{
    Q_OBJECT
    DkimSigner m_signer;

    static QByteArray header()
    {
        return "From: Ann <ann@bank.example>\r\nSubject: Hello\r\n there\r\nTo: b@c.example\r\n";
    }
    static QByteArray body() { return "One line\r\n\r\nTwo  lines \r\n"; }
    QByteArray sign(const QByteArray &domain) const { return m_signer.sign(header(), body(), domain); }
    QHash<QString, QByteArray> keys() const { return {{u"k1._domainkey.bank.example"_s, m_signer.record()}}; }
    DkimVerdict::Outcome outcome(const QByteArray &header, const QByteArray &body) const
    {
        const auto verdicts = verifyDkim(header, body, keys());
        return verdicts.isEmpty() ? DkimVerdict::Outcome::Unusable : verdicts.first().outcome;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_signer.isReady()); }

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
