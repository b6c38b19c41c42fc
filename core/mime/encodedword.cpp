#include "core/mime/encodedword.h"

#include "core/mime/charset.h"

#include <QByteArray>

namespace kw {

namespace {

struct Word {
    QByteArray charset;
    QByteArray bytes;
    qsizetype length = 0; // octets of source; 0: not an encoded word
};

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

QByteArray decodeQ(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '_') {
            out += ' ';
        } else if (text[i] == '=' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0
                   && hexDigit(text[i + 2]) >= 0) {
            out += char(hexDigit(text[i + 1]) << 4 | hexDigit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

// Where the text of a word ends. A "?" that somebody left as it is in front of "=20" looks like the end.
qsizetype endOfWord(QByteArrayView text, qsizetype start, bool isQ)
{
    // RFC 2047 allows 75 octets; the bound keeps a field of unclosed words linear.
    constexpr qsizetype MaxWord = 4096;
    const QByteArrayView near = text.first(std::min(text.size(), start + MaxWord));
    qsizetype end = near.indexOf("?=", start);
    while (isQ && end >= 0 && end + 3 < near.size() && hexDigit(near[end + 2]) >= 0
           && hexDigit(near[end + 3]) >= 0) {
        const qsizetype next = near.indexOf("?=", end + 2);
        const qsizetype other = near.indexOf("=?", end + 2);
        if (next < 0 || (other >= 0 && other < next))
            break;
        end = next;
    }
    if (end >= 0 || near.size() < text.size() || near.sliced(start).contains('?')
        || near.sliced(start).contains(' '))
        return end;
    return text.size(); // the field was cut off
}

// "=?charset*language?Q|B?text?=" at the start of `text`.
Word wordAt(QByteArrayView text)
{
    Word word;
    if (!text.startsWith("=?"))
        return word;
    const qsizetype charsetEnd = text.indexOf('?', 2);
    if (charsetEnd < 3 || charsetEnd > 60 || charsetEnd + 2 >= text.size() || text[charsetEnd + 2] != '?')
        return word;
    const char encoding = text[charsetEnd + 1] | 0x20;
    const qsizetype start = charsetEnd + 3;
    if (encoding != 'q' && encoding != 'b')
        return word;
    const qsizetype end = endOfWord(text, start, encoding == 'q');
    if (end < 0)
        return word;
    const QByteArrayView body = text.sliced(start, end - start);
    QByteArrayView charset = text.sliced(2, charsetEnd - 2);
    if (charset.contains(' ') || charset.contains('\t'))
        return word;
    if (const qsizetype language = charset.indexOf('*'); language > 0) // RFC 2231 5
        charset = charset.first(language);
    word.charset = charset.toByteArray().toLower();
    word.bytes = encoding == 'q' ? decodeQ(body) : QByteArray::fromBase64(body.toByteArray());
    word.length = std::min(end + 2, text.size());
    return word;
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

} // namespace

QString decodeHeaderText(QByteArrayView raw)
{
    raw = raw.trimmed();
    qsizetype next = raw.indexOf("=?");
    if (next < 0)
        return withoutTricks(decodeUnlabelled(raw));
    QString out;
    Word open; // gathered words of one charset
    const auto flush = [&] {
        if (open.length > 0)
            out += decodeCharset(open.bytes, open.charset);
        open = {};
    };
    qsizetype at = 0;
    while (next >= 0) {
        const Word word = wordAt(raw.sliced(next));
        if (word.length == 0) {
            next = raw.indexOf("=?", next + 2);
            continue;
        }
        const QByteArrayView between = raw.sliced(at, next - at);
        if (open.length > 0 && isBlank(between) && word.charset == open.charset) {
            open.bytes += word.bytes;
        } else {
            const bool adjacent = open.length > 0 && isBlank(between);
            flush();
            if (!adjacent)
                out += decodeUnlabelled(between);
            open = word;
        }
        at = next + word.length;
        next = raw.indexOf("=?", at);
    }
    flush();
    out += decodeUnlabelled(raw.sliced(at));
    return withoutTricks(out).trimmed();
}

qsizetype encodedWordLength(QByteArrayView text)
{
    const qsizetype length = wordAt(text).length;
    return text.first(length).endsWith("?=") ? length : 0;
}

} // namespace kw
