#include "core/settings/importplan.h"
#include "core/settings/savedsearches.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SavedSearchesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSavedComesBackInItsOrder();
    void whatMakesNoSenseIsLeftOut();
    void whatOthersWroteStays();
    void keysAreMadeFromNamesAndNeverTwice();
    void aFolderThatCannotBeWrittenIsSaid();
    void anExportTakesThemAlongAndAnImportDoublesNone();
};

void SavedSearchesTest::whatIsSavedComesBackInItsOrder()
{
    const QTemporaryDir dir;
    QVERIFY(SavedSearchFile::load(dir.path())->isEmpty());
    const QList<SavedSearch> searches{{u"two"_s, u"Zwei = „2“"_s, u"from:\"Anna; B\" [x] # y"_s},
                                      {u"one"_s, u"Eins"_s, u"is:unread"_s}};
    QVERIFY(SavedSearchFile::save(dir.path(), searches));
    QCOMPARE(*SavedSearchFile::load(dir.path()), searches);
    QVERIFY(SavedSearchFile::save(dir.path(), {searches.at(1), searches.at(0)}));
    QCOMPARE(*SavedSearchFile::load(dir.path()), (QList<SavedSearch>{searches.at(1), searches.at(0)}));
    QVERIFY(SavedSearchFile::save(dir.path(), {searches.at(1)}));
    QCOMPARE(*SavedSearchFile::load(dir.path()), QList<SavedSearch>{searches.at(1)});
}

void SavedSearchesTest::whatMakesNoSenseIsLeftOut()
{
    const QTemporaryDir dir;
    writeFile(SavedSearchFile::path(dir.path()),
              "[empty]\nname = Empty\nquery =\n[bad key!]\nquery = x\n[long]\nname = " + QByteArray(200, 'n')
                  + "\nquery = x\n[good]\nquery = y\n[good]\nquery = z\n\xff\xfe\n");
    const auto loaded = SavedSearchFile::load(dir.path());
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), 1);
    QCOMPARE(loaded->first().key, u"good"_s);
    QCOMPARE(loaded->first().name, u"good"_s); // without a name the key is one
    QVERIFY(!isUsable(SavedSearch{u"a"_s, u"two\nlines"_s, u"x"_s}));
    QVERIFY(!isUsable(SavedSearch{u"a"_s, u"A"_s, u" "_s}));
    QVERIFY(!isUsable(SavedSearch{u"a b"_s, u"A"_s, u"x"_s}));
    QVERIFY(isUsable(SavedSearch{u"a"_s, u"A"_s, u"x"_s}));
}

void SavedSearchesTest::whatOthersWroteStays()
{
    const QTemporaryDir dir;
    const QString path = SavedSearchFile::path(dir.path());
    writeFile(path, "# mine\n[one]\nname = One\nquery = a\ncolor = red\n\n[notes]\nowner = somebody\n");
    QVERIFY(SavedSearchFile::save(dir.path(), {{u"one"_s, u"First"_s, u"a"_s}}));
    const QByteArray text = readFile(path);
    QVERIFY2(text.contains("# mine") && text.contains("color = red") && text.contains("owner = somebody"),
             text.constData());
    QCOMPARE(SavedSearchFile::load(dir.path())->first().name, u"First"_s);
}

void SavedSearchesTest::keysAreMadeFromNamesAndNeverTwice()
{
    QCOMPARE(SavedSearchFile::freeKey(u"Rechnungen Übersicht"_s, {}), u"rechnungen-u-bersicht"_s);
    QCOMPARE(SavedSearchFile::freeKey(u"発票"_s, {}), u"search"_s);
    const QList<SavedSearch> others{{u"money"_s, {}, {}}, {u"money-2"_s, {}, {}}};
    QCOMPARE(SavedSearchFile::freeKey(u"Money"_s, others), u"money-3"_s);
    QVERIFY(isUsable(SavedSearch{SavedSearchFile::freeKey(QString(500, u'x'), {}), u"A"_s, u"x"_s}));
}

void SavedSearchesTest::aFolderThatCannotBeWrittenIsSaid()
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"file"_s), "x");
    const auto saved = SavedSearchFile::save(dir.filePath(u"file"_s), {{u"a"_s, u"A"_s, u"x"_s}});
    QVERIFY(!saved);
    QVERIFY(!saved.error().text.isEmpty());
}

void SavedSearchesTest::anExportTakesThemAlongAndAnImportDoublesNone()
{
    const QTemporaryDir dir;
    const QList<SavedSearch> searches{{u"money"_s, u"Money"_s, u"invoice"_s},
                                      {u"two"_s, u"Two"_s, u"is:unread"_s}};
    QVERIFY(SavedSearchFile::save(dir.path(), searches));
    const auto file = SettingsBundle::fromBytes(SettingsBundle::ofProfile(dir.path(), {}).toBytes());
    QVERIFY(file);
    QCOMPARE(file->searches, searches);
    SettingsBundle here;
    QCOMPARE(ImportPlan::of(*file, here, {}).searches, searches);
    // One is here, another has its key.
    here.searches = {{u"two"_s, u"Other"_s, u"x"_s}, {u"m"_s, u"Money"_s, u"invoice"_s}};
    const auto plan = ImportPlan::of(*file, here, {});
    QCOMPARE(plan.searches, (QList<SavedSearch>{{u"two-2"_s, u"Two"_s, u"is:unread"_s}}));
    QVERIFY(!plan.isEmpty());
    // From strangers.
    const auto bad = SettingsBundle::fromBytes(
        R"({"kittiwake-settings":1,"searches":[{"key":"a b","name":"A","query":"x"},5,{"key":"ok","name":"O","query":"y"}]})");
    QVERIFY(bad);
    QCOMPARE(bad->searches.size(), 1);
    QCOMPARE(bad->left.size(), 1);
}

QTEST_GUILESS_MAIN(SavedSearchesTest)
#include "savedsearches_test.moc"
