#include "core/compose/answeredpeople.h"

#include "core/account/identities.h"
#include "core/mime/headerfields.h"
#include "core/mime/mailboxes.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostRecipients = 20'000;

QList<Address> mailboxesOf(const Original &original, QByteArrayView name)
{
    QList<Address> out;
    for (const QByteArray &value : fieldsOf(original, name))
        out += parseMailboxes(value, MostRecipients);
    return out;
}

bool isSame(const Address &a, QStringView email)
{
    return QStringView(a.email).compare(email, Qt::CaseInsensitive) == 0;
}

bool holds(const QList<Address> &list, QStringView email)
{
    return std::any_of(list.cbegin(), list.cend(), [email](const Address &a) { return isSame(a, email); });
}

QList<Address> withoutOwn(const QList<Address> &list, const Answerer &answerer)
{
    QList<Address> out;
    std::copy_if(list.cbegin(), list.cend(), std::back_inserter(out),
                 [&answerer](const Address &a) { return !isOwn(a, answerer); });
    return out;
}

// Each address once, in the order of the lists, and no groups without members.
AnsweredPeople tidied(AnsweredPeople people)
{
    QSet<QString> seen;
    for (QList<Address> *list : {&people.to, &people.cc}) {
        QList<Address> once;
        for (const Address &address : std::as_const(*list)) {
            const QString key = address.email.toLower();
            if (key.isEmpty() || seen.contains(key))
                continue;
            seen.insert(key);
            once.append(address);
        }
        *list = once;
    }
    if (people.to.isEmpty())
        people.to.swap(people.cc);
    return people;
}

// Who wants to have the answer.
QList<Address> answerTo(const Original &original, const Answerer &answerer)
{
    QList<Address> asked = withoutOwn(mailboxesOf(original, "mail-reply-to"), answerer);
    if (!asked.isEmpty())
        return asked;
    QList<Address> replyTo = withoutOwn(original.view.replyTo, answerer);
    return replyTo.isEmpty() ? QList<Address>{original.view.from} : replyTo;
}

} // namespace

QByteArrayList fieldsOf(const Original &original, QByteArrayView lowerCaseName)
{
    QByteArrayList out;
    HeaderFieldReader fields(original.source);
    while (fields.next()) {
        if (fields.is(lowerCaseName))
            out.append(fields.value());
    }
    return out;
}

bool isOwn(const Address &address, const Answerer &answerer)
{
    return answerer.ownAddresses.contains(address.email.toLower())
        || holds(answerer.identities, address.email);
}

QString listAddressOf(const Original &original)
{
    for (const QByteArray &value : fieldsOf(original, "list-post")) {
        if (value.trimmed().toUpper().startsWith("NO"))
            return {};
        for (qsizetype at = 0; (at = value.indexOf('<', at)) >= 0;) {
            const qsizetype end = value.indexOf('>', at);
            if (end < 0)
                break;
            const QUrl url(QString::fromUtf8(value.sliced(at + 1, end - at - 1).trimmed()));
            at = end;
            if (url.scheme() == "mailto"_L1 && url.path(QUrl::FullyDecoded).contains(u'@'))
                return parseAuthor(url.path(QUrl::FullyDecoded).toUtf8()).email;
        }
    }
    return {};
}

AnsweredPeople peopleOfReply(const Original &original, const Answerer &answerer)
{
    if (!isOwn(original.view.from, answerer))
        return tidied({answerTo(original, answerer), {}});
    const QList<Address> to = withoutOwn(original.view.to, answerer);
    const QList<Address> cc = withoutOwn(original.view.cc, answerer);
    if (to.isEmpty() && cc.isEmpty())
        return tidied({{original.view.from}, {}});
    return tidied({to.isEmpty() ? cc : to, {}});
}

AnsweredPeople peopleOfReplyToAll(const Original &original, const Answerer &answerer)
{
    const MessageView &view = original.view;
    const QList<Address> to = withoutOwn(view.to, answerer);
    const QList<Address> cc = withoutOwn(view.cc, answerer);
    if (isOwn(view.from, answerer)) {
        if (to.isEmpty() && cc.isEmpty())
            return tidied({{view.from}, {}});
        return tidied({to, cc});
    }
    const QList<Address> followUp = withoutOwn(mailboxesOf(original, "mail-followup-to"), answerer);
    if (!followUp.isEmpty())
        return tidied({followUp, {}});
    QList<Address> first = answerTo(original, answerer);
    // A list that puts itself into Reply-To would leave the author out.
    const QString list = listAddressOf(original);
    if (!list.isEmpty() && holds(first, list))
        first.prepend(view.from);
    return tidied({first + to, cc});
}

Answerer answererOf(const AccountSettings &account, const QList<AccountSettings> &all)
{
    Answerer answerer;
    answerer.identities = identities(account);
    answerer.ownAddresses = ownAddresses(all);
    return answerer;
}

ChosenIdentity identityFor(const Original &original, const Answerer &answerer)
{
    const auto own = [&answerer](const QList<Address> &list) -> std::optional<Address> {
        for (const Address &address : list) {
            for (const Address &identity : answerer.identities) {
                if (isSame(identity, address.email))
                    return identity;
            }
        }
        return {};
    };
    const QList<QList<Address>> places{
        {original.view.from},
        original.view.to,
        original.view.cc,
        mailboxesOf(original, "delivered-to"),
        mailboxesOf(original, "x-original-to"),
    };
    for (const QList<Address> &place : places) {
        if (const auto identity = own(place))
            return {*identity, identity->email};
    }
    return {answerer.identities.value(0), {}};
}

} // namespace kw
