#include "core/account/identities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// "a\"b" without its quotes; text that is not quoted stays as it is.
QString unquoted(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return text;
    QString out;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 2 < text.size())
            ++i;
        out.append(text.at(i));
    }
    return out;
}

// The last "<" that is not within quotes; -1: there is none.
qsizetype angleIn(const QString &text)
{
    qsizetype angle = -1;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\\' && quoted)
            ++i;
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u'<' && !quoted)
            angle = i;
    }
    return angle;
}

bool isAddress(const QString &text)
{
    const auto at = text.lastIndexOf(u'@');
    return at > 0 && at < text.size() - 1
        && std::none_of(
               text.cbegin(), text.cend(),
               [](QChar c) {
                   return c.isSpace() || c.category() == QChar::Other_Control || u"<>,;\"()"_s.contains(c);
               });
}

} // namespace

QString writtenMailbox(const Address &address)
{
    if (address.name.isEmpty())
        return address.email;
    const bool plain = std::none_of(address.name.cbegin(), address.name.cend(),
                                    [](QChar c) { return u"()<>[]:;@\\,.\""_s.contains(c); })
        && address.name.trimmed() == address.name;
    if (plain)
        return u"%1 <%2>"_s.arg(address.name, address.email);
    QString quoted = address.name;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u"\"%1\" <%2>"_s.arg(quoted, address.email);
}

std::optional<Address> readMailbox(const QString &text)
{
    const QString mailbox = text.trimmed();
    const qsizetype angle = angleIn(mailbox);
    if (angle < 0)
        return isAddress(mailbox) ? std::optional(Address{{}, mailbox}) : std::nullopt;
    if (!mailbox.endsWith(u'>'))
        return {};
    Address address;
    address.name = unquoted(mailbox.left(angle).trimmed()).simplified();
    address.email = mailbox.mid(angle + 1).chopped(1).trimmed();
    return isAddress(address.email) ? std::optional(address) : std::nullopt;
}

QStringList partedMailboxes(const QString &line)
{
    QStringList out(QString{});
    bool quoted = false;
    int depth = 0; // of comments and angle brackets
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u',' && !quoted && depth == 0) {
            out.append(QString());
            continue;
        }
        out.last().append(c);
        if (c == u'\\' && i + 1 < line.size())
            out.last().append(line.at(++i));
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'<' || c == u'('))
            ++depth;
        else if (!quoted && (c == u'>' || c == u')'))
            depth = std::max(depth - 1, 0);
    }
    for (QString &mailbox : out)
        mailbox = mailbox.trimmed();
    out.removeAll(QString());
    return out;
}

QList<Address> identities(const AccountSettings &account)
{
    QList<Address> out{{account.name == account.address ? QString() : account.name, account.address}};
    for (const QString &alias : account.aliases) {
        const auto address = readMailbox(alias);
        if (!address)
            continue;
        if (address->email.compare(account.address, Qt::CaseInsensitive) == 0)
            out.first().name = address->name; // the account's own address under another name
        else if (!out.contains(*address))
            out.append(*address);
    }
    return out;
}

QStringList ownAddresses(const QList<AccountSettings> &accounts)
{
    QStringList out;
    for (const AccountSettings &account : accounts) {
        for (const Address &identity : identities(account))
            out.append(identity.email.toLower());
    }
    out.removeDuplicates();
    return out;
}

} // namespace kw
