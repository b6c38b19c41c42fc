#include "core/mime/searchtext.h"

#include "core/mime/messageparser.h"
#include "core/search/words.h"

#include "support/processortime.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

SearchText textOf(const QByteArray &message, const SearchTextLimits &limits = {})
{
    const MessageHalves halves = splitMessage(message);
    return readSearchText(halves.header, halves.body, limits);
}

QSet<QByteArray> wordSet(const QString &text)
{
    const QList<QByteArray> words = wordsOf(text, SplitFor::Index);
    return {words.begin(), words.end()};
}

TextHalves skimmed(const QString &html)
{
    TextHalves out;
    skimHtml(html, out);
    return {out.own.simplified(), out.quoted.simplified()};
}

// The text as shown, but for what is not the sender's word: where links of HTML lead, the numbers of lists;
// and the code of PGP.
QString expectedText(const MessageView &view)
{
    static const QRegularExpression code(u"-----BEGIN PGP (?!SIGNED).*\\n-----END PGP [^\\n]*"_s,
                                         QRegularExpression::DotMatchesEverythingOption
                                             | QRegularExpression::InvertedGreedinessOption);
    static const QRegularExpression links(u" <https?:[^>]*>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression numbers(u"^(> )?-?\\d+\\. "_s, QRegularExpression::MultilineOption);
    QString text = view.text;
    text.remove(code);
    if (view.html.isEmpty() && !view.textIsFromHtml)
        return text;
    return text.remove(links).remove(numbers);
}

} // namespace

class SearchTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_word_that_is_shown_is_found()
    {
        QDirIterator files(QStringLiteral(KW_CORPUS), {u"*.eml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        int seen = 0;
        QStringList problems;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray source = file.readAll();
            if (!source.contains('\n'))
                source.replace('\r', '\n'); // as every reader of files does
            const MessageView view = parseMessage(source);
            SearchText found = textOf(source);
            if (found.hasPacked) {
                SearchTextLimits opening;
                opening.opensPacked = true;
                found = textOf(source, opening);
            }
            const QSet<QByteArray> missing
                = wordSet(expectedText(view)) - (wordSet(found.text.own) | wordSet(found.text.quoted));
            if (!missing.isEmpty())
                problems.append(u"%1: %2"_s.arg(
                    file.fileName(),
                    QString::fromUtf8(QByteArrayList(missing.begin(), missing.end()).join(' '))));
            for (const AttachmentInfo &info : view.attachments) {
                if (!info.name.startsWith("unnamed"_L1) && !found.files.contains(info.name)
                    && info.mimeType != "message/rfc822"_L1)
                    problems.append(u"%1: no file %2"_s.arg(file.fileName(), info.name));
            }
            ++seen;
        }
        QCOMPARE_GT(seen, 900);
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void what_the_sender_wrote_and_what_is_quoted_are_apart()
    {
        const SearchText found
            = textOf("Subject: Re: x\n\nmine\n> theirs\n>> older\n\nmine too\n >not one\n");
        QCOMPARE(found.text.own.simplified(), u"mine mine too >not one"_s);
        QCOMPARE(found.text.quoted.simplified(), u"> theirs >> older"_s);
    }

    void flowed_quotes_stay_quotes()
    {
        const SearchText found
            = textOf("Content-Type: text/plain; format=flowed\n\n> long quoted \n> line\nmine \ngoes on\n");
        QCOMPARE(found.text.quoted.simplified(), u"> long quoted line"_s);
        QCOMPARE(found.text.own.simplified(), u"mine goes on"_s);
    }

    void html_alone_gives_its_text()
    {
        const SearchText found
            = textOf("Content-Type: text/html; "
                     "charset=utf-8\n\n<style>p{}</style><p>mine</p><blockquote>theirs<blockquote>older</"
                     "blockquote></blockquote>after");
        QCOMPARE(found.text.own.simplified(), u"mine after"_s);
        QCOMPARE(found.text.quoted.simplified(), u"theirs older"_s);
    }

    // "Your program cannot show this message" and the like.
    void html_is_read_too_where_the_plain_text_says_little()
    {
        const auto message = [](const QByteArray &plain) {
            return "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n" + plain
                + "\n--b\nContent-Type: text/html\n\n<p>whole story</p>\n--b--\n";
        };
        QVERIFY(textOf(message("See the web page.")).text.own.contains("whole story"_L1));
        QVERIFY(!textOf(message(QByteArray("word ").repeated(200))).text.own.contains("whole story"_L1));
    }

    void tags_separate_words_only_where_a_reader_sees_them_apart_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("own");
        QTest::newRow("inline") << u"o<b>n</b>e <i>two</i>"_s << u"one two"_s;
        QTest::newRow("block") << u"one<div>two</div>three<br>four<td>five"_s << u"one two three four five"_s;
        QTest::newRow("word break") << u"Donau<wbr>dampf&shy;schiff"_s << u"Donaudampf\u00adschiff"_s;
        QTest::newRow("comment") << u"a<!-- b > c -->d<!---->e<!-->f"_s << u"adef"_s;
        QTest::newRow("open comment") << u"a<!-- b"_s << u"a"_s;
        QTest::newRow("conditional") << u"a<![if !mso]>b<![endif]><!--[if mso]>c<![endif]-->"_s << u"ab"_s;
        QTest::newRow("script") << u"a<script>if (1<2) '</b>'</SCRIPT >b<style>c"_s << u"a b"_s;
        QTest::newRow("text area") << u"a<textarea> b &amp; <i></textarea>c"_s << u"a b & <i>c"_s;
        QTest::newRow("title") << u"<title>a <b></title>b"_s << u"b"_s;
        QTest::newRow("attributes") << u"<a title='x > y' href=z>a</a><p class=\"<\">b"_s << u"a b"_s;
        QTest::newRow("apostrophe in a tag") << u"<p don't>a</p>b"_s << u"a b"_s;
        QTest::newRow("picture") << u"a <img src=x alt=\"Gr&uuml;n\"> b<img alt=c>"_s << u"a Grün bc"_s;
        QTest::newRow("no tag") << u"1 < 2 <3 </ x>a</>b"_s << u"1 < 2 <3 ab"_s;
        QTest::newRow("cut tag") << u"a<b href='x"_s << u"a"_s;
        QTest::newRow("named") << u"&eacute;&Ccaron;&lstrok;&AMP;&nosuch;&eacutex &amp"_s
                               << u"éČł&&nosuch;éx &"_s;
        QTest::newRow("numbered") << u"&#233;&#xe9;&#x1F600;&#154;&#0;&#xD800;&#;&#x110000;z"_s
                                  << u"éé😀š &#; z"_s;
        QTest::newRow("quotes closed too often") << u"a</blockquote>b"_s << u"a b"_s;
    }
    void tags_separate_words_only_where_a_reader_sees_them_apart()
    {
        QFETCH(QString, html);
        QFETCH(QString, own);
        const TextHalves found = skimmed(html);
        QCOMPARE(found.own, own);
        QCOMPARE(found.quoted, QString());
    }

    void the_code_of_pgp_is_no_words()
    {
        const SearchText found = textOf(
            "Subject: x\n\nbefore\n-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----\nafter\n"
            "-----BEGIN PGP SIGNED MESSAGE-----\n\nsigned\n-----BEGIN PGP SIGNATURE-----\nabcd\n-----END PGP "
            "SIGNATURE-----\n-----BEGIN PGP open\n");
        QVERIFY(!found.text.own.contains("hQEMA0"_L1));
        QVERIFY(!found.text.own.contains("abcd"_L1));
        for (const QLatin1StringView word : {"before"_L1, "after"_L1, "signed"_L1, "open"_L1})
            QVERIFY2(found.text.own.contains(word), qPrintable(QString(word)));
    }

    void what_is_encrypted_stays_so()
    {
        const SearchText found
            = textOf("Subject: ...\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
                     "application/pgp-encrypted\n\nVersion: 1\n"
                     "--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP "
                     "MESSAGE-----\nhQ\n--b--\n");
        QCOMPARE(found.text.own.trimmed(), QString());
        QCOMPARE(found.files, QStringList{u"encrypted.asc"_s});
    }

    void carried_messages_are_part_of_the_text()
    {
        const QByteArray inner = "From: Lars Hansen <lars@example.org>\nSubject: Inner "
                                 "subject\nContent-Type: multipart/mixed; boundary=i\n\n"
                                 "--i\n\ninner text\n> inner quote\n--i\nContent-Type: application/pdf; "
                                 "name=inner.pdf\n\nx\n--i--\n";
        const QByteArray head = "Subject: Outer\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nouter "
                                "text\n--o\nContent-Type: message/rfc822\n";
        for (const QByteArray &message :
             {QByteArray(head + '\n' + inner + "\n--o--\n"),
              QByteArray(head + "Content-Transfer-Encoding: base64\n\n" + inner.toBase64() + "\n--o--\n")}) {
            const SearchText found = textOf(message);
            QCOMPARE(found.header.subject, u"Outer"_s);
            for (const QLatin1StringView words :
                 {"outer text"_L1, "Inner subject"_L1, "Lars Hansen"_L1, "inner text"_L1})
                QVERIFY2(found.text.own.contains(words), qPrintable(QString(words)));
            QVERIFY(found.text.quoted.contains("inner quote"_L1));
            QCOMPARE(found.files, (QStringList{u"Inner subject.eml"_s, u"inner.pdf"_s}));
        }
    }

    void carried_messages_are_limited_in_number_and_depth()
    {
        QByteArray message = "Subject: core\n\ninnermost\n";
        for (int i = 0; i < 30; ++i)
            message
                = "Subject: level" + QByteArray::number(i) + "\nContent-Type: message/rfc822\n\n" + message;
        const SearchText found = textOf(message);
        QVERIFY(found.text.own.contains("level10"_L1));
        QVERIFY(!found.text.own.contains("innermost"_L1));
    }

    void text_beyond_the_limit_is_not_found()
    {
        SearchTextLimits limits;
        limits.maxTextBytes = 1000;
        const QByteArray text = "early " + QByteArray("filler ").repeated(1000) + " late";
        for (const QByteArray &message :
             {QByteArray("Subject: x\n\n" + text),
              QByteArray("Content-Transfer-Encoding: base64\n\n" + text.toBase64())}) {
            const SearchText found = textOf(message, limits);
            QVERIFY(found.text.own.startsWith("early"_L1));
            QVERIFY(!found.text.own.contains("late"_L1));
            QCOMPARE_LE(found.text.own.size(), 1001);
        }
    }

    void hostile_html_costs_no_more_than_its_length()
    {
        for (const QByteArray &piece :
             {QByteArray("<"), QByteArray("<a "), QByteArray("<!--"), QByteArray("<script>"),
              QByteArray("</"), QByteArray("&#"), QByteArray("&a"), QByteArray("<b x="),
              QByteArray("<blockquote>"), QByteArray("<style></s")}) {
            const QString html = QString::fromLatin1(piece.repeated(1'000'000 / piece.size()));
            const int before = processorMs();
            skimmed(html);
            const int ms = processorMs() - before;
            QVERIFY2(ms < 300 * SlowerHere,
                     qPrintable(u"%1: %2 ms"_s.arg(QString::fromLatin1(piece)).arg(ms)));
        }
    }

    void hostile_plain_text_costs_no_more_than_its_length()
    {
        for (const QByteArray &piece :
             {QByteArray("-----BEGIN PGP MESSAGE-----\n"), QByteArray(">\n\n"), QByteArray("\n")}) {
            const QByteArray message = "Subject: x\n\n" + piece.repeated(1'000'000 / piece.size());
            const int before = processorMs();
            textOf(message);
            const int ms = processorMs() - before;
            QVERIFY2(ms < 300 * SlowerHere,
                     qPrintable(u"%1: %2 ms"_s.arg(QString::fromLatin1(piece)).arg(ms)));
        }
    }
};

QTEST_GUILESS_MAIN(SearchTextTest)
#include "searchtext_test.moc"
