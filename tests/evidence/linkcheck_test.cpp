#include "core/evidence/filedanger.h"
#include "core/evidence/linkcheck.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Kind = LinkConcern::Kind;

class LinkCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void links_that_are_not_what_they_seem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("words") << u"click here"_s << u"https://evil.example/"_s << Kind::None;
        QTest::newRow("the same host")
            << u"www.bank.example"_s << u"https://bank.example/login"_s << Kind::None;
        QTest::newRow("a host of the same house")
            << u"https://bank.example/a"_s << u"https://click.bank.example/x"_s << Kind::None;
        QTest::newRow("another host")
            << u"https://bank.example/login"_s << u"https://evil.example/"_s << Kind::OtherHost;
        QTest::newRow("another host, bare")
            << u"bank.example"_s << u"http://evil.example/bank.example"_s << Kind::OtherHost;
        QTest::newRow("the host in front")
            << u"bank.example"_s << u"https://bank.example.evil.example/"_s << Kind::OtherHost;
        QTest::newRow("a sentence with a dot")
            << u"Hello.World again"_s << u"https://x.example/"_s << Kind::None;
        QTest::newRow("a file's name") << u"report.pdf2"_s << u"https://x.example/"_s << Kind::None;
        QTest::newRow("credentials") << u"here"_s << u"https://bank.example@evil.example/"_s
                                     << Kind::Credentials;
        QTest::newRow("a number") << u"here"_s << u"http://192.0.2.7/bank"_s << Kind::Address;
        QTest::newRow("foreign letters") << u"here"_s << u"https://p\u0430ypal.com/"_s << Kind::Deceptive;
        QTest::newRow("an honest IDN")
            << u"b\u00fccher.example"_s << u"https://b\u00fccher.example/"_s << Kind::None;
        QTest::newRow("mail") << u"a@bank.example"_s << u"mailto:x@evil.example"_s << Kind::None;
    }
    void links_that_are_not_what_they_seem()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QTEST(judgeLink(text, QUrl(url)).kind, "kind");
    }

    void files_that_run_are_known_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<FileDanger>("danger");
        QTest::addColumn<bool>("disguised");
        QTest::newRow("a picture") << u"a.jpg"_s << QByteArray("\xff\xd8\xff") << FileDanger::None << false;
        QTest::newRow("a program by name")
            << u"invoice.PDF.exe"_s << QByteArray("x") << FileDanger::Program << false;
        QTest::newRow("dots at the end") << u"a.exe. "_s << QByteArray() << FileDanger::Program << false;
        QTest::newRow("a program called picture")
            << u"a.jpg"_s << QByteArray("MZ\x90") << FileDanger::Program << true;
        QTest::newRow("a script without an ending")
            << u"readme"_s << QByteArray("#!/bin/sh") << FileDanger::Script << true;
        QTest::newRow("a shortcut") << u"a.desktop"_s << QByteArray("[Desktop Entry]") << FileDanger::Program
                                    << false;
        QTest::newRow("macros inside")
            << u"a.docx"_s << QByteArray("PK\x03\x04..word/vbaProject.bin") << FileDanger::Macros << true;
        QTest::newRow("macros by name")
            << u"a.xlsm"_s << QByteArray("PK\x03\x04") << FileDanger::Macros << false;
        QTest::newRow("a page") << u"a.html"_s << QByteArray("<html>") << FileDanger::WebPage << false;
        QTest::newRow("a document") << u"a.pdf"_s << QByteArray("%PDF-1.7") << FileDanger::None << false;
        QTest::newRow("nothing") << QString() << QByteArray() << FileDanger::None << false;
    }
    void files_that_run_are_known()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, octets);
        const FileJudgement judgement = judgeFile(name, octets);
        QTEST(judgement.danger, "danger");
        QTEST(judgement.isDisguised, "disguised");
    }
};

QTEST_APPLESS_MAIN(LinkCheckTest)
#include "linkcheck_test.moc"
