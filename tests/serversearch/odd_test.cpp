#include "core/store/envelopes.h"
#include "core/sync/search/enricher.h"
#include "tests/imap/scripted.h"
#include "tests/serversearch/searching.h"

#include <QTest>

#include <algorithm>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;
using kw::Exchange;
using kw::Script;
using kw::ScriptedServer;

namespace {

Script script(QList<Exchange> exchanges, const QByteArray &offers = {})
{
    Script s;
    s.literals = true;
    s.exchanges = std::move(exchanges);
    s.exchanges += {{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR" + offers + "\r\n%T OK\r\n"},
                    {"AUTHENTICATE PLAIN .*", "%T OK in\r\n"},
                    {"EXAMINE .*", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n%T OK [READ-ONLY] done\r\n"}};
    return s;
}

// The command that looks for one word in all fields.
QByteArray anywhere(const QByteArray &word)
{
    return "UID SEARCH OR OR SUBJECT \"" + word + "\" FROM \"" + word + "\" OR TO \"" + word + "\" OR CC \""
        + word + "\" BODY \"" + word + '"';
}

// The inbox holds messages 1 to 5, of which 5 has its text here.
struct Odd : Searching {
    explicit Odd(const ScriptedServer &server)
        : Searching(server.port())
    {
        for (quint32 uid = 1; uid <= 5; ++uid)
            ids.append(add(uid, uid == 5, uid == 2 ? quint32(Flag::Seen) : 0));
        listed(inbox, 7, 6);
    }
    QList<MessageId> hits(const SearchNode &query, const SearchContext &context = {})
    {
        return ask(query, {inbox}, context).hits;
    }
    QByteArrayList searches(const ScriptedServer &server) const
    {
        QByteArrayList out;
        for (const QByteArray &command : server.commands()) {
            if (command.startsWith("UID SEARCH"))
                out.append(command);
        }
        return out;
    }
    QList<MessageId> ids;
};

} // namespace

// Servers that do not understand, and what is made of their answers.
class OddTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void only_what_has_its_text_elsewhere_is_told_newest_first_and_once()
    {
        const ScriptedServer server(script({{anywhere("budget"), "* SEARCH 1 3 5 4\r\n%T OK\r\n"}}));
        Odd odd(server);
        QCOMPARE(odd.hits(words(u"budget"_s)), (QList<MessageId>{odd.ids[3], odd.ids[2], odd.ids[0]}));
        QCOMPARE(odd.state.answered, QList<FolderId>{odd.inbox});
        QVERIFY(odd.state.failures.isEmpty());
        QCOMPARE(odd.state.folders, 1);
        QCOMPARE(odd.state.foldersDone, 1);
    }

    void a_server_without_utf8_is_asked_without_accents()
    {
        const ScriptedServer server(
            script({{"UID SEARCH CHARSET.*", "%T NO [BADCHARSET (US-ASCII)] none of that\r\n"},
                    {anywhere("muller"), "* SEARCH 1\r\n%T OK\r\n"}}));
        Odd odd(server);
        QCOMPARE(odd.hits(words(u"Müller"_s)), QList<MessageId>{odd.ids[0]});
        QCOMPARE(odd.state.answered, QList<FolderId>{odd.inbox});
    }

    void what_it_could_not_be_asked_for_at_all_is_told()
    {
        const ScriptedServer server(script({{"UID SEARCH CHARSET.*", "%T BAD what is a charset?\r\n"},
                                            {anywhere("x1"), "* SEARCH 1\r\n%T OK\r\n"}}));
        Odd odd(server);
        QCOMPARE(odd.hits(SearchNode::all({words(u"会议"_s), words(u"x1"_s)})).size(), 1);
        QVERIFY(odd.state.answered.isEmpty());
        QCOMPARE(odd.state.failures.size(), 1);
        QVERIFY(odd.state.failures.first().second.text.contains(u"会议"_s));
        QVERIFY(odd.hits(words(u"会议"_s)).isEmpty());
        QCOMPARE(odd.state.failures.size(), 1);
    }

    void a_server_that_understands_no_more_is_asked_word_by_word()
    {
        const ScriptedServer server(script({{"UID SEARCH FROM \"anna\"", "* SEARCH 1 2 3\r\n%T OK\r\n"},
                                            {"UID SEARCH TEXT \"x1\"", "* SEARCH 2 3 4\r\n%T OK\r\n"}}));
        Odd odd(server);
        const SearchNode query = SearchNode::all(
            {words(u"anna"_s, SearchField::From), words(u"x1"_s), mark(SearchMark::Unread)});
        QCOMPARE(odd.hits(query), QList<MessageId>{odd.ids[2]}); // what is read, the cache knows
        QCOMPARE(odd.state.failures.size(), 1);
        QCOMPARE(odd.searches(server).size(), 3);
    }

    void one_that_is_busy_is_not_asked_again()
    {
        const ScriptedServer server(script({{"UID SEARCH .*", "%T NO [UNAVAILABLE] later\r\n"}}));
        Odd odd(server);
        QVERIFY(odd.hits(words(u"a1 b1"_s)).isEmpty());
        QCOMPARE(odd.state.failures.size(), 1);
        QVERIFY(!odd.state.failures.first().second.text.isEmpty());
        QCOMPARE(odd.searches(server).size(), 1);
    }

    void gmail_is_asked_in_its_own_language()
    {
        const ScriptedServer server(
            script({{"UID SEARCH X-GM-RAW <budget filename:\"x.pdf\" is:unread>", "* SEARCH 4\r\n%T OK\r\n"},
                    {"UID SEARCH CHARSET UTF-8 X-GM-RAW <.*>", "* SEARCH 1\r\n%T OK\r\n"}},
                   " X-GM-EXT-1"));
        Odd odd(server);
        QCOMPARE(odd.hits(SearchNode::all({words(u"budget"_s), words(u"x.pdf"_s, SearchField::FileName),
                                           mark(SearchMark::Unread)})),
                 QList<MessageId>{odd.ids[3]});
        QCOMPARE(odd.hits(words(u"Grüße"_s)), QList<MessageId>{odd.ids[0]});
        QVERIFY(odd.state.failures.isEmpty());
    }

    void a_gmail_message_under_several_labels_is_shown_once()
    {
        const ScriptedServer server(
            script({{"UID SEARCH X-GM-RAW <x1>", "* SEARCH 11\r\n%T OK\r\n"}}, " X-GM-EXT-1"));
        Odd odd(server);
        odd.write([&odd] {
            NewMessage mail = Profile::mail(11);
            mail.gmailId = 99;
            odd.store.insert(odd.inbox, {mail}, Threading::Now);
            odd.store.insert(odd.archive, {mail}, Threading::Now);
        });
        odd.listed(odd.archive, 7, 12);
        odd.ask(words(u"x1"_s), {odd.archive, odd.inbox});
        QCOMPARE(odd.state.hits.size(), 1);
        QCOMPARE(odd.store.row(odd.state.hits.first())->folder, odd.inbox);
        odd.ask(words(u"x1"_s), {odd.archive});
        QCOMPARE(odd.state.hits.size(), 1);
        QCOMPARE(odd.store.row(odd.state.hits.first())->folder, odd.archive);
    }

    void names_of_attachments_cannot_be_asked_for_and_that_is_told()
    {
        const ScriptedServer server(script({{anywhere("x1"), "* SEARCH 1\r\n%T OK\r\n"}}));
        Odd odd(server);
        const SearchNode name = words(u"report.pdf"_s, SearchField::FileName);
        QVERIFY(odd.hits(name).isEmpty());
        QCOMPARE(odd.state.failures.size(), 1);
        QVERIFY(odd.searches(server).isEmpty());
        QCOMPARE(odd.hits(SearchNode::any({words(u"x1"_s), name})), QList<MessageId>{odd.ids[0]});
        QCOMPARE(odd.state.failures.size(), 1);
    }

    void what_no_server_knows_is_looked_up_here()
    {
        // First with the assumption that the sender is known, then that she is not.
        const ScriptedServer server(script({{anywhere("x1"), "* SEARCH 1 2 3 4\r\n%T OK\r\n"},
                                            {"UID SEARCH ALL", "* SEARCH 1 2 3 4\r\n%T OK\r\n"}}));
        Odd odd(server);
        odd.write([&odd] {
            NewMessage mail = Profile::mail(21);
            mail.digest.from = {{}, u"known@example.org"_s};
            mail.digest.to = {{{}, u"known@example.org"_s}};
            odd.store.insert(odd.folder(u"Sent"_s, FolderRole::Sent), {mail}, Threading::Now);
            odd.db()
                .prepared("UPDATE message SET from_email='known@example.org' WHERE id=?")
                .bind(odd.ids[1])
                .run();
            odd.store.setKeyword({odd.ids[2]}, u"work"_s, true);
        });
        const SearchNode known = mark(SearchMark::Known);
        QCOMPARE(odd.hits(SearchNode::all({words(u"x1"_s), known})), QList<MessageId>{odd.ids[1]});
        QCOMPARE(odd.searches(server).size(), 1);
        QCOMPARE(odd.hits(SearchNode::all({words(u"x1"_s), SearchNode::inverse(known)})).size(), 3);
        QCOMPARE(odd.hits(SearchNode::all({words(u"x1"_s), mark(SearchMark::Tagged)})),
                 QList<MessageId>{odd.ids[2]});
    }

    void folders_that_cannot_hold_it_are_not_asked()
    {
        const ScriptedServer server(script({{anywhere("x1"), "* SEARCH 1\r\n%T OK\r\n"}}));
        Odd odd(server);
        QVERIFY(odd.hits(SearchNode::all({words(u"x1"_s), inFolder(u"archive"_s)})).isEmpty());
        QVERIFY(odd.searches(server).isEmpty());
        QCOMPARE(odd.state.answered, QList<FolderId>{odd.inbox});
        QCOMPARE(odd.hits(SearchNode::all({words(u"x1"_s), inFolder(u"INBOX"_s)})).size(), 1);
        // What every row tells is found without the server.
        QVERIFY(odd.hits(mark(SearchMark::Unread)).isEmpty());
        QCOMPARE(odd.state.answered, QList<FolderId>{odd.inbox});
        QCOMPARE(odd.searches(server).size(), 1);
    }

    void a_message_that_waits_to_be_moved_is_found_where_it_shows()
    {
        const ScriptedServer server(script({{anywhere("x1"), "* SEARCH 1 3\r\n%T OK\r\n"}}));
        Odd odd(server);
        const MessageId moved = odd.ids[2];
        odd.put(odd.moveOf(moved, 3, odd.archive));
        odd.write([&odd, moved] {
            odd.db()
                .prepared("UPDATE message SET uid=NULL, folder_id=? WHERE id=?")
                .bind(odd.archive, moved)
                .run();
        });
        QCOMPARE(odd.hits(words(u"x1"_s)), (QList<MessageId>{moved, odd.ids[0]}));
        QCOMPARE(odd.number("SELECT COUNT(*) FROM message"), 5);
    }

    void messages_that_were_not_listed_become_rows()
    {
        const QByteArray head = "From: Bo <bo@example.org>\r\nSubject: Older\r\nCc: c@example.org\r\n"
                                "Content-Type: multipart/mixed; boundary=x\r\n\r\n";
        const QByteArray fetched
            = "* 1 FETCH (UID 8 FLAGS (\\Seen) RFC822.SIZE 4000 BODY[HEADER.FIELDS (X)] {"
            + QByteArray::number(head.size()) + "}\r\n" + head + ")\r\n%T OK\r\n";
        const ScriptedServer server(
            script({{anywhere("x1"), "* SEARCH 2 8 9\r\n%T OK\r\n"}, {"UID FETCH 8:9 .*", fetched}}));
        Odd odd(server);
        QCOMPARE(odd.hits(words(u"x1"_s)).size(), 2); // 9 has gone meanwhile
        QCOMPARE(odd.subjects(), (QStringList{u"Message 2"_s, u"Older"_s}));
        const auto row = odd.store.row(odd.state.hits.last());
        QCOMPARE(row->size, 4000U);
        QVERIFY((row->flags & quint32(Flag::HasAttachment)) != 0);
        QCOMPARE(odd.ask(words(u"x1"_s), {odd.inbox}).hits.size(), 2);
        QCOMPARE(odd.number("SELECT COUNT(*) FROM message"), 6);
    }

    void a_renumbered_folder_is_that_folders_failure()
    {
        const ScriptedServer server(script({{"UID SEARCH .*", "* SEARCH 1\r\n%T OK\r\n"}}));
        Odd odd(server);
        odd.listed(odd.archive, 8, 6);
        odd.add(20, false);
        odd.write([&odd] {
            odd.db().prepared("UPDATE message SET folder_id=? WHERE uid=20").bind(odd.archive).run();
        });
        odd.ask(words(u"x1"_s), {odd.archive, odd.inbox});
        QCOMPARE(odd.state.answered, QList<FolderId>{odd.inbox});
        QCOMPARE(odd.state.failures.size(), 1);
        QCOMPARE(odd.state.failures.first().first, odd.archive);
        QCOMPARE(odd.state.hits.size(), 1);
    }

    void without_a_way_to_the_server_every_folder_says_why()
    {
        const ScriptedServer server(script({}));
        Odd odd(server);
        odd.noWay = Error{ErrorKind::Network, u"Go online."_s, {}};
        odd.ask(words(u"x1"_s), {odd.inbox, odd.archive});
        QCOMPARE(odd.state.failures.size(), 2);
        QVERIFY(odd.state.isOver);
        QCOMPARE(odd.state.foldersDone, 2);
        odd.noWay.reset();
        odd.password = u"wrong"_s;
        Script refusing = script({{"AUTHENTICATE .*", "%T NO [AUTHENTICATIONFAILED] no\r\n"}});
        const ScriptedServer other(refusing);
        odd.settings.port = other.port();
        odd.listed(odd.archive, 7, 6);
        odd.ask(words(u"x1"_s), {odd.inbox, odd.archive});
        QCOMPARE(odd.state.failures.size(), 2);
        QCOMPARE(odd.state.failures.first().second.kind, ErrorKind::Auth);
        const auto asked = other.commands();
        QCOMPARE(std::ranges::count_if(asked, [](const auto &c) { return c.startsWith("AUTHENTICATE"); }), 1);
    }

    void a_new_search_ends_the_one_before_and_cancelling_ends_at_once()
    {
        const ScriptedServer server(script({{anywhere("slow"), "* OK working\r\n"}, // and no end
                                            {anywhere("x1"), "* SEARCH 1\r\n%T OK\r\n"}}));
        Odd odd(server);
        odd.search.ask(++odd.ticket, words(u"slow"_s), {}, {odd.inbox});
        QTRY_VERIFY(!odd.searches(server).isEmpty());
        QCOMPARE(odd.hits(words(u"x1"_s)).size(), 1);
        odd.search.ask(++odd.ticket, words(u"slow"_s), {}, {odd.inbox});
        QTRY_COMPARE(odd.searches(server).size(), 3);
        odd.search.cancel();
        QVERIFY(odd.state.isOver);
        QVERIFY(odd.state.answered.isEmpty());
        QVERIFY(odd.state.failures.isEmpty());
        const int told = odd.told;
        QCoro::waitFor(odd.search.stop());
        QCOMPARE(odd.told, told);
    }

    // One message makes the server hang up; the others' headers are learned all the same.
    void a_message_at_which_the_server_hangs_up_costs_only_itself()
    {
        const auto head = [](const QByteArray &uid) {
            return "* 1 FETCH (UID " + uid
                + " BODY[HEADER.FIELDS (TO)] {24}\r\nCc: copy@example.org\r\n\r\n)\r\n";
        };
        const ScriptedServer server(script({{"UID FETCH 4 .*", head("4") + "%T OK\r\n"},
                                            {"UID FETCH 1:2 .*", head("1") + head("2") + "%T OK\r\n"},
                                            {"UID FETCH .*", "* BYE crash\r\n"}}));
        Odd odd(server);
        odd.ctx.limits.enrichAfter = Millis(1);
        Enricher enricher(
            odd.ctx, odd.account, odd.settings,
            []() -> Task<Result<QString>> { co_return QStringLiteral("secret"); }, [] { return true; });
        enricher.start();
        QTRY_VERIFY(enricher.isAtEnd());
        const Envelopes envelopes(odd.db());
        for (const int i : {0, 1, 3})
            QCOMPARE(envelopes.get(odd.ids[i]).value_or(Envelopes::Envelope()).cc, u"copy@example.org"_s);
        QVERIFY(!envelopes.get(odd.ids[2]).value_or(Envelopes::Envelope()).whole);
        QCoro::waitFor(enricher.stop());
    }

    void an_empty_profile_is_over_at_once()
    {
        const ScriptedServer server(script({}));
        Searching none(server.port());
        QVERIFY(none.ask(words(u"x1"_s)).isOver);
        QCOMPARE(none.state.folders, 0);
    }
};

QTEST_GUILESS_MAIN(OddTest)
#include "odd_test.moc"
