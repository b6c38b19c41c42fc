#include "core/compose/signatureblock.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const Signature Anna{u"Anna Becker\nExample Ltd"_s, {}};
const Signature Sales{u"Sales"_s, {}};
const Signature Rich{u"Anna"_s, u"<p><b>Anna</b></p>"_s};

Draft answer(const QString &text, const QString &html = {})
{
    Draft draft;
    draft.act = DraftAct::Reply;
    draft.text = text;
    draft.html = html;
    return draft;
}

constexpr auto Quote = "On Monday, Lars wrote:\n> Hello\n> there\n"_L1;
constexpr auto HtmlQuote
    = "<p>On Monday, Lars wrote:</p>\n<blockquote type=\"cite\"><p>Hello</p></blockquote>"_L1;

} // namespace

class SignatureBlockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_new_message_ends_with_it()
    {
        QCOMPARE(withSignature({}, Anna, SignaturePlace::AboveQuote).text,
                 u"\n\n-- \nAnna Becker\nExample Ltd"_s);
        QCOMPARE(withSignature(answer(u"Hello\n"_s), Anna, SignaturePlace::AtEnd).text,
                 u"Hello\n\n-- \nAnna Becker\nExample Ltd"_s);
    }

    void in_an_answer_it_stands_above_or_below_the_quote()
    {
        QCOMPARE(withSignature(answer(Quote), Sales, SignaturePlace::AboveQuote).text,
                 u"\n\n-- \nSales\n\n"_s + Quote);
        QCOMPARE(withSignature(answer(Quote), Sales, SignaturePlace::AtEnd).text,
                 u"On Monday, Lars wrote:\n> Hello\n> there\n\n\n\n-- \nSales"_s);
        QCOMPARE(withSignature(answer(u"> bare\n"_s), Sales, SignaturePlace::AboveQuote).text,
                 u"\n\n-- \nSales\n\n> bare\n"_s);
        QCOMPARE(withSignature(answer(u"-------- Forwarded message --------\nSubject: x\n"_s), Sales,
                               SignaturePlace::AboveQuote)
                     .text,
                 u"\n\n-- \nSales\n\n-------- Forwarded message --------\nSubject: x\n"_s);
    }

    void html_likewise()
    {
        const QString block = u"<div class=\"moz-signature\">-- <br>"_s;
        const QString above = withSignature(answer({}, HtmlQuote), Rich, SignaturePlace::AboveQuote).html;
        QVERIFY(above.startsWith("<p><br></p>\n"_L1 + block));
        QVERIFY(above.contains("<b>Anna</b>"_L1));
        QVERIFY(above.endsWith(HtmlQuote));
        const QString below = withSignature(answer({}, HtmlQuote), Rich, SignaturePlace::AtEnd).html;
        QVERIFY(below.startsWith(HtmlQuote));
        QVERIFY(below.indexOf(block) > 0);
        QVERIFY(withSignature(answer({}, HtmlQuote), Anna, SignaturePlace::AtEnd)
                    .html.contains("Anna Becker<br>"_L1));
        QVERIFY(withSignature(answer({}, HtmlQuote), Rich, SignaturePlace::AtEnd).text.isEmpty());
    }

    void its_html_does_no_harm()
    {
        const QString html
            = signatureHtml({{}, u"<script>x()</script><img src=\"https://e.org/p.gif\"><i onclick=x>A"_s});
        QVERIFY(!html.contains("script"_L1));
        QVERIFY(!html.contains("onclick"_L1));
        QVERIFY(!html.contains("https"_L1));
        QVERIFY(html.contains("<i>A</i>"_L1));
        QCOMPARE(signatureText({{}, u"<p>A<br>B</p>"_s}), u"-- \nA\nB"_s);
    }

    void an_empty_one_changes_nothing()
    {
        const Draft draft = answer(Quote);
        QCOMPARE(withSignature(draft, {}, SignaturePlace::AboveQuote), draft);
        Draft redirected;
        redirected.act = DraftAct::Redirect;
        QCOMPARE(withSignature(redirected, Anna, SignaturePlace::AtEnd), redirected);
    }

    void another_identity_brings_its_own()
    {
        Draft draft = withSignature(answer(Quote), Anna, SignaturePlace::AboveQuote);
        draft.text.prepend("Hello Lars,"_L1);
        const Draft other = withSignatureExchanged(draft, Anna, Sales, SignaturePlace::AboveQuote);
        QCOMPARE(other.text, u"Hello Lars,\n\n-- \nSales\n\n"_s + Quote);
        QCOMPARE(withSignatureExchanged(other, Sales, Anna, SignaturePlace::AboveQuote), draft);
        QCOMPARE(withSignatureExchanged(other, Sales, {}, SignaturePlace::AboveQuote).text,
                 u"Hello Lars,\n\n"_s + Quote);
        QCOMPARE(withSignatureExchanged(answer(Quote), {}, Sales, SignaturePlace::AboveQuote).text,
                 u"\n\n-- \nSales\n\n"_s + Quote);
        Draft html = withSignature(answer({}, HtmlQuote), Rich, SignaturePlace::AboveQuote);
        QCOMPARE(withSignatureExchanged(withSignatureExchanged(html, Rich, Sales, SignaturePlace::AboveQuote),
                                        Sales, Rich, SignaturePlace::AboveQuote),
                 html);
    }

    void one_that_was_changed_stays()
    {
        Draft draft = withSignature({}, Anna, SignaturePlace::AtEnd);
        draft.text += ", Kiel"_L1;
        QCOMPARE(withSignatureExchanged(draft, Anna, Sales, SignaturePlace::AtEnd), draft);
        // Words of others are none of ours.
        const Draft quoted = answer(u"> -- \n> Anna Becker\n> Example Ltd\n"_s);
        QCOMPARE(withSignatureExchanged(quoted, Anna, Sales, SignaturePlace::AtEnd), quoted);
    }
};

QTEST_GUILESS_MAIN(SignatureBlockTest)
#include "signatureblock_test.moc"
