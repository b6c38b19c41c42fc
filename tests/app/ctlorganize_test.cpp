#include "ctlprocess.h"

#include "app/demo/demoserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

constexpr auto String = QJsonValue::String;
constexpr auto Number = QJsonValue::Double;
constexpr auto Array = QJsonValue::Array;
constexpr auto Bool = QJsonValue::Bool;
constexpr auto Null = QJsonValue::Null;

// As documented in docs/kittiwakectl.md.
Shape actionShape(const QString &action, bool answer)
{
    Shape shape{{u"id"_s, {Number}},    {u"action"_s, {String}},     {u"at"_s, {String}},
                {u"count"_s, {Number}}, {u"state"_s, {String}},      {u"detail"_s, {String, Null}},
                {u"undone"_s, {Bool}},  {u"error"_s, {String, Null}}};
    if (action == "mark"_L1)
        shape.insert(u"flags"_s, {Array});
    if (QStringList{u"mark"_s, u"tag"_s, u"subscribe"_s}.contains(action))
        shape.insert(u"on"_s, {Bool});
    if (answer)
        shape.insert(u"changed"_s, {Number});
    return shape;
}

} // namespace

// The commands that organise mail, on the demo's private Dovecot: what they answer, what they refuse, and
// that the server follows.
class CtlOrganizeTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<DemoServer> m_demo;

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_demo->profileDir()} + arguments, 120'000);
    }
    QJsonObject json(const QStringList &arguments)
    {
        const auto run = ctl(arguments + QStringList{u"--json"_s});
        if (run.status != 0)
            qWarning("%ls", qUtf16Printable(run.error));
        return run.json();
    }
    QJsonArray messages(const QString &folder)
    {
        return json({u"list"_s, folder, u"--limit"_s, u"1000"_s}).value("messages"_L1).toArray();
    }
    QStringList ids(const QString &folder, qsizetype most = 1000)
    {
        QStringList all;
        for (const auto &message : messages(folder)) {
            if (all.size() < most)
                all.append(QString::number(message.toObject().value("id"_L1).toInteger()));
        }
        return all;
    }
    QJsonObject message(const QString &folder, const QString &id)
    {
        for (const auto &message : messages(folder)) {
            if (message.toObject().value("id"_L1).toInteger() == id.toLongLong())
                return message.toObject();
        }
        return {};
    }
    QStringList folders()
    {
        QStringList paths;
        for (const auto &folder : json({u"folders"_s, u"work"_s}).value("folders"_L1).toArray())
            paths.append(folder.toObject().value("path"_L1).toString());
        return paths;
    }
    void serverAgrees()
    {
        const auto synced = ctl({u"sync"_s, u"--once"_s});
        QVERIFY2(synced.status == 0, qPrintable(synced.error));
        QCOMPARE(json({u"journal"_s}).value("waiting"_L1).toInt(), 0);
        const auto verified = ctl({u"verify"_s, u"work"_s});
        QVERIFY2(verified.status == 0, verified.out + verified.error.toUtf8());
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = DemoServer::start(1'750'000'000);
        QVERIFY2(bool(demo), demo ? "" : qPrintable(demo.error().text));
        m_demo = *std::move(demo);
        const auto synced = ctl({u"sync"_s, u"--once"_s});
        QVERIFY2(synced.status == 0, qPrintable(synced.error));
        QVERIFY(ids(u"work:INBOX"_s).size() > 20);
    }

    void a_mark_is_answered_shown_and_taken_back_data()
    {
        QTest::addColumn<QStringList>("how");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("on");
        QTest::newRow("read") << QStringList{u"--read"_s} << u"mark"_s << u"flags"_s << u"seen"_s << true;
        QTest::newRow("unread") << QStringList{u"--unread"_s} << u"mark"_s << u"flags"_s << u"seen"_s
                                << false;
        QTest::newRow("star") << QStringList{u"--star"_s} << u"mark"_s << u"flags"_s << u"flagged"_s << true;
        QTest::newRow("unstar") << QStringList{u"--unstar"_s} << u"mark"_s << u"flags"_s << u"flagged"_s
                                << false;
        QTest::newRow("answered") << QStringList{u"--answered"_s} << u"mark"_s << u"flags"_s << u"answered"_s
                                  << true;
        QTest::newRow("tag") << QStringList{u"--tag"_s, u"urgent"_s} << u"tag"_s << u"keywords"_s
                             << u"urgent"_s << true;
        QTest::newRow("untag") << QStringList{u"--untag"_s, u"urgent"_s} << u"tag"_s << u"keywords"_s
                               << u"urgent"_s << false;
    }
    void a_mark_is_answered_shown_and_taken_back()
    {
        QFETCH(QStringList, how);
        QFETCH(QString, action);
        QFETCH(QString, member);
        QFETCH(QString, word);
        QFETCH(bool, on);
        QString id; // one that is not so yet
        for (const auto &row : messages(u"work:INBOX"_s)) {
            if (row.toObject().value(member).toArray().contains(word) != on)
                id = QString::number(row.toObject().value("id"_L1).toInteger());
        }
        if (id.isEmpty()) { // none has the tag: first make it so
            id = ids(u"work:INBOX"_s, 1).first();
            QCOMPARE(ctl({u"mark"_s, id, u"--tag"_s, word}).status, 0);
        }
        const auto answer = json(QStringList{u"mark"_s, id} + how);
        QCOMPARE(shapeProblem(answer, actionShape(action, true)), QString());
        QCOMPARE(answer.value("action"_L1), action);
        QCOMPARE(answer.value("changed"_L1).toInt(), 1);
        QCOMPARE(answer.value("on"_L1).toBool(), on);
        QCOMPARE(answer.value("state"_L1), u"waiting"_s);
        QCOMPARE(message(u"work:INBOX"_s, id).value(member).toArray().contains(word), on);

        const auto undone = json({u"undo"_s});
        QCOMPARE(shapeProblem(undone, actionShape(action, true)), QString());
        QCOMPARE(undone.value("id"_L1), answer.value("id"_L1));
        QVERIFY(undone.value("undone"_L1).toBool());
        QCOMPARE(message(u"work:INBOX"_s, id).value(member).toArray().contains(word), !on);
    }

    void what_is_so_already_is_no_action()
    {
        const QString id = ids(u"work:INBOX"_s, 1).first();
        ctl({u"mark"_s, id, u"--read"_s});
        const auto again = json({u"mark"_s, id, u"--read"_s});
        QCOMPARE(again.value("changed"_L1).toInt(), 0);
    }

    void mail_goes_where_it_is_sent_and_the_server_follows_data()
    {
        QTest::addColumn<QStringList>("command"); // around the message
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("move by account") << QStringList{u"move"_s, u"work:Archive"_s} << u"move"_s << true;
        QTest::newRow("move by name") << QStringList{u"move"_s, u"Archive"_s} << u"move"_s << true;
        QTest::newRow("copy") << QStringList{u"copy"_s, u"work:Archive"_s} << u"copy"_s << false;
        QTest::newRow("archive") << QStringList{u"archive"_s} << u"archive"_s << true;
        QTest::newRow("delete") << QStringList{u"delete"_s} << u"delete"_s << true;
        QTest::newRow("delete for good")
            << QStringList{u"delete"_s, u"--forever"_s} << u"delete-forever"_s << true;
        QTest::newRow("junk") << QStringList{u"junk"_s} << u"junk"_s << true;
    }
    void mail_goes_where_it_is_sent_and_the_server_follows()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, action);
        QFETCH(bool, leaves);
        const QStringList two = ids(u"work:INBOX"_s, 2);
        const auto answer = json(command.first(1) + two + command.sliced(1));
        QCOMPARE(shapeProblem(answer, actionShape(action, true)), QString());
        QCOMPARE(answer.value("action"_L1), action);
        QCOMPARE(answer.value("changed"_L1).toInt(), 2);
        for (const QString &id : two)
            QCOMPARE(!ids(u"work:INBOX"_s).contains(id), leaves);
        serverAgrees();
        const auto newest
            = json({u"journal"_s, u"--limit"_s, u"1"_s}).value("actions"_L1).toArray().first().toObject();
        QCOMPARE(newest.value("id"_L1), answer.value("id"_L1));
        QCOMPARE(newest.value("state"_L1), u"done"_s);
    }

    void junk_can_be_called_off()
    {
        const QString id = ids(u"work:INBOX"_s, 1).first();
        QCOMPARE(ctl({u"junk"_s, id}).status, 0);
        QVERIFY(!ids(u"work:INBOX"_s).contains(id));
        const auto answer = json({u"junk"_s, id, u"--not"_s});
        QCOMPARE(shapeProblem(answer, actionShape(u"not-junk"_s, true)), QString());
        QVERIFY(ids(u"work:INBOX"_s).contains(id));
        QVERIFY(message(u"work:INBOX"_s, id).value("flags"_L1).toArray().contains(u"notjunk"_s));
        serverAgrees();
    }

    void a_folder_is_made_renamed_subscribed_and_deleted()
    {
        const auto step = [this](const QStringList &words, const QString &action) {
            const auto answer = json(QStringList{u"folder"_s} + words);
            QCOMPARE(shapeProblem(answer, actionShape(action, true)), QString());
            QCOMPARE(answer.value("action"_L1), action);
        };
        step({u"create"_s, u"work:Projects"_s}, u"create-folder"_s);
        step({u"create"_s, u"work:Projects/2026"_s}, u"create-folder"_s);
        QVERIFY(folders().contains(u"Projects/2026"_s));
        QCOMPARE(ctl({u"move"_s, ids(u"work:INBOX"_s, 1).first(), u"work:Projects/2026"_s}).status, 0);
        serverAgrees();
        step({u"rename"_s, u"work:Projects"_s, u"Plans"_s}, u"rename-folder"_s);
        QVERIFY(folders().contains(u"Plans/2026"_s));
        QVERIFY(!folders().contains(u"Projects"_s));
        step({u"unsubscribe"_s, u"work:Plans/2026"_s}, u"subscribe"_s);
        step({u"subscribe"_s, u"work:Plans/2026"_s}, u"subscribe"_s);
        serverAgrees();
        const QStringList inside = ids(u"work:Plans/2026"_s);
        QCOMPARE(inside.size(), 1);
        step({u"delete"_s, u"work:Plans"_s}, u"delete-folder"_s);
        serverAgrees();
        QVERIFY(!folders().contains(u"Plans"_s) && !folders().contains(u"Plans/2026"_s));
        QVERIFY(ids(u"work:Trash"_s).contains(inside.first()));
        QCOMPARE(ctl({u"undo"_s}).status, 0); // the server has it already
        serverAgrees();
        QCOMPARE(ids(u"work:Plans/2026"_s), inside);
    }

    void the_journal_has_the_documented_shape()
    {
        const auto journal = json({u"journal"_s, u"--limit"_s, u"5"_s});
        QCOMPARE(shapeProblem(journal, {{u"actions"_s, {Array}}, {u"waiting"_s, {Number}}}), QString());
        const auto actions = journal.value("actions"_L1).toArray();
        QCOMPARE(actions.size(), 5);
        for (const auto &action : actions) {
            const auto object = action.toObject();
            QCOMPARE(shapeProblem(object, actionShape(object.value("action"_L1).toString(), false)),
                     QString());
        }
        const auto table = ctl({u"journal"_s});
        QVERIFY(table.out.startsWith("NUMBER"));
    }

    void an_older_action_is_taken_back_by_its_number()
    {
        const QStringList two = ids(u"work:INBOX"_s, 2);
        const auto first = json({u"mark"_s, two.at(0), u"--tag"_s, u"first"_s});
        json({u"mark"_s, two.at(1), u"--tag"_s, u"second"_s});
        const auto undone = json({u"undo"_s, QString::number(first.value("id"_L1).toInteger())});
        QCOMPARE(undone.value("id"_L1), first.value("id"_L1));
        QVERIFY(!message(u"work:INBOX"_s, two.at(0)).value("keywords"_L1).toArray().contains(u"first"_s));
        QVERIFY(message(u"work:INBOX"_s, two.at(1)).value("keywords"_L1).toArray().contains(u"second"_s));
    }

    void a_dismissal_is_answered_with_one_object()
    {
        const auto answer = json({u"journal"_s, u"--dismiss"_s, u"1"_s});
        QCOMPARE(shapeProblem(answer, {{u"changed"_s, {Number}}}), QString());
    }

    void what_cannot_be_done_is_status_1_and_changes_nothing_data()
    {
        QTest::addColumn<QStringList>("arguments"); // ID stands for a message
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown message") << QStringList{u"archive"_s, u"ID"_s, u"999999"_s} << u"999999"_s;
        QTest::newRow("no number") << QStringList{u"delete"_s, u"many"_s} << u"many"_s;
        QTest::newRow("unknown folder") << QStringList{u"move"_s, u"ID"_s, u"Nowhere"_s} << u"Nowhere"_s;
        QTest::newRow("unknown folder of an account")
            << QStringList{u"copy"_s, u"ID"_s, u"work:Nowhere"_s} << u"Nowhere"_s;
        QTest::newRow("no keyword") << QStringList{u"mark"_s, u"ID"_s, u"--tag"_s, u"two words"_s}
                                    << u"tag"_s;
        QTest::newRow("the inbox") << QStringList{u"folder"_s, u"delete"_s, u"work:INBOX"_s} << u"inbox"_s;
        QTest::newRow("a name taken")
            << QStringList{u"folder"_s, u"create"_s, u"work:Archive"_s} << u"already"_s;
        QTest::newRow("unknown action") << QStringList{u"undo"_s, u"999999"_s} << u"undo"_s;
        QTest::newRow("retry of an unknown action")
            << QStringList{u"journal"_s, u"--retry"_s, u"999999"_s} << u"."_s;
    }
    void what_cannot_be_done_is_status_1_and_changes_nothing()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        arguments.replaceInStrings(u"ID"_s, ids(u"work:INBOX"_s, 1).first());
        const auto before = json({u"journal"_s, u"--limit"_s, u"1"_s});
        const auto run = ctl(arguments + QStringList{u"--json"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.error.startsWith(u"kittiwakectl: "_s) && run.error.contains(says),
                 qPrintable(run.error));
        QCOMPARE(json({u"journal"_s, u"--limit"_s, u"1"_s}), before);
    }

    void wrong_usage_is_status_2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("folder verb") << QStringList{u"folder"_s, u"frobnicate"_s, u"work:Archive"_s};
        QTest::newRow("folder of no account") << QStringList{u"folder"_s, u"create"_s, u"Projects"_s};
        QTest::newRow("rename without a name") << QStringList{u"folder"_s, u"rename"_s, u"work:Archive"_s};
        QTest::newRow("unified view") << QStringList{u"folder"_s, u"delete"_s, u"unified:inbox"_s};
        QTest::newRow("undo of no number") << QStringList{u"undo"_s, u"last"_s};
        QTest::newRow("retry of no number") << QStringList{u"journal"_s, u"--retry"_s, u"last"_s};
    }
    void wrong_usage_is_status_2()
    {
        QFETCH(QStringList, arguments);
        const auto run = ctl(arguments + QStringList{u"--json"_s});
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.error.startsWith(u"kittiwakectl: "_s), qPrintable(run.error));
    }

    void in_the_end_the_server_agrees() { serverAgrees(); }
};

QTEST_GUILESS_MAIN(CtlOrganizeTest)
#include "ctlorganize_test.moc"
