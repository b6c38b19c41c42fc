#include "core/search/serverquery.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

SearchNode words(const QString &text, SearchField field = SearchField::Any, bool exact = false)
{
    SearchTerm term;
    term.text = text;
    term.field = field;
    term.exact = exact;
    return SearchNode::of(term);
}

SearchNode body(const QString &text, bool exact = false)
{
    return words(text, SearchField::Body, exact);
}

SearchNode mark(SearchMark which)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = which;
    return SearchNode::of(term);
}

SearchNode number(SearchTerm::Kind kind, qint64 value)
{
    SearchTerm term;
    term.kind = kind;
    term.number = value;
    return SearchNode::of(term);
}

SearchNode named(SearchTerm::Kind kind, const QString &text)
{
    SearchTerm term;
    term.kind = kind;
    term.text = text;
    return SearchNode::of(term);
}

SearchContext context()
{
    SearchContext c;
    c.ownAddresses = {u"me@example.org"_s, u"ich@example.org"_s};
    c.tagKeywords = {{u"Work"_s, u"$label2"_s}, {u"Später"_s, u"(odd)"_s}};
    return c;
}

// Literals in <>.
QByteArray shown(const ServerQuery &query)
{
    QByteArray out;
    for (qsizetype i = 0; i < query.parts.size(); ++i)
        out += i % 2 != 0 ? '<' + query.parts[i] + '>' : query.parts[i];
    return out;
}

QByteArray imap(const SearchNode &query)
{
    return shown(serverQuery(query, context(), ServerDialect::Imap));
}

QByteArray gmail(const SearchNode &query)
{
    const ServerQuery asked = serverQuery(query, context(), ServerDialect::Gmail);
    return asked.parts.size() == 3 && asked.parts[0] == "X-GM-RAW " ? asked.parts[1] : "?" + shown(asked);
}

// One word in all fields.
QByteArray anywhere(const QByteArray &word)
{
    const QByteArray string = QByteArray(1, '"') + word + '"';
    return "OR OR SUBJECT " + string + " FROM " + string + " OR TO " + string + " OR CC " + string + " BODY "
        + string;
}

constexpr qint64 Noon = 1'714'737'600; // 2024-05-03 12:00 UTC
constexpr auto Before = SearchTerm::Kind::Before;
constexpr auto After = SearchTerm::Kind::After;
constexpr auto Larger = SearchTerm::Kind::Larger;
constexpr auto Smaller = SearchTerm::Kind::Smaller;
constexpr auto Tag = SearchTerm::Kind::Tag;
constexpr auto Folder = SearchTerm::Kind::Folder;

SearchNode inverse(const SearchNode &node)
{
    return SearchNode::inverse(node);
}

} // namespace

class ServerQueryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void each_word_is_a_criterion_of_its_own()
    {
        QCOMPARE(imap(words(u"budget meeting"_s)), anywhere("budget") + ' ' + anywhere("meeting"));
        QCOMPARE(imap(words(u"anna@example.org"_s, SearchField::From)),
                 "FROM \"anna\" FROM \"example\" FROM \"org\"");
        QCOMPARE(imap(words(u"kde"_s, SearchField::List)), "HEADER List-Id \"kde\"");
        QCOMPARE(imap(words(u"x"_s, SearchField::Cc)), "CC \"x\"");
        QCOMPARE(imap(words(u"x"_s, SearchField::Subject)), "SUBJECT \"x\"");
        QCOMPARE(imap(words(u"x"_s, SearchField::Body)), "BODY \"x\"");
    }

    void copies_count_as_recipients()
    {
        QCOMPARE(imap(words(u"anna becker"_s, SearchField::To)),
                 "OR TO \"anna\" CC \"anna\" OR TO \"becker\" CC \"becker\"");
    }

    void a_phrase_is_one_string_with_what_must_be_escaped()
    {
        QCOMPARE(imap(words(u"the \"big\"  \\ deal"_s, SearchField::Subject, true)),
                 "SUBJECT \"the \\\"big\\\" \\\\ deal\"");
        QCOMPARE(imap(words(u"two\r\nlines\0x"_s, SearchField::Body, true)), "BODY \"two lines x\"");
    }

    void what_is_not_ascii_is_a_literal_and_told_as_utf8()
    {
        const ServerQuery query
            = serverQuery(words(u"Grüße"_s, SearchField::Body, true), context(), ServerDialect::Imap);
        QVERIFY(query.isUtf8);
        QCOMPARE(shown(query),
                 "BODY <Gr\xc3\xbc\xc3\x9f"
                 "e>");
        QVERIFY(!serverQuery(body(u"x"_s), context(), ServerDialect::Imap).isUtf8);
    }

    void words_are_looked_for_as_written_and_without_accents()
    {
        QCOMPARE(imap(body(u"Müller"_s)), "OR BODY <M\xc3\xbcller> BODY \"muller\"");
        QCOMPARE(imap(words(u"Budget"_s)), anywhere("Budget")); // servers do not mind the case
    }

    void a_run_of_a_script_without_blanks_stays_whole()
    {
        QCOMPARE(imap(body(u"会议记录 x"_s)), "BODY <会议记录> BODY \"x\"");
    }

    void alternatives_nest_by_halves()
    {
        QCOMPARE(imap(SearchNode::any({body(u"a1"_s), body(u"b1"_s), body(u"c1"_s), body(u"d1 e1"_s)})),
                 "OR OR BODY \"a1\" BODY \"b1\" OR BODY \"c1\" (BODY \"d1\" BODY \"e1\")");
        QCOMPARE(imap(inverse(body(u"a1 b1"_s))), "NOT (BODY \"a1\" BODY \"b1\")");
        QCOMPARE(imap(inverse(inverse(body(u"a1"_s)))), "BODY \"a1\"");
    }

    void marks_sizes_and_tags_have_criteria()
    {
        QCOMPARE(imap(mark(SearchMark::Unread)), "UNSEEN");
        QCOMPARE(imap(mark(SearchMark::Read)), "SEEN");
        QCOMPARE(imap(mark(SearchMark::Forwarded)), "KEYWORD $Forwarded");
        QCOMPARE(imap(mark(SearchMark::Attachment)), "HEADER Content-Type \"multipart/mixed\"");
        QCOMPARE(imap(mark(SearchMark::FromMe)), "OR FROM \"me@example.org\" FROM \"ich@example.org\"");
        QCOMPARE(imap(number(Larger, 5000)), "LARGER 5000");
        QCOMPARE(imap(number(Smaller, 5000)), "SMALLER 5000");
        QCOMPARE(imap(named(Tag, u"work"_s)), "OR KEYWORD $label2 KEYWORD work");
        QCOMPARE(imap(named(Tag, u"$label2"_s)), "KEYWORD $label2");
        QVERIFY(!canServerTell(named(Tag, u"Später"_s).term, context(), ServerDialect::Imap));
    }

    void days_are_widened_to_all_time_zones_so_that_none_is_missed()
    {
        // Written on the 4th, where it is 14 hours later; on the 2nd, where it is 12 earlier.
        QCOMPARE(imap(number(Before, Noon)), "SENTBEFORE 5-May-2024");
        QCOMPARE(imap(number(After, Noon)), "SENTSINCE 3-May-2024");
        QCOMPARE(imap(number(After, Noon - 1)), "SENTSINCE 2-May-2024");
        // Excluded is only what is meant for sure.
        QCOMPARE(imap(inverse(number(Before, Noon))), "NOT SENTBEFORE 3-May-2024");
        QCOMPARE(imap(inverse(number(After, Noon))), "NOT SENTSINCE 5-May-2024");
        QVERIFY(!serverQuery(number(Before, Noon), context(), ServerDialect::Imap).isExact);
    }

    void what_cannot_be_asked_is_left_out_so_that_nothing_is_missed()
    {
        const SearchNode known = mark(SearchMark::Known);
        QCOMPARE(imap(SearchNode::all({body(u"a1"_s), known})), "BODY \"a1\"");
        QCOMPARE(imap(SearchNode::all({body(u"a1"_s), inverse(known)})), "BODY \"a1\"");
        QCOMPARE(imap(SearchNode::all({body(u"a1"_s), words(u"x.pdf"_s, SearchField::FileName)})),
                 "BODY \"a1\"");
        const auto either
            = serverQuery(SearchNode::any({words(u"a1"_s), known}), context(), ServerDialect::Imap);
        QCOMPARE(either.kind, ServerQuery::Kind::Everything);
        QVERIFY(!either.isExact);
        QVERIFY(serverQuery(words(u"a1"_s), context(), ServerDialect::Imap).isExact);
        const auto nothing = serverQuery(SearchNode::any({}), context(), ServerDialect::Imap);
        QCOMPARE(nothing.kind, ServerQuery::Kind::Nothing);
    }

    void gmail_is_asked_in_its_own_words()
    {
        QCOMPARE(gmail(words(u"budget C++ or"_s)), "budget \"C++\" \"or\"");
        QCOMPARE(gmail(words(u"big \"deal\""_s, SearchField::Subject, true)), "subject:\"big deal\"");
        QCOMPARE(gmail(SearchNode::all({words(u"anna"_s, SearchField::To), mark(SearchMark::Unread)})),
                 "(to:anna OR cc:anna) is:unread");
        QCOMPARE(gmail(words(u"report.pdf"_s, SearchField::FileName)), "filename:\"report.pdf\"");
        QCOMPARE(gmail(inverse(words(u"Grüße x1"_s))),
                 "-(Gr\xc3\xbc\xc3\x9f"
                 "e x1)");
        QCOMPARE(gmail(SearchNode::any({words(u"a1"_s), mark(SearchMark::Attachment)})),
                 "(a1 OR has:attachment)");
        QCOMPARE(gmail(number(Before, Noon)), "before:2024/05/05");
        QCOMPARE(gmail(number(Larger, 5000)), "larger:4999");
        QCOMPARE(gmail(mark(SearchMark::FromMe)), "(from:\"me@example.org\" OR from:\"ich@example.org\")");
        QVERIFY(!canServerTell(mark(SearchMark::Answered).term, context(), ServerDialect::Gmail));
        QVERIFY(!canServerTell(named(Tag, u"Work"_s).term, context(), ServerDialect::Gmail));
    }

    void where_only_plain_letters_are_taken_accents_come_off()
    {
        const auto plain = [](const QString &text) {
            return serverQuery(body(text), context(), ServerDialect::Imap, true);
        };
        QCOMPARE(shown(plain(u"Müller invoice"_s)), "BODY \"muller\" BODY \"invoice\"");
        QVERIFY(!plain(u"Müller"_s).isUtf8);
        QCOMPARE(plain(u"会议"_s).kind, ServerQuery::Kind::Everything);
        QVERIFY(!canServerTell(words(u"会议"_s).term, context(), ServerDialect::Imap, true));
        QVERIFY(canServerTell(words(u"Müller"_s).term, context(), ServerDialect::Imap, true));
    }

    void the_simplest_questions_are_single_words_that_must_be_there()
    {
        const SearchNode query = SearchNode::all(
            {words(u"Müller invoice"_s), words(u"anna"_s, SearchField::To), inverse(words(u"no1"_s)),
             SearchNode::any({words(u"a1"_s), words(u"b1"_s)}), words(u"x.pdf"_s, SearchField::FileName)});
        QByteArrayList asked;
        for (const ServerQuery &one : simplestQueries(query, true))
            asked.append(shown(one));
        QCOMPARE(asked, (QByteArrayList{"TEXT \"muller\"", "TEXT \"invoice\"", "TEXT \"anna\""}));
        QVERIFY(simplestQueries(SearchNode::any({words(u"a1"_s), words(u"b1"_s)}), false).isEmpty());
    }

    void no_command_grows_beyond_what_servers_take()
    {
        QList<SearchNode> many;
        for (int i = 0; i < 2000; ++i)
            many.append(words(u"word%1"_s.arg(i)));
        QCOMPARE(serverQuery(SearchNode::any(many), context(), ServerDialect::Imap).kind,
                 ServerQuery::Kind::TooLarge);
        SearchNode deep = words(u"a1"_s);
        for (int i = 0; i < 100'000; ++i)
            deep = SearchNode::inverse(SearchNode::all({deep, mark(SearchMark::Read)}));
        // A tree that deep is made by no parser; here it only must not be asked for.
        QCOMPARE(serverQuery(deep, context(), ServerDialect::Imap).kind, ServerQuery::Kind::TooLarge);
        while (!deep.children.isEmpty()) { // as its own destructor would do it recursively
            SearchNode next = deep.children.first();
            deep.children.clear();
            deep = next;
        }
    }

    void what_is_known_is_put_into_a_query()
    {
        const SearchNode in = named(Folder, u"inbox"_s);
        const auto where = [&in](bool holds) {
            return [&in, holds](const SearchTerm &term) {
                return term == in.term ? std::optional(holds) : std::nullopt;
            };
        };
        const SearchNode query = SearchNode::any(
            {SearchNode::all({in, words(u"a1"_s)}), SearchNode::all({inverse(in), words(u"b1"_s)})});
        QCOMPARE(reduced(query, where(true)), words(u"a1"_s));
        QCOMPARE(reduced(query, where(false)), words(u"b1"_s));
        QVERIFY(reduced(in, where(true)).isEverything());
        QVERIFY(findsNothing(reduced(in, where(false))));
        QVERIFY(findsNothing(reduced(SearchNode::all({words(u"a1"_s), in}), where(false))));
    }

    void terms_are_told_once_each()
    {
        const SearchNode query = SearchNode::all(
            {words(u"a1"_s), SearchNode::any({words(u"a1"_s), inverse(mark(SearchMark::Known))})});
        QCOMPARE(termsOf(query, [](const SearchTerm &) { return true; }).size(), 2);
        QCOMPARE(termsOf(query, [](const SearchTerm &term) { return canRowTell(term); }),
                 QList<SearchTerm>{mark(SearchMark::Known).term});
    }
};

QTEST_GUILESS_MAIN(ServerQueryTest)
#include "query_test.moc"
