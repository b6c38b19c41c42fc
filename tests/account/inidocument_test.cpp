#include "core/account/inidocument.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

class IniDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_is_not_touched_comes_back_byte_for_byte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("comments") << QByteArray("# a\n\n; b\n");
        QTest::newRow("groups") << QByteArray("[a]\n  x = 1 \n\n[b]\ny=\n");
        QTest::newRow("broken lines") << QByteArray("junk\n[a\n[]\n[x]\n=\n==\n");
        QTest::newRow("Latin-1") << QByteArray("[a]\nx=M\xfcller\n");
    }
    void what_is_not_touched_comes_back_byte_for_byte()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(IniDocument::parse(bytes).bytes(), bytes);
    }

    void a_value_changes_in_its_place()
    {
        auto doc = IniDocument::parse("[a]\nx=1\n# c\ny=2\n");
        doc.set(u"a"_s, u"x"_s, u"9"_s);
        QCOMPARE(doc.bytes(), QByteArray("[a]\nx=9\n# c\ny=2\n"));
    }

    void a_new_value_follows_the_groups_last_one()
    {
        auto doc = IniDocument::parse("[a]\nx=1\n\n[b]\ny=2\n");
        doc.set(u"a"_s, u"z"_s, u"3"_s);
        QCOMPARE(doc.bytes(), QByteArray("[a]\nx=1\nz=3\n\n[b]\ny=2\n"));
    }

    void a_null_value_takes_the_line_out()
    {
        auto doc = IniDocument::parse("[a]\nx=1\ny=2\n");
        doc.set(u"a"_s, u"x"_s, QString());
        QCOMPARE(doc.bytes(), QByteArray("[a]\ny=2\n"));
    }

    void a_new_group_goes_to_the_end()
    {
        auto doc = IniDocument::parse("[a]\nx=1");
        doc.set(u"b"_s, u"y"_s, u"2"_s);
        QCOMPARE(doc.bytes(), QByteArray("[a]\nx=1\n\n[b]\ny=2\n"));
    }

    void lines_below_a_broken_header_belong_to_no_account()
    {
        const auto doc = IniDocument::parse("[a]\nx=1\n[b\nx=2\n");
        QCOMPARE(doc.groups().size(), 1);
        QCOMPARE(doc.groups().first().entries.size(), 1);
        QCOMPARE(doc.strayProblems().size(), 1);
        QCOMPARE(doc.strayProblems().first().line, 3);
    }
};

QTEST_GUILESS_MAIN(IniDocumentTest)
#include "inidocument_test.moc"
