#include "core/search/queryparser.h"

#include "tests/search/querymaker.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

using Kind = SearchTerm::Kind;

const QTimeZone Berlin("Europe/Berlin");

// A Friday.
QueryClock testClock()
{
    return {QDateTime(QDate(2024, 5, 10), QTime(15, 30), Berlin)};
}

ParsedQuery parsed(const QString &text)
{
    return parseQuery(text, testClock());
}

// What is found where nothing is wrong.
SearchNode root(const QString &text)
{
    const ParsedQuery query = parsed(text);
    if (!query.problems.isEmpty())
        qWarning("“%s”: %s", qPrintable(text), qPrintable(query.problems.first().sentence));
    return query.problems.isEmpty() ? query.root : word(u"a problem"_s);
}

qint64 midnight(int year, int month, int day)
{
    return QDate(year, month, day).startOfDay(Berlin).toSecsSinceEpoch();
}

SearchNode between(qint64 begin, qint64 end)
{
    return SearchNode::all({number(Kind::After, begin), number(Kind::Before, end)});
}

// The text that a problem is about; the query has that one.
QString blamed(const QString &text)
{
    const ParsedQuery query = parsed(text);
    if (query.problems.size() != 1)
        return u"%1 problems"_s.arg(query.problems.size());
    const SearchProblem &problem = query.problems.first();
    if (!problem.sentence.endsWith(u'.'))
        return u"no sentence"_s;
    return text.mid(problem.start, problem.length);
}

} // namespace

namespace kw {

char *toString(const SearchNode &node)
{
    const std::function<QString(const SearchNode &)> show = [&show](const SearchNode &n) {
        if (n.kind == SearchNode::Kind::Term) {
            return u"%1/%2/%3/%4%5/%6"_s.arg(int(n.term.kind))
                .arg(int(n.term.field))
                .arg(int(n.term.mark))
                .arg(n.term.text, n.term.exact ? u"!"_s : QString())
                .arg(n.term.number);
        }
        QStringList children;
        for (const SearchNode &child : n.children)
            children.append(show(child));
        return u"%1(%2)"_s.arg(QLatin1StringView(n.kind == SearchNode::Kind::All       ? "All"
                                                     : n.kind == SearchNode::Kind::Any ? "Any"
                                                                                       : "Not"),
                               children.join(u", "_s));
    };
    return qstrdup(qPrintable(show(node)));
}

} // namespace kw

class QueryParserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_are_looked_for_all_together()
    {
        QCOMPARE(root(u"quarterly  forecast"_s),
                 SearchNode::all({word(u"quarterly"_s), word(u"forecast"_s)}));
        QCOMPARE(root(u"forecast"_s), word(u"forecast"_s));
        QCOMPARE(root(u"forecast*"_s), word(u"forecast"_s));
        QCOMPARE(root(u"\"quarterly  forecast\""_s), phrase(u"quarterly forecast"_s));
    }

    void nothing_written_finds_everything()
    {
        for (const QString &text :
             {u""_s, u"  "_s, u"-"_s, u"…!"_s, u"\"\""_s, u"*"_s, u"()"_s, u"in:anywhere"_s})
            QVERIFY2(root(text).isEverything(), qPrintable(text));
        QCOMPARE(root(u"milk & sugar"_s), SearchNode::all({word(u"milk"_s), word(u"sugar"_s)}));
    }

    void fields_have_operators_in_any_case_and_by_other_names()
    {
        const QList<std::pair<QString, SearchField>> fields{
            {u"from"_s, SearchField::From},
            {u"sender"_s, SearchField::From},
            {u"to"_s, SearchField::To},
            {u"cc"_s, SearchField::Cc},
            {u"subject"_s, SearchField::Subject},
            {u"body"_s, SearchField::Body},
            {u"filename"_s, SearchField::FileName},
            {u"attachment"_s, SearchField::FileName},
            {u"list"_s, SearchField::List},
        };
        for (const auto &[name, field] : fields) {
            QCOMPARE(root(name + u":anna"_s), word(u"anna"_s, field));
            QCOMPARE(root(name.toUpper() + u":\"Anna B\""_s), phrase(u"Anna B"_s, field));
            QCOMPARE(root(u'-' + name + u":anna"_s), SearchNode::inverse(word(u"anna"_s, field)));
        }
    }

    void me_is_a_person_unless_it_is_quoted()
    {
        QCOMPARE(root(u"to:me"_s), mark(SearchMark::ToMe));
        QCOMPARE(root(u"from:Me"_s), mark(SearchMark::FromMe));
        QCOMPARE(root(u"from:\"me\""_s), phrase(u"me"_s, SearchField::From));
        QCOMPARE(root(u"from:me*"_s), word(u"me"_s, SearchField::From));
        QCOMPARE(root(u"from:(me OR anna)"_s),
                 SearchNode::any({mark(SearchMark::FromMe), word(u"anna"_s, SearchField::From)}));
        QCOMPARE(root(u"me"_s), word(u"me"_s));
        QCOMPARE(blamed(u"cc:me"_s), u"me"_s);
        QCOMPARE(parsed(u"cc:me"_s).root, mark(SearchMark::ToMe));
    }

    void marks_have_their_usual_names()
    {
        const QList<std::pair<QString, SearchMark>> marks{{u"is:unread"_s, SearchMark::Unread},
                                                          {u"is:read"_s, SearchMark::Read},
                                                          {u"is:starred"_s, SearchMark::Starred},
                                                          {u"is:flagged"_s, SearchMark::Starred},
                                                          {u"IS:Answered"_s, SearchMark::Answered},
                                                          {u"is:replied"_s, SearchMark::Answered},
                                                          {u"is:forwarded"_s, SearchMark::Forwarded},
                                                          {u"is:draft"_s, SearchMark::Draft},
                                                          {u"is:tagged"_s, SearchMark::Tagged},
                                                          {u"has:tag"_s, SearchMark::Tagged},
                                                          {u"is:known"_s, SearchMark::Known},
                                                          {u"has:attachment"_s, SearchMark::Attachment},
                                                          {u"has:attachments"_s, SearchMark::Attachment}};
        for (const auto &[text, expected] : marks)
            QCOMPARE(root(text), mark(expected));
        QCOMPARE(root(u"is:(unread OR starred)"_s),
                 SearchNode::any({mark(SearchMark::Unread), mark(SearchMark::Starred)}));
    }

    void folders_accounts_and_tags_are_taken_as_written()
    {
        QCOMPARE(root(u"in:inbox"_s), named(Kind::Folder, u"inbox"_s));
        QCOMPARE(root(u"folder:\"Sent Mail\""_s), named(Kind::Folder, u"Sent Mail"_s));
        QCOMPARE(root(u"in:[Gmail]/Wichtig-2"_s), named(Kind::Folder, u"[Gmail]/Wichtig-2"_s));
        QCOMPARE(root(u"in:\"a \"\"b\"\"\""_s), named(Kind::Folder, u"a \"b\""_s));
        QCOMPARE(root(u"in:\"anywhere\""_s), named(Kind::Folder, u"anywhere"_s));
        QCOMPARE(root(u"account:work@example.org"_s), named(Kind::Account, u"work@example.org"_s));
        QCOMPARE(root(u"tag:later"_s), named(Kind::Tag, u"later"_s));
        QCOMPARE(root(u"label:later"_s), named(Kind::Tag, u"later"_s));
        QCOMPARE(root(u"in:(inbox OR sent)"_s),
                 SearchNode::any({named(Kind::Folder, u"inbox"_s), named(Kind::Folder, u"sent"_s)}));
    }

    void days_months_and_years_begin_at_local_midnight()
    {
        const QList<std::pair<QString, qint64>> dates{{u"2024"_s, midnight(2024, 1, 1)},
                                                      {u"2024-05"_s, midnight(2024, 5, 1)},
                                                      {u"2024-05-03"_s, midnight(2024, 5, 3)},
                                                      {u"2024/5/3"_s, midnight(2024, 5, 3)},
                                                      {u"2024.05.03"_s, midnight(2024, 5, 3)},
                                                      {u"20240503"_s, midnight(2024, 5, 3)},
                                                      {u"3.5.2024"_s, midnight(2024, 5, 3)},
                                                      {u"05.2024"_s, midnight(2024, 5, 1)},
                                                      {u"25/12/2023"_s, midnight(2023, 12, 25)},
                                                      {u"12/25/2023"_s, midnight(2023, 12, 25)},
                                                      {u"4/4/2024"_s, midnight(2024, 4, 4)},
                                                      {u"today"_s, midnight(2024, 5, 10)},
                                                      {u"Yesterday"_s, midnight(2024, 5, 9)},
                                                      {u"monday"_s, midnight(2024, 5, 6)},
                                                      {u"friday"_s, midnight(2024, 5, 10)},
                                                      {u"sat"_s, midnight(2024, 5, 4)},
                                                      {u"may"_s, midnight(2024, 5, 1)},
                                                      {u"june"_s, midnight(2023, 6, 1)},
                                                      {u"this-week"_s, midnight(2024, 5, 6)},
                                                      {u"last_week"_s, midnight(2024, 4, 29)},
                                                      {u"\"last week\""_s, midnight(2024, 4, 29)},
                                                      {u"last month"_s, midnight(2024, 4, 1)},
                                                      {u"this month"_s, midnight(2024, 5, 1)},
                                                      {u"last Year"_s, midnight(2023, 1, 1)},
                                                      {u"@1714694400"_s, 1714694400},
                                                      {u"1714694400"_s, 1714694400},
                                                      {u"٢٠٢٤-٠٥-٠٣"_s, midnight(2024, 5, 3)},
                                                      {u"２０２４"_s, midnight(2024, 1, 1)}};
        for (const auto &[text, begin] : dates) {
            QCOMPARE(root(u"after:"_s + text), number(Kind::After, begin));
            QCOMPARE(root(u"before:"_s + text), number(Kind::Before, begin));
        }
        QCOMPARE(root(u"on:2024-02"_s), between(midnight(2024, 2, 1), midnight(2024, 3, 1)));
        QCOMPARE(root(u"date:yesterday"_s), between(midnight(2024, 5, 9), midnight(2024, 5, 10)));
        // The clocks went forward on that day: it has 23 hours.
        QCOMPARE(root(u"on:2024-03-31"_s), between(midnight(2024, 3, 31), midnight(2024, 3, 31) + 23 * 3600));
    }

    void weeks_begin_as_they_do_where_the_person_lives()
    {
        QueryClock sunday = testClock();
        sunday.weekBegins = Qt::Sunday;
        QCOMPARE(parseQuery(u"after:this-week"_s, sunday).root, number(Kind::After, midnight(2024, 5, 5)));
    }

    void ages_count_back_from_now()
    {
        const QDateTime now = testClock().now;
        QCOMPARE(root(u"newer_than:3d"_s), number(Kind::After, now.addDays(-3).toSecsSinceEpoch()));
        QCOMPARE(root(u"newer_than:12h"_s), number(Kind::After, now.toSecsSinceEpoch() - 12 * 3600));
        QCOMPARE(root(u"older_than:2w"_s), number(Kind::Before, now.addDays(-14).toSecsSinceEpoch()));
        QCOMPARE(root(u"older_than:6m"_s), number(Kind::Before, now.addMonths(-6).toSecsSinceEpoch()));
        QCOMPARE(root(u"Older_Than:1Y"_s), number(Kind::Before, now.addYears(-1).toSecsSinceEpoch()));
    }

    void sizes_have_units()
    {
        const QList<std::pair<QString, qint64>> sizes{
            {u"500"_s, 500},        {u"100k"_s, 100'000},     {u"100kB"_s, 100'000},
            {u"5M"_s, 5'000'000},   {u"5mb"_s, 5'000'000},    {u"1.5G"_s, 1'500'000'000},
            {u"1,5M"_s, 1'500'000}, {u"5MiB"_s, 5 * 1048576}, {u"\"5 MB\""_s, 5'000'000}};
        for (const auto &[text, octets] : sizes) {
            QCOMPARE(root(u"larger:"_s + text), number(Kind::Larger, octets));
            QCOMPARE(root(u"smaller:"_s + text), number(Kind::Smaller, octets));
        }
    }

    void a_minus_or_NOT_turns_round_what_follows()
    {
        const SearchNode noWord = SearchNode::inverse(word(u"spam"_s));
        QCOMPARE(root(u"-spam"_s), noWord);
        QCOMPARE(root(u"NOT spam"_s), noWord);
        QCOMPARE(root(u"\u2212spam"_s), noWord);
        QCOMPARE(root(u"--spam"_s), word(u"spam"_s));
        QCOMPARE(root(u"-\"two words\""_s), SearchNode::inverse(phrase(u"two words"_s)));
        QCOMPARE(root(u"-(a b)"_s), SearchNode::inverse(SearchNode::all({word(u"a"_s), word(u"b"_s)})));
        QCOMPARE(root(u"wi-fi"_s), word(u"wi-fi"_s));
        QCOMPARE(root(u"a - b"_s), SearchNode::all({word(u"a"_s), word(u"b"_s)}));
    }

    void capitals_join_and_small_letters_are_words()
    {
        const SearchNode a = word(u"a"_s);
        const SearchNode b = word(u"b"_s);
        QCOMPARE(root(u"a OR b"_s), SearchNode::any({a, b}));
        QCOMPARE(root(u"a | b"_s), SearchNode::any({a, b}));
        QCOMPARE(root(u"a||b"_s), SearchNode::any({a, b}));
        QCOMPARE(root(u"a AND b"_s), SearchNode::all({a, b}));
        QCOMPARE(root(u"a or b"_s), SearchNode::all({a, word(u"or"_s), b}));
        QCOMPARE(root(u"\"OR\""_s), phrase(u"OR"_s));
        QCOMPARE(root(u"OR*"_s), word(u"OR"_s));
        QCOMPARE(root(u"subject:OR"_s), word(u"OR"_s, SearchField::Subject));
    }

    void AND_binds_before_OR_and_OR_before_blanks()
    {
        const SearchNode a = word(u"a"_s);
        const SearchNode b = word(u"b"_s);
        const SearchNode c = word(u"c"_s);
        QCOMPARE(root(u"a b OR c"_s), SearchNode::all({a, SearchNode::any({b, c})}));
        QCOMPARE(root(u"a AND b OR c"_s), SearchNode::any({SearchNode::all({a, b}), c}));
        QCOMPARE(root(u"(a b) OR c"_s), SearchNode::any({SearchNode::all({a, b}), c}));
        QCOMPARE(root(u"a OR -b OR c"_s), SearchNode::any({a, SearchNode::inverse(b), c}));
        QCOMPARE(root(u"a (b (c))"_s), SearchNode::all({a, b, c}));
    }

    void an_operator_may_be_before_a_parenthesis()
    {
        QCOMPARE(root(u"from:(anna OR lars) invoice"_s),
                 SearchNode::all({SearchNode::any({word(u"anna"_s, SearchField::From),
                                                   word(u"lars"_s, SearchField::From)}),
                                  word(u"invoice"_s)}));
        QCOMPARE(root(u"subject:(\"a b\" -c body:d)"_s),
                 SearchNode::all({phrase(u"a b"_s, SearchField::Subject),
                                  SearchNode::inverse(word(u"c"_s, SearchField::Subject)),
                                  word(u"d"_s, SearchField::Body)}));
        QCOMPARE(root(u"after:(last week)"_s), number(Kind::After, midnight(2024, 4, 29)));
    }

    void ordinary_text_is_words()
    {
        QCOMPARE(root(u"http://example.org/x?y=1"_s), word(u"http://example.org/x?y=1"_s));
        QCOMPARE(root(u"Re: lunch"_s), SearchNode::all({word(u"Re:"_s), word(u"lunch"_s)}));
        QCOMPARE(root(u"5\" disk"_s), SearchNode::all({word(u"5\""_s), word(u"disk"_s)}));
        QCOMPARE(root(u"O'Neil don’t"_s), SearchNode::all({word(u"O'Neil"_s), word(u"don’t"_s)}));
        QCOMPARE(root(u"10:30"_s), word(u"10:30"_s));
        QCOMPARE(root(u"anna@example.org"_s), word(u"anna@example.org"_s));
        QCOMPARE(root(u"subject:re:lunch"_s), word(u"re:lunch"_s, SearchField::Subject));
        QCOMPARE(root(u"f(x)"_s), SearchNode::all({word(u"f"_s), word(u"x"_s)}));
    }

    void quotes_of_phones_and_word_processors_are_quotes()
    {
        for (const QString &text :
             {u"“red apple”"_s, u"„red apple“"_s, u"”red apple”"_s, u"«red apple»"_s, u"»red apple«"_s,
              u"« red apple »"_s, u"「red apple」"_s, u"『red apple』"_s, u"＂red apple＂"_s,
              u"\"red apple”"_s, u"“red apple\""_s})
            QCOMPARE(root(text), phrase(u"red apple"_s));
        QCOMPARE(root(u"subject:“red apple”"_s), phrase(u"red apple"_s, SearchField::Subject));
    }

    void signs_and_blanks_of_other_scripts_count()
    {
        QCOMPARE(root(u"from：田中"_s), word(u"田中"_s, SearchField::From));
        QCOMPARE(root(u"東京　大阪"_s), SearchNode::all({word(u"東京"_s), word(u"大阪"_s)}));
        QCOMPARE(root(u"a\u00A0b\u2003c\td\ne"_s),
                 SearchNode::all({word(u"a"_s), word(u"b"_s), word(u"c"_s), word(u"d"_s), word(u"e"_s)}));
        QCOMPARE(root(u"（東京｜大阪）"_s), SearchNode::any({word(u"東京"_s), word(u"大阪"_s)}));
    }

    void right_to_left_text_with_its_marks_is_read()
    {
        QCOMPARE(root(u"from:\u200Fאנה\u200F שלום"_s),
                 SearchNode::all({word(u"אנה"_s, SearchField::From), word(u"שלום"_s)}));
        QCOMPARE(root(u"\u202Bfrom:سارة\u202C"_s), word(u"سارة"_s, SearchField::From));
        QCOMPARE(root(u"سلام OR\u200F صلح"_s), SearchNode::any({word(u"سلام"_s), word(u"صلح"_s)}));
    }

    void what_is_wrong_is_shown_and_the_rest_counts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("blamedText");
        QTest::addColumn<SearchNode>("found");
        const SearchNode a = word(u"a"_s);
        const SearchNode b = word(u"b"_s);
        const SearchNode ab = SearchNode::all({a, b});
        const auto row = [](const QString &text, const QString &blamed, const SearchNode &found) {
            QTest::newRow(qPrintable(text)) << text << blamed << found;
        };
        row(u"a (b"_s, u"("_s, ab);
        row(u"a) b"_s, u")"_s, ab);
        row(u"a b OR"_s, u"OR"_s, ab);
        row(u"OR a b"_s, u"OR"_s, ab);
        row(u"a OR OR b"_s, u"OR"_s, SearchNode::any({a, b}));
        row(u"(a OR) b"_s, u"OR"_s, ab);
        row(u"a AND"_s, u"AND"_s, a);
        row(u"a b NOT"_s, u"NOT"_s, ab);
        row(u"a from: b"_s, u"from:"_s, ab);
        row(u"a b from:"_s, u"from:"_s, ab);
        row(u"a subject:\"\" b"_s, u"\"\""_s, ab);
        row(u"a subject:!! b"_s, u"!!"_s, ab);
        row(u"a in: b"_s, u"in:"_s, ab);
        row(u"a in:\" \" b"_s, u"\" \""_s, ab);
        row(u"a is:blue b"_s, u"blue"_s, ab);
        row(u"a has:legs b"_s, u"legs"_s, ab);
        row(u"a after:2024-13 b"_s, u"2024-13"_s, ab);
        row(u"a before:3/5/2024 b"_s, u"3/5/2024"_s, ab);
        row(u"a on:2023-02-29 b"_s, u"2023-02-29"_s, ab);
        row(u"a newer_than:3 b"_s, u"3"_s, ab);
        row(u"a newer_than:d b"_s, u"d"_s, ab);
        row(u"a older_than:99999999999y b"_s, u"99999999999y"_s, ab);
        row(u"a larger:5X b"_s, u"5X"_s, ab);
        row(u"a larger:1,000 b"_s, u"1,000"_s, ab);
        row(u"a smaller:-5 b"_s, u"-5"_s, ab);
        row(u"\"a b"_s, u"\"a b"_s, SearchNode::all({phrase(u"a"_s), b}));
        row(u"subject:“a b"_s, u"“a b"_s,
            SearchNode::all({phrase(u"a"_s, SearchField::Subject), word(u"b"_s, SearchField::Subject)}));
        row(u"\"a"_s, u"\"a"_s, a);
        row(u"\"a wi-fi"_s, u"\"a wi-fi"_s, SearchNode::all({phrase(u"a"_s), word(u"wi-fi"_s)}));
        row(u"\"a -(b"_s, u"\"a -(b"_s, SearchNode::all({phrase(u"a"_s), b}));
    }

    void what_is_wrong_is_shown_and_the_rest_counts()
    {
        QFETCH(QString, text);
        QFETCH(QString, blamedText);
        QFETCH(SearchNode, found);
        QCOMPARE(blamed(text), blamedText);
        QCOMPARE(parsed(text).root, found);
    }

    void what_is_too_long_too_deep_or_too_much_is_cut()
    {
        const ParsedQuery tooLong = parsed(u"needle "_s + QString(5000, u'x'));
        QCOMPARE(tooLong.problems.size(), 1);
        QCOMPARE(tooLong.problems.first().start, LongestQuery);
        QCOMPARE(tooLong.root.children.first(), word(u"needle"_s));

        const QString deep = QString(50, u'(') + u"a"_s + QString(50, u')') + u" b"_s;
        QCOMPARE(parsed(deep).root, SearchNode::all({word(u"a"_s), word(u"b"_s)}));
        QCOMPARE(parsed(deep).problems.size(), 1);
        QCOMPARE(parsed(deep).problems.first().start, DeepestQuery);
        QVERIFY(parsed(QString(40, u'(') + u"a"_s + QString(40, u')')).problems.isEmpty());

        const QString many = u"a "_s.repeated(MostQueryTerms);
        QVERIFY(parsed(many).problems.isEmpty());
        QCOMPARE(parsed(many).root.children.size(), MostQueryTerms);
        QCOMPARE(parsed(many + u"b c"_s).root.children.size(), MostQueryTerms);
        QCOMPARE(blamed(many + u"b c"_s), u"b"_s);
    }

    void the_worst_is_read_in_no_time()
    {
        for (const QString &piece : {u"\""_s, u"\"” "_s, u"("_s, u")"_s, u"-"_s, u"a|"_s, u"from:"_s,
                                     u"OR "_s, u"\"\""_s, u"from:(-"_s, u"after:last "_s}) {
            QElapsedTimer timer;
            timer.start();
            const ParsedQuery query = parsed(piece.repeated(4000 / piece.size()));
            QVERIFY2(timer.elapsed() < 500, qPrintable(piece));
            QVERIFY(query.problems.size() <= 51);
        }
    }

    void without_a_clock_days_are_those_of_1970()
    {
        QCOMPARE(parseQuery(u"after:today"_s, {}).root, number(Kind::After, 0));
    }
};

QTEST_GUILESS_MAIN(QueryParserTest)
#include "queryparser_test.moc"
