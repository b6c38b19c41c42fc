#include "ctlprocess.h"

#include "core/account/accountfile.h"
#include "core/settings/settingsfile.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

using enum QJsonValue::Type;

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(text);
}

struct Profile {
    QTemporaryDir directory;
    QString path() const { return directory.path(); }
    QString accountsIni() const { return directory.filePath(u"accounts.ini"_s); }
    CtlRun run(const QStringList &words) const { return runCtl(QStringList{u"--profile"_s, path()} + words); }
};

void fill(const Profile &profile)
{
    write(profile.accountsIni(),
          "[work]\nname=Work\naddress=anna@example.org\nimapHost=imap.example.org\n"
          "passwordCommand=echo hunter2-canary\n\n"
          "[home]\naddress=b@example.net\nimapHost=mail.example.net\nimapSecurity=none\n"
          "clearTextConfirmed=true\n");
    if (!SettingsFile::save(profile.path(), {{u"look/theme"_s, u"dark"_s}}))
        qFatal("cannot save");
}

} // namespace

class CtlSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrong_usage_is_status_2()
    {
        QCOMPARE(runCtl({u"settings"_s}).status, 2);
        QCOMPARE(runCtl({u"settings"_s, u"export"_s}).status, 2);
        const auto verb = runCtl({u"settings"_s, u"swap"_s, u"x"_s});
        QCOMPARE(verb.status, 2);
        QVERIFY(verb.error.contains(u"swap"_s));
    }

    void what_is_exported_holds_no_secret()
    {
        const Profile profile;
        fill(profile);
        const auto run = profile.run({u"settings"_s, u"export"_s, u"-"_s});
        QCOMPARE(run.status, 0);
        const auto json = run.json();
        QCOMPARE(json.value("kittiwake-settings"_L1).toInt(), 1);
        QCOMPARE(json.value("accounts"_L1).toArray().size(), 2);
        QVERIFY(!run.out.contains("canary"));
        const auto file = profile.directory.filePath(u"out.kittiwake-settings"_s);
        const auto told = profile.run({u"settings"_s, u"export"_s, file});
        QCOMPARE(told.status, 0);
        QVERIFY(told.out.contains("2 account(s)"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), run.out);
        QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void export_dry_run_import_makes_the_profiles_equal()
    {
        const Profile from;
        const Profile to;
        fill(from);
        const auto file = from.directory.filePath(u"s"_s);
        QCOMPARE(from.run({u"settings"_s, u"export"_s, file}).status, 0);

        const auto dry = to.run({u"settings"_s, u"import"_s, file, u"--dry-run"_s, u"--json"_s});
        QCOMPARE(dry.status, 0);
        const QString problem = shapeProblem(dry.json(),
                                             {{u"settings"_s, {Array}},
                                              {u"tags"_s, {Bool}},
                                              {u"keys"_s, {Bool}},
                                              {u"signatures"_s, {Array}},
                                              {u"searches"_s, {Array}},
                                              {u"accounts"_s, {Array}},
                                              {u"left"_s, {Array}},
                                              {u"dry_run"_s, {Bool}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(dry.json().value("dry_run"_L1).toBool());
        QVERIFY(!QFile::exists(to.accountsIni()));
        QCOMPARE(SettingsFile::load(to.path()), usualSettings());
        QVERIFY(to.run({u"settings"_s, u"import"_s, file, u"--dry-run"_s})
                    .out.contains("signs in at imap.example.org as "));

        const auto run = to.run({u"settings"_s, u"import"_s, file});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        QCOMPARE(SettingsFile::load(to.path()), SettingsFile::load(from.path()));
        // Clear text is not taken over without a word.
        QCOMPARE(AccountFile::load(to.accountsIni()).accounts.size(), 1);
        QVERIFY(run.out.contains("--trust"));
        QCOMPARE(to.run({u"settings"_s, u"import"_s, file, u"--trust"_s}).status, 0);
        auto expected = AccountFile::load(from.accountsIni()).accounts;
        expected[0].passwordCommand.clear();
        QCOMPARE(AccountFile::load(to.accountsIni()).accounts, expected);
        QVERIFY(
            to.run({u"settings"_s, u"import"_s, file, u"--dry-run"_s, u"--trust"_s}).out.contains("same"));
    }

    void an_account_that_is_here_changes_only_when_told_to()
    {
        const Profile from;
        const Profile to;
        fill(from);
        fill(to);
        write(to.accountsIni(),
              "[work]\nname=Mine\naddress=anna@example.org\nimapHost=imap.example.org\n"
              "passwordCommand=echo here\n");
        const auto file = from.directory.filePath(u"s"_s);
        QCOMPARE(from.run({u"settings"_s, u"export"_s, file}).status, 0);
        const auto run = to.run({u"settings"_s, u"import"_s, file});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.contains("--replace"));
        QCOMPARE(AccountFile::load(to.accountsIni()).accounts.first().name, u"Mine"_s);
        QCOMPARE(to.run({u"settings"_s, u"import"_s, file, u"--replace"_s}).status, 0);
        const auto work = AccountFile::load(to.accountsIni()).accounts.first();
        QCOMPARE(work.name, u"Work"_s);
        QCOMPARE(work.passwordCommand, u"echo here"_s);
    }

    void a_file_of_something_else_changes_nothing_and_is_told()
    {
        const Profile profile;
        const auto file = profile.directory.filePath(u"s"_s);
        write(file, "{\"theme\": \"dark\"}");
        const auto run = profile.run({u"settings"_s, u"import"_s, file});
        QCOMPARE(run.status, 1);
        QVERIFY(run.error.startsWith(u"kittiwakectl: "_s));
        QVERIFY(run.out.isEmpty());
        QCOMPARE(profile.run({u"settings"_s, u"import"_s, u"/no/such/file"_s}).status, 1);
        QCOMPARE(profile.run({u"settings"_s, u"export"_s, u"/no/such/folder/x"_s}).status, 1);
    }

    // Mail and files drive no terminal.
    void what_a_file_says_is_shown_without_control_characters()
    {
        const Profile profile;
        const auto file = profile.directory.filePath(u"s"_s);
        write(file,
              "{\"kittiwake-settings\":1,\"accounts\":[{\"account\":\"a\",\"address\":\"a@b.example\","
              "\"imapHost\":\"x.example\",\"name\":\"\\u001b[31m\"}]}");
        const auto run = profile.run({u"settings"_s, u"import"_s, file, u"--dry-run"_s});
        QCOMPARE(run.status, 0);
        QVERIFY(!run.out.contains('\x1b'));
        QVERIFY(run.out.contains("not taken"));
    }
};

QTEST_GUILESS_MAIN(CtlSettingsTest)
#include "ctlsettings_test.moc"
