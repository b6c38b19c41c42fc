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
    bool quoted = false;
    bool hasRoute = false;
};

Address toAddress(const Gathered &g)
{
    Address address;
    QByteArray email = g.hasRoute ? g.route : g.words;
    if (const qsizetype colon = email.lastIndexOf(':'); g.hasRoute && email.startsWith('@') && colon >= 0)
        email = email.sliced(colon + 1); // obsolete source route
    email = email.trimmed();
    const QByteArray name = g.hasRoute ? g.words.trimmed() : QByteArray();
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
        (piece.contains('@') ? address.email : address.name) = tidied(piece);
        return true;
    }
    const QByteArrayView route = piece.sliced(open + 1);
    if (route.isEmpty() || route.indexOf('>') != route.size() - 1 || route.contains('<')
        || piece.first(open).contains('>'))
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

} // namespace

QList<Address> parseMailboxes(QByteArrayView field, qsizetype most)
{
    QList<Address> out;
    if (readPlainList(field, most, out))
        return out;
    Gathered g;
    const auto finish = [&] {
        if (!g.words.trimmed().isEmpty() || g.hasRoute) {
            Address address = toAddress(g);
            if (!address.name.isEmpty() || !address.email.isEmpty())
                out.append(std::move(address));
        }
        g = {};
    };
    bool inQuotes = false, inRoute = false;
    int comment = 0;
    for (qsizetype i = 0; i < field.size() && out.size() < most; ++i) {
        const char c = field[i];
        if (c == '\\' && i + 1 < field.size() && (inQuotes || comment > 0)) {
            (comment > 0 ? g.comment : g.words) += field[++i];
        } else if (inQuotes) {
            if (c == '"')
                inQuotes = false;
            else
                g.words += c;
        } else if (comment > 0) {
            comment += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (comment > 0)
                g.comment += c;
        } else if (c == '"' && !inRoute) {
            inQuotes = true;
        } else if (c == '(') {
            comment = 1;
        } else if (c == '<') {
            inRoute = g.hasRoute = true;
            g.route.clear();
        } else if (c == '>') {
            inRoute = false;
        } else if (inRoute) {
            g.route += c;
        } else if (c == ',' || c == ';') {
            finish();
        } else if (c == ':' && !g.words.contains('@')) {
            g = {}; // the name of a group; its members follow
        } else {
            g.words += c;
        }
    }
    if (out.size() < most)
        finish();
    return out;
}

} // namespace kw
