#include "core/settings/settingsbundle.h"

#include "core/account/accountfile.h"
#include "core/settings/importplan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

constexpr auto Canary = "hunter2-canary";

QList<AccountSettings> accounts()
{
    AccountSettings work;
    work.key = u"work"_s;
    work.name = u"Work; #1 \"quoted\""_s;
    work.address = u"anna@example.org"_s;
    work.color = u"#aa0000"_s;
    work.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna@example.org"_s};
    work.smtp = {u"smtp.example.org"_s, 465, ConnectionSecurity::Tls, u"anna@example.org"_s};
    work.aliases = {u"\"Becker, Anna\" <ab@example.org>"_s};
    work.folders.skipped = {u"Old/\"2019\", [x]"_s, u"Grüße"_s};
    work.folders.roles.insert(FolderRole::Archive, u"Ablage"_s);
    work.folders.cacheLimitMb = 500;
    AccountSettings home;
    home.key = u"home"_s;
    home.address = u"becker@example.net"_s;
    home.imap = {u"mail.example.net"_s, 143, ConnectionSecurity::StartTls, u"becker"_s};
    home.paused = true;
    return {withDefaults(work), withDefaults(home)};
}

QByteArray document(const QJsonObject &members)
{
    QJsonObject object{{u"kittiwake-settings"_s, 1}};
    for (auto it = members.begin(); it != members.end(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson();
}

} // namespace

class SettingsBundleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_exported_comes_back_the_same()
    {
        const QTemporaryDir directory;
        QVERIFY(SettingsFile::save(directory.path(),
                                   {{u"look/theme"_s, u"dark"_s}, {u"sync/prefetchDays"_s, u"30"_s}}));
        QVERIFY(SettingsFile::saveTags(directory.path(), {{u"$label1"_s, u"Größe"_s, u"#aa0000"_s}}));
        QVERIFY(SettingsFile::saveKeys(directory.path(), {{u"archive"_s, u"Y; Ctrl+E"_s}}));
        QVERIFY(SignatureFile::save(directory.filePath(u"signatures.ini"_s), u"anna@example.org"_s,
                                    {u"Anna\nKiel"_s, u"<p>Anna</p>"_s}));
        const auto out = SettingsBundle::ofProfile(directory.path(), accounts());
        const auto in = SettingsBundle::fromBytes(out.toBytes());
        QVERIFY(in);
        QCOMPARE(in->signatures, Signatures({{u"anna@example.org"_s, {u"Anna\nKiel"_s, u"<p>Anna</p>"_s}}}));
        QCOMPARE(in->settings, out.settings);
        QCOMPARE(in->tags, out.tags);
        QCOMPARE(in->keys, out.keys);
        QCOMPARE(in->accounts, out.accounts);
        QVERIFY2(in->left.isEmpty(), qPrintable(in->left.join(u'\n')));
    }

    void signatures_that_make_no_sense_are_left_out()
    {
        const QJsonObject signatures{
            {u"Anna@example.org"_s, QJsonObject{{u"text"_s, u"Anna\r\n\x1b[1m"_s}}},
            {u"nobody"_s, QJsonObject{{u"text"_s, u"x"_s}}},
            {u"Name <b@example.org>"_s, QJsonObject{{u"text"_s, u"x"_s}}},
            {u"long@example.org"_s, QJsonObject{{u"html"_s, QString(200'000, u'x')}}},
            {u"c@example.org"_s, 5}};
        const auto in = SettingsBundle::fromBytes(document({{u"signatures"_s, signatures}}));
        QVERIFY(in);
        QCOMPARE(in->signatures, Signatures({{u"anna@example.org"_s, {u"Anna\n[1m"_s, {}}}}));
        QCOMPARE(in->left, QStringList({u"4 signatures cannot be used."_s}));
    }

    // Export, a fresh profile, import: the profiles are equal.
    void an_import_into_a_fresh_profile_makes_it_equal()
    {
        const QTemporaryDir from;
        const QTemporaryDir to;
        QVERIFY(SettingsFile::save(from.path(), {{u"look/theme"_s, u"dark"_s}, {u"list/moveOn"_s, u"2"_s}}));
        QVERIFY(SettingsFile::saveTags(from.path(), {{u"$label1"_s, u"Größe"_s, u"#aa0000"_s}}));
        QVERIFY(SettingsFile::saveKeys(from.path(), {{u"archive"_s, u"Y"_s}}));
        const auto bundle
            = SettingsBundle::fromBytes(SettingsBundle::ofProfile(from.path(), accounts()).toBytes());
        QVERIFY(bundle);
        const auto plan = ImportPlan::of(*bundle, SettingsBundle::ofProfile(to.path(), {}), {});
        SettingValues changed;
        for (const SettingChange &change : plan.settings)
            changed.insert(change.key, change.after);
        QCOMPARE(changed.size(), 2);
        QVERIFY(SettingsFile::save(to.path(), changed));
        QVERIFY(SettingsFile::saveTags(to.path(), *bundle->tags));
        QVERIFY(SettingsFile::saveKeys(to.path(), *bundle->keys));
        QList<AccountSettings> taken;
        for (const AccountImport &account : plan.accounts)
            taken.append(account.account);
        const QString ini = to.filePath(u"accounts.ini"_s);
        QVERIFY(AccountFile::save(ini, withAccounts({}, taken)));
        QCOMPARE(AccountFile::load(ini).accounts, accounts());
        QCOMPARE(SettingsFile::load(to.path()), SettingsFile::load(from.path()));
        QCOMPARE(SettingsFile::loadTags(to.path()), SettingsFile::loadTags(from.path()));
        QCOMPARE(SettingsFile::loadKeys(to.path()), SettingsFile::loadKeys(from.path()));
        QVERIFY(
            ImportPlan::of(*bundle, SettingsBundle::ofProfile(to.path(), accounts()), accounts()).isEmpty());
    }

    void no_secret_and_no_command_leaves()
    {
        const QTemporaryDir directory;
        auto list = accounts();
        list[0].passwordCommand = u"echo "_s + QLatin1StringView(Canary);
        const auto bundle = SettingsBundle::ofProfile(directory.path(), list);
        QVERIFY(!bundle.toBytes().contains(Canary));
        QVERIFY(!bundle.toBytes().contains("passwordCommand"));
    }

    void a_private_key_beside_a_pinned_certificate_does_not_leave()
    {
        const QTemporaryDir directory;
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
                       u"/CN=mail.example.org"_s, u"-keyout"_s, directory.filePath(u"server.key"_s),
                       u"-out"_s, directory.filePath(u"server.crt"_s)});
        QVERIFY(openssl.waitForFinished(30'000) && openssl.exitCode() == 0);
        QFile key(directory.filePath(u"server.key"_s));
        QFile certificate(directory.filePath(u"server.crt"_s));
        QVERIFY(key.open(QIODevice::ReadOnly) && certificate.open(QIODevice::ReadOnly));
        const QByteArray pem = certificate.readAll();
        QFile both(directory.filePath(u"server.pem"_s));
        QVERIFY(both.open(QIODevice::WriteOnly) && both.write(key.readAll() + pem) > 0);
        both.close();
        auto list = accounts();
        list[0].pinnedCertificate = u"server.pem"_s;
        list[0].smtpPinnedCertificate = u"server.pem"_s;
        list[1].pinnedCertificate = u"server.crt"_s;
        const auto bundle = SettingsBundle::ofProfile(directory.path(), list);
        QVERIFY(!bundle.toBytes().contains("PRIVATE KEY"));
        QCOMPARE(bundle.accounts.at(0).pinnedCertificate.toLatin1().trimmed(), pem.trimmed());
        QCOMPARE(bundle.accounts.at(0).smtpPinnedCertificate.toLatin1().trimmed(), pem.trimmed());
        QCOMPARE(bundle.accounts.at(1).pinnedCertificate.toLatin1(), pem);
    }

    void a_command_in_a_file_is_never_taken()
    {
        const auto bundle = SettingsBundle::fromBytes(
            document({{u"accounts"_s,
                       QJsonArray{QJsonObject{{u"account"_s, u"work"_s},
                                              {u"address"_s, u"a@example.org"_s},
                                              {u"imapHost"_s, u"imap.example.org"_s},
                                              {u"passwordCommand"_s, u"touch /tmp/owned"_s}}}}}));
        QVERIFY(bundle);
        QCOMPARE(bundle->accounts.size(), 1);
        QVERIFY(bundle->accounts.first().passwordCommand.isEmpty());
        QCOMPARE(bundle->left.size(), 1);
        QVERIFY(bundle->left.first().contains(u"work"_s));
        QVERIFY(!bundle->left.first().contains(u"owned"_s));
    }

    void a_file_of_anything_else_is_refused_with_a_sentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("noise") << QByteArray("\x00\xff\xfe{", 4);
        QTest::newRow("other JSON") << QByteArray("{\"theme\":\"dark\"}");
        QTest::newRow("array") << QByteArray("[1,2,3]");
        QTest::newRow("newer") << QByteArray("{\"kittiwake-settings\":2}");
        QTest::newRow("version is text") << QByteArray("{\"kittiwake-settings\":\"1\"}");
        QTest::newRow("nested") << QByteArray(100'000, '[');
        QTest::newRow("too large") << QByteArray(SettingsBundle::MostBytes + 1, ' ');
    }
    void a_file_of_anything_else_is_refused_with_a_sentence()
    {
        QFETCH(QByteArray, bytes);
        const auto bundle = SettingsBundle::fromBytes(bytes);
        QVERIFY(!bundle);
        QCOMPARE(bundle.error().kind, ErrorKind::Invalid);
        QVERIFY(bundle.error().text.endsWith(u'.'));
    }

    void what_makes_no_sense_is_left_out_and_told()
    {
        const auto bundle = SettingsBundle::fromBytes(document(
            {{u"settings"_s,
              QJsonObject{{u"look/theme"_s, u"pink"_s},
                          {u"list/density"_s, 2}, // a number, not a text
                          {u"sync/prefetchDays"_s, u"30"_s},
                          {u"../../etc/passwd"_s, u"x"_s},
                          {u"general/unheard"_s, u"x"_s}}},
             {u"tags"_s,
              QJsonArray{
                  QJsonObject{{u"keyword"_s, u"a b"_s}, {u"name"_s, u"x"_s}, {u"color"_s, u"#000000"_s}},
                  QJsonObject{{u"keyword"_s, u"ok"_s}, {u"name"_s, u"Ok"_s}, {u"color"_s, u"#000000"_s}},
                  QJsonObject{{u"keyword"_s, u"OK"_s}, {u"name"_s, u"Again"_s}, {u"color"_s, u"#000000"_s}}}},
             {u"keys"_s, QJsonObject{{u"archive"_s, u"Y"_s}, {u"a/b"_s, u"Z"_s}, {u"x"_s, u"a\nb"_s}}},
             {u"accounts"_s,
              QJsonArray{u"text"_s, QJsonObject{{u"account"_s, u"[x]"_s}},
                         QJsonObject{{u"account"_s, u"w"_s}, {u"imapPort"_s, u"99999"_s}},
                         QJsonObject{{u"account"_s, u"v"_s}, {u"name"_s, u"a\nimapHost=evil"_s}}}}}));
        QVERIFY(bundle);
        QCOMPARE(bundle->settings, (SettingValues{{u"sync/prefetchDays"_s, u"30"_s}}));
        QCOMPARE(bundle->tags->size(), 1);
        QCOMPARE(*bundle->keys, (SettingValues{{u"archive"_s, u"Y"_s}}));
        QVERIFY(bundle->accounts.isEmpty());
        QCOMPARE(bundle->left.size(), 2 + 1 + 1 + 1 + 4);
    }

    void a_hostile_file_is_bounded()
    {
        QJsonArray many;
        for (int i = 0; i < 3000; ++i)
            many.append(QJsonObject{{u"account"_s, u"a%1"_s.arg(i)},
                                    {u"address"_s, u"a@example.org"_s},
                                    {u"imapHost"_s, u"h%1.example.org"_s.arg(i)}});
        QJsonArray tags;
        for (int i = 0; i < 3000; ++i)
            tags.append(QJsonObject{
                {u"keyword"_s, u"k%1"_s.arg(i)}, {u"name"_s, u"n"_s}, {u"color"_s, u"#000000"_s}});
        const auto bundle = SettingsBundle::fromBytes(document({{u"accounts"_s, many}, {u"tags"_s, tags}}));
        QVERIFY(bundle);
        QCOMPARE(bundle->accounts.size(), SettingsBundle::MostAccounts);
        QCOMPARE(bundle->tags->size(), SettingsFile::MostTags);
        const auto one = SettingsBundle::fromBytes(document(
            {{u"accounts"_s,
              QJsonArray{QJsonObject{{u"account"_s, u"a"_s}, {u"name"_s, QString(200'000, u'x')}}}}}));
        QVERIFY(one);
        QVERIFY(one->accounts.isEmpty());
    }

    void a_file_that_is_not_there_is_named()
    {
        const auto bundle = SettingsBundle::fromFile(u"/no/such/file"_s);
        QVERIFY(!bundle);
        QCOMPARE(bundle.error().kind, ErrorKind::Storage);
        QVERIFY(bundle.error().text.contains(u"/no/such/file"_s));
    }
};

QTEST_GUILESS_MAIN(SettingsBundleTest)
#include "settingsbundle_test.moc"
