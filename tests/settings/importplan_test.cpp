#include "core/settings/importplan.h"

#include "core/account/accountrules.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

AccountSettings account(const QString &key, const QString &host = u"imap.example.org"_s)
{
    AccountSettings a;
    a.key = key;
    a.address = u"anna@example.org"_s;
    a.imap.host = host;
    return withDefaults(a);
}

AccountImport only(const AccountSettings &imported, const QList<AccountSettings> &here)
{
    SettingsBundle bundle;
    bundle.accounts = {imported};
    const auto plan = ImportPlan::of(bundle, {}, here);
    return plan.accounts.first();
}

QString makeCertificate(const QTemporaryDir &directory)
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s, u"/CN=x"_s,
                   u"-keyout"_s, directory.filePath(u"k"_s), u"-out"_s, directory.filePath(u"c"_s)});
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
        return {};
    QFile file(directory.filePath(u"c"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
}

} // namespace

class ImportPlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void only_what_differs_changes()
    {
        SettingsBundle file;
        SettingsBundle here;
        file.settings = {{u"look/theme"_s, u"dark"_s}, {u"list/mode"_s, u"cards"_s}};
        here.settings = usualSettings();
        file.tags = QList<TagEntry>{};
        file.keys = here.keys = SettingValues{};
        file.signatures = {{u"a@e.org"_s, {u"A"_s, {}}}, {u"b@e.org"_s, {u"B"_s, {}}}};
        here.signatures = {{u"a@e.org"_s, {u"A"_s, {}}}, {u"c@e.org"_s, {u"C"_s, {}}}};
        const auto plan = ImportPlan::of(file, here, {});
        QCOMPARE(plan.signatures, Signatures({{u"b@e.org"_s, {u"B"_s, {}}}}));
        QCOMPARE(plan.settings, (QList<SettingChange>{{u"look/theme"_s, u"system"_s, u"dark"_s}}));
        QVERIFY(plan.tagsChange);
        QVERIFY(!plan.keysChange);
        QVERIFY(!plan.isEmpty());
    }

    void the_same_account_is_the_same()
    {
        const auto import = only(account(u"work"_s), {account(u"work"_s)});
        QCOMPARE(import.state, AccountImport::State::Same);
        QVERIFY(import.changes.isEmpty());
    }

    void the_same_login_under_another_name_is_the_account_that_is_here()
    {
        const auto import = only(account(u"office"_s), {account(u"work"_s)});
        QCOMPARE(import.state, AccountImport::State::Same);
        QCOMPARE(import.account.key, u"work"_s);
    }

    void another_account_of_a_taken_name_gets_a_name_of_its_own()
    {
        AccountSettings other = account(u"work"_s, u"imap.other.example"_s);
        other.address = u"berta@other.example"_s;
        other.imap.user = u"berta"_s;
        const auto import = only(other, {account(u"work"_s), account(u"work2"_s, u"x.example"_s)});
        QCOMPARE(import.state, AccountImport::State::New);
        QCOMPARE(import.account.key, u"work3"_s);
    }

    void what_would_change_is_told_in_words()
    {
        AccountSettings wanted = account(u"work"_s);
        wanted.name = u"Office\u202e\nimapHost=evil"_s;
        const auto import = only(wanted, {account(u"work"_s)});
        QCOMPARE(import.state, AccountImport::State::Changed);
        QCOMPARE(import.changes, QStringList{u"name: anna@example.org → Office  imapHost=evil"_s});
    }

    void a_password_never_follows_to_another_server()
    {
        AccountSettings here = account(u"work"_s);
        here.passwordCommand = u"pass show mail"_s;
        const auto moved = only(account(u"work"_s, u"imap.evil.example"_s), {here});
        QCOMPARE(moved.state, AccountImport::State::Changed);
        QVERIFY(moved.account.passwordCommand.isEmpty());
        QVERIFY(moved.trusted.passwordCommand.isEmpty());
        AccountSettings renamed = account(u"work"_s);
        renamed.name = u"Office"_s;
        QCOMPARE(only(renamed, {here}).account.passwordCommand, here.passwordCommand);
    }

    void what_is_kept_here_follows_to_another_sending_server_only_with_trust()
    {
        AccountSettings here = account(u"work"_s);
        here.smtp.host = u"smtp.example.org"_s;
        here.passwordCommand = u"pass show mail"_s;
        here = withDefaults(here);
        AccountSettings wanted = here;
        wanted.passwordCommand.clear();
        wanted.smtp.host = u"smtp.evil.example"_s;
        wanted.name = u"Office"_s;
        const auto import = only(wanted, {here});
        QCOMPARE(import.state, AccountImport::State::Changed);
        QCOMPARE(import.account.smtp, here.smtp);
        QCOMPARE(import.account.name, u"Office"_s);
        QCOMPARE(import.account.passwordCommand, here.passwordCommand);
        QCOMPARE(import.trust.size(), 1);
        QVERIFY(import.trust.first().contains(u"smtp.evil.example"_s));
        QCOMPARE(import.trusted.smtp, wanted.smtp);
        QVERIFY(import.trusted.passwordCommand.isEmpty());
        // Nor by way of another account of the same name and address.
        AccountSettings second = account(u"home"_s, u"imap.example.net"_s);
        second.address = u"anna@example.net"_s;
        second.imap.user = second.address;
        wanted.key = second.key;
        wanted.address = second.address;
        const auto around = only(wanted, {here, second});
        QCOMPARE(around.account.key, u"home"_s);
        QVERIFY(around.account.smtp.host.isEmpty());
        QCOMPARE(around.trust.size(), 1);
        // Of an account that is not here nothing is kept.
        QCOMPARE(only(wanted, {}).account.smtp, wanted.smtp);
        QVERIFY(only(wanted, {}).trust.isEmpty());
    }

    void clear_text_that_was_accepted_for_one_server_is_not_accepted_for_another()
    {
        AccountSettings here = account(u"work"_s, u"nas.example.org"_s);
        here.imap.security = ConnectionSecurity::None;
        here.clearTextConfirmed = true;
        AccountSettings wanted = account(u"work"_s, u"imap.evil.example"_s);
        wanted.imap.security = ConnectionSecurity::None;
        const auto import = only(wanted, {here});
        QVERIFY(!import.account.clearTextConfirmed);
        QVERIFY(!import.problem.isEmpty());
        wanted.clearTextConfirmed = true;
        QCOMPARE(only(wanted, {here}).trust.size(), 1);
        QVERIFY(only(here, {here}).account.clearTextConfirmed);
        QCOMPARE(only(here, {here}).state, AccountImport::State::Same);
    }

    void a_pin_stays_with_its_server()
    {
        AccountSettings here = account(u"work"_s);
        here.pinnedCertificate = u"nas.pem"_s;
        QVERIFY(only(account(u"work"_s, u"imap.new.example"_s), {here}).account.pinnedCertificate.isEmpty());
        QCOMPARE(only(account(u"work"_s), {here}).account.pinnedCertificate, here.pinnedCertificate);
    }

    void a_pinned_certificate_is_taken_only_with_trust_and_shows_its_fingerprint()
    {
        const QTemporaryDir directory;
        AccountSettings pinned = account(u"work"_s);
        pinned.pinnedCertificate = makeCertificate(directory);
        QVERIFY(pinned.pinnedCertificate.startsWith(u"-----BEGIN"_s));
        const auto import = only(pinned, {});
        QVERIFY(import.account.pinnedCertificate.isEmpty());
        QCOMPARE(import.trusted.pinnedCertificate, pinned.pinnedCertificate);
        QCOMPARE(import.trust.size(), 1);
        QVERIFY(import.trust.first().contains(u"imap.example.org"_s));
        QVERIFY(import.trust.first().contains(u"SHA-256"_s));
        // One that is pinned here already needs no word.
        QCOMPARE(only(pinned, {pinned}).state, AccountImport::State::Same);
    }

    void a_pin_that_names_a_file_of_this_computer_is_not_taken()
    {
        AccountSettings pinned = account(u"work"_s);
        pinned.pinnedCertificate = u"/etc/passwd"_s;
        const auto import = only(pinned, {});
        QVERIFY(import.account.pinnedCertificate.isEmpty());
        QVERIFY(import.trusted.pinnedCertificate.isEmpty());
        QVERIFY(import.trust.isEmpty());
    }

    void clear_text_needs_trust_and_without_it_the_account_cannot_be_taken()
    {
        AccountSettings bare = account(u"work"_s);
        bare.imap.security = ConnectionSecurity::None;
        bare.clearTextConfirmed = true;
        const auto import = only(bare, {});
        QVERIFY(!import.account.clearTextConfirmed);
        QVERIFY(!import.problem.isEmpty());
        QVERIFY(import.trusted.clearTextConfirmed);
        QVERIFY(import.trustedProblem.isEmpty());
        QCOMPARE(import.trust.size(), 1);
    }

    void chosen_accounts_take_their_places_and_new_ones_come_last()
    {
        AccountSettings renamed = account(u"b"_s);
        renamed.name = u"B"_s;
        const auto merged = withAccounts({account(u"a"_s), account(u"b"_s)}, {account(u"c"_s), renamed});
        QCOMPARE(merged.size(), 3);
        QCOMPARE(merged.at(1).name, u"B"_s);
        QCOMPARE(merged.at(2).key, u"c"_s);
    }
};

QTEST_GUILESS_MAIN(ImportPlanTest)
#include "importplan_test.moc"
