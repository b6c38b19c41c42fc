#include "tests/sync/simfront/words.h"

#include <algorithm>
#include <limits>

namespace kw::simfront {

namespace {

class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
    {
    }

    std::optional<QList<Word>> words(bool inList)
    {
        QList<Word> words;
        for (;;) {
            while (peek() == ' ')
                ++m_at;
            if (m_at >= m_text.size())
                return inList ? std::nullopt : std::optional(words);
            if (peek() == ')') {
                ++m_at;
                return inList ? std::optional(words) : std::nullopt;
            }
            auto one = word();
            if (!one)
                return {};
            words.append(*one);
        }
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }

    std::optional<Word> word()
    {
        if (peek() == '(') {
            ++m_at;
            auto items = words(true);
            return items ? std::optional(Word{Word::Kind::List, {}, *items}) : std::nullopt;
        }
        if (peek() == '"')
            return quoted();
        if (peek() == '{')
            return literal();
        return atom();
    }

    std::optional<Word> quoted()
    {
        Word word{Word::Kind::String, {}, {}};
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (peek() == '"') {
                ++m_at;
                return word;
            }
            if (peek() == '\\' && ++m_at < m_text.size() && peek() != '"' && peek() != '\\')
                return {};
            word.text += peek();
        }
        return {};
    }

    std::optional<Word> literal()
    {
        const qsizetype end = m_text.indexOf('}', m_at);
        QByteArray digits = m_text.mid(m_at + 1, end - m_at - 1);
        if (digits.endsWith('+'))
            digits.chop(1);
        bool ok = false;
        const qint64 size = digits.toLongLong(&ok);
        if (end < 0 || !ok || m_text.size() < end + 3 + size)
            return {};
        m_at = end + 3 + size;
        return Word{Word::Kind::String, m_text.mid(end + 3, size), {}};
    }

    std::optional<Word> atom()
    {
        Word word;
        int brackets = 0; // BODY.PEEK[HEADER.FIELDS (TO FROM)]
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '[')
                ++brackets;
            if (c == ']')
                --brackets;
            if (brackets == 0 && (c == ' ' || c == '(' || c == ')' || c == '"' || c == '{'))
                break;
            if (uchar(c) < 0x20 || uchar(c) > 0x7e)
                return {};
            word.text += c;
            ++m_at;
        }
        return word.text.isEmpty() ? std::nullopt : std::optional(word);
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

constexpr auto Base64Options = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;

QByteArray encodedRun(QStringView run)
{
    QByteArray utf16;
    for (const QChar c : run) {
        utf16 += char(c.unicode() >> 8);
        utf16 += char(c.unicode() & 0xff);
    }
    return '&' + utf16.toBase64(Base64Options).replace('/', ',') + '-';
}

} // namespace

std::optional<QList<Word>> wordsOf(const QByteArray &command)
{
    return Reader(command).words(false);
}

QString fromMailboxName(const QByteArray &name)
{
    QString path;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name.at(i) != '&') {
            path += QLatin1Char(name.at(i));
            continue;
        }
        const qsizetype end = name.indexOf('-', i);
        QByteArray run = name.mid(i + 1, end - i - 1);
        if (run.isEmpty())
            path += QLatin1Char('&');
        const QByteArray utf16 = QByteArray::fromBase64(run.replace(',', '/'));
        for (qsizetype k = 0; k + 1 < utf16.size(); k += 2)
            path += QChar(char16_t(uchar(utf16.at(k)) << 8 | uchar(utf16.at(k + 1))));
        i = end < 0 ? name.size() : end;
    }
    return path;
}

QByteArray toMailboxName(const QString &path)
{
    QByteArray name;
    for (qsizetype i = 0; i < path.size();) {
        const char16_t c = path.at(i).unicode();
        if (c >= 0x20 && c <= 0x7e) {
            name += char(c);
            if (c == u'&')
                name += '-';
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < path.size() && (path.at(end).unicode() < 0x20 || path.at(end).unicode() > 0x7e))
            ++end;
        name += encodedRun(QStringView(path).sliced(i, end - i));
        i = end;
    }
    // Both ways are allowed (RFC 3501 9, "mailbox"), and real servers differ.
    if (name.contains('"') || name.contains('\\'))
        return literal(name);
    return '"' + name + '"';
}

std::optional<UidSet> toSet(const QByteArray &text, quint32 largest)
{
    UidSet set;
    const auto number = [largest](const QByteArray &digits, bool &ok) -> quint32 {
        return digits == "*" ? (ok = true, largest) : digits.toUInt(&ok);
    };
    for (const QByteArray &part : text.split(',')) {
        const QList<QByteArray> ends = part.split(':');
        bool firstOk = false;
        bool lastOk = false;
        const quint32 first = number(ends.first(), firstOk);
        const quint32 last = number(ends.last(), lastOk);
        if (!firstOk || !lastOk || ends.size() > 2)
            return {};
        set.addRange(std::min(first, last), std::max(first, last));
    }
    return set;
}

QByteArray fromSet(const UidSet &set)
{
    QByteArrayList parts;
    for (const UidSet::Range &r : set.ranges()) {
        QByteArray part = QByteArray::number(r.first);
        if (r.last != r.first)
            part += ':' + (r.last == std::numeric_limits<quint32>::max() ? "*" : QByteArray::number(r.last));
        parts.append(part);
    }
    return parts.join(',');
}

QByteArray literal(const QByteArray &octets)
{
    return '{' + QByteArray::number(octets.size()) + "}\r\n" + octets;
}

} // namespace kw::simfront
