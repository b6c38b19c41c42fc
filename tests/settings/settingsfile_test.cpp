#include "core/settings/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SettingsFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void without_a_file_everything_is_as_usual()
    {
        const QTemporaryDir directory;
        QCOMPARE(SettingsFile::load(directory.path()), usualSettings());
        QVERIFY(!SettingsFile::loadTags(directory.path()));
        QVERIFY(SettingsFile::loadKeys(directory.path()).isEmpty());
    }

    void every_usual_value_makes_sense()
    {
        QStringList seen;
        for (const SettingKey &key : settingKeys()) {
            QCOMPARE(key.accept(key.usual), key.usual);
            QVERIFY2(!seen.contains(key.key), qPrintable(key.key));
            QVERIFY(key.key.count(u'/') == 1);
            seen.append(key.key);
        }
    }

    void nonsense_is_as_usual()
    {
        const QTemporaryDir directory;
        write(directory.filePath(u"settings.ini"_s),
              "[look]\ntheme=pink\nreaderBelow=maybe\n[list]\ndensity=77\nmode=a, b, c\n[sync]\n"
              "prefetchDays=-5\nbodyBudgetBytes=99999999999999999999\n[reading]\nzoomPercent=\n");
        QCOMPARE(SettingsFile::load(directory.path()), usualSettings());
    }

    void a_file_that_is_no_file_of_settings_costs_nothing()
    {
        const QTemporaryDir directory;
        QByteArray noise;
        for (int i = 0; i < 20'000; ++i)
            noise.append(char(i * 7919));
        write(directory.filePath(u"settings.ini"_s), noise);
        QCOMPARE(SettingsFile::load(directory.path()), usualSettings());
        QVERIFY(SettingsFile::save(directory.path(), {{u"look/theme"_s, u"dark"_s}}));
        QCOMPARE(SettingsFile::load(directory.path()).value(u"look/theme"_s), u"dark"_s);
    }

    void keys_of_a_newer_version_stay()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"settings.ini"_s);
        write(path, "[meta]\nversion=7\n[look]\nwallpaper=kittens\ntheme=light\n[robots]\nmood=fine\n");
        QVERIFY(SettingsFile::save(directory.path(), {{u"look/theme"_s, u"dark"_s}}));
        const QSettings file(path, QSettings::IniFormat);
        QCOMPARE(file.value("look/wallpaper"_L1).toString(), u"kittens"_s);
        QCOMPARE(file.value("robots/mood"_L1).toString(), u"fine"_s);
        QCOMPARE(file.value("look/theme"_L1).toString(), u"dark"_s);
        QCOMPARE(file.value("meta/version"_L1).toInt(), 7);
    }

    void a_file_says_which_version_wrote_it()
    {
        const QTemporaryDir directory;
        QVERIFY(SettingsFile::save(directory.path(), {{u"look/theme"_s, u"dark"_s}}));
        QVERIFY(read(directory.filePath(u"settings.ini"_s)).contains("version=2"));
    }

    void programs_that_write_at_the_same_time_lose_nothing()
    {
        const QTemporaryDir directory;
        std::vector<std::unique_ptr<QThread>> writers;
        std::atomic<int> failures = 0;
        const auto keys = settingKeys();
        for (const SettingKey &key : keys) {
            writers.emplace_back(QThread::create([&directory, &failures, key] {
                for (int i = 0; i < 5; ++i) {
                    if (!SettingsFile::save(directory.path(), {{key.key, key.usual}}))
                        ++failures;
                }
            }));
        }
        for (const auto &writer : writers)
            writer->start();
        for (const auto &writer : writers)
            QVERIFY(writer->wait(60'000));
        QCOMPARE(failures.load(), 0);
        const QSettings file(directory.filePath(u"settings.ini"_s), QSettings::IniFormat);
        for (const SettingKey &key : keys)
            QVERIFY2(file.contains(key.key), qPrintable(key.key));
        // The new file takes the old one's place as a whole: nothing half-written lies about.
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList{u"settings.ini"_s});
    }

    void what_cannot_be_written_is_said()
    {
        const QTemporaryDir directory;
        QVERIFY(!SettingsFile::save(directory.filePath(u"no/such/\0folder"_s), {{u"look/theme"_s, u"dark"_s}}));
        const QString blocked = directory.filePath(u"file"_s);
        write(blocked, "");
        QVERIFY(!SettingsFile::save(blocked, {{u"look/theme"_s, u"dark"_s}}));
    }

    void tags_are_kept_in_their_order_and_unfit_ones_left_out()
    {
        const QTemporaryDir directory;
        const QList<TagEntry> tags{{u"$label1"_s, u"Größe, & \"Maß\""_s, u"#aa0000"_s},
                                   {u"work"_s, u"Work"_s, u"#00aa00"_s}};
        QVERIFY(SettingsFile::saveTags(directory.path(), tags));
        QCOMPARE(SettingsFile::loadTags(directory.path()), tags);
        QVERIFY(SettingsFile::saveTags(directory.path(), {}));
        QCOMPARE(SettingsFile::loadTags(directory.path()), QList<TagEntry>());
        QVERIFY(!isUsable({u"two words"_s, u"x"_s, u"#000000"_s}));
        QVERIFY(!isUsable({u"a\r\nb"_s, u"x"_s, u"#000000"_s}));
        QVERIFY(!isUsable({u"a"_s, u"x\ny"_s, u"#000000"_s}));
        QVERIFY(!isUsable({u"a"_s, u"  "_s, u"#000000"_s}));
        QVERIFY(!isUsable({u"a"_s, u"x"_s, u"red"_s}));
    }

    void keys_are_exactly_those_saved()
    {
        const QTemporaryDir directory;
        QVERIFY(SettingsFile::saveKeys(directory.path(),
                                       {{u"archive"_s, u"Y; Ctrl+E"_s}, {u"move"_s, u"V, G"_s}}));
        QVERIFY(SettingsFile::saveKeys(directory.path(), {{u"archive"_s, u"Y; Ctrl+E"_s}, {u"copy"_s, {}}}));
        QCOMPARE(SettingsFile::loadKeys(directory.path()),
                 (SettingValues{{u"archive"_s, u"Y; Ctrl+E"_s}, {u"copy"_s, QString()}}));
    }
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "settingsfile_test.moc"
