#include "ui/search/searchasked.h"

#include "core/account/identities.h"
#include "core/sync/engine.h"

namespace kw {

namespace {
constexpr QChar Unique(0x1F); // nothing that a person types
} // namespace

SearchContext searchContext(const Engine &engine, const QList<Tag> &tags, bool quotedText)
{
    SearchContext context;
    const QList<AccountSettings> accounts = engine.accounts();
    context.ownAddresses = ownAddresses(accounts);
    context.quotedText = quotedText;
    for (const AccountSettings &account : accounts) {
        QStringList names{account.key, account.name, account.address};
        names.removeAll(QString());
        context.accountNames.insert(engine.accountId(account.key), names);
    }
    for (const Tag &tag : tags)
        context.tagKeywords.insert(tag.name, tag.keyword);
    return context;
}

// Part of a name is enough for account:, so this account gets one that no other can have.
void keepWithin(ListSearch &search, AccountId account)
{
    const QString name = Unique + QString::number(raw(account)) + Unique;
    search.context.accountNames[account].append(name);
    SearchTerm term;
    term.kind = SearchTerm::Kind::Account;
    term.text = name;
    search.query = SearchNode::all({search.query, SearchNode::of(term)});
}

} // namespace kw
