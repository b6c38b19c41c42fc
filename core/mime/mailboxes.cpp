#include "core/mime/mailboxes.h"

#include "core/mime/charset.h"
#include "core/mime/encodedword.h"

#include <QByteArray>

namespace kw {

namespace {

// Gathers one mailbox while the list is walked.
struct Gathered {
    QByteArray words; // display name, or a bare address
    QByteArray comment;
    QByteArray route; // between < and >
    bool hasRoute = false;
    bool hasQuotes = false; // blanks may belong to the address
};

// "ben @ example . com": obsolete blanks (RFC 5322 4.4). A quoted local part keeps its own.
QByteArray withoutInnerBlanks(const QByteArray &address)
{
    if (!address.contains('@') || (!address.contains(' ') && !address.contains('\t')))
        return address;
    const auto isJoint = [](char c) { return c == '@' || c == '.'; };
    const qsizetype quoted = address.startsWith('"') ? address.lastIndexOf('"') + 1 : 0;
    QByteArray out = address.first(quoted);
    const QByteArray rest = address.sliced(quoted).simplified();
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const bool atJoint = (i > 0 && isJoint(rest[i - 1])) || (i + 1 < rest.size() && isJoint(rest[i + 1]));
        if (rest[i] != ' ' || !atJoint)
            out += rest[i];
    }
    return out;
}

// "Anna Bee anna@example.org", where somebody forgot the brackets.
struct Bare {
    QByteArray name;
    QByteArray email;
};

Bare bareAddress(const QByteArray &words)
{
    QByteArrayList name = words.simplified().split(' ');
    const auto isAddress = [](const QByteArray &word) {
        const qsizetype at = word.indexOf('@');
        return at > 0 && at + 1 < word.size();
    };
    const auto found = std::find_if(name.begin(), name.end(), isAddress);
    if (name.size() < 2 || std::count_if(name.begin(), name.end(), isAddress) != 1) {
        const QByteArray joined = withoutInnerBlanks(words);
        return {{}, joined.contains(' ') ? words : joined};
    }
    QByteArray email = std::move(*found);
    name.erase(found);
    return {name.join(' '), std::move(email)};
}

Address toAddress(const Gathered &g)
{
    Address address;
    QByteArray email = g.hasRoute ? g.route : g.words;
    if (const qsizetype colon = email.lastIndexOf(':'); g.hasRoute && email.startsWith('@') && colon >= 0)
        email = email.sliced(colon + 1); // obsolete source route
    email = email.trimmed();
    QByteArray name = g.hasRoute ? g.words.trimmed() : QByteArray();
    if (!g.hasRoute && !g.hasQuotes) {
        const Bare bare = bareAddress(email);
        name = bare.name;
        email = bare.email;
    }
    if (g.hasRoute)
        email = withoutInnerBlanks(email);
    const bool isAddress = email.contains('@') || g.hasRoute;
    address.email = isAddress ? withoutTricks(decodeUnlabelled(email)).simplified() : QString();
    address.name = decodeHeaderText(!name.isEmpty() ? name : !isAddress ? email : g.comment).simplified();
    if (address.name.compare(address.email, Qt::CaseInsensitive) == 0)
        address.name.clear();
    return address;
}

// Printable ASCII and tabs, and nothing that has a meaning other than "name <address>, name <address>".
bool isPlain(QByteArrayView field)
{
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char c = field[i];
        if ((c < ' ' && c != '\t') || c > '~' || c == '\\' || c == '"' || c == '(' || c == ')' || c == ':'
            || c == ';' || (c == '=' && i + 1 < field.size() && field[i + 1] == '?'))
            return false;
    }
    return true;
}

// One blank at a time, none at the ends.
QString tidied(QByteArrayView ascii)
{
    const QString text = QString::fromLatin1(ascii);
    return ascii.contains("  ") || ascii.contains('\t') ? text.simplified() : text;
}

// One piece of a plain list; false where it is not as usual after all.
bool readPlain(QByteArrayView piece, Address &address)
{
    const qsizetype open = piece.indexOf('<');
    if (open < 0) {
        if (piece.contains('>'))
            return false;
        if (piece.contains('@') && (piece.contains(' ') || piece.contains('\t')))
            return false; // the other way reads it with more care
        (piece.contains('@') ? address.email : address.name) = tidied(piece);
        return true;
    }
    const QByteArrayView route = piece.sliced(open + 1);
    if (route.isEmpty() || route.contains(' ') || route.contains('\t')
        || route.indexOf('>') != route.size() - 1 || route.contains('<') || piece.first(open).contains('>'))
        return false;
    address.email = tidied(route.chopped(1).trimmed());
    address.name = tidied(piece.first(open).trimmed());
    if (address.name.compare(address.email, Qt::CaseInsensitive) == 0)
        address.name.clear();
    return true;
}

// Most lists are plain; reading them in pieces instead of octet by octet is six times as fast.
bool readPlainList(QByteArrayView field, qsizetype most, QList<Address> &out)
{
    if (!isPlain(field))
        return false;
    while (!field.isEmpty() && out.size() < most) {
        const qsizetype comma = field.indexOf(',');
        const QByteArrayView piece = (comma < 0 ? field : field.first(comma)).trimmed();
        field = comma < 0 ? QByteArrayView() : field.sliced(comma + 1);
        Address address;
        if (!piece.isEmpty() && !readPlain(piece, address)) {
            out.clear();
            return false;
        }
        if (!address.name.isEmpty() || !address.email.isEmpty())
            out.append(std::move(address));
    }
    return true;
}

// Walks the list once.
class ListReader
{
public:
    ListReader(QByteArrayView field, qsizetype most)
        : m_field(field)
        , m_most(most)
        , m_lastQuote(field.lastIndexOf('"'))
        , m_lastParenthesis(field.lastIndexOf(')'))
    {
    }

    QList<Address> run()
    {
        for (; m_at < m_field.size() && m_out.size() < m_most; ++m_at) {
            if (m_quoted)
                inQuotes(m_field[m_at]);
            else if (m_comments > 0)
                inComment(m_field[m_at]);
            else
                outside(m_field[m_at]);
        }
        if (m_out.size() < m_most)
            finish();
        return m_out;
    }

private:
    bool takePair(char c, QByteArray &to)
    {
        if (c != '\\' || m_at + 1 >= m_field.size())
            return false;
        to += m_field[++m_at];
        return true;
    }

    void inQuotes(char c)
    {
        if (takePair(c, m_now.words))
            return;
        if (c == '"')
            m_quoted = false;
        else
            m_now.words += c;
    }

    void inComment(char c)
    {
        if (takePair(c, m_now.comment))
            return;
        m_comments += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (m_comments > 0)
            m_now.comment += c;
    }

    void outside(char c)
    {
        // A quote or parenthesis that never closes means nothing, or it would swallow all that follow.
        if (const qsizetype size = c == '"' ? quotedLocalPart() : 0; size > 0) {
            (m_route ? m_now.route : m_now.words) += m_field.sliced(m_at, size);
            m_now.hasQuotes = true;
            m_at += size - 1;
        } else if (c == '"' && !m_route && m_at < m_lastQuote) {
            m_quoted = m_now.hasQuotes = true;
        } else if (c == '(' && m_at < m_lastParenthesis) {
            m_comments = 1;
        } else if (c == '<') {
            m_route = m_now.hasRoute = true;
            m_now.route.clear();
        } else if (c == '>') {
            m_route = false;
        } else if (m_route) {
            m_now.route += c;
        } else if (c == ',' || c == ';') {
            finish();
        } else if (c == ':' && !m_hasAt) {
            m_now = {}; // the name of a group; its members follow
        } else if (const qsizetype word = c == '=' ? encodedName() : 0; word > 0) {
            m_now.words += m_field.sliced(m_at, word);
            m_at += word - 1;
        } else {
            m_hasAt = m_hasAt || c == '@';
            m_now.words += c;
        }
    }

    // The size of a quoted string that an @ follows: its quotes belong to the address (RFC 5322 3.4.1).
    qsizetype quotedLocalPart() const
    {
        constexpr qsizetype Longest = 130; // 64 octets (RFC 5321 4.5.3.1.1), each with a backslash
        const QByteArrayView near = m_field.sliced(m_at, std::min(Longest + 1, m_field.size() - m_at));
        for (qsizetype i = 1; i + 1 < near.size(); ++i) {
            if (near[i] == '"')
                return near[i + 1] == '@' ? i + 1 : 0;
            i += near[i] == '\\' ? 1 : 0;
        }
        return 0;
    }

    // An encoded word is one piece, even with the commas and colons it must not have.
    qsizetype encodedName() const
    {
        const qsizetype length = encodedWordLength(m_field.sliced(m_at));
        const QByteArrayView word = m_field.sliced(m_at, length);
        return word.contains('<') || word.contains('>') ? 0 : length;
    }

    void finish()
    {
        if (!m_now.words.trimmed().isEmpty() || m_now.hasRoute) {
            Address address = toAddress(m_now);
            if (!address.name.isEmpty() || !address.email.isEmpty())
                m_out.append(std::move(address));
        }
        m_now = {};
        m_route = m_hasAt = false;
    }

    const QByteArrayView m_field;
    const qsizetype m_most;
    const qsizetype m_lastQuote;
    const qsizetype m_lastParenthesis;
    QList<Address> m_out;
    Gathered m_now;
    qsizetype m_at = 0;
    int m_comments = 0; // open ones
    bool m_quoted = false;
    bool m_route = false; // between < and >
    bool m_hasAt = false; // the words have an @
};

} // namespace

QList<Address> parseMailboxes(QByteArrayView field, qsizetype most)
{
    QList<Address> out;
    return readPlainList(field, most, out) ? out : ListReader(field, most).run();
}

Address parseAuthor(QByteArrayView field)
{
    constexpr qsizetype MostPieces = 6;
    Address first = parseMailboxes(field, 1).value(0);
    if (!first.email.isEmpty() || first.name.isEmpty())
        return first;
    QStringList names;
    for (const Address &one : parseMailboxes(field, MostPieces)) {
        if (!one.name.isEmpty())
            names.append(one.name);
        if (!one.email.isEmpty())
            return {names.join(QStringLiteral(", ")), one.email};
    }
    return first;
}

} // namespace kw
