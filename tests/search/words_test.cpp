#include "core/search/words.h"

#include "tests/search/reference/languages.h"

#include <QTest>

#include <random>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

QStringList split(const QString &text, SplitFor purpose = SplitFor::Index)
{
    QStringList out;
    for (const QByteArray &word : wordsOf(text, purpose))
        out.append(QString::fromUtf8(word));
    return out;
}

QStringList splitOctets(const QByteArray &octets)
{
    QStringList out;
    splitWords(octets, SplitFor::Index, [&out](const Word &word) {
        out.append(QString::fromUtf8(word.text));
        return true;
    });
    return out;
}

bool isWithin(const QStringList &wanted, const QStringList &words)
{
    return std::search(words.cbegin(), words.cend(), wanted.cbegin(), wanted.cend()) != words.cend();
}

// As the index finds a query's words: in this order, the last one perhaps as a beginning.
bool isFound(const QString &query, const QString &text)
{
    QStringList wanted = split(query, SplitFor::Query);
    const QStringList words = split(text);
    if (!endsWithSingle(composedUtf8(query)))
        return !wanted.isEmpty() && isWithin(wanted, words);
    const QString last = wanted.takeLast();
    for (qsizetype i = wanted.size(); i < words.size(); ++i) {
        if (words.at(i).startsWith(last) && words.mid(i - wanted.size(), wanted.size()) == wanted)
            return true;
    }
    return false;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letters_and_digits_make_words()
    {
        QCOMPARE(split(u"Hello, World! 42 a_b e-mail AT&T don't 10:30"_s),
                 (QStringList{u"hello"_s, u"world"_s, u"42"_s, u"a"_s, u"b"_s, u"e"_s, u"mail"_s, u"at"_s,
                              u"t"_s, u"don"_s, u"t"_s, u"10"_s, u"30"_s}));
        QCOMPARE(split(u""_s), QStringList());
        QCOMPARE(split(u"…—!?"_s), QStringList());
    }

    void case_accents_and_special_letters_do_not_count()
    {
        const QList<std::pair<QString, QString>> same{
            {u"Straße"_s, u"strasse"_s}, {u"STRAẞE"_s, u"strasse"_s},
            {u"Łódź"_s, u"lodz"_s},      {u"Ærøskøbing"_s, u"aeroskobing"_s},
            {u"cœur"_s, u"coeur"_s},     {u"İSTANBUL"_s, u"istanbul"_s},
            {u"ışık"_s, u"isik"_s},      {u"Ðorđe"_s, u"dorde"_s},
            {u"Þór"_s, u"thor"_s},       {u"ёлка"_s, u"елка"_s},
            {u"Йод"_s, u"иод"_s},        {u"ΛΌΓΟΣ"_s, u"λογοσ"_s},
            {u"λόγος"_s, u"λογοσ"_s},    {u"ὀξύς"_s, u"οξυσ"_s},
            {u"ﬁnﬂuß"_s, u"finfluss"_s}, {u"ＡＢＣ１２"_s, u"abc12"_s},
            {u"Việt"_s, u"viet"_s},      {u"ﬀ"_s, u"ff"_s},
            {u"مُرَاجَعَة"_s, u"مراجعة"_s},  {u"أحمد"_s, u"احمد"_s},
            {u"כתִיב"_s, u"כתיב"_s},      {u"שָׁלוֹם"_s, u"שלום"_s},
            {u"كتــــاب"_s, u"كتاب"_s},  {u"x²"_s, u"x2"_s},
            {u"㈱"_s, u"株"_s},          {u"naïve"_s, u"naive"_s}};
        for (const auto &[written, folded] : same) {
            QCOMPARE(split(written), QStringList{folded});
            QCOMPARE(split(written.normalized(QString::NormalizationForm_D)), QStringList{folded});
        }
    }

    void marks_that_make_another_letter_count()
    {
        QVERIFY(split(u"か"_s) != split(u"が"_s));
        QVERIFY(split(u"हिन्दी"_s) != split(u"हनद"_s));
        QCOMPARE(split(u"हिन्दी"_s).size(), 1);
        QCOMPARE(split(u"안녕하세요"_s.normalized(QString::NormalizationForm_D)),
                 QStringList{u"안녕하세요"_s});
    }

    void what_joins_or_parts_invisibly_is_within_a_word()
    {
        QCOMPARE(split(u"Donau\u00ADdampf\u200Bschiff"_s), QStringList{u"donaudampfschiff"_s});
        QCOMPARE(split(u"می\u200Cخواهم"_s), QStringList{u"میخواهم"_s});
        QCOMPARE(split(u"\uFEFFword\u2060\u200E"_s), QStringList{u"word"_s});
        QCOMPARE(split(u"東\u200B京"_s), split(u"東京"_s));
        QCOMPARE(split(u"a\u202Eb"_s), (QStringList{u"a"_s, u"b"_s}));
    }

    void punctuation_among_accents_parts_words()
    {
        QCOMPARE(split(u"בית־ספר"_s), (QStringList{u"בית"_s, u"ספר"_s}));
        QCOMPARE(split(u"א׃ב"_s), (QStringList{u"א"_s, u"ב"_s}));
        QCOMPARE(split(u"ٱلۡحَمۡدُ"_s), split(u"ٱلحمد"_s));
        QCOMPARE(split(u"葛\U000E0100城市"_s), split(u"葛城市"_s)); // a variant of the character, in names
    }

    void each_emoji_is_a_word()
    {
        QCOMPARE(split(u"ok🎉🎉👍🏽"_s), (QStringList{u"ok"_s, u"🎉"_s, u"🎉"_s, u"👍"_s, u"🏽"_s}));
        QCOMPARE(split(u"☀\uFE0F"_s), QStringList{u"☀"_s});
        QCOMPARE(split(u"👩\u200D💻"_s), (QStringList{u"👩"_s, u"💻"_s}));
    }

    void scripts_without_blanks_fall_into_pairs()
    {
        QCOMPARE(split(u"東京都"_s), (QStringList{u"東京"_s, u"京都"_s, u"都"_s}));
        QCOMPARE(split(u"東京都"_s, SplitFor::Query), (QStringList{u"東京"_s, u"京都"_s}));
        QCOMPARE(split(u"京"_s, SplitFor::Query), QStringList{u"京"_s});
        QCOMPARE(split(u"iPhone手機a"_s), (QStringList{u"iphone"_s, u"手機"_s, u"機"_s, u"a"_s}));
        QCOMPARE(split(u"手機a"_s, SplitFor::Query), (QStringList{u"手機"_s, u"機"_s, u"a"_s}));
        QCOMPARE(split(u"ขอ"_s), (QStringList{u"ขอ"_s, u"อ"_s}));
        QCOMPARE(split(u"𠮷野"_s), (QStringList{u"𠮷野"_s, u"野"_s}));
    }

    void every_part_of_a_run_is_found()
    {
        for (const QString &run : {u"東京都庁前駅の会議"_s, u"ありがとうございますデータパーティー"_s,
                                   u"ขอบคุณกรุงเทพน้ำ"_s, u"𠮷野家大好"_s, u"ភាសាខ្មែរ"_s}) {
            const QString composed = run.normalized(QString::NormalizationForm_KC);
            const QList<uint> letters = composed.toUcs4();
            for (qsizetype from = 0; from < letters.size(); ++from) {
                for (qsizetype length = 1; from + length <= letters.size(); ++length) {
                    const QString part = QString::fromUcs4(
                        reinterpret_cast<const char32_t *>(letters.constData()) + from, length);
                    for (const QString &text : {run, u"x "_s + run + u"、y"_s, u"abc"_s + run + u"🎉"_s})
                        QVERIFY2(isFound(part, text), qPrintable(part));
                }
            }
            QVERIFY(!isFound(u"京東"_s, run));
        }
    }

    void phrases_over_runs_and_words_keep_their_distance()
    {
        const QString text = u"昨日 iPhone手機を買った。Thanks 東京"_s;
        for (const QString &query : {u"iPhone手機"_s, u"手機を買"_s, u"買った。Thanks"_s, u"た thanks 東"_s,
                                     u"日 iphone 手"_s, u"昨日 IPHONE手機を買ったThanks東京"_s})
            QVERIFY2(isFound(query, text), qPrintable(query));
        for (const QString &query : {u"手機 買"_s, u"iphone 機"_s, u"買 thanks"_s, u"昨 iphone"_s})
            QVERIFY2(!isFound(query, text), qPrintable(query));
    }

    void words_of_every_language_are_found_in_its_sentences()
    {
        for (const reference::Language &language : reference::languages()) {
            const QString text = language.words.join(language.blank);
            for (const QString &word : language.words) {
                if (!split(word).isEmpty())
                    QVERIFY2(isFound(word, text), qPrintable(language.name + u": "_s + word));
            }
        }
    }

    void places_are_octets_of_what_was_given()
    {
        const QByteArray octets = u"Die Straße, 東京都!"_s.toUtf8();
        QStringList places;
        splitWords(octets, SplitFor::Index, [&](const Word &word) {
            places.append(QString::fromUtf8(octets.sliced(word.start, word.end - word.start)));
            return true;
        });
        QCOMPARE(places, (QStringList{u"Die"_s, u"Straße"_s, u"東京"_s, u"京都"_s, u"都"_s}));
    }

    void broken_octets_part_words()
    {
        QCOMPARE(splitOctets("ab\xFF\x63\x64"), (QStringList{u"ab"_s, u"cd"_s}));
        QCOMPARE(splitOctets("ab\xC3"), QStringList{u"ab"_s});
        QCOMPARE(splitOctets("\xE6\x9D"
                             "ab"),
                 QStringList{u"ab"_s});
        QCOMPARE(splitOctets("a\xED\xA0\x80"
                             "b"),
                 (QStringList{u"a"_s, u"b"_s})); // a surrogate
        QCOMPARE(splitOctets("a\xF4\x90\x80\x80"
                             "b"),
                 (QStringList{u"a"_s, u"b"_s})); // beyond Unicode
        QCOMPARE(splitOctets(QByteArray("a\0b", 3)), (QStringList{u"a"_s, u"b"_s}));
    }

    void any_octets_give_words_at_places_within_them()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray octets;
            for (int i = 0, n = int(random() % 40); i < n; ++i)
                octets += char(random() % 3 == 0 ? 'a' + random() % 26 : random());
            qsizetype before = 0;
            splitWords(octets, SplitFor::Index, [&](const Word &word) {
                const bool isSound = word.start >= before && word.end > word.start
                    && word.end <= octets.size() && !word.text.isEmpty()
                    && QString::fromUtf8(word.text).toUtf8() == word.text;
                if (!isSound)
                    QTest::qFail("a word is not where it should be", __FILE__, __LINE__);
                before = word.start;
                return true;
            });
        }
    }

    void what_is_too_long_for_a_word_is_found_by_its_beginning()
    {
        for (const QString &letter : {u"x"_s, u"ж"_s, u"ह"_s, u"ß"_s}) {
            const QString text = letter.repeated(200);
            const QStringList indexed = split(text);
            QCOMPARE(indexed.size(), 1);
            QVERIFY(indexed.first().toUtf8().size() <= 72);
            for (const qsizetype length : {1, 10, 24, 36, 37, 72, 73, 150, 200})
                QVERIFY(indexed.first().startsWith(split(text.first(length), SplitFor::Query).first()));
            QCOMPARE(split(text, SplitFor::Query), indexed);
        }
        QCOMPARE(split(QString(100, u'x') + u" y"_s).last(), u"y"_s);
    }

    void who_listens_may_end_it()
    {
        int words = 0;
        splitWords("a b c", SplitFor::Index, [&words](const Word &) { return ++words < 2; });
        QCOMPARE(words, 2);
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
