#include "core/account/identities.h"

#include "core/account/accountfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

AccountSettings account(const QStringList &aliases = {})
{
    AccountSettings a;
    a.key = u"work"_s;
    a.name = u"Anna Becker"_s;
    a.address = u"anna@example.org"_s;
    a.imap.host = u"imap.example.org"_s;
    a.aliases = aliases;
    return withDefaults(a);
}

} // namespace

class IdentitiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_mailbox_is_read_and_written_the_same_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::newRow("bare") << u"a@b.org"_s << QString() << u"a@b.org"_s;
        QTest::newRow("plain") << u"Anna Becker <a@b.org>"_s << u"Anna Becker"_s << u"a@b.org"_s;
        QTest::newRow("comma") << u"\"Becker, Anna\" <a@b.org>"_s << u"Becker, Anna"_s << u"a@b.org"_s;
        QTest::newRow("quotes") << u"\"Anna \\\"Any\\\" B\" <a@b.org>"_s << u"Anna \"Any\" B"_s
                                << u"a@b.org"_s;
        QTest::newRow("backslash") << u"\"a\\\\b\" <a@b.org>"_s << u"a\\b"_s << u"a@b.org"_s;
        QTest::newRow("angle") << u"\"A <B>\" <a@b.org>"_s << u"A <B>"_s << u"a@b.org"_s;
        QTest::newRow("unicode") << u"Žofie Nováková <z@b.cz>"_s << u"Žofie Nováková"_s << u"z@b.cz"_s;
        QTest::newRow("other script") << u"山田 太郎 <y@例え.jp>"_s << u"山田 太郎"_s << u"y@例え.jp"_s;
    }
    void a_mailbox_is_read_and_written_the_same()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(QString, email);
        const auto read = readMailbox(text);
        QVERIFY(read);
        QCOMPARE(read->name, name);
        QCOMPARE(read->email, email);
        QCOMPARE(writtenMailbox(*read), text);
    }

    void what_is_no_complete_address_is_none()
    {
        for (const QString &bad : {u""_s, u"anna"_s, u"Anna <anna>"_s, u"Anna <a@b.org"_s, u"a b@c.org"_s,
                                   u"Anna <a@b.org> x"_s, u"@b.org"_s, u"a@"_s, u"a@b.org, c@d.org"_s})
            QVERIFY2(!readMailbox(bad), qPrintable(bad));
    }

    void a_list_is_parted_at_commas_outside_names()
    {
        QCOMPARE(partedMailboxes(u"a@b.org, \"Becker, Anna\" <c@d.org>,, X (one, two) <e@f.org>"_s),
                 (QStringList{u"a@b.org"_s, u"\"Becker, Anna\" <c@d.org>"_s, u"X (one, two) <e@f.org>"_s}));
        QCOMPARE(partedMailboxes(u"\"A \\\", B\" <a@b.org>, c@d.org"_s).size(), 2);
        QCOMPARE(partedMailboxes(QString()), QStringList());
    }

    void the_first_identity_is_the_accounts_own()
    {
        const auto all = identities(account({u"\"Becker, A.\" <sales@example.org>"_s, u"x@y.org"_s}));
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(0), (Address{u"Anna Becker"_s, u"anna@example.org"_s}));
        QCOMPARE(all.at(1), (Address{u"Becker, A."_s, u"sales@example.org"_s}));
        QCOMPARE(all.at(2).email, u"x@y.org"_s);
    }

    void the_own_address_may_have_another_name()
    {
        const auto all = identities(account({u"Dr. Becker <ANNA@example.org>"_s}));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().name, u"Dr. Becker"_s);
        QCOMPARE(all.first().email, u"anna@example.org"_s);
    }

    void every_address_of_every_account_is_the_person()
    {
        AccountSettings home = account();
        home.key = u"home"_s;
        home.address = u"Becker@example.net"_s;
        QCOMPARE(ownAddresses({account({u"Sales <Sales@Example.org>"_s}), home}),
                 (QStringList{u"anna@example.org"_s, u"sales@example.org"_s, u"becker@example.net"_s}));
    }

    void aliases_come_back_from_the_file_as_they_were()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"accounts.ini"_s);
        const QStringList aliases{u"\"Becker, \\\"Any\\\"\" <a@b.org>"_s, u"Žofie <z@b.cz>"_s, u"c@d.org"_s};
        QVERIFY(AccountFile::save(file, {account(aliases)}));
        QCOMPARE(AccountFile::load(file).accounts.first().aliases, aliases);
    }

    void an_alias_that_is_no_address_is_a_mistake_in_the_file()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"accounts.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[work]\naddress=a@b.org\nimapHost=localhost\naliases=Anna\n");
        file.close();
        const auto loaded = AccountFile::load(file.fileName());
        QVERIFY(loaded.accounts.isEmpty());
        QVERIFY2(loaded.errors.first().text.contains(u"line 4"_s), qPrintable(loaded.errors.first().text));
    }
};

QTEST_GUILESS_MAIN(IdentitiesTest)
#include "identities_test.moc"
