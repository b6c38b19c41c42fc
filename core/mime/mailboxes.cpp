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

} // namespace

QList<Address> parseMailboxes(QByteArrayView field, qsizetype most)
{
    QList<Address> out;
    Gathered g;
    const auto finish = [&] {
        if (!g.words.trimmed().isEmpty() || g.hasRoute) {
            const Address address = toAddress(g);
            if (!address.name.isEmpty() || !address.email.isEmpty())
                out.append(address);
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
