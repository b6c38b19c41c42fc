#include "ui/accounts/accountwords.h"

#include "ui/look/words.h"

#include <QCoreApplication>

namespace kw {

namespace {

class AccountWords
{
    Q_DECLARE_TR_FUNCTIONS(kw::AccountWords)
};

} // namespace

QString accountTitle(const AccountSettings &account)
{
    const QString title = account.name.isEmpty() || account.name == account.address
        ? account.address
        : AccountWords::tr("%1 — %2", "account, address").arg(account.name, account.address);
    return oneLine(title);
}

QString removalQuestion(const AccountSettings &account)
{
    return AccountWords::tr("Remove “%1” from this computer?").arg(accountTitle(account));
}

QString removalDetail(const std::optional<AccountHoldings> &holdings)
{
    const QString stays = AccountWords::tr("The mail on the server stays.");
    if (!holdings)
        return AccountWords::tr("Its mail on this computer is deleted, together with changes that have not "
                                "reached the server yet.")
            + u' ' + stays;
    QStringList lines;
    lines.append(AccountWords::tr("Its %Ln message(s) and its password are deleted from this computer.",
                                  nullptr, int(holdings->messages))
                 + u' ' + stays);
    if (holdings->waiting > 0)
        lines.append(AccountWords::tr("%Ln change(s) have not reached the server and would be lost.", nullptr,
                                      holdings->waiting));
    if (holdings->onlyHere > 0)
        lines.append(AccountWords::tr("%Ln message(s) are only on this computer and would be lost.", nullptr,
                                      holdings->onlyHere));
    if (holdings->vanished > 0)
        lines.append(AccountWords::tr("%Ln message(s) deleted by other programs could no longer be restored.",
                                      nullptr, holdings->vanished));
    return lines.join(u'\n');
}

std::optional<AccountHoldings> holdingsOf(Database *database, AccountId account)
{
    if (!database || !isSet(account))
        return {};
    return AccountFacts(*database).holdings(account);
}

} // namespace kw
