#include "ui/search/searchasked.h"

#include "core/account/identities.h"
#include "core/search/words.h"
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

QList<HitWord> hitWords(const SearchNode &query)
{
    QList<HitWord> words;
    if (query.kind == SearchNode::Kind::Not)
        return words;
    if (query.kind != SearchNode::Kind::Term) {
        for (const SearchNode &child : query.children)
            words.append(hitWords(child));
        return words;
    }
    if (query.term.kind == SearchTerm::Kind::Words) {
        for (const QByteArray &word : wordsOf(query.term.text))
            words.append({word, query.term.exact});
    }
    return words;
}

SearchNode withinAccount(const SearchNode &query, const QString &address)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Account;
    term.text = address;
    return SearchNode::all({query, SearchNode::of(term)});
}

} // namespace kw
