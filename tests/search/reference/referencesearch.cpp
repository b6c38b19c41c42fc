#include "tests/search/reference/referencesearch.h"

#include "tests/search/reference/referencewords.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::reference {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QStringList textsOf(const Message &message, SearchField field, const SearchContext &context)
{
    const QString files = message.hasText ? message.files.join(u'\n') : QString();
    const QString body = message.hasText ? message.body : QString();
    QStringList bodies{body};
    if (context.quotedText && message.hasText)
        bodies.append(message.quoted);
    switch (field) {
    case SearchField::From:
        return {line({message.from})};
    case SearchField::To:
        return {line(message.to), line(message.cc)};
    case SearchField::Cc:
        return {line(message.cc)};
    case SearchField::Subject:
        return {message.subject};
    case SearchField::Body:
        return bodies;
    case SearchField::FileName:
        return {files};
    case SearchField::List:
        return {message.list};
    case SearchField::Any:
        break;
    }
    return QStringList{message.subject,  line({message.from}), line(message.to),
                       line(message.cc), message.list,         files}
    + bodies;
}

// Cut once: thousands of queries ask about the same mail.
const QList<Piece> &cut(const QString &text)
{
    static QHash<QString, QList<Piece>> known;
    auto found = known.find(text);
    if (found == known.end())
        found = known.insert(text, piecesOf(text));
    return *found;
}

bool isInAny(const QStringList &texts, const QList<Piece> &wanted, bool mayGoOn)
{
    return std::any_of(texts.cbegin(), texts.cend(),
                       [&](const QString &text) { return hasInOrder(cut(text), wanted, mayGoOn); });
}

// What stands together: "foo-bar baz" is two.
QStringList chunksOf(const QString &text)
{
    QStringList chunks{QString()};
    for (const QChar c : text) {
        if (c.isSpace())
            chunks.append(QString());
        else
            chunks.last() += c;
    }
    chunks.removeIf([](const QString &chunk) { return piecesOf(chunk).isEmpty(); });
    return chunks;
}

// Those of the whole query that may go on.
int looseChunks(const SearchNode &query)
{
    int count = 0;
    if (query.kind == SearchNode::Kind::Term && query.term.kind == SearchTerm::Kind::Words
        && !query.term.exact)
        count = int(chunksOf(query.term.text).size());
    for (const SearchNode &child : query.children)
        count += looseChunks(child);
    return count;
}

bool isShort(const QList<Piece> &chunk)
{
    return chunk.size() == 1 && chunk.first().kind == Piece::Kind::Word
        && chunk.first().text.toUcs4().size() <= 2;
}

// `onlyOne`: the query has no other word that may go on.
bool hasWords(const Message &message, const SearchTerm &term, const SearchContext &context, bool onlyOne)
{
    const QStringList texts = textsOf(message, term.field, context);
    if (term.exact)
        return isInAny(texts, piecesOf(term.text), false);
    const QStringList chunks = chunksOf(term.text);
    return std::all_of(chunks.cbegin(), chunks.cend(), [&](const QString &chunk) {
        const QList<Piece> wanted = piecesOf(chunk);
        return isInAny(texts, wanted, onlyOne || !isShort(wanted));
    });
}

bool isOwn(const Address &address, const SearchContext &context)
{
    return context.ownAddresses.contains(address.email, Qt::CaseInsensitive);
}

bool isToMe(const Message &message, const SearchContext &context)
{
    const QList<Address> all = message.to + message.cc;
    return std::any_of(all.cbegin(), all.cend(),
                       [&](const Address &address) { return isOwn(address, context); });
}

bool hasMark(const Message &message, SearchMark mark, const SearchContext &context)
{
    const auto has = [&message](Flag flag) { return (message.flags & quint32(flag)) != 0; };
    switch (mark) {
    case SearchMark::Unread:
        return !has(Flag::Seen);
    case SearchMark::Read:
        return has(Flag::Seen);
    case SearchMark::Starred:
        return has(Flag::Flagged);
    case SearchMark::Answered:
        return has(Flag::Answered);
    case SearchMark::Forwarded:
        return has(Flag::Forwarded);
    case SearchMark::Draft:
        return has(Flag::Draft);
    case SearchMark::Attachment:
        return has(Flag::HasAttachment);
    case SearchMark::Tagged:
        return !message.keywords.isEmpty();
    case SearchMark::ToMe:
        return isToMe(message, context);
    case SearchMark::FromMe:
        return isOwn(message.from, context);
    case SearchMark::Known:
        return message.isFromKnown;
    }
    return false;
}

QStringList namesOf(FolderRole role)
{
    switch (role) {
    case FolderRole::Inbox:
        return {u"inbox"_s};
    case FolderRole::Drafts:
        return {u"drafts"_s, u"draft"_s};
    case FolderRole::Sent:
        return {u"sent"_s};
    case FolderRole::Archive:
        return {u"archive"_s};
    case FolderRole::Trash:
        return {u"trash"_s, u"bin"_s};
    case FolderRole::Junk:
        return {u"junk"_s, u"spam"_s};
    case FolderRole::All:
        return {u"all"_s};
    case FolderRole::Flagged:
    case FolderRole::None:
        break;
    }
    return {};
}

bool isInFolder(const Message &message, const QString &wanted, const SearchContext &context)
{
    QStringList names = namesOf(message.role);
    names.append(message.folderPath);
    names.append(message.folderPath.section(message.separator, -1));
    for (const QString &account : context.accountNames.value(message.account))
        names.append(account + u'/' + message.folderPath);
    return std::any_of(names.cbegin(), names.cend(),
                       [&](const QString &name) { return isSame(name, wanted); });
}

bool isOfAccount(const Message &message, const QString &wanted, const SearchContext &context)
{
    const QStringList names = context.accountNames.value(message.account);
    return std::any_of(names.cbegin(), names.cend(),
                       [&](const QString &name) { return name.contains(wanted, Qt::CaseInsensitive); });
}

bool hasTag(const Message &message, const QString &wanted, const SearchContext &context)
{
    QStringList keywords{wanted};
    for (auto it = context.tagKeywords.cbegin(); it != context.tagKeywords.cend(); ++it) {
        if (isSame(it.key(), wanted))
            keywords.append(it.value());
    }
    return std::any_of(keywords.cbegin(), keywords.cend(), [&](const QString &keyword) {
        return message.keywords.contains(keyword, Qt::CaseInsensitive);
    });
}

bool matchesTerm(const Message &message, const SearchTerm &term, const SearchContext &context, bool onlyOne)
{
    switch (term.kind) {
    case SearchTerm::Kind::Words:
        return hasWords(message, term, context, onlyOne);
    case SearchTerm::Kind::Mark:
        return hasMark(message, term.mark, context);
    case SearchTerm::Kind::Folder:
        return isInFolder(message, term.text, context);
    case SearchTerm::Kind::Account:
        return isOfAccount(message, term.text, context);
    case SearchTerm::Kind::Tag:
        return hasTag(message, term.text, context);
    case SearchTerm::Kind::Before:
        return message.date < term.number;
    case SearchTerm::Kind::After:
        return message.date >= term.number;
    case SearchTerm::Kind::Larger:
        return message.size > term.number;
    case SearchTerm::Kind::Smaller:
        return message.size < term.number;
    }
    return false;
}

bool matchesNode(const Message &message, const SearchNode &query, const SearchContext &context, bool onlyOne)
{
    const auto fits = [&](const SearchNode &child) { return matchesNode(message, child, context, onlyOne); };
    switch (query.kind) {
    case SearchNode::Kind::All:
        return std::all_of(query.children.cbegin(), query.children.cend(), fits);
    case SearchNode::Kind::Any:
        return std::any_of(query.children.cbegin(), query.children.cend(), fits);
    case SearchNode::Kind::Not:
        return !fits(query.children.first());
    case SearchNode::Kind::Term:
        return matchesTerm(message, query.term, context, onlyOne);
    }
    return false;
}

} // namespace

bool matches(const Message &message, const SearchNode &query, const SearchContext &context)
{
    return matchesNode(message, query, context, looseChunks(query) == 1);
}

QList<MessageId> search(const QList<Message> &messages, const SearchNode &query, const SearchContext &context)
{
    QList<Message> found;
    for (const Message &message : messages) {
        if (matches(message, query, context))
            found.append(message);
    }
    std::sort(found.begin(), found.end(), [](const Message &a, const Message &b) {
        return std::pair(a.date, raw(a.id)) > std::pair(b.date, raw(b.id));
    });
    QList<MessageId> ids;
    for (const Message &message : found)
        ids.append(message.id);
    return ids;
}

QString line(const QList<Address> &addresses)
{
    QStringList parts;
    for (const Address &address : addresses) {
        if (address.name.isEmpty())
            parts.append(address.email);
        else
            parts.append(address.email.isEmpty() ? address.name
                                                 : u"%1 <%2>"_s.arg(address.name, address.email));
    }
    return parts.join(u", "_s);
}

} // namespace kw::reference
