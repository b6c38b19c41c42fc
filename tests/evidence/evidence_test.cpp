#include "core/evidence/evidence.h"

#include "core/mime/messageparser.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class EvidenceTest : public QObject
{
    Q_OBJECT

    static Evidence judged(const QByteArray &header, const Receiver &receiver)
    {
        return judgeEvidence(parseMessage(header, "x"), header, receiver);
    }
    static Evidence judged(const QByteArray &header)
    {
        return judged(header, {u"imap.home.example"_s, u"me@home.example"_s});
    }

private Q_SLOTS:
    void whose_word_is_believed_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<Evidence::Origin>("origin");
        using enum Evidence::Origin;
        const QByteArray from = "From: Bank <info@bank.example>\r\n";
        const QByteArray pass
            = "Authentication-Results: mx.home.example; dmarc=pass header.from=bank.example\r\n";
        const QByteArray received
            = "Received: from a by mx.home.example with ESMTP; Mon, 1 Jun 2026 10:00:00 +0000\r\n";
        const QByteArray sender
            = "Received: from b by out.bank.example with ESMTP; Mon, 1 Jun 2026 09:00:00 +0000\r\n";
        QTest::newRow("the server's own") << pass + received + sender + from << Proven;
        QTest::newRow("below its own Received") << received + pass + sender + from << Proven;
        QTest::newRow("nobody says anything") << received + sender + from << Unknown;
        QTest::newRow("a stranger's") << received + sender
                + "Authentication-Results: mx.bank.example; dmarc=pass header.from=bank.example\r\n"
                + from << Unknown;
        QTest::newRow("forged in the server's name below another's Received")
            << received + sender + pass + from << Unknown;
        QTest::newRow("dmarc fails")
            << "Authentication-Results: mx.home.example; dkim=pass header.d=evil.example; "
               "dmarc=fail header.from=bank.example\r\n"
                + received + from
            << Disproven;
        QTest::newRow("aligned signature")
            << "Authentication-Results: mx.home.example; dkim=pass header.d=mail.bank.example\r\n" + received
                + from
            << Proven;
        QTest::newRow("another's signature")
            << "Authentication-Results: mx.home.example; dkim=pass header.d=sender.example\r\n" + received
                + from
            << Unknown;
        QTest::newRow("aligned sender")
            << "Authentication-Results: mx.home.example; spf=pass smtp.mailfrom=bounce@bank.example\r\n"
                + received + from
            << Proven;
        QTest::newRow("another's sender")
            << "Authentication-Results: mx.home.example; spf=pass smtp.mailfrom=x@evil.example\r\n" + received
                + from
            << Unknown;
        QTest::newRow("softfail proves nothing")
            << "Authentication-Results: mx.home.example; spf=softfail smtp.mailfrom=bank.example\r\n"
                + received + from
            << Unknown;
        QTest::newRow("failure counts although an SPF passes")
            << "Authentication-Results: mx.home.example; spf=pass smtp.mailfrom=bank.example; dmarc=fail "
               "header.from=bank.example\r\n"
                + received + from
            << Disproven;
    }
    void whose_word_is_believed()
    {
        QFETCH(QByteArray, header);
        QTEST(judged(header).origin, "origin");
    }

    void providers_names_differ_by_task()
    {
        const QByteArray google
            = "Received: by 2002:a05:6402:1 with SMTP id x; Mon, 1 Jun 2026 10:00:00 -0700\r\n"
              "Received: from m.bank.example by mx.google.com with ESMTPS id y; Mon, 1 Jun 2026 10:00:00 "
              "-0700\r\n"
              "Authentication-Results: mx.google.com; dmarc=pass header.from=bank.example\r\n"
              "From: info@bank.example\r\n";
        QCOMPARE(judged(google, {u"imap.gmail.com"_s, u"me@gmail.com"_s}).origin, Evidence::Origin::Proven);
        QCOMPARE(judged(google).origin, Evidence::Origin::Proven); // its Received stands on top
        const QByteArray outlook = "Authentication-Results: spf=pass smtp.mailfrom=bank.example; dmarc=pass "
                                   "header.from=bank.example\r\n"
                                   "From: info@bank.example\r\n";
        QCOMPARE(judged(outlook, {u"outlook.office365.com"_s, u"me@work.example"_s}).origin,
                 Evidence::Origin::Proven);
        QCOMPARE(judged(outlook).origin, Evidence::Origin::Unknown);
    }

    void names_and_reply_addresses_are_compared()
    {
        Evidence e = judged("From: \"ceo@bank.example\" <x@evil.example>\r\nReply-To: y@other.example\r\n");
        QCOMPARE(e.addressInName, u"ceo@bank.example"_s);
        QCOMPARE(e.repliesElsewhere, QStringList{u"other.example"_s});
        e = judged("From: \"x@mail.evil.example\" <x@evil.example>\r\nReply-To: y@list.evil.example\r\n");
        QVERIFY(e.addressInName.isEmpty());
        QVERIFY(e.repliesElsewhere.isEmpty());
    }

    void signatures_checked_here_speak_where_no_server_does()
    {
        const QByteArray header
            = "DKIM-Signature: v=1; a=rsa-sha256; d=bank.example; s=k1; h=from; bh=x; b=y\r\n"
              "From: info@bank.example\r\n";
        Evidence e = judged(header);
        QVERIFY(e.wantsDkim);
        Evidence passed = e;
        addDkim({{{u"bank.example"_s, u"k1"_s}, DkimVerdict::Outcome::Pass}}, passed);
        QCOMPARE(passed.origin, Evidence::Origin::Proven);
        QCOMPARE(passed.witness, Evidence::Witness::Ourselves);
        Evidence failed = e;
        addDkim({{{u"bank.example"_s, u"k1"_s}, DkimVerdict::Outcome::Fail}}, failed);
        QCOMPARE(failed.origin, Evidence::Origin::Disproven);
        Evidence noKey = e;
        addDkim({{{u"bank.example"_s, u"k1"_s}, DkimVerdict::Outcome::NoKey}}, noKey);
        QCOMPARE(noKey.origin, Evidence::Origin::Unknown);
        Evidence others = e;
        addDkim({{{u"list.example"_s, u"k"_s}, DkimVerdict::Outcome::Pass},
                 {{u"bank.example"_s, u"k1"_s}, DkimVerdict::Outcome::NoKey}},
                others);
        QCOMPARE(others.origin, Evidence::Origin::Unknown);
        QCOMPARE(others.signedBy, u"list.example"_s);
    }
};

QTEST_APPLESS_MAIN(EvidenceTest)
#include "evidence_test.moc"
