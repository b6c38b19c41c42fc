#include "core/account/accountfile.h"
#include "core/account/inidocument.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QByteArray Three = "# My accounts.\n"
                         "\n"
                         "# The office.\n"
                         "[work]\n"
                         "address=anna@example.org\n"
                         "imapHost=imap.example.org\n"
                         "note=kept\n"
                         "\n"
                         "[home]\n"
                         "address=becker@example.net\n"
                         "# over there\n"
                         "imapHost=mail.example.net\n"
                         "\n"
                         "# Club.\n"
                         "[club]\n"
                         "address=club@example.com\n"
                         "imapHost=imap.example.com\n";

struct File {
    explicit File(const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("not written");
    }
    QByteArray bytes() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList keys() const
    {
        QStringList out;
        for (const AccountSettings &account : AccountFile::load(path).accounts)
            out.append(account.key);
        return out;
    }
    QTemporaryDir dir;
    QString path = dir.filePath(u"accounts.ini"_s);
};

QList<AccountSettings> inOrder(const File &file, const QStringList &keys)
{
    const auto all = AccountFile::load(file.path).accounts;
    QList<AccountSettings> out;
    for (const QString &key : keys) {
        for (const AccountSettings &account : all) {
            if (account.key == key)
                out.append(account);
        }
    }
    return out;
}

// Without the lines that saving adds for ports and the like.
QByteArray only(const QByteArray &bytes, const QByteArrayList &marks)
{
    QByteArrayList out;
    for (const QByteArray &line : bytes.split('\n')) {
        for (const QByteArray &mark : marks) {
            if (line.startsWith(mark))
                out.append(line);
        }
    }
    return out.join('|');
}

} // namespace

class AccountOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saving_writes_the_groups_in_the_new_order()
    {
        const File file(Three);
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"club"_s, u"work"_s, u"home"_s})));
        QCOMPARE(file.keys(), (QStringList{u"club"_s, u"work"_s, u"home"_s}));
    }

    void comments_go_with_the_group_below_them()
    {
        const File file(Three);
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"club"_s, u"home"_s, u"work"_s})));
        QCOMPARE(
            only(file.bytes(), {"#", "[", "note"}),
            QByteArray("# My accounts.|# Club.|[club]|[home]|# over there|# The office.|[work]|note=kept"));
    }

    void the_same_order_moves_no_line()
    {
        const File file(Three);
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"work"_s, u"home"_s, u"club"_s})));
        const QByteArray before = file.bytes();
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"work"_s, u"home"_s, u"club"_s})));
        QCOMPARE(file.bytes(), before);
    }

    void there_and_back_is_the_same_file()
    {
        const File file(Three);
        const auto first = inOrder(file, {u"work"_s, u"home"_s, u"club"_s});
        QVERIFY(AccountFile::save(file.path, first));
        const QByteArray before = file.bytes();
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"home"_s, u"club"_s, u"work"_s})));
        QVERIFY(file.bytes() != before);
        QVERIFY(AccountFile::save(file.path, first));
        QCOMPARE(file.bytes(), before);
    }

    void a_group_with_a_mistake_stays_and_others_move_around_it()
    {
        const File file(QByteArray(Three).replace("[home]\n", "[home]\nimapPort=many\n"));
        QCOMPARE(file.keys(), (QStringList{u"work"_s, u"club"_s}));
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"club"_s, u"work"_s})));
        QCOMPARE(file.keys(), (QStringList{u"club"_s, u"work"_s}));
        QCOMPARE(only(file.bytes(), {"imapPort=many", "# over"}), QByteArray("imapPort=many|# over there"));
    }

    void a_new_account_comes_where_it_is_wanted()
    {
        const File file(Three);
        AccountSettings fresh;
        fresh.key = u"fresh"_s;
        fresh.address = u"f@example.org"_s;
        fresh.imap.host = u"localhost"_s;
        auto accounts = inOrder(file, {u"work"_s, u"home"_s, u"club"_s});
        accounts.insert(1, fresh);
        QVERIFY(AccountFile::save(file.path, accounts));
        QCOMPARE(file.keys(), (QStringList{u"work"_s, u"fresh"_s, u"home"_s, u"club"_s}));
    }

    void a_removed_account_leaves_the_lines_of_the_others_as_they_are()
    {
        const File file(Three);
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"work"_s, u"home"_s, u"club"_s})));
        const QByteArray before = file.bytes();
        QVERIFY(AccountFile::save(file.path, inOrder(file, {u"work"_s, u"club"_s})));
        QByteArray expected = before;
        const qsizetype from = expected.indexOf("[home]");
        expected.remove(from, expected.indexOf("# Club.") - from);
        QCOMPARE(file.bytes(), expected);
    }

    void without_an_empty_line_between_them_groups_stay_apart()
    {
        auto doc = IniDocument::parse("[a]\nx=1\n[b]\nx=2");
        doc.orderGroups({u"b"_s, u"a"_s});
        QCOMPARE(doc.bytes(), QByteArray("[b]\nx=2\n\n[a]\nx=1\n"));
    }
};

QTEST_GUILESS_MAIN(AccountOrderTest)
#include "accountorder_test.moc"
