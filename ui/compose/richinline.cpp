#include "ui/compose/richinline.h"

#include "core/mime/contentid.h"

#include <QStringList>
#include <QTextBlock>
#include <QTextFragment>
#include <QTextImageFormat>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString fontSize(const QTextCharFormat &format)
{
    if (format.hasProperty(QTextFormat::FontSizeAdjustment)) {
        switch (format.intProperty(QTextFormat::FontSizeAdjustment)) {
        case 0:
            return {};
        case -1:
            return u"font-size: small"_s;
        case 1:
            return u"font-size: large"_s;
        case 2:
            return u"font-size: x-large"_s;
        default:
            return format.intProperty(QTextFormat::FontSizeAdjustment) < 0 ? u"font-size: x-small"_s
                                                                           : u"font-size: xx-large"_s;
        }
    }
    if (format.hasProperty(QTextFormat::FontPixelSize))
        return u"font-size: %1px"_s.arg(format.intProperty(QTextFormat::FontPixelSize));
    if (format.fontPointSize() > 0)
        return u"font-size: %1pt"_s.arg(format.fontPointSize());
    return {};
}

struct Wrap {
    QString open;
    QString close;
    bool operator==(const Wrap &) const = default;
};

QString styleOf(const QTextCharFormat &format, bool isHeading)
{
    QStringList style;
    if (const QString size = isHeading ? QString() : fontSize(format); !size.isEmpty())
        style.append(size);
    // A link's colour and line are the reader's.
    if (format.hasProperty(QTextFormat::ForegroundBrush) && !format.isAnchor())
        style.append("color: "_L1 + format.foreground().color().name());
    if (format.hasProperty(QTextFormat::BackgroundBrush) && format.background().style() == Qt::SolidPattern)
        style.append("background-color: "_L1 + format.background().color().name());
    return style.join("; "_L1);
}

// From the outermost to the innermost.
QList<Wrap> wrapsOf(const QTextCharFormat &format, bool isHeading, bool isPre)
{
    QList<Wrap> out;
    const auto add = [&out](QLatin1StringView tag) { out.append({u'<' + tag + u'>', "</"_L1 + tag + u'>'}); };
    if (format.isAnchor() && !format.anchorHref().isEmpty())
        out.append({"<a href=\""_L1 + format.anchorHref().toHtmlEscaped() + "\">"_L1, u"</a>"_s});
    if (format.fontWeight() >= QFont::DemiBold && !isHeading)
        add("b"_L1);
    if (format.fontItalic())
        add("i"_L1);
    if (format.fontUnderline() && !format.isAnchor())
        add("u"_L1);
    if (format.fontStrikeOut())
        add("s"_L1);
    if (format.fontFixedPitch() && !isPre)
        add("code"_L1);
    if (format.verticalAlignment() == QTextCharFormat::AlignSuperScript)
        add("sup"_L1);
    if (format.verticalAlignment() == QTextCharFormat::AlignSubScript)
        add("sub"_L1);
    if (const QString style = styleOf(format, isHeading); !style.isEmpty())
        out.append({"<span style=\""_L1 + style + "\">"_L1, u"</span>"_s});
    return out;
}

QString pictureHtml(const QTextImageFormat &picture)
{
    const QString id = contentIdOf(picture.name());
    QString words = picture.property(QTextFormat::ImageAltText).toString().toHtmlEscaped();
    if (id.isEmpty())
        return words;
    QString out = "<img src=\""_L1 + cidUrl(id).toHtmlEscaped() + "\" alt=\""_L1 + words + u'"';
    if (picture.width() > 0)
        out += u" width=\"%1\""_s.arg(qRound(picture.width()));
    if (picture.height() > 0)
        out += u" height=\"%1\""_s.arg(qRound(picture.height()));
    return out + u'>';
}

// HTML drops a blank at the beginning of a line and behind another.
QString wordsHtml(const QString &text, bool asIs, bool &afterBlank)
{
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text) {
        const bool blank = c == u' ' || c == u'\t';
        if (c == QChar::LineSeparator)
            out += asIs ? u"\n"_s : u"<br>"_s;
        else if (c == QChar::ObjectReplacementCharacter)
            continue;
        else if (c == u'<')
            out += "&lt;"_L1;
        else if (c == u'>')
            out += "&gt;"_L1;
        else if (c == u'&')
            out += "&amp;"_L1;
        else if (blank && !asIs)
            out += afterBlank ? QChar(QChar::Nbsp) : QChar(u' ');
        else
            out += c;
        afterBlank = blank || c == QChar::LineSeparator;
    }
    return out;
}

} // namespace

QString inlineHtml(const QTextBlock &block, bool asIs)
{
    const bool isHeading = block.blockFormat().headingLevel() > 0;
    QString out;
    QList<Wrap> open;
    bool afterBlank = true;
    const auto closeTo = [&](qsizetype count) {
        while (open.size() > count)
            out += open.takeLast().close;
    };
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const QTextCharFormat format = fragment.charFormat();
        const QList<Wrap> wanted = wrapsOf(format, isHeading, asIs);
        qsizetype same = 0;
        while (same < open.size() && same < wanted.size() && open[same] == wanted[same])
            ++same;
        closeTo(same);
        for (; same < wanted.size(); ++same) {
            out += wanted[same].open;
            open.append(wanted[same]);
        }
        if (format.isImageFormat()) {
            for (qsizetype i = 0; i < fragment.length(); ++i)
                out += pictureHtml(format.toImageFormat());
            afterBlank = false;
        } else {
            out += wordsHtml(fragment.text(), asIs, afterBlank);
        }
    }
    closeTo(0);
    return out;
}

} // namespace kw
