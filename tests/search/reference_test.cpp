#include "tests/search/reference/querygenerator.h"

#include "core/search/queryparser.h"
#include "core/search/queryprinting.h"
#include "core/search/words.h"
#include "tests/search/querymaker.h"
#include "tests/search/reference/referencewords.h"

#include <QSet>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

reference::Message message()
{
    reference::Message message;
    message.id = MessageId(1);
    message.date = 1000;
    message.subject = u"Quarterly forecast für Łódź"_s;
    message.from = {u"Anna Becker"_s, u"anna@example.org"_s};
    message.to = {{u"Lars"_s, u"lars@example.org"_s}};
    message.cc = {{{}, u"me@work.example"_s}};
    message.body = u"東京都の会議 and meetings"_s;
    message.quoted = u"earlier words"_s;
    message.files = {u"report.pdf"_s};
    message.flags = quint32(Flag::Seen);
    message.size = 500;
    message.keywords = {u"$label1"_s};
    message.account = AccountId(1);
    message.folderPath = u"Archive/2024"_s;
    return message;
}

SearchContext context()
{
    SearchContext context;
    context.ownAddresses = {u"me@work.example"_s};
    context.tagKeywords = {{u"Important"_s, u"$label1"_s}};
    context.accountNames = {{AccountId(1), {u"work"_s, u"Work"_s, u"me@work.example"_s}}};
    return context;
}

QList<reference::GeneratedMessage> mail(quint32 seed, int count)
{
    reference::MailGenerator generator(seed);
    QList<reference::GeneratedMessage> out;
    for (int i = 0; i < count; ++i)
        out.append(generator.next());
    return out;
}

QList<reference::Message> plain(const QList<reference::GeneratedMessage> &generated)
{
    QList<reference::Message> out;
    for (const auto &one : generated)
        out.append(one.message);
    return out;
}

// As the index would have the pieces.
QStringList cut(const QString &text)
{
    QStringList words;
    for (const reference::Piece &piece : reference::piecesOf(text)) {
        const QList<uint> letters = piece.text.toUcs4();
        for (qsizetype i = 0; piece.kind == reference::Piece::Kind::Run && i < letters.size(); ++i)
            words.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()) + i,
                                           std::min<qsizetype>(2, letters.size() - i)));
        if (piece.kind != reference::Piece::Kind::Run)
            words.append(piece.text);
    }
    return words;
}

QStringList split(const QString &text)
{
    QStringList words;
    for (const QByteArray &word : wordsOf(text, SplitFor::Index))
        words.append(QString::fromUtf8(word));
    return words;
}

} // namespace

class ReferenceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_message_is_found_by_what_it_has()
    {
        for (const QString &query : {u""_s,
                                     u"quart"_s,
                                     u"FUR lodz"_s,
                                     u"\"quarterly forecast\""_s,
                                     u"from:becker"_s,
                                     u"from:anna@example.org"_s,
                                     u"to:lars to:me cc:work"_s,
                                     u"京都"_s,
                                     u"会"_s,
                                     u"\"会議 and\""_s,
                                     u"meet"_s,
                                     u"filename:report"_s,
                                     u"is:read -is:unread -is:starred is:tagged"_s,
                                     u"tag:important tag:$LABEL1"_s,
                                     u"in:2024"_s,
                                     u"in:archive/2024"_s,
                                     u"in:work/Archive/2024"_s,
                                     u"account:wor"_s,
                                     u"larger:499 smaller:501"_s,
                                     u"after:@1000 before:@1001"_s,
                                     u"nothing OR anna"_s,
                                     u"-nothing"_s,
                                     u"report.pdf"_s})
            QVERIFY2(matches(message(), parseQuery(query, {}).root, context()), qPrintable(query));
    }

    void and_not_by_what_it_has_not()
    {
        for (const QString &query : {u"uarterly"_s,
                                     u"\"quart\""_s,
                                     u"\"forecast quarterly\""_s,
                                     u"from:lars"_s,
                                     u"cc:lars"_s,
                                     u"from:me"_s,
                                     u"京東"_s,
                                     u"\"京 会\""_s,
                                     u"\"meet\""_s,
                                     u"body:quarterly"_s,
                                     u"earlier"_s,
                                     u"is:unread"_s,
                                     u"has:attachment"_s,
                                     u"tag:later"_s,
                                     u"in:archive"_s,
                                     u"account:home"_s,
                                     u"larger:500"_s,
                                     u"smaller:500"_s,
                                     u"after:@1001"_s,
                                     u"before:@1000"_s,
                                     u"quarterly -forecast"_s,
                                     u"-()"_s})
            QVERIFY2(!matches(message(), parseQuery(query, {}).root, context()), qPrintable(query));
        SearchContext withQuoted = context();
        withQuoted.quotedText = true;
        QVERIFY(matches(message(), parseQuery(u"earlier"_s, {}).root, withQuoted));
    }

    void the_newest_comes_first()
    {
        QList<reference::Message> three(3, message());
        three[0].id = MessageId(1);
        three[1].id = MessageId(3);
        three[2].id = MessageId(2);
        three[2].date = 2000;
        QCOMPARE(reference::search(three, word(u"anna"_s), {}),
                 (QList{MessageId(2), MessageId(3), MessageId(1)}));
    }

    // Written twice, to find what is wrong in one of them.
    void it_cuts_words_as_the_product_does()
    {
        for (const auto &one : mail(1, 1500)) {
            for (const QString &text : {one.message.subject, one.message.body, one.message.quoted,
                                        reference::line(one.message.to), one.message.files.join(u'\n')}) {
                if (split(text) != cut(text))
                    qWarning() << text << split(text) << cut(text);
                QCOMPARE(split(text), cut(text));
            }
        }
    }

    void every_character_is_the_same_to_both()
    {
        for (char32_t c = 1; c < 0xF0000; ++c) {
            if (QChar::isSurrogate(c) || QChar::category(c) == QChar::Other_NotAssigned
                || (c > 0x20100 && c < 0xE0000))
                continue;
            for (const QString &around : {u"a%1b"_s, u"京%1都"_s}) {
                const QString text = around.arg(QString::fromUcs4(&c, 1));
                if (split(text) != cut(text))
                    qWarning("U+%04X", uint(c));
                QCOMPARE(split(text), cut(text));
            }
        }
    }

    void every_generated_message_is_found_by_its_own_word_alone()
    {
        const auto generated = mail(2, 420);
        const auto messages = plain(generated);
        QSet<QString> languages;
        for (const auto &one : generated) {
            languages.insert(one.language);
            const ParsedQuery query = parseQuery(one.ownWord, {});
            QVERIFY(query.problems.isEmpty());
            const QList<MessageId> found = reference::search(messages, query.root, {});
            if (found != QList{one.message.id})
                qWarning() << one.language << one.ownWord << one.message.subject << one.message.body;
            QCOMPARE(found, QList{one.message.id});
        }
        QCOMPARE(languages.size(), 14);
    }

    void generated_queries_are_varied_and_readable()
    {
        const auto messages = plain(mail(3, 200));
        const SearchContext context = reference::MailGenerator(3).context();
        reference::QueryGenerator generator(3, messages, context);
        int finding = 0;
        QSet<QString> texts;
        for (int i = 0; i < 1000; ++i) {
            const reference::GeneratedQuery query = generator.next();
            const ParsedQuery read = parseQuery(query.text, {});
            if (!read.problems.isEmpty() || read.root != query.node)
                qWarning() << query.text;
            QVERIFY(read.problems.isEmpty());
            QVERIFY(read.root == query.node);
            texts.insert(query.text);
            const qsizetype found = reference::search(messages, query.node, context).size();
            finding += found > 0 && found < messages.size() ? 1 : 0;
        }
        QVERIFY2(finding > 500, qPrintable(QString::number(finding)));
        QVERIFY2(texts.size() > 800, qPrintable(QString::number(texts.size())));
    }

    void the_same_seed_gives_the_same()
    {
        const auto messages = plain(mail(4, 50));
        const SearchContext context = reference::MailGenerator(4).context();
        reference::QueryGenerator one(4, messages, context);
        reference::QueryGenerator two(4, plain(mail(4, 50)), context);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(one.next().text, two.next().text);
    }
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
