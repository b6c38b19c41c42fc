#include "core/compose/headerwriter.h"

#include "core/compose/sendableaddress.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype Fold = 76; // octets of a line that more words may follow in
constexpr qsizetype LongestWord = 200; // octets of a word that is left as it is
constexpr qsizetype EncodedWord = 44; // octets within one: it fits behind the longest name of a field

bool isVisible(char c)
{
    return c > ' ' && c < '\x7f';
}

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isVisible(c) || c == ' '; });
}

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 2047 5 (3): what may stand for itself in an encoded word anywhere, also in a name.
bool standsForItself(char c)
{
    return isAlnum(c) || QByteArrayView("!*+-/").contains(c);
}

QByteArray escaped(char mark, char c)
{
    return mark + QByteArray(1, c).toHex().toUpper();
}

// The octets of UTF-8 of the character that starts here.
qsizetype characterAt(QByteArrayView utf8, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < utf8.size() && (uchar(utf8[end]) & 0xC0) == 0x80)
        ++end;
    return end - at;
}

// Encoded words of whole characters, whichever of Q and B is shorter (RFC 2047 2).
QByteArrayList encodedWords(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const qsizetype plain = std::count_if(utf8.cbegin(), utf8.cend(), standsForItself);
    const bool isQ = plain + (utf8.size() - plain) * 3 <= utf8.size() * 4 / 3;
    QByteArrayList out;
    QByteArray word;
    const auto flush = [&] {
        if (!word.isEmpty())
            out.append("=?UTF-8?" + (isQ ? "Q?" + word : "B?" + word.toBase64()) + "?=");
        word.clear();
    };
    const qsizetype most = isQ ? EncodedWord : EncodedWord * 3 / 4;
    for (qsizetype at = 0; at < utf8.size();) {
        const qsizetype size = characterAt(utf8, at);
        QByteArray character;
        for (const char c : utf8.sliced(at, size))
            character += !isQ || standsForItself(c) ? QByteArray(1, c) : c == ' ' ? "_" : escaped('=', c);
        if (word.size() + character.size() > most)
            flush();
        word += character;
        at += size;
    }
    flush();
    return out;
}

bool needsEncoding(const QString &word)
{
    return word.size() > LongestWord || word.contains("=?"_L1) || !isAscii(word.toUtf8());
}

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

// A display name (RFC 5322 3.2.5).
QByteArrayList phrase(const QString &name)
{
    const QString line = oneLine(name).simplified();
    if (line.isEmpty())
        return {};
    if (needsEncoding(line))
        return encodedWords(line);
    const QByteArray ascii = line.toLatin1();
    const bool isAtoms = std::all_of(ascii.cbegin(), ascii.cend(), [](char c) {
        return c == ' ' || standsForItself(c) || QByteArrayView("#$%&'=?^_`{|}~").contains(c);
    });
    return isAtoms ? ascii.split(' ') : QByteArrayList{quoted(ascii)};
}

} // namespace

QString oneLine(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph)
            c = u' ';
    }
    return out.trimmed();
}

QString cleanId(const QString &id)
{
    QString out;
    for (const QChar c : id) {
        if (c.unicode() > 0x20 && c.unicode() < 0x7f && c != u'<' && c != u'>')
            out += c;
    }
    return out.size() <= 900 ? out : QString(); // it could not be folded
}

void HeaderWriter::word(const QByteArray &word)
{
    const bool isFirst = m_out.endsWith(':');
    if (!isFirst && m_column + 1 + word.size() > Fold) {
        m_out += "\r\n";
        m_column = 0;
    }
    m_out += ' ' + word;
    m_column += 1 + word.size();
}

void HeaderWriter::words(const QByteArrayList &words)
{
    for (const QByteArray &one : words)
        word(one);
}

void HeaderWriter::end()
{
    m_out += "\r\n";
    m_column = 0;
}

void HeaderWriter::tokens(QByteArrayView name, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    begin(name, {});
    words(value.split(' '));
    end();
}

// From the first to the last word that needs it, all is encoded: blanks between encoded words mean nothing.
void HeaderWriter::text(QByteArrayView name, const QString &value)
{
    const QStringList all = oneLine(value).split(u' ');
    const auto first = std::find_if(all.cbegin(), all.cend(), needsEncoding);
    const auto last = std::find_if(all.crbegin(), all.crend(), needsEncoding).base();
    if (all.join(QString()).isEmpty())
        return;
    begin(name, {});
    QByteArray blanks; // of several in a row, all but one; a line of nothing but blanks is forbidden
    const auto plain = [&](const QStringList &some) {
        for (const QString &one : some) {
            if (one.isEmpty())
                blanks += ' ';
            else
                word(std::exchange(blanks, {}) + one.toLatin1());
        }
    };
    if (first == all.cend()) {
        plain(all);
    } else {
        plain(all.first(first - all.cbegin()));
        // Blanks before an encoded word belong into it, or they could not be told from its fold.
        const QString encoded
            = QString(blanks.size(), u' ') + all.sliced(first - all.cbegin(), last - first).join(u' ');
        blanks.clear();
        words(encodedWords(encoded));
        plain(all.sliced(last - all.cbegin()));
    }
    end();
}

void HeaderWriter::mailboxes(QByteArrayView name, const QList<Address> &list)
{
    QList<QByteArrayList> all;
    for (const Address &address : list) {
        const auto sendable = sendableAddress(address.email);
        // A draft may hold what is no address yet.
        const bool isWords = !sendable && !address.name.isEmpty() && !address.email.isEmpty();
        QByteArrayList one = phrase(isWords ? u"%1 <%2>"_s.arg(address.name, address.email)
                                        : sendable || address.email.isEmpty() ? address.name
                                                                              : address.email);
        if (sendable) {
            one.append(one.isEmpty() ? sendable->text : '<' + sendable->text + '>');
            m_hasUtf8 = m_hasUtf8 || sendable->needsSmtpUtf8;
        }
        if (!one.isEmpty())
            all.append(one);
    }
    if (all.isEmpty())
        return;
    begin(name, {});
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (i + 1 < all.size())
            all[i].last() += ',';
        words(all[i]);
    }
    end();
}

void HeaderWriter::ids(QByteArrayView name, const QStringList &list)
{
    QByteArrayList out;
    for (const QString &id : list) {
        if (const QString clean = cleanId(id); !clean.isEmpty())
            out.append('<' + clean.toLatin1() + '>');
    }
    tokens(name, out.join(' '));
}

void HeaderWriter::date(QByteArrayView name, qint64 seconds, int offsetMinutes)
{
    const int offset = std::clamp(offsetMinutes, -14 * 60, 14 * 60);
    const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds + qint64(offset) * 60, QTimeZone::utc());
    const int size = std::abs(offset);
    const QString zone = u"%1%2%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
                             .arg(size / 60, 2, 10, QChar(u'0'))
                             .arg(size % 60, 2, 10, QChar(u'0'));
    tokens(name, (QLocale::c().toString(local, u"ddd, dd MMM yyyy HH:mm:ss "_s) + zone).toLatin1());
}

void HeaderWriter::begin(QByteArrayView name, const QByteArray &value)
{
    m_out += name;
    m_out += ':';
    m_column = name.size() + 1;
    if (!value.isEmpty())
        word(value);
}

void HeaderWriter::attribute(const QByteArray &written)
{
    m_out += ';';
    ++m_column;
    word(written);
}

void HeaderWriter::plainParameter(QByteArrayView name, const QByteArray &value)
{
    const bool isToken = !value.isEmpty()
        && std::all_of(value.cbegin(), value.cend(), [](char c) { return c == '-' || isAlnum(c); });
    attribute(name.toByteArray() + '=' + (isToken ? value : quoted(value)));
}

void HeaderWriter::parameter(QByteArrayView name, const QString &value)
{
    constexpr qsizetype Piece = 56; // octets of one continuation
    const QByteArray utf8 = oneLine(value).toUtf8();
    if (isAscii(utf8) && utf8.size() <= Piece && !utf8.contains("=?")) {
        plainParameter(name, utf8);
        return;
    }
    QByteArrayList pieces{QByteArray()};
    for (qsizetype at = 0; at < utf8.size();) {
        const qsizetype size = characterAt(utf8, at);
        QByteArray character;
        for (const char c : utf8.sliced(at, size)) {
            const bool isPlain
                = standsForItself(c) ? c != '*' && c != '/' : QByteArrayView("._~$&^`{}|#").contains(c);
            character += isPlain ? QByteArray(1, c) : escaped('%', c);
        }
        if (pieces.last().size() + character.size() > Piece)
            pieces.append(QByteArray());
        pieces.last() += character;
        at += size;
    }
    pieces.first().prepend("UTF-8''");
    if (pieces.size() == 1) {
        attribute(name.toByteArray() + "*=" + pieces.first());
        return;
    }
    for (qsizetype i = 0; i < pieces.size(); ++i)
        attribute(name.toByteArray() + '*' + QByteArray::number(i) + "*=" + pieces[i]);
}

void HeaderWriter::legacyParameter(QByteArrayView name, const QString &value)
{
    const QString line = oneLine(value);
    if (!needsEncoding(line)) {
        plainParameter(name, line.toLatin1());
        return;
    }
    QByteArrayList all = encodedWords(line);
    all.first().prepend(name.toByteArray() + "=\"");
    all.last() += '"';
    m_out += ';';
    ++m_column;
    words(all);
}

} // namespace kw
