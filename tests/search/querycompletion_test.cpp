#include "core/search/querycompletion.h"

#include "core/search/queryparser.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

using Kind = QueryCompletion::Kind;

// The cursor is where ^ stands.
QueryCompletion at(QString text)
{
    const qsizetype cursor = text.indexOf(u'^');
    return queryCompletionAt(text.remove(cursor, 1), cursor);
}

QString completed(QString text, const QString &offer)
{
    const qsizetype cursor = text.indexOf(u'^');
    text.remove(cursor, 1);
    const CompletedQuery done = completeQuery(text, queryCompletionAt(text, cursor), offer);
    return QString(done.text).insert(done.cursor, u'^');
}

} // namespace

class QueryCompletionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_typed_is_known_by_the_operator_before_it_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("prefix");
        const auto row = [](const QString &text, Kind kind, const QString &prefix) {
            QTest::newRow(qPrintable(text)) << text << int(kind) << prefix;
        };
        row(u"^"_s, Kind::Operator, {});
        row(u"fr^"_s, Kind::Operator, u"fr"_s);
        row(u"-fr^"_s, Kind::Operator, u"fr"_s);
        row(u"(fr^"_s, Kind::Operator, u"fr"_s);
        row(u"from:anna ^"_s, Kind::Operator, {});
        row(u"from:^"_s, Kind::Person, {});
        row(u"from:an^"_s, Kind::Person, u"an"_s);
        row(u"FROM:an^na"_s, Kind::Person, u"an"_s);
        row(u"from:^anna"_s, Kind::Person, {});
        row(u"fr^om:anna"_s, Kind::Operator, u"fr"_s);
        row(u"sender:\"Anna Be^"_s, Kind::Person, u"Anna Be"_s);
        row(u"to:\"An^na\" x"_s, Kind::Person, u"An"_s);
        row(u"to:(anna OR la^)"_s, Kind::Person, u"la"_s);
        row(u"cc:(anna OR ^"_s, Kind::Person, {});
        row(u"to:(anna) la^"_s, Kind::Operator, u"la"_s);
        row(u"folder:In^"_s, Kind::Folder, u"In"_s);
        row(u"account:w^"_s, Kind::Account, u"w"_s);
        row(u"-label:la^"_s, Kind::Tag, u"la"_s);
        row(u"is:un^"_s, Kind::Mark, u"un"_s);
        row(u"has:^"_s, Kind::Mark, {});
        row(u"after:last-^"_s, Kind::Date, u"last-"_s);
        row(u"newer_than:3^"_s, Kind::Age, u"3"_s);
        row(u"larger:5^"_s, Kind::Size, u"5"_s);
        row(u"subject:fr^"_s, Kind::None, {});
        row(u"\"fr^"_s, Kind::None, {});
        row(u"a OR^"_s, Kind::None, {});
    }

    void what_is_typed_is_known_by_the_operator_before_it()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, prefix);
        QCOMPARE(int(at(text).kind), kind);
        if (kind != int(Kind::None))
            QCOMPARE(at(text).prefix, prefix);
    }

    void an_offer_takes_the_place_of_what_was_typed()
    {
        QCOMPARE(completed(u"x fr^"_s, u"from"_s), u"x from:^"_s);
        QCOMPARE(completed(u"-fr^ y"_s, u"from"_s), u"-from:^ y"_s);
        QCOMPARE(completed(u"from:an^"_s, u"anna@example.org"_s), u"from:anna@example.org ^"_s);
        QCOMPARE(completed(u"from:an^na x"_s, u"lars"_s), u"from:lars ^x"_s);
        QCOMPARE(completed(u"in:se^"_s, u"Sent Mail"_s), u"in:\"Sent Mail\" ^"_s);
        QCOMPARE(completed(u"in:\"Sent^"_s, u"Sent Mail"_s), u"in:\"Sent Mail\" ^"_s);
        QCOMPARE(completed(u"in:\"Se^nt\" x"_s, u"Inbox"_s), u"in:Inbox ^x"_s);
        QCOMPARE(completed(u"tag:(a OR b^)"_s, u"NOT"_s), u"tag:(a OR \"NOT\"^)"_s);
        QCOMPARE(completed(u"in:^"_s, u"a\"b"_s), u"in:a\"b ^"_s);
        QCOMPARE(completed(u"in:^"_s, u"\"b"_s), u"in:\"\"\"b\" ^"_s);
        QCOMPARE(completed(u"from:m^"_s, u"me"_s), u"from:me ^"_s);
    }

    void operators_are_offered_by_all_their_names()
    {
        QCOMPARE(queryOffers(at(u"fr^"_s)), QStringList{u"from"_s});
        QCOMPARE(queryOffers(at(u"LAB^"_s)), QStringList{u"tag"_s});
        QCOMPARE(queryOffers(at(u"xyz^"_s)), QStringList());
        QCOMPARE(queryOffers(at(u"^"_s)).size(), 19);
        QCOMPARE(queryOffers(at(u"is:un^"_s)), QStringList{u"unread"_s});
        QCOMPARE(queryOffers(at(u"newer_than:3^"_s)).first(), u"3h"_s);
        QVERIFY(queryOffers(at(u"after:last^"_s)).contains(u"last-week"_s));
    }

    void every_offer_and_example_is_understood()
    {
        for (const QueryHelp &help : queryHelp()) {
            QVERIFY2(parseQuery(help.example, {}).problems.isEmpty(), qPrintable(help.example));
            QVERIFY(help.sentence.endsWith(u'.'));
            const QString text = help.name + u':';
            for (const QString &offer : queryOffers(queryCompletionAt(text, text.size()))) {
                const ParsedQuery query = parseQuery(text + offer, QueryClock::system());
                QVERIFY2(query.problems.isEmpty() && !query.isEmpty(), qPrintable(text + offer));
            }
        }
        for (const auto &[name, op] : queryOperatorNames())
            QCOMPARE(queryOperatorNamed(name.toUpper()), std::optional(op));
    }

    void any_place_in_any_text_has_an_answer_within_it()
    {
        const QString text = u"(-from:(a OR \"b c\") in:\"x after:last week ) ) “"_s;
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const QString part = text.first(length);
            for (qsizetype cursor = -1; cursor <= length + 1; ++cursor) {
                const QueryCompletion completion = queryCompletionAt(part, cursor);
                QVERIFY(completion.start >= 0 && completion.length >= 0);
                QVERIFY(completion.start + completion.length <= length);
                const CompletedQuery done = completeQuery(part, completion, u"offer"_s);
                QVERIFY(done.cursor >= 0 && done.cursor <= done.text.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(QueryCompletionTest)
#include "querycompletion_test.moc"
