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

SenderReport judgeHeader(Database &db, const OpenedMessage &message, const QList<AccountSettings> &accounts,
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
    return out;
}

void addAcquaintance(Database &db, const OpenedMessage &message, const QList<AccountSettings> &accounts,
                     SenderReport &report)
{
    Acquaintance &out = report.acquaintance;
    const QString email = message.view.from.email.toLower();
    const QStringList own = ownAddresses(accounts);
    const Acquaintances known(db);
    out.isOneself = own.contains(email);
    out.isKnown = out.isOneself || known.hasWrittenTo(email);
    if (!out.isKnown) {
        out.looksLike = passesFor(report.evidence.domain, own + known.writtenTo(MostKnown));
        out.isFirst = !email.isEmpty() && !known.hasHeardFrom(email, message.id);
    }
    report.isWhole = true;
}

} // namespace kw
