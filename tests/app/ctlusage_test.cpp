#include "ctlprocess.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;

class CtlUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrong_usage_is_status_2_with_a_sentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList{} << u"No command"_s;
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << u"frobnicate"_s;
        QTest::newRow("unknown option") << QStringList{u"list"_s, u"x"_s, u"--fast"_s} << u"--fast"_s;
        QTest::newRow("one dash") << QStringList{u"-v"_s} << u"-v"_s;
        QTest::newRow("option of another command")
            << QStringList{u"folders"_s, u"--repair"_s} << u"--repair"_s;
        QTest::newRow("value missing") << QStringList{u"accounts"_s, u"--profile"_s} << u"--profile"_s;
        QTest::newRow("operand missing") << QStringList{u"list"_s} << u"list FOLDER"_s;
        QTest::newRow("operand too many") << QStringList{u"show"_s, u"1"_s, u"2"_s} << u"“2”"_s;
        QTest::newRow("limit is no number")
            << QStringList{u"list"_s, u"x"_s, u"--limit"_s, u"many"_s} << u"--limit"_s;
        QTest::newRow("limit zero") << QStringList{u"list"_s, u"x"_s, u"--limit=0"_s} << u"--limit"_s;
        QTest::newRow("bad key") << QStringList{u"list"_s, u"x"_s, u"--after"_s, u"zz"_s} << u"--after"_s;
        QTest::newRow("sync without once") << QStringList{u"sync"_s} << u"--once"_s;
        QTest::newRow("mark without a change") << QStringList{u"mark"_s, u"1"_s} << u"--unstar"_s;
        QTest::newRow("mark with two changes")
            << QStringList{u"mark"_s, u"1"_s, u"--read"_s, u"--star"_s} << u"exactly one"_s;
        QTest::newRow("move without a folder") << QStringList{u"move"_s, u"1"_s} << u"move ID… FOLDER"_s;
        QTest::newRow("delete nothing") << QStringList{u"delete"_s} << u"delete ID…"_s;
        QTest::newRow("tag without a name") << QStringList{u"mark"_s, u"1"_s, u"--tag"_s} << u"--tag"_s;
        QTest::newRow("folder without a path") << QStringList{u"folder"_s, u"create"_s} << u"folder create"_s;
        QTest::newRow("undo of two") << QStringList{u"undo"_s, u"1"_s, u"2"_s} << u"“2”"_s;
        QTest::newRow("vanished verb") << QStringList{u"vanished"_s, u"burn"_s, u"1"_s} << u"restore"_s;
    }
    void wrong_usage_is_status_2_with_a_sentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto run = runCtl(arguments);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.error.startsWith(u"kittiwakectl: "_s) && run.error.contains(says),
                 qPrintable(run.error));
    }

    void help_names_every_command_and_ends_well()
    {
        const auto run = runCtl({u"--help"_s});
        QCOMPARE(run.status, 0);
        for (const char *command :
             {"accounts", "folders", "sync --once", "list", "show", "verify", "mark", "--json"})
            QVERIFY2(run.out.contains(command), command);
    }

    void the_version_is_told()
    {
        const auto run = runCtl({u"--version"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, QByteArray("kittiwakectl " KW_VERSION "\n"));
    }

    void a_full_disk_is_no_success()
    {
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QCoreApplication::applicationDirPath() + u"/kittiwakectl"_s, {u"--help"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }

    void without_a_profile_nothing_is_created()
    {
        const QTemporaryDir dir;
        const auto profile = dir.filePath(u"none"_s);
        for (const auto &command : {u"accounts"_s, u"folders"_s})
            runCtl({u"--profile"_s, profile, command});
        runCtl({u"--profile"_s, profile, u"list"_s, u"unified:inbox"_s});
        QVERIFY(!QFileInfo::exists(profile));
    }
};

QTEST_GUILESS_MAIN(CtlUsageTest)
#include "ctlusage_test.moc"
