#include "app/kittiwake/startoptions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

class StartOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void options_are_read_in_both_spellings()
    {
        const auto options
            = parseStartOptions({u"--profile"_s, u"/tmp/p"_s, u"--theme=dark"_s, u"--offline"_s});
        QVERIFY(options);
        QCOMPARE(options->profile, u"/tmp/p"_s);
        QCOMPARE(options->theme, u"dark"_s);
        QVERIFY(options->offline);
        QVERIFY(!options->demo);
    }

    void nothing_means_the_usual_places()
    {
        const auto options = parseStartOptions({});
        QVERIFY(options);
        QVERIFY(options->profile.isEmpty() && options->screenshot.isEmpty() && !options->offline
                && !options->demo);
    }

    void a_mistake_is_a_sentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{u"--fast"_s};
        QTest::newRow("no option") << QStringList{u"fast"_s};
        QTest::newRow("no value") << QStringList{u"--profile"_s};
        QTest::newRow("empty value") << QStringList{u"--profile="_s};
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s};
        QTest::newRow("switch with a value") << QStringList{u"--offline=yes"_s};
        QTest::newRow("demo with a profile") << QStringList{u"--demo"_s, u"--profile"_s, u"/tmp/p"_s};
    }
    void a_mistake_is_a_sentence()
    {
        QFETCH(QStringList, arguments);
        const auto options = parseStartOptions(arguments);
        QVERIFY(!options);
        QVERIFY2(options.error().text.endsWith(u"--help shows how it is used."_s),
                 qPrintable(options.error().text));
    }

    void help_names_every_option()
    {
        for (const char *option :
             {"--profile", "--demo", "--offline", "--theme", "--screenshot", "--version"})
            QVERIFY2(startHelp().contains(QLatin1StringView(option)), option);
    }
};

QTEST_GUILESS_MAIN(StartOptionsTest)
#include "startoptions_test.moc"
