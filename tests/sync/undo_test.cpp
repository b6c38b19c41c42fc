#include "tests/sync/everyaction.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

// Every action can be taken back: while it waits, when the server has it, and after a restart. What the
// server holds in the end is what it held before.
class UndoTest : public QObject
{
    Q_OBJECT
    using Kind = Intent::Kind;

private Q_SLOTS:
    void every_action_can_be_taken_back_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("done");
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<bool>("native");
        for (const QString &action : everyAction()) {
            for (const int way : {0, 1, 2, 3}) {
                for (const bool native : {true, false})
                    QTest::addRow("%s%s%s%s", qPrintable(action), way % 2 ? ", done" : ", waiting",
                                  way / 2 ? ", after a restart" : "",
                                  native ? "" : ", without MOVE and UIDPLUS")
                        << action << (way % 2 == 1) << (way / 2 == 1) << native;
            }
        }
    }

    void every_action_can_be_taken_back()
    {
        QFETCH(QString, action);
        QFETCH(bool, done);
        QFETCH(bool, restarted);
        QFETCH(bool, native);
        SimFeatures features;
        features.move = features.uidPlus = native;
        Desk d(4, features, 2);
        prepareForEveryAction(d);
        const QStringList before = d.there();
        const QStringList other = d.there(1);

        const ActionRow row = d.perform(intentOf(d, action));
        QVERIFY(isSet(row.id));
        if (done) {
            d.settle();
            QCOMPARE(d.waiting(), 0);
            if (action != "subscribe"_L1)
                QVERIFY(d.there() != before || action == "not junk"_L1);
        }
        if (restarted)
            d.restart();
        const ActionRow undone = d.undo();
        QCOMPARE(undone.id, row.id);
        QVERIFY2(undone.error.isEmpty(), qPrintable(undone.error));
        QCOMPARE(d.here(), before); // at once
        d.settle();
        QCOMPARE(d.there(), before);
        QCOMPARE(d.there(1), other);
        QCOMPARE(d.here(), before);
        QCOMPARE(d.waiting(), 0);
        QCOMPARE(d.row(row.id).state, ActionState::Done);
    }

    void an_action_can_be_taken_back_at_any_moment_of_its_way_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("native");
        for (const QString &action : everyAction()) {
            for (const bool native : {true, false})
                QTest::addRow("%s%s", qPrintable(action), native ? "" : ", without MOVE and UIDPLUS")
                    << action << native;
        }
    }

    // The network goes with the n-th command, before or after the server has done it, for every n.
    void an_action_can_be_taken_back_at_any_moment_of_its_way()
    {
        QFETCH(QString, action);
        QFETCH(bool, native);
        bool ended = false;
        int moments = 0;
        for (; !ended; ++moments) {
            SimFeatures features;
            features.move = features.uidPlus = native;
            Desk d(4, features, 2);
            prepareForEveryAction(d);
            const QStringList before = d.there();
            const QStringList other = d.there(1);
            const ActionRow row = d.perform(intentOf(d, action));
            ended = d.syncUntilLost(moments / 2, moments % 2 == 1);
            auto undone = Undoer(d.context()).undoNewest();
            if (!undone) { // a folder that is on its way: a moment later
                d.settle();
                undone = Undoer(d.context()).undoNewest();
            }
            const QByteArray when = "at moment " + QByteArray::number(moments);
            QVERIFY2(undone && undone->error.isEmpty(), when.constData());
            d.settle();
            QVERIFY2(d.there() == before, when + ": " + d.there().join(u"; ").toUtf8());
            QVERIFY2(d.there(1) == other, when + ": " + d.there(1).join(u"; ").toUtf8());
            QVERIFY2(d.here() == before, when + ": " + d.here().join(u"; ").toUtf8());
            QCOMPARE(d.waiting(), 0);
            QCOMPARE(d.row(row.id).state, ActionState::Done);
        }
        QVERIFY(moments > 10);
    }

    void what_was_moved_and_then_deleted_comes_back_to_where_it_was_moved()
    {
        Desk desk;
        const MessageId one = desk.mail(1);
        desk.perform(Intent::move({one}, desk.folder(u"Lists"_s)));
        desk.perform(Intent::of(Intent::Kind::Expunge, {one}));
        QCOMPARE(desk.mail(1, u"Lists"_s), MessageId{});
        desk.undo();
        QCOMPARE(desk.mail(1, u"Lists"_s), one);
        desk.settle();
        QCOMPARE(desk.there(u"Lists"_s), QList<int>{1});
        QCOMPARE(desk.there(u"INBOX"_s), (QList<int>{2, 3}));
        QCOMPARE(desk.here(), desk.there());
    }

    void several_actions_are_taken_back_newest_first()
    {
        for (const bool done : {false, true}) {
            Desk d;
            const QStringList before = d.there();
            d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Seen), true));
            d.perform(Intent::of(Kind::Archive, {d.mail(1)}));
            d.perform(Intent::tag({d.mail(1, u"Archive"_s)}, u"work"_s, true));
            d.perform(Intent::of(Kind::Delete, {d.mail(1, u"Archive"_s)}));
            if (done)
                d.settle();
            for (int i = 0; i < 4; ++i)
                d.undo();
            d.settle();
            QCOMPARE(d.there(), before);
            QCOMPARE(d.here(), before);
            const auto nothing = Undoer(d.context()).undoNewest();
            QVERIFY(!nothing);
            QVERIFY(nothing.error().text.endsWith(u'.'));
        }
    }
};

QTEST_GUILESS_MAIN(UndoTest)
#include "undo_test.moc"
