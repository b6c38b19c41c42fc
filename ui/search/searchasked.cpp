#include "ui/search/searchasked.h"

#include "core/account/identities.h"
#include "core/sync/engine.h"

namespace kw {

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

SearchNode withinAccount(const SearchNode &query, const QString &address)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Account;
    term.text = address;
    return SearchNode::all({query, SearchNode::of(term)});
}

} // namespace kw
