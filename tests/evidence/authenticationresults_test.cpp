#include "core/evidence/authenticationresults.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class AuthenticationResultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_field_is_read_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("results"); // "method=result(property value)"
        QTest::newRow("RFC 8601 B.2") << u"example.org 1; none"_s << u"example.org"_s << u""_s;
        QTest::newRow("several")
            << u"mx.example.org; spf=pass smtp.mailfrom=a@b.example; dkim=fail reason=\"bad\" header.d=b.example"_s
            << u"mx.example.org"_s << u"spf=pass(smtp.mailfrom a@b.example) dkim=fail(header.d b.example)"_s;
        QTest::newRow("Google's")
            << u"mx.google.com; dkim=pass header.i=@x.example header.s=s1 header.b=\"ab/c\"; "
               "spf=pass (google.com: domain of a@x.example designates 192.0.2.1 as permitted "
               "sender) smtp.mailfrom=a@x.example; dmarc=pass (p=REJECT sp=REJECT dis=NONE) "
               "header.from=x.example"_s
            << u"mx.google.com"_s
            << u"dkim=pass(header.i @x.example,header.s s1,header.b ab/c) spf=pass(smtp.mailfrom "
               "a@x.example) dmarc=pass(header.from x.example)"_s;
        QTest::newRow("Outlook's, without a name")
            << u"spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=x.example; dkim=none (message not signed) "
               "header.d=none;dmarc=fail action=none header.from=x.example;compauth=fail reason=001"_s
            << u""_s
            << u"spf=pass(smtp.mailfrom x.example) dkim=none(header.d none) dmarc=fail(action "
               u"none,header.from "
               "x.example) compauth=fail()"_s;
        QTest::newRow("blanks and versions") << u" a.example /1 ; dkim / 1 = PASS header.d = X.example"_s
                                             << u"a.example"_s << u"dkim=pass(header.d X.example)"_s;
        QTest::newRow("comments nest and hide")
            << u"a.example (x (y; z=1)); spf=(really?)none (; dkim=pass)"_s << u"a.example"_s
            << u"spf=none()"_s;
        QTest::newRow("nonsense") << u";;;=/=;(((("_s << u""_s << u"-"_s;
        QTest::newRow("empty") << u""_s << u""_s << u"-"_s;
    }
    void the_field_is_read()
    {
        QFETCH(QString, field);
        QFETCH(QString, server);
        const auto read = readAuthenticationResults(field);
        QStringList all;
        for (const AuthenticationResult &result : read ? read->results : QList<AuthenticationResult>()) {
            QStringList properties;
            for (const auto &property : result.properties)
                properties.append(property.name + u' ' + property.value);
            all.append(result.method + u'=' + result.result + u'(' + properties.join(u',') + u')');
        }
        QTEST(read ? all.join(u' ') : u"-"_s, "results");
        QCOMPARE(read ? read->server : QString(), server);
    }

    void any_text_ends_quickly()
    {
        for (const auto &piece :
             {u"("_s, u";"_s, u"a="_s, u"\\"_s, u"\""_s, u"a=b c=d;"_s, u"/"_s, u"a; (\\"_s, u"a; b=\""_s}) {
            const auto read = readAuthenticationResults(piece.repeated(1'000'000 / piece.size()));
            QVERIFY(!read || read->results.size() <= 50);
        }
    }
};

QTEST_APPLESS_MAIN(AuthenticationResultsTest)
#include "authenticationresults_test.moc"
