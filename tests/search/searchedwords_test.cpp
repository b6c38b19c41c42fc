#include "core/search/searchedwords.h"

#include "core/search/queryparser.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

QList<SearchedWords> wordsOfQuery(const QString &query)
{
    return wordsToHighlight(parseQuery(query, {}).root);
}

// The text with what is marked in brackets.
QString marked(const QString &text, const QString &query)
{
    QString out = text;
    const QList<TextRange> ranges = searchedRanges(text, wordsOfQuery(query));
    for (auto it = ranges.crbegin(); it != ranges.crend(); ++it)
        out.insert(it->start + it->length, u']').insert(it->start, u'[');
    return out;
}

} // namespace

class SearchedWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_not_to_be_found_is_left_out()
    {
        const QList<SearchedWords> words
            = wordsOfQuery(u"Straße -spam (from:anna OR NOT (a \"b c\")) is:unread"_s);
        QCOMPARE(words.size(), 2);
        QCOMPARE(words.at(0), (SearchedWords{SearchField::Any, {u"strasse"_s}, true}));
        QCOMPARE(words.at(1), (SearchedWords{SearchField::From, {u"anna"_s}, true}));
    }

    void words_of_a_phrase_stay_together_and_others_do_not()
    {
        QCOMPARE(wordsOfQuery(u"\"red apple\""_s),
                 QList{SearchedWords({SearchField::Any, {u"red"_s, u"apple"_s}, false})});
        QCOMPARE(wordsOfQuery(u"red-apple is"_s),
                 (QList{SearchedWords({SearchField::Any, {u"red"_s, u"apple"_s}, true}),
                        SearchedWords({SearchField::Any, {u"is"_s}, false})}));
        QCOMPARE(wordsOfQuery(u"is"_s), QList{SearchedWords({SearchField::Any, {u"is"_s}, true})});
        QCOMPARE(wordsOfQuery(u"東京都"_s),
                 QList{SearchedWords({SearchField::Any, {u"東京"_s, u"京都"_s}, true})});
    }

    void beginnings_are_marked_with_their_words()
    {
        QCOMPARE(marked(u"The meetings meet; unmeet."_s, u"meet"_s), u"The [meetings] [meet]; unmeet."_s);
        QCOMPARE(marked(u"The meetings meet."_s, u"\"meet\""_s), u"The meetings [meet]."_s);
        QCOMPARE(marked(u"A red, apple is a red pear."_s, u"\"red apple\""_s),
                 u"A [red, apple] is a red pear."_s);
        QCOMPARE(marked(u"nothing here"_s, u"is:unread"_s), u"nothing here"_s);
    }

    void accents_widths_and_scripts_are_marked_where_they_stand()
    {
        QCOMPARE(marked(u"Die STRASSE, die Straße"_s, u"strasse"_s), u"Die [STRASSE], die [Straße]"_s);
        QCOMPARE(marked(u"cafe\u0301 au lait"_s, u"cafe"_s), u"[cafe\u0301] au lait"_s);
        QCOMPARE(marked(u"ＡＢＣ abc"_s, u"abc"_s), u"[ＡＢＣ] [abc]"_s);
        QCOMPARE(marked(u"新しい東京都庁です"_s, u"東京都"_s), u"新しい[東京都]庁です"_s);
        QCOMPARE(marked(u"東京"_s, u"京"_s), u"東[京]"_s);
        QCOMPARE(marked(u"京都"_s, u"京"_s), u"[京]都"_s);
        QCOMPARE(marked(u"ﾃﾞｰﾀです"_s, u"データ"_s), u"[ﾃﾞｰﾀ]です"_s);
        QCOMPARE(marked(u"שָׁלוֹם לך"_s, u"שלום"_s), u"[שָׁלוֹם] לך"_s);
    }
};

QTEST_GUILESS_MAIN(SearchedWordsTest)
#include "searchedwords_test.moc"
