#include "core/account/accountfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

AccountSettings account(const QString &key)
{
    AccountSettings a;
    a.key = key;
    a.name = u"Ånna “B”"_s;
    a.address = u"anna@example.org"_s;
    a.color = u"#3a7bd5"_s;
    a.imap = {u"imap.example.org"_s, 1143, ConnectionSecurity::StartTls, u"anna"_s};
    a.smtp = {u"smtp.example.org"_s, 465, ConnectionSecurity::Tls, u"anna-smtp"_s};
    return a;
}

QString joined(const QList<Error> &errors)
{
    QStringList texts;
    for (const auto &error : errors)
        texts.append(error.text);
    return texts.join(u'\n');
}

} // namespace

class AccountFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"accounts.ini"_s);

    void write(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray bytes()
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

private Q_SLOTS:
    void init() { QFile::remove(m_path); }

    void a_missing_file_is_an_empty_one()
    {
        const auto loaded = AccountFile::load(m_path);
        QVERIFY(loaded.accounts.isEmpty());
        QVERIFY(loaded.errors.isEmpty());
    }

    void what_is_saved_is_loaded()
    {
        auto work = account(u"work"_s);
        auto home = account(u"At home: a/b"_s);
        home.imap = {u"127.0.0.1"_s, 143, ConnectionSecurity::None, u"x y"_s};
        home.smtp = {};
        home.pinnedCertificate = u"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"_s;
        QVERIFY(AccountFile::save(m_path, {work, home}));
        const auto loaded = AccountFile::load(m_path);
        QCOMPARE(joined(loaded.errors), QString());
        QCOMPARE(loaded.accounts.size(), 2);
        QCOMPARE(loaded.accounts.at(0), work);
        QCOMPARE(loaded.accounts.at(1), home);
    }

    void a_password_command_survives_to_the_letter_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("equals") << u"pass show a=b=c"_s;
        QTest::newRow("quotes") << u"\"secret tool\" lookup 'a b' \"c\""_s;
        QTest::newRow("backslashes") << u"printf 'a\\\\nb' \\\"x\\ y"_s;
        QTest::newRow("comment signs") << u"echo '# not ; a comment' # nor this"_s;
        QTest::newRow("brackets and percent") << u"[ -e x ] && echo %20 $HOME `id`"_s;
        QTest::newRow("blank at the end") << u"cat a\\ "_s;
        QTest::newRow("not ASCII") << u"echo pässwörd 密码"_s;
        QTest::newRow("tab") << u"echo a\tb"_s;
        QTest::newRow("looks like a group") << u"[work]"_s;
    }
    void a_password_command_survives_to_the_letter()
    {
        QFETCH(QString, command);
        auto a = account(u"work"_s);
        a.passwordCommand = command;
        QVERIFY(AccountFile::save(m_path, {a}));
        auto loaded = AccountFile::load(m_path);
        QCOMPARE(joined(loaded.errors), QString());
        QCOMPARE(loaded.accounts.value(0).passwordCommand, command);
        QVERIFY(AccountFile::save(m_path, loaded.accounts));
        QCOMPARE(AccountFile::load(m_path).accounts.value(0).passwordCommand, command);
    }

    void what_is_left_out_gets_the_usual_value()
    {
        write("[a]\naddress=a@example.org\nimapHost=mail.example.org\nsmtpHost=mail.example.org\n"
              "[b]\naddress=b@example.org\nimapHost=mail.example.org\nimapSecurity=starttls\nimapUser=bee\n"
              "smtpHost=m.example.org\nsmtpSecurity=starttls\n");
        const auto loaded = AccountFile::load(m_path);
        QCOMPARE(joined(loaded.errors), QString());
        const auto a = loaded.accounts.value(0);
        QCOMPARE(a.name, u"a@example.org"_s);
        QCOMPARE(a.imap,
                 (ServerSettings{u"mail.example.org"_s, 993, ConnectionSecurity::Tls, u"a@example.org"_s}));
        QCOMPARE(a.smtp,
                 (ServerSettings{u"mail.example.org"_s, 465, ConnectionSecurity::Tls, u"a@example.org"_s}));
        const auto b = loaded.accounts.value(1);
        QCOMPARE(b.imap,
                 (ServerSettings{u"mail.example.org"_s, 143, ConnectionSecurity::StartTls, u"bee"_s}));
        QCOMPARE(b.smtp, (ServerSettings{u"m.example.org"_s, 587, ConnectionSecurity::StartTls, u"bee"_s}));
    }

    void comments_order_and_unknown_keys_survive_a_save()
    {
        write("# my accounts\n\n[work]\n; the office\nsignature = -- Anna\naddress= anna@example.org \n"
              "imapHost=old.example.org\n\n# at "
              "home\n[home]\naddress=h@example.org\nimapHost=h.example.org\nnote=x\n");
        auto accounts = AccountFile::load(m_path).accounts;
        QCOMPARE(accounts.size(), 2);
        accounts[0].imap.host = u"new.example.org"_s;
        QVERIFY(AccountFile::save(m_path, accounts));
        const auto text = bytes();
        QVERIFY2(text.startsWith("# my accounts\n\n[work]\n; the office\nsignature = -- Anna\n"), text);
        QVERIFY2(text.contains("\nimapHost=new.example.org\n"), text);
        QVERIFY2(text.contains("\n\n# at home\n[home]\n"), text);
        QVERIFY2(text.contains("\nnote=x\n"), text);
        QVERIFY2(!text.contains("old.example.org"), text);
        QCOMPARE(AccountFile::load(m_path).accounts, accounts);
    }

    void saving_twice_changes_nothing()
    {
        QVERIFY(AccountFile::save(m_path, {account(u"a"_s), account(u"b"_s)}));
        const auto first = bytes();
        QVERIFY(AccountFile::save(m_path, AccountFile::load(m_path).accounts));
        QCOMPARE(bytes(), first);
    }

    void a_removed_account_leaves_its_neighbours_comments()
    {
        write("[a]\naddress=a@example.org\nimapHost=h.example.org\n\n# about "
              "b\n[b]\naddress=b@example.org\nimapHost=h.example.org\n");
        auto accounts = AccountFile::load(m_path).accounts;
        accounts.removeFirst();
        QVERIFY(AccountFile::save(m_path, accounts));
        QVERIFY2(bytes().contains("# about b\n[b]\n"), bytes());
        QVERIFY2(!bytes().contains("[a]"), bytes());
    }

    void a_typing_error_never_costs_an_account()
    {
        write("[broken]\naddress=x@example.org\nimapHost=h.example.org\nimapPort=many\n\n[half\naddress=y@"
              "example.org\n");
        const auto loaded = AccountFile::load(m_path);
        QVERIFY(loaded.accounts.isEmpty());
        QVERIFY(AccountFile::save(m_path, {account(u"new"_s)}));
        QVERIFY2(bytes().contains("imapPort=many"), bytes());
        QVERIFY2(bytes().contains("[half\naddress=y@example.org"), bytes());
        QCOMPARE(AccountFile::load(m_path).accounts.size(), 1);
    }

    void a_broken_group_is_not_called_saved()
    {
        const QByteArray before = "[work]\naddress=x@example.org\nwhat is this\nimapHost=h.example.org\n";
        write(before);
        const auto saved = AccountFile::save(m_path, {account(u"work"_s)});
        QVERIFY(!saved);
        QVERIFY2(saved.error().text.contains(u"line 3"_s), qPrintable(saved.error().text));
        QCOMPARE(bytes(), before);
    }

    void a_malformed_line_is_named_and_the_others_load_data()
    {
        QTest::addColumn<QByteArray>("bad"); // follows a good account's two lines on line 4
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        const QByteArray head = "[bad]\naddress=b@example.org\nimapHost=h.example.org\n"; // lines 4 to 6
        QTest::newRow("no equals sign") << head + "hello\n" << 7 << u"key=value"_s;
        QTest::newRow("no key") << head + "=value\n" << 7 << u"key=value"_s;
        QTest::newRow("port is a word") << head + "imapPort=imaps\n" << 7 << u"1 to 65535"_s;
        QTest::newRow("port too large") << head + "imapPort=65536\n" << 7 << u"1 to 65535"_s;
        QTest::newRow("port zero") << head + "smtpPort=0\n" << 7 << u"1 to 65535"_s;
        QTest::newRow("security") << head + "imapSecurity=ssl\n" << 7 << u"tls, starttls or none"_s;
        QTest::newRow("smtp security") << head + "smtpSecurity=TLS1\n" << 7 << u"tls, starttls or none"_s;
        QTest::newRow("misspelt") << head + "imaphost=x\n" << 7 << u"Write imapHost"_s;
        QTest::newRow("twice") << head + "address=c@example.org\n" << 7 << u"line 5"_s;
        QTest::newRow("confirmed") << head + "clearTextConfirmed=sure\n" << 7 << u"true or false"_s;
        QTest::newRow("NUL byte") << head + QByteArray("name=a\0b\n", 9) << 7 << u"UTF-8"_s;
        QTest::newRow("not UTF-8") << head + "name=M\xfcller\n" << 7 << u"UTF-8"_s;
        QTest::newRow("colour") << head + "color=blue\n" << 4 << u"#3a7bd5"_s;
        QTest::newRow("clear text") << head + "imapSecurity=none\n" << 4 << u"clear text"_s;
        QTest::newRow("clear text smtp") << head + "smtpHost=x.example.org\nsmtpSecurity=none\n"
                                         << 4 << u"smtpSecurity=tls"_s;
        QTest::newRow("no address") << QByteArray("[bad]\nimapHost=h\n") << 4 << u"address="_s;
        QTest::newRow("bad address") << QByteArray("[bad]\naddress=b\nimapHost=h\n") << 4
                                     << u"you@example.org"_s;
        QTest::newRow("no host") << QByteArray("[bad]\naddress=b@example.org\n") << 4 << u"imapHost="_s;
        QTest::newRow("host is a URL")
            << QByteArray("[bad]\naddress=b@example.org\nimapHost=imap://h\n") << 4 << u"plain server name"_s;
        QTest::newRow("group not closed") << QByteArray("[bad\naddress=b@example.org\n") << 4 << u"[work]"_s;
        QTest::newRow("group empty") << QByteArray("[ ]\naddress=b@example.org\n") << 4 << u"[work]"_s;
        QTest::newRow("group twice") << QByteArray("[good]\naddress=b@example.org\n") << 4 << u"line 1"_s;
    }
    void a_malformed_line_is_named_and_the_others_load()
    {
        QFETCH(QByteArray, bad);
        QFETCH(int, line);
        QFETCH(QString, says);
        write("[good]\naddress=a@example.org\nimapHost=h.example.org\n" + bad
              + "[last]\naddress=z@example.org\nimapHost=h.example.org\n");
        const auto loaded = AccountFile::load(m_path);
        QCOMPARE(loaded.accounts.size(), 2);
        QCOMPARE(loaded.accounts.at(0).key, u"good"_s);
        QCOMPARE(loaded.accounts.at(1).key, u"last"_s);
        QCOMPARE(loaded.errors.size(), 1);
        const auto text = loaded.errors.first().text;
        QVERIFY2(text.contains(u"accounts.ini, line %1:"_s.arg(line)), qPrintable(text));
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QCOMPARE(loaded.errors.first().kind, ErrorKind::Invalid);
    }

    void a_line_before_the_first_account_is_named()
    {
        write("name=x\n[good]\naddress=a@example.org\nimapHost=h.example.org\n");
        const auto loaded = AccountFile::load(m_path);
        QCOMPARE(loaded.accounts.size(), 1);
        QVERIFY2(joined(loaded.errors).contains(u"line 1"_s), qPrintable(joined(loaded.errors)));
    }

    void line_ends_and_byte_order_mark_of_other_systems_are_read()
    {
        write("\xEF\xBB\xBF[a]\r\naddress=a@example.org\r\nimapHost=h.example.org\r\n");
        const auto loaded = AccountFile::load(m_path);
        QCOMPARE(joined(loaded.errors), QString());
        QCOMPARE(loaded.accounts.value(0).imap.host, u"h.example.org"_s);
    }

    void a_huge_file_is_refused()
    {
        write(QByteArray(2 << 20, 'x'));
        const auto loaded = AccountFile::load(m_path);
        QVERIFY(loaded.accounts.isEmpty());
        QVERIFY2(joined(loaded.errors).contains(u"1 MB"_s), qPrintable(joined(loaded.errors)));
    }

    void clear_text_is_allowed_to_this_computer_only_unless_confirmed_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("confirmed");
        QTest::addColumn<bool>("allowed");
        for (const auto &host : {u"127.0.0.1"_s, u"127.3.2.1"_s, u"localhost"_s, u"::1"_s})
            QTest::newRow(qPrintable(host)) << host << false << true;
        for (const auto &host :
             {u"mail.example.org"_s, u"127.0.0.1.example.org"_s, u"192.168.0.1"_s, u"128.0.0.1"_s}) {
            QTest::newRow(qPrintable(host)) << host << false << false;
            QTest::newRow(qPrintable(host + u" confirmed"_s)) << host << true << true;
        }
    }
    void clear_text_is_allowed_to_this_computer_only_unless_confirmed()
    {
        QFETCH(QString, host);
        QFETCH(bool, confirmed);
        QFETCH(bool, allowed);
        auto a = account(u"a"_s);
        a.imap.host = host;
        a.imap.security = ConnectionSecurity::None;
        a.clearTextConfirmed = confirmed;
        QCOMPARE(bool(checkSettings(a)), allowed);
        QCOMPARE(bool(AccountFile::save(m_path, {a})), allowed);
        QCOMPARE(AccountFile::load(m_path).accounts.size(), allowed ? 1 : 0);
    }

    void a_value_that_would_become_two_lines_is_refused()
    {
        auto a = account(u"a"_s);
        a.name = u"x\nimapHost=evil.example.org"_s;
        QVERIFY(!AccountFile::save(m_path, {a}));
        a = account(u"a]\n[b"_s);
        QVERIFY(!AccountFile::save(m_path, {a}));
        QVERIFY(!QFile::exists(m_path));
    }

    void two_accounts_of_one_name_are_refused()
    {
        const auto saved = AccountFile::save(m_path, {account(u"a"_s), account(u"a"_s)});
        QVERIFY(!saved);
        QVERIFY(saved.error().text.contains(u"two accounts"_s));
    }

    void the_file_is_for_its_owner_only()
    {
        write("");
        QVERIFY(QFile::setPermissions(m_path, QFile::Permissions::fromInt(0x6644)));
        QVERIFY(AccountFile::save(m_path, {account(u"a"_s)}));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
    }

    void a_failed_save_keeps_the_old_file_and_says_so()
    {
        const QString blocked = m_dir.filePath(u"file"_s);
        QFile file(blocked);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto saved = AccountFile::save(blocked + u"/accounts.ini"_s, {account(u"a"_s)});
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Storage);
        QVERIFY2(saved.error().text.contains(u"cannot be written"_s), qPrintable(saved.error().text));
    }

    void a_pinned_certificate_is_a_path_or_the_pem_itself()
    {
        const QByteArray pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
        auto a = account(u"a"_s);
        QCOMPARE(*pinnedCertificatePem(a, m_dir.path()), QByteArray());
        a.pinnedCertificate = QString::fromLatin1(pem);
        QCOMPARE(*pinnedCertificatePem(a, m_dir.path()), pem);
        QFile file(m_dir.filePath(u"server.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pem);
        file.close();
        a.pinnedCertificate = u"server.pem"_s;
        QCOMPARE(*pinnedCertificatePem(a, m_dir.path()), pem);
        a.pinnedCertificate = u"missing.pem"_s;
        QVERIFY(pinnedCertificatePem(a, m_dir.path()).error().text.contains(u"missing.pem"_s));
        a.pinnedCertificate = u"accounts.ini"_s;
        write("nonsense");
        QVERIFY(pinnedCertificatePem(a, m_dir.path()).error().text.contains(u"PEM"_s));
    }
};

QTEST_GUILESS_MAIN(AccountFileTest)
#include "accountfile_test.moc"
