#include "core/account/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

class PathsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

private Q_SLOTS:
    void a_profile_keeps_everything_below_its_directory()
    {
        const auto paths = Paths::profile(m_dir.path());
        for (const auto &path : {paths.accountsIni(), paths.settingsIni(), paths.cache, paths.logFile()})
            QVERIFY2(path.startsWith(m_dir.path() + u'/'), qPrintable(path));
        QCOMPARE(paths.accountsIni(), m_dir.filePath(u"accounts.ini"_s));
    }

    void the_standard_places_follow_the_environment()
    {
        qputenv("XDG_CONFIG_HOME", "/x/config");
        qputenv("XDG_DATA_HOME", "/x/data");
        qputenv("XDG_STATE_HOME", "/x/state");
        const auto paths = Paths::standard();
        QCOMPARE(paths.accountsIni(), u"/x/config/kittiwake/accounts.ini"_s);
        QCOMPARE(paths.cache, u"/x/data/kittiwake"_s);
        QCOMPARE(paths.logFile(), u"/x/state/kittiwake/kittiwake.log"_s);
    }

    void the_directories_are_for_their_owner_only()
    {
        const auto paths = Paths::profile(m_dir.filePath(u"new/profile"_s));
        QVERIFY(paths.create());
        for (const auto &path : {paths.config, paths.cache, paths.log}) {
            QVERIFY(QFileInfo(path).isDir());
            QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
        }
        QVERIFY(paths.create());
    }

    void a_directory_that_cannot_be_made_is_named()
    {
        QFile file(m_dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto made = Paths::profile(file.fileName() + u"/p"_s).create();
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Storage);
        QVERIFY2(made.error().text.contains(file.fileName()), qPrintable(made.error().text));
    }

    void one_profile_has_one_instance_name_by_whatever_path()
    {
        const auto paths = Paths::profile(m_dir.filePath(u"p"_s));
        QVERIFY(paths.create());
        QVERIFY(QFile::link(m_dir.filePath(u"p"_s), m_dir.filePath(u"link"_s)));
        QCOMPARE(Paths::profile(m_dir.filePath(u"link"_s)).instanceName(), paths.instanceName());
        QCOMPARE(Paths::profile(m_dir.filePath(u"x/../p/"_s)).instanceName(), paths.instanceName());
        QVERIFY(Paths::profile(m_dir.filePath(u"q"_s)).instanceName() != paths.instanceName());
        QVERIFY(Paths::standard().instanceName() != paths.instanceName());
    }
};

QTEST_GUILESS_MAIN(PathsTest)
#include "paths_test.moc"
