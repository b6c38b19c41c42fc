#include "ctlprocess.h"

#include "app/instance/instancesocket.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/settings/settingsfile.h"
#include "core/store/search/indexfile.h"

#include "index/indexedprofile.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;
using namespace kw::test;

namespace {

constexpr auto String = QJsonValue::String;
constexpr auto Number = QJsonValue::Double;
constexpr auto Array = QJsonValue::Array;
constexpr auto Object = QJsonValue::Object;
constexpr auto Bool = QJsonValue::Bool;
constexpr auto Null = QJsonValue::Null;

const Shape SearchShape{{u"total"_s, {Number}}, {u"exact"_s, {Bool}},     {u"ms"_s, {Number}},
                        {u"hits"_s, {Array}},   {u"problems"_s, {Array}}, {u"coverage"_s, {Object}}};
const Shape HitShape{{u"id"_s, {Number}},        {u"account"_s, {String}}, {u"folder"_s, {String}},
                     {u"uid"_s, {Number, Null}}, {u"from"_s, {Object}},    {u"subject"_s, {String}},
                     {u"date"_s, {String}},      {u"flags"_s, {Array}},    {u"keywords"_s, {Array}},
                     {u"size"_s, {Number}},      {u"downloaded"_s, {Bool}}};
const Shape CoverageShape{{u"messages"_s, {Number}},
                          {u"not_indexed"_s, {Number}},
                          {u"without_text"_s, {Number}},
                          {u"folders"_s, {Array}}};
const Shape StatusShape{{u"messages"_s, {Number}},  {u"indexed"_s, {Number}},
                        {u"with_text"_s, {Number}}, {u"bytes"_s, {Number}},
                        {u"waiting"_s, {Number}},   {u"bytes_per_message"_s, {Number}},
                        {u"usable"_s, {Bool}}};

} // namespace

// The commands search and index, on a cache made by the stores alone; no server, no network.
class CtlSearchTest : public QObject
{
    Q_OBJECT

    // The cache of a profile, where kittiwakectl looks for it.
    struct Place {
        Place()
            : paths(Paths::profile(dir.path()))
        {
            if (!paths.create())
                qFatal("no profile");
            if (!QDir().rmdir(paths.cache) || !QFile::link(mail.path(), paths.cache))
                qFatal("no cache");
        }
        CtlRun ctl(const QStringList &arguments) const
        {
            return runCtl(QStringList{u"--profile"_s, dir.path()} + arguments);
        }
        QJsonObject json(const QStringList &arguments) const
        {
            const CtlRun run = ctl(QStringList{u"--json"_s} + arguments);
            if (run.status != 0)
                qWarning("%d: %s", run.status, qPrintable(run.error));
            return run.json();
        }

        IndexedProfile mail;
        QTemporaryDir dir;
        Paths paths;
    };

private Q_SLOTS:
    void what_is_here_is_found_newest_first()
    {
        Place place;
        for (int n = 1; n <= 5; ++n)
            place.mail.putBody(place.mail.add(n), n);
        place.mail.add(6);
        const QJsonObject found = place.json({u"search"_s, u"hello"_s});
        QCOMPARE(shapeProblem(found, SearchShape), QString());
        QCOMPARE(found.value("total"_L1).toInt(), 5);
        QVERIFY(found.value("exact"_L1).toBool());
        const QJsonArray hits = found.value("hits"_L1).toArray();
        QCOMPARE(hits.size(), 5);
        for (const QJsonValue &hit : hits)
            QCOMPARE(shapeProblem(hit.toObject(), HitShape), QString());
        QCOMPARE(hits.first().toObject().value("subject"_L1).toString(), IndexedProfile::word("subject", 5));
        const QJsonObject coverage = found.value("coverage"_L1).toObject();
        QCOMPARE(shapeProblem(coverage, CoverageShape), QString());
        QCOMPARE(coverage.value("messages"_L1).toInt(), 6);
        QCOMPARE(coverage.value("not_indexed"_L1).toInt(), 0);
        QCOMPARE(coverage.value("without_text"_L1).toInt(), 1);
        const QJsonObject folder = coverage.value("folders"_L1).toArray().first().toObject();
        QCOMPARE(folder.value("account"_L1).toString(), u"ann"_s);
        QCOMPARE(folder.value("folder"_L1).toString(), u"INBOX"_s);
        QCOMPARE(folder.value("without_text"_L1).toInt(), 1);
    }

    void what_came_since_is_indexed_before()
    {
        Place place;
        place.mail.add(1);
        QCOMPARE(place.json({u"search"_s, u"hello"_s}).value("total"_L1).toInt(), 0);
        place.mail.putBody(place.mail.add(2), 2);
        QCOMPARE(place.json({u"search"_s, u"hello"_s}).value("total"_L1).toInt(), 1);
    }

    void all_are_counted_though_few_are_shown()
    {
        Place place;
        for (int n = 1; n <= 9; ++n)
            place.mail.add(n);
        const QJsonObject found = place.json({u"search"_s, u"from:anna"_s, u"--limit"_s, u"3"_s});
        QCOMPARE(found.value("total"_L1).toInt(), 9);
        QVERIFY(found.value("exact"_L1).toBool());
        QCOMPARE(found.value("hits"_L1).toArray().size(), 3);
    }

    void several_words_make_one_query()
    {
        Place place;
        place.mail.putBody(place.mail.add(1), 1);
        place.mail.putBody(place.mail.add(2), 2);
        QCOMPARE(place.json({u"search"_s, u"hello"_s, u"subjectcx"_s}).value("total"_L1).toInt(), 1);
        QCOMPARE(place.json({u"search"_s, u"--"_s, u"hello"_s, u"-subjectcx"_s}).value("total"_L1).toInt(),
                 1);
    }

    void me_and_tags_are_those_of_the_profile()
    {
        Place place;
        AccountSettings account;
        account.key = u"ann"_s;
        account.address = u"ben@example.org"_s;
        account.imap.host = u"127.0.0.1"_s;
        account.imap.user = u"ben"_s;
        QVERIFY(AccountFile::save(place.paths.accountsIni(), {account}));
        QVERIFY(SettingsFile::saveTags(place.paths.config, {{u"$urgent"_s, u"Soon"_s, u"#ff0000"_s}}));
        const MessageId id = place.mail.add(1);
        place.mail.write([&] { MessageStore(place.mail.db()).setKeyword({id}, u"$urgent"_s, true); });
        place.mail.add(2);
        QCOMPARE(place.json({u"search"_s, u"to:me"_s}).value("total"_L1).toInt(), 2);
        QCOMPARE(place.json({u"search"_s, u"from:me"_s}).value("total"_L1).toInt(), 0);
        QCOMPARE(place.json({u"search"_s, u"tag:Soon"_s}).value("total"_L1).toInt(), 1);
        QCOMPARE(place.json({u"search"_s, u"account:ben@example.org"_s}).value("total"_L1).toInt(), 2);
    }

    void what_cannot_be_understood_is_told_and_the_rest_found()
    {
        Place place;
        place.mail.putBody(place.mail.add(1), 1);
        const CtlRun run = place.ctl({u"search"_s, u"hello before:soon"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        QVERIFY(run.error.startsWith("kittiwakectl: "_L1));
        const QJsonObject problem = run.json().value("problems"_L1).toArray().first().toObject();
        QCOMPARE(problem.value("start"_L1).toInt(), 13);
        QVERIFY(!problem.value("sentence"_L1).toString().isEmpty());
        QCOMPARE(run.json().value("total"_L1).toInt(), 1);
        for (const QString &nothing : {u" "_s, u"before:soon"_s}) {
            const CtlRun refused = place.ctl({u"search"_s, nothing});
            QCOMPARE(refused.status, 2);
            QVERIFY(!refused.error.isEmpty());
        }
        QCOMPARE(place.ctl({u"search"_s, u"x"_s, u"--limit"_s, u"0"_s}).status, 2);
    }

    void beside_a_window_the_index_is_searched_as_it_is()
    {
        Place place;
        place.mail.putBody(place.mail.add(1), 1);
        QCOMPARE(place.json({u"search"_s, u"hello"_s}).value("total"_L1).toInt(), 1);
        const auto window = IndexFile::open(place.mail.path());
        QVERIFY(window);
        place.mail.putBody(place.mail.add(2), 2);
        const QJsonObject found = place.json({u"search"_s, u"hello"_s});
        QCOMPARE(found.value("total"_L1).toInt(), 1);
        QCOMPARE(found.value("coverage"_L1).toObject().value("not_indexed"_L1).toInt(), 1);
        const CtlRun check = place.ctl({u"index"_s, u"check"_s});
        QCOMPARE(check.status, 1);
        QVERIFY(!check.error.isEmpty());
    }

    void without_mail_there_is_nothing_to_search()
    {
        const QTemporaryDir empty;
        for (const QStringList &command : QList<QStringList>{{u"search"_s, u"x"_s},
                                                             {u"index"_s, u"status"_s},
                                                             {u"index"_s, u"rebuild"_s},
                                                             {u"index"_s, u"check"_s}}) {
            const CtlRun run = runCtl(QStringList{u"--profile"_s, empty.path()} + command);
            QCOMPARE(run.status, 1);
            QVERIFY(run.error.contains("synced"_L1));
        }
    }

    void the_status_of_the_index_is_told()
    {
        Place place;
        place.mail.putBody(place.mail.add(1), 1);
        place.mail.add(2);
        QJsonObject status = place.json({u"index"_s, u"status"_s});
        QCOMPARE(shapeProblem(status, StatusShape), QString());
        QVERIFY(!status.value("usable"_L1).toBool());
        QCOMPARE(status.value("messages"_L1).toInt(), 2);
        QCOMPARE(status.value("indexed"_L1).toInt(), 0);
        place.ctl({u"search"_s, u"hello"_s});
        place.mail.putBody(MessageId(2), 2);
        status = place.json({u"index"_s, u"status"_s});
        QVERIFY(status.value("usable"_L1).toBool());
        QCOMPARE(status.value("indexed"_L1).toInt(), 2);
        QCOMPARE(status.value("with_text"_L1).toInt(), 1);
        QCOMPARE(status.value("waiting"_L1).toInt(), 1);
        QCOMPARE_GT(status.value("bytes"_L1).toInt(), 0);
        QCOMPARE_GT(status.value("bytes_per_message"_L1).toInt(), 0);
        QCOMPARE(place.ctl({u"index"_s, u"nonsense"_s}).status, 2);
    }

    void it_is_made_anew_on_request()
    {
        Place place;
        for (int n = 1; n <= 5; ++n)
            place.mail.putBody(place.mail.add(n), n);
        const QJsonObject rebuilt = place.json({u"index"_s, u"rebuild"_s});
        QCOMPARE(rebuilt.value("indexed"_L1).toInt(), 5);
        QVERIFY(rebuilt.contains("messages_per_second"_L1));
        QCOMPARE(place.json({u"search"_s, u"hello"_s}).value("total"_L1).toInt(), 5);
    }

    void what_is_wrong_is_mended()
    {
        Place place;
        place.mail.putBody(place.mail.add(1), 1);
        place.ctl({u"search"_s, u"hello"_s});
        {
            const auto file = IndexFile::open(place.mail.path());
            QVERIFY(file);
            QVERIFY((*file)->write({}, {MessageId(1)}, (*file)->progress()));
        }
        const QJsonObject checked = place.json({u"index"_s, u"check"_s});
        QVERIFY(checked.value("sound"_L1).toBool());
        QCOMPARE(checked.value("looked"_L1).toInt(), 1);
        QCOMPARE(checked.value("missing"_L1).toInt(), 1);
        QCOMPARE(checked.value("superfluous"_L1).toInt(), 0);
        QCOMPARE(checked.value("foreign"_L1).toInt(), 0);
        QCOMPARE(place.json({u"search"_s, u"hello"_s}).value("total"_L1).toInt(), 1);
    }

    void a_window_makes_it_anew_itself()
    {
        Place place;
        place.mail.add(1);
        const auto file = IndexFile::open(place.mail.path());
        QVERIFY(file);
        InstanceServer door(place.paths);
        QVERIFY(door.claim());
        QList<QJsonObject> asked;
        door.setHandler([&asked](const QJsonObject &request) {
            asked.append(request);
            return QJsonObject{
                {u"indexed"_s, 7}, {u"working"_s, asked.size() < 3}, {u"problem"_s, QString()}};
        });
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + "/kittiwakectl"_L1,
                      {u"--profile"_s, place.dir.path(), u"index"_s, u"rebuild"_s, u"--json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(process.exitCode(), 0);
        const QJsonObject told = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(told.value("indexed"_L1).toInt(), 7);
        QCOMPARE(asked.size(), 3);
        QVERIFY(asked.first().value("rebuild"_L1).toBool());
        QVERIFY(!asked.last().contains("rebuild"_L1));
    }
};

QTEST_GUILESS_MAIN(CtlSearchTest)
#include "ctlsearch_test.moc"
