#include "core/sync/sender/senderjudge.h"

#include "core/account/identities.h"
#include "core/evidence/domains.h"
#include "core/store/acquaintances.h"
#include "core/store/pages.h"

namespace kw {

namespace {

constexpr int MostKnown = 2000; // addresses whose domains are compared

QString passesFor(const QString &domain, const QStringList &addresses)
{
    QSet<QString> known;
    for (const QString &address : addresses)
        known.insert(registeredDomain(domainOf(address)));
    if (domain.isEmpty() || known.contains(domain))
        return {};
    for (const QString &one : std::as_const(known)) {
        if (looksLike(domain, one))
            return one;
    }
    return {};
}

} // namespace

SenderReport judgeSender(Database &db, const OpenedMessage &message, const QList<AccountSettings> &accounts,
                         const QHash<AccountId, QString> &keys)
{
    SenderReport out;
    out.message = message.id;
    Receiver receiver;
    if (const auto row = Pages(db).message(message.id)) {
        const QString key = keys.value(row->account);
        for (const AccountSettings &account : accounts) {
            if (account.key == key)
                receiver = {account.imap.host, account.address};
        }
    }
    out.evidence = judgeEvidence(message.view, message.rawHeader, receiver);
    const QString email = message.view.from.email.toLower();
    const QStringList own = ownAddresses(accounts);
    const Acquaintances known(db);
    out.acquaintance.isOneself = own.contains(email);
    out.acquaintance.isKnown = out.acquaintance.isOneself || known.hasWrittenTo(email);
    if (!out.acquaintance.isKnown) {
        out.acquaintance.looksLike = passesFor(out.evidence.domain, own + known.writtenTo(MostKnown));
        out.acquaintance.isFirst = !email.isEmpty() && !known.hasHeardFrom(email, message.id);
    }
    return out;
}

} // namespace kw
