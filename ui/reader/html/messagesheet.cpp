#include "ui/reader/html/messagesheet.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontInfo>
#include <QPalette>
#include <QRegularExpression>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Policy
    = "<!doctype html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; img-src kittiwake: data:; style-src 'unsafe-inline'\">"
      "<meta name=\"referrer\" content=\"no-referrer\">"_L1;

constexpr auto Screen = "img{max-width:100%;height:auto}pre{white-space:pre-wrap}"
                        "blockquote{margin:0 0 0 4px;padding-left:12px;border-left:2px solid #9aa5b1}"
                        // As slim as the rest of the window's.
                        "::-webkit-scrollbar{width:12px;height:12px}"
                        "::-webkit-scrollbar-corner,::-webkit-scrollbar-track{background:transparent}"
                        "::-webkit-scrollbar-thumb{background:#8888;background-clip:padding-box;"
                        "border:3px solid transparent;border-radius:6px}"
                        "#kittiwake-print-head{display:none}"
                        "img[kwremote]{background:#8882;min-width:1px}"
                        ".kittiwake-quote>summary{list-style:none;display:inline-block;cursor:pointer;"
                        "margin:8px 0;padding:0 8px;border-radius:8px;background:#8883;letter-spacing:1px;"
                        "font-size:80%}"_L1;

constexpr auto Paper = "@media print{body{margin:0}.kittiwake-quote>summary{display:none}"
                       "#kittiwake-print-head{display:block;color:#000;"
                       "margin:0 0 12px;padding:0 0 8px;border-bottom:1px solid #888}"
                       "#kittiwake-print-head h1{font-size:150%;margin:0 0 8px}}"_L1;

constexpr auto PaperIsWhite = "@media print{html,body{background:#fff!important;color:#000!important}"
                              "html{color-scheme:light}a{color:#0b57d0}}"_L1;

} // namespace

SheetLook sheetLook(const QString &html, bool dark)
{
    static const QRegularExpression colours(u"bgcolor|background|[\\s\"';]color\\s*[:=]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (!dark || colours.match(html).hasMatch())
        return {true, QColor(0x1f, 0x1f, 0x1f), QColor(Qt::white)};
    const QPalette palette = QApplication::palette();
    return {false, palette.color(QPalette::Text), palette.color(QPalette::Base)};
}

namespace {

// Something to read, or to look at.
bool saysSomething(QStringView html)
{
    static const QRegularExpression tag(u"<[^>]*>|&nbsp;|[\\s\\x{a0}]+"_s);
    return html.contains(u"<img"_s) || !html.toString().remove(tag).isEmpty();
}

// Pictures from the network get an address beside the page, which MessageScheme knows.
QString withRemotePictures(QString html)
{
    static const QRegularExpression picture(u" kwremote=\"(\\d+)\""_s);
    static const QRegularExpression background(u" kwback=\"(\\d+)\" style=\""_s);
    html.replace(picture, u" src=\"remote/\\1\""_s);
    return html.replace(background, u" style=\"background-image: url(remote/\\1); "_s);
}

} // namespace

QString withFoldedQuotes(const QString &html)
{
    const QLatin1StringView opening("<blockquote");
    const QLatin1StringView closing("</blockquote>");
    // The last outermost quote.
    qsizetype from = -1;
    qsizetype to = -1;
    int depth = 0;
    for (qsizetype at = 0; (at = html.indexOf(u'<', at)) >= 0; ++at) {
        const QStringView rest = QStringView(html).sliced(at);
        if (rest.startsWith(opening)) {
            if (depth == 0)
                from = at;
            ++depth;
        } else if (rest.startsWith(closing) && depth > 0) {
            --depth;
            if (depth == 0)
                to = at + closing.size();
        }
    }
    const QStringView all(html);
    if (to < 0 || depth != 0 || saysSomething(all.sliced(to)) || !saysSomething(all.first(from)))
        return html;
    return html.first(from)
        + u"<details class=\"kittiwake-quote\"><summary title=\"%1\" aria-label=\"%1\">•••</summary>"_s.arg(
            QCoreApplication::translate("kw::HtmlView", "Quoted text").toHtmlEscaped())
        + html.sliced(from, to - from) + "</details>"_L1 + html.sliced(to);
}

QByteArray messageSheet(const HtmlEngine::Page &page, const SheetLook &look)
{
    const QFontInfo font(QApplication::font());
    const QString letters
        = u"html{color-scheme:%1}body{margin:16px;font:%2px '%3',sans-serif;line-height:1.45;color:%4;"
          "background:%5;overflow-wrap:anywhere}a{color:%6}"_s.arg(look.paper ? u"light"_s : u"dark"_s)
              .arg(std::max(font.pixelSize(), 13))
              .arg(font.family().remove(u'\''), look.ink.name(), look.sheet.name(),
                   look.paper ? u"#0b57d0"_s : u"#8ab4f8"_s);
    QString body = withFoldedQuotes(page.html);
    if (page.remote)
        body = withRemotePictures(body);
    body.replace("src=\"cid:"_L1, "src=\"cid/"_L1);
    QString sheet = Policy + u"<style>"_s + letters + Screen + Paper;
    if (!look.paper)
        sheet += PaperIsWhite;
    sheet += "</style></head><body><div id=\"kittiwake-print-head\">"_L1 + page.printHead + "</div>"_L1 + body
        + "</body></html>"_L1;
    return sheet.toUtf8();
}

} // namespace kw
