#include "core/mime/html/htmlsanitizer.h"

#include "htmljudge.h"
#include "support/processortime.h"
#include "tests/mime/htmlattacks.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class HtmlSanitizerTest : public QObject
{
    Q_OBJECT

    // Both judges: what a parser finds, and what must not be there to the letter.
    static QString harm(const QString &safe)
    {
        // Every tag is written as <name a="b" c="d">, so that these patterns see all there is.
        static const QRegularExpression letter(
            u"<script|<!|<style|<svg|<math|<[a-z0-9]+( [a-z]+=\"[^\"]*\")* (on|(?!href)[a-z]+=\"[^\"]*(https?:|//))"_s,
            QRegularExpression::CaseInsensitiveOption);
        const auto found = letter.match(safe);
        return found.hasMatch() ? found.captured() : harmIn(safe);
    }

private Q_SLOTS:
    void no_attack_gets_through_data()
    {
        QTest::addColumn<QString>("html");
        for (const char *attack : htmlAttacks())
            QTest::newRow(attack) << QString::fromUtf8(attack);
        QTest::newRow("NUL in a name") << u"<scr\0ipt>1</scr\0ipt><img src=x on\0error=1>"_s;
    }
    void no_attack_gets_through()
    {
        QFETCH(QString, html);
        const QString alone = sanitizeHtml(html).html;
        QVERIFY2(harm(alone).isEmpty(), qPrintable(harm(alone) + u" in "_s + alone));
        // Between other text, and read twice.
        const QString amid = sanitizeHtml(u"<div title=\"x\">before "_s + html + u" after</div>"_s).html;
        QVERIFY2(harm(amid).isEmpty(), qPrintable(harm(amid) + u" in "_s + amid));
        const QString twice = sanitizeHtml(amid).html;
        QVERIFY2(harm(twice).isEmpty(), qPrintable(harm(twice) + u" in "_s + twice));
    }

    void no_mixture_of_pieces_gets_through()
    {
        const QStringList pieces{u"<"_s,           u">"_s,        u"</"_s,       u"<!--"_s,  u"-->"_s,
                                 u"\""_s,          u"'"_s,        u"="_s,        u" "_s,     u"a"_s,
                                 u"p"_s,           u"svg"_s,      u"math"_s,     u"style"_s, u"script"_s,
                                 u"img"_s,         u"/"_s,        u"src"_s,      u"td"_s,    u"table"_s,
                                 u"title"_s,       u"x"_s,        u"onerror"_s,  u"href"_s,  u"http://e/"_s,
                                 u"javascript:"_s, u"&lt;"_s,     u"&#34;"_s,    u"\n"_s,    u"select"_s,
                                 u"url("_s,        u";"_s,        u"textarea"_s, u"<p "_s,   u"<img "_s,
                                 u"<a href="_s,    u"style=\""_s, u"color:"_s};
        QRandomGenerator random(7); // the same every run
        for (int run = 0; run < 20'000; ++run) {
            QString html;
            for (int i = 0; i < 20; ++i)
                html += pieces[random.bounded(pieces.size())];
            const QString safe = sanitizeHtml(html).html;
            QVERIFY2(harmIn(safe).isEmpty(), qPrintable(html + u" gives "_s + safe));
        }
    }

    void remote_loads_are_counted_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<int>("count");
        QTest::newRow("none")
            << u"<img src=cid:a><img src='data:image/png;base64,AA=='><a href=http://x>x</a>"_s << 0;
        QTest::newRow("images") << u"<img src=http://x/1><img src=https://x/2 srcset='https://x/3 2x'>"_s
                                << 2;
        QTest::newRow("backgrounds") << u"<table background=http://x><tr><td style='background:url(//x)'>"_s
                                     << 2;
        QTest::newRow("style sheet")
            << u"<style>@import url(http://x); a{b:url('http://y')} c{d:url(data:x)}</style>"_s << 2;
        QTest::newRow("frames and films")
            << u"<iframe src=http://x></iframe><video poster=http://x><source src=http://y></video>"_s << 3;
    }
    void remote_loads_are_counted()
    {
        QFETCH(QString, html);
        QTEST(sanitizeHtml(html).remoteResources, "count");
    }

    void a_newsletter_keeps_its_looks()
    {
        const QString html
            = u"<html><head><title>News</title><style>.x{color:red}</style></head><body bgcolor=\"#eeeeee\" "
              u"text=black>"
              "<table width=600 cellpadding=0 cellspacing=0 align=center bgcolor=#ffffff><tr><td "
              "style=\"padding:10px 20px;"
              "font-family:'Segoe UI', Arial, "
              "sans-serif;font-size:14px;color:#333333;mso-line-height-rule:exactly;border-left:1px solid "
              "#ccc\">"
              "<h1 style=color:rgb(10,20,30)>Hello</h1><p>Text &amp; more &ndash; "
              "caf&eacute;<br>next<p>second"
              "<font color=red size=+1 face=Arial>red</font><center><a "
              "href='https://example.org/?a=1&b=2&copy=3' target=_blank class=btn>Go</a></center>"
              "<ul><li>one<li>two</ul><img src='cid:logo@x' width=100 alt=Logo><img src=https://example.org/pixel.gif alt=\"\"></table></body></html>"_s;
        const SanitizedHtml safe = sanitizeHtml(html);
        QVERIFY(harm(safe.html).isEmpty());
        QVERIFY(!safe.cut);
        QCOMPARE(safe.remoteResources, 1);
        for (const char *kept :
             {"<div style=\"background-color: #eeeeee; color: black\">", "<table width=\"600\"",
              "bgcolor=\"#ffffff\"", "padding: 10px 20px",
              "font-family: &#39;Segoe UI&#39;, Arial, sans-serif", "color: rgb(10,20,30)",
              "border-left: 1px solid #ccc", "Text &amp; more – café<br>next",
              "<font color=\"red\" size=\"+1\" face=\"Arial\">",
              "href=\"https://example.org/?a=1&amp;b=2&amp;copy=3\"", "<li>one", "src=\"cid:logo@x\""}) {
            const QString wanted = QString::fromUtf8(kept).replace("&#39;"_L1, "'"_L1);
            QVERIFY2(safe.html.contains(wanted), qPrintable(wanted + u" is missing in "_s + safe.html));
        }
        QVERIFY(!safe.html.contains("News"_L1));
        QVERIFY(!safe.html.contains("mso-"_L1));
    }

    void style_sheets_are_written_into_their_elements_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("written");
        const QString p = u"<p class=\"a b\" id=i>x</p>"_s;
        QTest::newRow("type") << u"p{color:red}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("class") << u".b{color:red}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("two classes") << u"p.a.b{color:red}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("another class") << u".c{color:red}"_s << p << u"<p>"_s;
        QTest::newRow("id") << u"#i{color:red}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("list") << u"h1 , p {color:red}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("the weaker first") << u"#i{color:blue}.a{color:green}p{color:red}"_s << p
                                          << u"<p style=\"color: red; color: green; color: blue\">"_s;
        QTest::newRow("its own last") << u"p{color:red}"_s << u"<p style=\"color:blue\">x"_s
                                      << u"<p style=\"color: red; color: blue\">"_s;
        QTest::newRow("descendant") << u"div p{color:red}"_s << u"<div><span><p>x"_s
                                    << u"<p style=\"color: red\">"_s;
        QTest::newRow("no descendant") << u"td p{color:red}"_s << u"<div><p>x"_s << u"<div><p>"_s;
        QTest::newRow("child") << u"div>p{color:red}"_s << u"<div><p>x"_s << u"<p style=\"color: red\">"_s;
        QTest::newRow("no child") << u"div > p{color:red}"_s << u"<div><section><p>x"_s << u"<section><p>"_s;
        QTest::newRow("attribute") << u"p[align=\"left\"]{color:red}"_s << u"<p align=left>x"_s
                                   << u"<p align=\"left\" style=\"color: red\">"_s;
        QTest::newRow("hovering is not looks") << u"p:hover{color:red}"_s << p << u"<p>"_s;
        QTest::newRow("wide screens")
            << u"@media screen and (min-width:480px){p{color:red}}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("phones") << u"@media (max-width:480px){p{color:red}}p{margin:0}"_s << p
                                << u"<p style=\"margin: 0\">"_s;
        QTest::newRow("the dark") << u"@media (prefers-color-scheme:dark){p{color:red}}"_s << p << u"<p>"_s;
        QTest::newRow("comments") << u"/* { */ p /*}*/ {color:/*x*/red}"_s << p
                                  << u"<p style=\"color: red\">"_s;
        QTest::newRow("in a comment of HTML")
            << u"<!-- p{color:red} -->"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("what is forbidden stays so")
            << u"p{position:fixed;color:red;behavior:url(x)}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("a picture behind") << u"p{background:#fff url('http://x/a.png') no-repeat}"_s << p
                                          << u"<p kwback=\"0\" style=\"background: #fff no-repeat\">"_s;
        QTest::newRow("after nonsense") << u"}} ; p{color:red}"_s << p << u"<p style=\"color: red\">"_s;
        QTest::newRow("fonts and more") << u"@font-face{src:url(http://x)} @import 'x'; p{color:red}"_s << p
                                        << u"<p style=\"color: red\">"_s;
    }
    void style_sheets_are_written_into_their_elements()
    {
        QFETCH(QString, css);
        QFETCH(QString, html);
        QFETCH(QString, written);
        const QString safe = sanitizeHtml(u"<style>"_s + css + u"</style>"_s + html).html;
        QVERIFY2(safe.contains(written), qPrintable(safe));
        QVERIFY2(harm(safe).isEmpty(), qPrintable(harm(safe)));
    }

    void what_is_on_the_network_has_a_place_and_a_kind()
    {
        const SanitizedHtml safe = sanitizeHtml(
            u"<img src='http://x.example/a b.png' width=100><img src=//y.example/p.gif width=1 height=1>"
            "<img src=https://z.example/q.gif style='display:none'><img src=rel.png>"
            "<table background='https://w.example/back.png'><tr><td width=100%>x</table>"
            "<img src=https://user:pw@v.example/ alt=no>"_s);
        QCOMPARE(safe.remote.size(), 4);
        QCOMPARE(safe.remote[0].url, u"http://x.example/a%20b.png"_s);
        QCOMPARE(safe.remote[0].kind, RemoteContent::Kind::Picture);
        QCOMPARE(safe.remote[1].url, u"https://y.example/p.gif"_s);
        QCOMPARE(safe.remote[1].kind, RemoteContent::Kind::Tracker);
        QCOMPARE(safe.remote[2].kind, RemoteContent::Kind::Tracker);
        QCOMPARE(safe.remote[3].url, u"https://w.example/back.png"_s);
        QCOMPARE(safe.remote[3].kind, RemoteContent::Kind::Background);
        QVERIFY(safe.html.contains("<img kwremote=\"0\" width=\"100\">"_L1));
        QVERIFY(safe.html.contains("<table kwback=\"3\" style=\"\">"_L1));
        QVERIFY(!safe.html.contains("example"_L1));
        // What a sender writes there himself is nothing.
        QCOMPARE(sanitizeHtml(u"<img kwremote=7><p kwback=7>x</p>"_s).html, u"<p>x</p>"_s);
    }

    void signatures_are_marked_where_the_mail_program_says_so()
    {
        QCOMPARE(sanitizeHtml(u"<div class='x moz-signature'>A</div><p id=Signature>B<p class=signatures>C"_s)
                     .html,
                 u"<div kwsignature=\"1\">A</div><p kwsignature=\"1\">B</p><p>C</p>"_s);
        QCOMPARE(sanitizeHtml(u"<p kwsignature=1>x</p>"_s).html, u"<p>x</p>"_s);
    }

    void sloppy_markup_loses_no_word_and_no_tag()
    {
        // Never closed, as people and programs write it: a thousand of each are not a thousand levels.
        for (const char *tag : {"<p>", "<li>", "<tr><td>", "<dd>"}) {
            const QString html = (tag[1] == 't' ? u"<table>"_s : QString())
                + (QLatin1StringView(tag) + u"word "_s).repeated(1000);
            const SanitizedHtml safe = sanitizeHtml(html);
            QVERIFY2(!safe.cut, tag);
            QCOMPARE(safe.html.count("word "_L1), 1000);
            QCOMPARE(safe.html.count(QLatin1StringView(tag)), 1000);
        }
        QCOMPARE(sanitizeHtml(u"<b>a<p>b</b>c"_s).html, u"<b>a</b><p><b>b</b>c</p>"_s);
        QCOMPARE(sanitizeHtml(u"<td>a</div></td>x</table></p>"_s).html, u"ax<p></p>"_s);
        QCOMPARE(sanitizeHtml(u"a < b & c <3 &unknown; &#xfffffff; &#150;"_s).html,
                 u"a &lt; b &amp; c &lt;3 &amp;unknown; \uFFFD –"_s);
        QCOMPARE(sanitizeHtml(u"<object><p>seen"_s).html, u"<p>seen</p>"_s);
    }

    void every_tag_written_is_closed()
    {
        static const QRegularExpression tag(u"<(/?)([a-z0-9]+)"_s);
        for (const char *html : {"<div><b><table><tr><td><i>x</table>",
                                 "<ul><li><p><a href=http://x>x<ul><li>y", "</b></div><p></table><b>"}) {
            QHash<QString, int> open;
            auto found = tag.globalMatch(sanitizeHtml(QString::fromLatin1(html)).html);
            while (found.hasNext()) {
                const auto match = found.next();
                open[match.captured(2)] += match.captured(1).isEmpty() ? 1 : -1;
            }
            for (const int count : std::as_const(open))
                QCOMPARE(count, 0);
        }
    }

    void hostile_html_costs_linear_time_data()
    {
        QTest::addColumn<QString>("html");
        const auto filled = [](const QString &piece) { return piece.repeated(5'000'000 / piece.size()); };
        QTest::newRow("<") << filled(u"<"_s);
        QTest::newRow("<div>") << filled(u"<div>"_s);
        QTest::newRow("end tags that end nothing") << filled(u"<div></x>"_s);
        QTest::newRow("nested tables") << filled(u"<table><tr><td>"_s);
        QTest::newRow("nested lists") << filled(u"<ul><li>"_s);
        QTest::newRow("nested quotes") << filled(u"<blockquote>x"_s);
        QTest::newRow("links in links") << filled(u"<a href=http://x>y<div>"_s);
        QTest::newRow("comments that never end") << filled(u"<!--"_s);
        QTest::newRow("dashes in a comment") << u"<!--"_s + filled(u"--"_s);
        QTest::newRow("attributes that never end") << filled(u"<a b=\""_s);
        QTest::newRow("a million attributes") << u"<a "_s + filled(u"b=c "_s) + u'>';
        QTest::newRow("scripts that never end") << filled(u"<script>"_s);
        QTest::newRow("objects that never end") << filled(u"<object>"_s);
        QTest::newRow("objects and one end") << filled(u"<object>"_s) + u"</object>"_s;
        QTest::newRow("ampersands") << filled(u"&"_s);
        QTest::newRow("long reference") << u"&"_s + filled(u"a"_s);
        QTest::newRow("long number") << u"&#"_s + filled(u"9"_s);
        QTest::newRow("styles") << filled(u"<p style='color:red;a:b;'>"_s);
        const QString deep = u"<div class=a>"_s.repeated(300) + u"<p>x</p>"_s.repeated(100'000);
        QString rules;
        for (int i = 0; i < 4000; ++i)
            rules += u"* .a * .a * .a p.b%1,p .x .a .a p{color:red}"_s.arg(i);
        QTest::newRow("many rules for many elements") << u"<style>"_s + rules + u"</style>"_s + deep;
        QTest::newRow("a rule for everything, long")
            << u"<style>*{"_s + u"color:red;"_s.repeated(700) + u"}</style>"_s + filled(u"<p>"_s);
        QTest::newRow("braces") << u"<style>"_s + filled(u"{"_s);
        QTest::newRow("media in media") << u"<style>"_s + filled(u"@media all{"_s);
        QTest::newRow("one long style") << u"<p style='"_s + filled(u"color:red;"_s) + u"'>"_s;
        QString fonts;
        for (int i = 0; i < 290; ++i)
            fonts += u"<font size=%1>"_s.arg(i);
        QTest::newRow("unclosed fonts before paragraphs") << fonts + filled(u"<p>x</p>"_s);
    }
    void hostile_html_costs_linear_time()
    {
        QFETCH(QString, html);
        const int start = processorMs();
        const SanitizedHtml safe = sanitizeHtml(html);
        const QString text = htmlToText(html);
        const int took = processorMs() - start;
        QVERIFY2(took < 3000 * SlowerHere, qPrintable(QString::number(took)));
        QVERIFY(safe.html.size() <= 5 * html.size() + 1000);
        QVERIFY(text.size() <= 3 * html.size());
    }

    void of_a_tree_too_costly_the_beginning_is_shown_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::newRow("100,000 levels") << u"<div>"_s.repeated(100'000);
        QTest::newRow("300,000 attributes") << [] {
            QString tag = u"<a "_s;
            for (int i = 0; i < 300'000; ++i)
                tag += u"b%1=c "_s.arg(i);
            return tag + u'>';
        }();
        QTest::newRow("links that open again in every block")
            << u"<a href=http://x>y<div>"_s.repeated(100'000);
    }
    void of_a_tree_too_costly_the_beginning_is_shown()
    {
        QFETCH(QString, rest);
        const QString words = u"<p>The beginning.</p>"_s;
        const SanitizedHtml safe = sanitizeHtml(words + u"x "_s.repeated(200) + rest);
        QVERIFY(safe.cut);
        QVERIFY2(safe.html.startsWith(words), qPrintable(safe.html.left(200)));
    }

    void what_is_deeper_than_browsers_go_keeps_its_words()
    {
        const SanitizedHtml safe = sanitizeHtml(u"<div>"_s.repeated(2000) + u"the core"_s);
        QVERIFY(safe.cut);
        QVERIFY(safe.html.contains("the core"_L1));
        QVERIFY(safe.html.count("<div>"_L1) < 500);
        QCOMPARE(safe.html.count("<div>"_L1), safe.html.count("</div>"_L1));
    }

    void text_is_readable_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << u"<p>One <b>two</b></p>\n<p>three<br>four</p>"_s
                                    << u"One two\n\nthree\nfour"_s;
        QTest::newRow("blanks") << u" a\n  b <i> c</i>d "_s << u"a b cd"_s;
        QTest::newRow("list") << u"<ul><li>a<li>b</ul>after"_s << u"• a\n• b\n\nafter"_s;
        QTest::newRow("link") << u"<a href='https://x.org/a'>here</a>."_s << u"here <https://x.org/a>."_s;
        QTest::newRow("link that says it") << u"<a href='https://x.org/'>x.org</a>"_s << u"x.org"_s;
        QTest::newRow("mail link") << u"<a href='mailto:a@b.c'>Anna</a>"_s << u"Anna"_s;
        QTest::newRow("quote") << u"<p>I say<blockquote>you said<br>this</blockquote>so"_s
                               << u"I say\n\n> you said\n> this\n\nso"_s;
        QTest::newRow("table") << u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_s
                               << u"a b\nc"_s;
        QTest::newRow("pre") << u"<pre>a\n  b\n</pre>c"_s << u"a\n  b\n\nc"_s;
        QTest::newRow("hidden things")
            << u"<head><title>t</title><style>s</style></head><script>x</script>seen<!-- c -->"_s
            << u"seen"_s;
        QTest::newRow("alt text") << u"<img alt='A cat' src=cid:x>"_s << u"A cat"_s;
        QTest::newRow("references") << u"&lt;&nbsp;caf&eacute; &euro;&copy 2&hellip;"_s << u"< café €© 2…"_s;
    }
    void text_is_readable()
    {
        QFETCH(QString, html);
        QString text = htmlToText(html);
        QTEST(text.replace(QChar::Nbsp, u' '), "text");
    }
};

QTEST_APPLESS_MAIN(HtmlSanitizerTest)
#include "htmlsanitizer_test.moc"
