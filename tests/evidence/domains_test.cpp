#include "core/evidence/domains.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class DomainsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_was_registered_is_found()
    {
        QCOMPARE(registeredDomain(u"mail.example.co.uk"_s), u"example.co.uk"_s);
        QCOMPARE(registeredDomain(u"Example.ORG"_s), u"example.org"_s);
        QCOMPARE(registeredDomain(u"a.b.bücher.example"_s), u"xn--bcher-kva.example"_s);
        QCOMPARE(registeredDomain(u"co.uk"_s), QString());
        QCOMPARE(registeredDomain(u"127.0.0.1"_s), QString());
        QCOMPARE(registeredDomain(u"::1"_s), QString());
        QCOMPARE(registeredDomain(u""_s), QString());
        QCOMPARE(domainOf(u"\"a@b\"@Example.org"_s), u"example.org"_s);
        QCOMPARE(domainOf(u"nobody"_s), QString());
    }

    void names_that_pass_for_each_other_are_told_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("alike");
        QTest::newRow("the same") << u"example.org"_s << u"example.org"_s << false;
        QTest::newRow("rn") << u"rnybank.example"_s << u"mybank.example"_s << true;
        QTest::newRow("digit") << u"paypa1.example"_s << u"paypal.example"_s << true;
        QTest::newRow("Cyrillic") << QString::fromLatin1(
            QUrl::toAce(u"pаypal.example"_s, QUrl::IgnoreIDNWhitelist))
                                  << u"paypal.example"_s << true;
        QTest::newRow("accent") << u"xn--exmple-qta.example"_s << u"example.example"_s << true;
        QTest::newRow("one letter too many") << u"northwindd.example"_s << u"northwind.example"_s << true;
        QTest::newRow("swapped") << u"northwnid.example"_s << u"northwind.example"_s << true;
        QTest::newRow("short names are often close") << u"abc.example"_s << u"abd.example"_s << false;
        QTest::newRow("others") << u"northwind.example"_s << u"southwind.example"_s << false;
        QTest::newRow("nothing") << QString() << u"example.org"_s << false;
    }
    void names_that_pass_for_each_other_are_told()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QTEST(looksLike(a, b), "alike");
        QTEST(looksLike(b, a), "alike");
    }

    void mixed_alphabets_are_deceptive()
    {
        QVERIFY(isDeceptive(u"pаypal.com"_s)); // its second letter is Cyrillic
        QVERIFY(isDeceptive(QString::fromLatin1(QUrl::toAce(u"pаypal.com"_s))));
        QVERIFY(isDeceptive(u"аррӏе.com"_s)); // wholly Cyrillic, and passes for Latin
        QVERIFY(!isDeceptive(u"bücher.example"_s));
        QVERIFY(!isDeceptive(u"пример.example"_s));
        QVERIFY(!isDeceptive(u"日本語ひらカタ.example"_s));
        QVERIFY(!isDeceptive(u"example.org"_s));
    }
};

QTEST_APPLESS_MAIN(DomainsTest)
#include "domains_test.moc"
