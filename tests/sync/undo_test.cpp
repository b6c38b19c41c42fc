#include "tests/sync/desk.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

namespace {

using Kind = Intent::Kind;

Intent intentOf(Desk &d, const QString &action)
{
    const QList<MessageId> two{d.mail(1), d.mail(2)};
    if (action == "mark"_L1)
        return Intent::mark(two, quint32(Flag::Seen), true);
    if (action == "unstar"_L1)
        return Intent::mark(two, quint32(Flag::Flagged), false);
    if (action == "tag"_L1)
        return Intent::tag(two, u"work"_s, true);
    if (action == "move"_L1)
        return Intent::move(two, d.folder(u"Lists"_s));
    if (action == "copy"_L1)
        return Intent::copy(two, d.folder(u"Lists"_s));
    if (action == "move to another account"_L1)
        return Intent::move(two, d.folder(u"Lists"_s, 1));
    if (action == "mark folder read"_L1)
        return Intent::ofFolder(Kind::MarkFolderRead, d.folder(u"INBOX"_s));
    if (action == "create folder"_L1)
        return Intent::createFolder(d.account(), {}, u"Projects"_s);
    if (action == "rename folder"_L1)
        return Intent::renameFolder(d.folder(u"Full"_s), u"Renamed"_s);
    if (action == "delete folder"_L1)
        return Intent::ofFolder(Kind::DeleteFolder, d.folder(u"Full"_s));
    if (action == "subscribe"_L1)
        return Intent::subscribe(d.folder(u"Full"_s), false);
    const QHash<QString, Kind> kinds{{u"archive"_s, Kind::Archive},
                                     {u"delete"_s, Kind::Delete},
                                     {u"junk"_s, Kind::Junk},
                                     {u"not junk"_s, Kind::NotJunk},
                                     {u"delete for good"_s, Kind::Expunge}};
    return Intent::of(kinds.value(action), two);
}

} // namespace

// Every action can be taken back: while it waits, when the server has it, and after a restart. What the
// server holds in the end is what it held before.
class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_action_can_be_taken_back_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("done");
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<bool>("native");
        for (const char *action : {"mark", "unstar", "tag", "move", "copy", "move to another account",
                                   "mark folder read", "create folder", "rename folder", "delete folder",
                                   "subscribe", "archive", "delete", "junk", "not junk", "delete for good"}) {
            for (const int way : {0, 1, 2, 3}) {
                for (const bool native : {true, false})
                    QTest::addRow("%s%s%s%s", action, way % 2 ? ", done" : ", waiting",
                                  way / 2 ? ", after a restart" : "",
                                  native ? "" : ", without MOVE and UIDPLUS")
                        << QString::fromLatin1(action) << (way % 2 == 1) << (way / 2 == 1) << native;
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
        d.server().setFlags(u"INBOX"_s, d.uids(2, u"INBOX"_s), quint32(Flag::Flagged), {u"blue"_s}, true);
        d.server().createFolder(u"Full"_s);
        d.server().append(u"Full"_s, makeMail(8), quint32(Flag::Seen));
        d.settle();
        d.fetchTexts(); // what was deleted for good comes back from here
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
