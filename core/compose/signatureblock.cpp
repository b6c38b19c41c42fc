#include "core/compose/signatureblock.h"

#include "core/compose/quoting.h"
#include "core/mime/html/htmlsanitizer.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr auto Delimiter = "-- \n"_L1;
constexpr auto Forwarded = "-------- "_L1; // how forward() begins

// Where what others wrote begins, with the line that says whose it is; -1: there is none.
qsizetype quoteStart(const QString &text)
{
    qsizetype previous = -1; // the last line that is not empty
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf(u'\n', at);
        const QStringView line = QStringView(text).sliced(at, (end < 0 ? text.size() : end) - at);
        if (line.startsWith(Forwarded))
            return at;
        if (line.startsWith(u'>')) {
            const bool introduced
                = previous >= 0 && QStringView(text).sliced(previous, at - previous).trimmed().endsWith(u':');
            return introduced ? previous : at;
        }
        if (!line.trimmed().isEmpty())
            previous = at;
        if (end < 0)
            break;
        at = end + 1;
    }
    return -1;
}

// Likewise. Our own HTML, where every tag is closed.
qsizetype quoteStartInHtml(const QString &html)
{
    const qsizetype forwarded = html.indexOf("<p>"_L1 + Forwarded);
    const qsizetype quote = html.indexOf("<blockquote"_L1);
    if (forwarded >= 0 && (quote < 0 || forwarded < quote))
        return forwarded;
    if (quote < 0)
        return -1;
    const QStringView above = QStringView(html).first(quote).trimmed();
    const qsizetype paragraph = above.lastIndexOf("<p>"_L1);
    const bool introduced = above.endsWith(":</p>"_L1) && paragraph >= 0;
    return introduced ? paragraph : quote;
}

QString withoutLastLineEnds(QString text)
{
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

// Two lines for what will be written, the block, then the rest. `written` may be empty.
QString joined(const QString &written, const QString &block, const QString &rest)
{
    QString out = written.isEmpty() ? u"\n"_s : withoutLastLineEnds(written) + u'\n';
    out += u'\n' + block;
    if (!rest.isEmpty())
        out += "\n\n"_L1 + rest;
    return out;
}

QString textWith(const QString &text, const QString &block, SignaturePlace place)
{
    const qsizetype quote = quoteStart(text);
    if (quote < 0)
        return joined(text, block, {});
    if (place == SignaturePlace::AtEnd)
        return withoutLastLineEnds(text) + "\n\n"_L1 + joined({}, block, {}); // room for an answer below
    return joined(text.first(quote), block, text.sliced(quote));
}

QString htmlWith(const QString &html, const QString &block, SignaturePlace place)
{
    const QString line = u"<p><br></p>\n"_s; // to begin on
    const qsizetype quote = quoteStartInHtml(html);
    if (quote < 0)
        return (html.trimmed().isEmpty() ? line : html + u'\n') + block;
    if (place == SignaturePlace::AtEnd)
        return html + u'\n' + line + block;
    return html.first(quote) + (quote == 0 ? line : QString()) + block + u'\n' + html.sliced(quote);
}

// The last time these whole lines stand in the text; -1: they do not.
qsizetype placeOfLines(const QString &text, const QString &lines)
{
    for (qsizetype at = text.lastIndexOf(lines); at >= 0;
         at = at > 0 ? text.lastIndexOf(lines, at - 1) : -1) {
        const qsizetype end = at + lines.size();
        if ((at == 0 || text.at(at - 1) == u'\n') && (end == text.size() || text.at(end) == u'\n'))
            return at;
    }
    return -1;
}

// What stood there is replaced; nothing instead of it leaves no gap.
QString exchanged(const QString &text, qsizetype at, qsizetype size, const QString &block)
{
    if (!block.isEmpty())
        return text.first(at) + block + text.sliced(at + size);
    const QString above = withoutLastLineEnds(text.first(at));
    QStringView below = QStringView(text).sliced(at + size);
    while (below.startsWith(u'\n'))
        below = below.sliced(1);
    return below.isEmpty() ? above + u'\n' : above + "\n\n"_L1 + below.toString();
}

} // namespace

QString signatureText(const Signature &signature)
{
    const QString text = signature.text.isEmpty() ? htmlToText(signature.html) : signature.text;
    return text.trimmed().isEmpty() ? QString() : Delimiter + withoutLastLineEnds(text);
}

QString signatureHtml(const Signature &signature)
{
    if (signature.isEmpty())
        return {};
    const QString inner
        = sanitizeHtml(signature.html.isEmpty() ? textAsHtml(withoutLastLineEnds(signature.text))
                                                : signature.html)
              .html;
    return "<div class=\"moz-signature\">-- <br>"_L1 + inner + "</div>"_L1;
}

Signature asHtml(const Signature &signature)
{
    if (!signature.html.isEmpty() || signature.isEmpty())
        return signature;
    return {{}, textAsHtml(signature.text)};
}

Signature asText(const Signature &signature)
{
    return {signatureText(signature).mid(Delimiter.size()), {}};
}

Draft withSignature(Draft draft, const Signature &signature, SignaturePlace place)
{
    if (signature.isEmpty() || draft.act == DraftAct::Redirect)
        return draft;
    const bool isRich = !draft.html.isEmpty();
    // Plain text beside HTML is made of that.
    if (!isRich || !draft.text.isEmpty())
        draft.text = textWith(draft.text, signatureText(signature), place);
    if (isRich)
        draft.html = htmlWith(draft.html, signatureHtml(signature), place);
    return draft;
}

Draft withSignatureExchanged(Draft draft, const Signature &before, const Signature &now, SignaturePlace place)
{
    if (before == now || draft.act == DraftAct::Redirect)
        return draft;
    if (before.isEmpty())
        return withSignature(std::move(draft), now, place);
    const QString oldText = signatureText(before);
    if (const qsizetype at = placeOfLines(draft.text, oldText); at >= 0)
        draft.text = exchanged(draft.text, at, oldText.size(), signatureText(now));
    const QString oldHtml = signatureHtml(before);
    if (const qsizetype at = draft.html.lastIndexOf(oldHtml); at >= 0)
        draft.html = draft.html.first(at) + signatureHtml(now) + draft.html.sliced(at + oldHtml.size());
    return draft;
}

} // namespace kw
