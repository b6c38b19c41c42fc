#include "core/search/queryprinting.h"

#include "core/search/queryparser.h"
#include "core/search/words.h"
#include "tests/search/querymaker.h"

#include <QTest>

#include <random>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

using Kind = SearchTerm::Kind;

QueryClock clockIn(const QTimeZone &zone)
{
    return {QDateTime(QDate(2024, 5, 10), QTime(15, 30), zone)};
}

QString text(const SearchNode &node)
{
    return queryText(node, QTimeZone::UTC);
}

// Trees with all that makes writing them down hard.
class TreeMaker
{
public:
    explicit TreeMaker(quint32 seed)
        : m_random(seed)
    {
    }

    SearchNode node(int depth = 0)
    {
        const int choice = below(depth > 4 ? 5 : 9);
        if (choice < 5)
            return term();
        if (choice == 5)
            return SearchNode::inverse(node(depth + 1));
        QList<SearchNode> children;
        for (int i = 0, n = below(4); i < n; ++i)
            children.append(node(depth + 1));
        return choice < 7 ? SearchNode::any(children) : SearchNode::all(children);
    }

    QString anyText()
    {
        static const QStringList pieces{
            u"a"_s,       u"Straße"_s, u"東京"_s,     u"שלום"_s,       u"OR"_s,
            u"AND"_s,     u"NOT"_s,    u"me"_s,       u"from:"_s,      u"in："_s,
            u"http://"_s, u"-"_s,      u"\u2212"_s,   u"\""_s,         u"“"_s,
            u"»"_s,       u"「"_s,     u"("_s,        u")"_s,          u"（"_s,
            u"|"_s,       u"*"_s,      u" "_s,        u"\u3000"_s,     u"\t"_s,
            u"\0"_s,      u":"_s,      u"\u200F"_s,   u"\u200D"_s,     u"\u00AD"_s,
            u"🎉"_s,      u"👍🏽"_s,   u"'"_s,        u"."_s,          u"@"_s,
            u"5"_s,       u"last"_s,   u"anywhere"_s, u"\\"_s,         QString(QChar(0xD800)),
            u"e\u0301"_s, u"&"_s,      u"week"_s,     u"nb\u00A0sp"_s, u"\u202E"_s,
            u"ﬁ"_s,       u"½"_s,      u"ก็"_s};
        QString out;
        for (int i = 0, n = below(7); i < n; ++i)
            out += pieces.at(below(int(pieces.size())));
        return out;
    }

private:
    int below(int n) { return int(m_random() % quint32(n)); }

    qint64 anyNumber()
    {
        switch (below(4)) {
        case 0:
            return below(40'000) * 86'400LL;
        case 1:
            return qint64(m_random()) - 2'000'000'000;
        case 2:
            return qint64(quint64(m_random()) << 31 | m_random());
        default:
            return below(20'000);
        }
    }

    // Also what its kind does not use.
    SearchNode term()
    {
        SearchTerm term;
        term.kind = below(2) == 0 ? Kind::Words : Kind(below(9));
        term.field = SearchField(below(8));
        term.mark = SearchMark(below(11));
        term.text = anyText();
        term.exact = below(2) == 0;
        term.number = anyNumber();
        return SearchNode::of(term);
    }

    std::mt19937 m_random;
};

int termsOf(const SearchNode &node)
{
    int count = node.kind == SearchNode::Kind::Term ? 1 : 0;
    for (const SearchNode &child : node.children)
        count += termsOf(child);
    return count;
}

int depthOf(const SearchNode &node)
{
    int depth = 0;
    for (const SearchNode &child : node.children)
        depth = std::max(depth, depthOf(child));
    return depth + 1;
}

bool hasOnlyWords(const SearchNode &node)
{
    if (node.kind == SearchNode::Kind::Term && node.term.kind == Kind::Words)
        return !wordsOf(node.term.text).isEmpty();
    return std::all_of(node.children.cbegin(), node.children.cend(), hasOnlyWords);
}

} // namespace

class QueryPrintingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void queries_are_written_as_a_person_would()
    {
        const SearchNode anna = word(u"anna"_s, SearchField::From);
        const SearchNode lars = word(u"lars"_s, SearchField::To);
        QCOMPARE(text(SearchNode::all({anna, phrase(u"red apple"_s), mark(SearchMark::Unread)})),
                 u"from:anna \"red apple\" is:unread"_s);
        QCOMPARE(text(SearchNode::any({anna, lars})), u"from:anna OR to:lars"_s);
        QCOMPARE(text(SearchNode::all({word(u"x"_s), SearchNode::inverse(SearchNode::any({anna, lars}))})),
                 u"x -(from:anna OR to:lars)"_s);
        QCOMPARE(text(SearchNode::any({SearchNode::all({anna, lars}), word(u"x"_s)})),
                 u"(from:anna to:lars) OR x"_s);
        QCOMPARE(text(number(Kind::After, 1714694400)), u"after:2024-05-03"_s);
        QCOMPARE(text(number(Kind::Before, 1714694401)), u"before:@1714694401"_s);
        QCOMPARE(text(number(Kind::Larger, 5'000'000)), u"larger:5000000"_s);
        QCOMPARE(text(named(Kind::Folder, u"Sent Mail"_s)), u"in:\"Sent Mail\""_s);
        QCOMPARE(text(named(Kind::Tag, u"later"_s)), u"tag:later"_s);
        QCOMPARE(text(mark(SearchMark::ToMe)), u"to:me"_s);
        QCOMPARE(text(mark(SearchMark::Attachment)), u"has:attachment"_s);
        QCOMPARE(text(word(u"me"_s, SearchField::From)), u"from:me*"_s);
        QCOMPARE(text(word(u"OR"_s)), u"OR*"_s);
        QCOMPARE(text(SearchNode::all({})), QString());
    }

    void every_mark_has_a_text()
    {
        for (int i = 0; i <= int(SearchMark::Known); ++i) {
            const SearchNode node = mark(SearchMark(i));
            QCOMPARE(parseQuery(text(node), {}).root, node);
        }
    }

    void days_are_written_in_the_persons_time_zone()
    {
        const QTimeZone zone("America/Sao_Paulo");
        // That day began at one o'clock.
        const SearchNode node = number(Kind::After, QDate(2018, 11, 4).startOfDay(zone).toSecsSinceEpoch());
        QCOMPARE(queryText(node, zone), u"after:2018-11-04"_s);
        QCOMPARE(parseQuery(u"after:2018-11-04"_s, clockIn(zone)).root, node);
    }

    void what_is_written_is_read_as_the_same_tree()
    {
        const QList<QTimeZone> zones{QTimeZone(QTimeZone::UTC), QTimeZone("Europe/Berlin"),
                                     QTimeZone("Asia/Kathmandu")};
        int compared = 0;
        for (quint32 seed = 0; compared < 6000; ++seed) {
            const SearchNode node = TreeMaker(seed).node();
            const SearchNode canonical = canonicalQuery(node);
            const QTimeZone &zone = zones.at(qsizetype(seed) % zones.size());
            const QString written = queryText(node, zone);
            if (termsOf(canonical) > MostQueryTerms || written.size() > LongestQuery)
                continue;
            const ParsedQuery read = parseQuery(written, clockIn(zone));
            if (read.root != canonical || !read.problems.isEmpty() || canonicalQuery(canonical) != canonical)
                qWarning("seed %u: %s", seed, qPrintable(written));
            QCOMPARE(canonicalQuery(canonical), canonical);
            QVERIFY(read.problems.isEmpty());
            QVERIFY(read.root == canonical);
            ++compared;
        }
    }

    void whatever_is_typed_is_read_within_bounds_and_can_be_written_again()
    {
        for (quint32 seed = 0; seed < 6000; ++seed) {
            TreeMaker maker(seed);
            QString typed;
            for (int i = 0; i < 6; ++i)
                typed += maker.anyText();
            const ParsedQuery read = parseQuery(typed, clockIn(QTimeZone::UTC));
            for (const SearchProblem &problem : read.problems) {
                QVERIFY(problem.start >= 0 && problem.length > 0
                        && problem.start + problem.length <= typed.size());
                QVERIFY(!problem.sentence.isEmpty());
            }
            QVERIFY(termsOf(read.root) <= MostQueryTerms);
            QVERIFY(depthOf(read.root) <= 4 * DeepestQuery);
            QVERIFY2(hasOnlyWords(read.root), qPrintable(typed));
            const QString written = text(read.root);
            if (canonicalQuery(read.root) != read.root
                || parseQuery(written, clockIn(QTimeZone::UTC)).root != read.root)
                qWarning("seed %u: “%s”, “%s”", seed, qPrintable(typed), qPrintable(written));
            QVERIFY(canonicalQuery(read.root) == read.root);
            QVERIFY(parseQuery(written, clockIn(QTimeZone::UTC)).root == read.root);
        }
    }
};

QTEST_GUILESS_MAIN(QueryPrintingTest)
#include "queryprinting_test.moc"
