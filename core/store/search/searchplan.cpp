#include "core/store/search/searchplan.h"

#include "core/search/querylooks.h"
#include "core/search/queryprinting.h"
#include "core/store/database.h"
#include "core/store/search/indexattachment.h"
#include "core/store/search/rowsource.h"
#include "core/store/search/searcher.h"

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

bool namesFolders(const SearchNode &query)
{
    if (query.kind == SearchNode::Kind::Term)
        return query.term.kind == SearchTerm::Kind::Folder;
    return std::ranges::any_of(query.children, namesFolders);
}

FolderRole roleNamed(const QString &name)
{
    static const QHash<QString, FolderRole> roles{
        {u"inbox"_s, FolderRole::Inbox},     {u"drafts"_s, FolderRole::Drafts},
        {u"draft"_s, FolderRole::Drafts},    {u"sent"_s, FolderRole::Sent},
        {u"archive"_s, FolderRole::Archive}, {u"trash"_s, FolderRole::Trash},
        {u"bin"_s, FolderRole::Trash},       {u"junk"_s, FolderRole::Junk},
        {u"spam"_s, FolderRole::Junk},       {u"all"_s, FolderRole::All},
    };
    return roles.value(name.toLower(), FolderRole::None);
}

SearchCheck hasBits(quint32 bits, bool on)
{
    return [bits, on](const SearchFacts &facts) { return ((facts.flags & bits) != 0) == on; };
}

SearchCheck isIn(const QSet<FolderId> &folders)
{
    return [folders](const SearchFacts &facts) { return folders.contains(facts.folder); };
}

SearchCheck inverse(const SearchCheck &check)
{
    return [check](const SearchFacts &facts) { return !check(facts); };
}

} // namespace

SearchPlan::SearchPlan(Database &db, IndexAttachment &index, const std::optional<IndexLayout> &layout,
                       const SearchContext &context, SearchPulse &pulse)
    : m_db(db)
    , m_index(index)
    , m_layout(layout)
    , m_context(context)
    , m_pulse(pulse)
{
    const auto query = m_db.statement("SELECT id, account_id, path, separator, role FROM folder");
    while (query->next()) {
        const QString separator = query->text(3);
        m_folders.append({FolderId(query->integer(0)), AccountId(query->integer(1)), query->text(2),
                          separator.isEmpty() ? QChar() : separator.front(), FolderRole(query->integer(4))});
        m_within.insert(m_folders.last().id);
    }
}

SearchSourcePtr SearchPlan::make(const SearchNode &query, const SearchScope &scope)
{
    const SearchNode simple = canonicalQuery(query);
    m_looseWords = looseWords(simple);
    AllSource::Parts parts;
    addScope(parts, scope);
    // A Gmail message is a row in each folder that it has as a label; one of them stands for it.
    constexpr auto Copy = quint32(Flag::Copy);
    if (!scope.view && !namesFolders(simple))
        parts.checks.push_back(hasBits(Copy, false));
    addParts(parts, simple.kind == SearchNode::Kind::All ? simple.children : QList<SearchNode>{simple});
    addBase(parts);
    return std::make_unique<AllSource>(std::move(parts), m_pulse);
}

void SearchPlan::addScope(AllSource::Parts &parts, const SearchScope &scope)
{
    if (!scope.view)
        return;
    if (scope.view->isUnified() && scope.view->role == FolderRole::Flagged) {
        parts.checks.push_back([](const SearchFacts &facts) { return isListedAsStarred(facts.flags); });
        parts.inReserve.push_back(std::make_unique<MarkedSource>(m_db, MarkedSource::Mark::Starred));
        return;
    }
    m_within.clear();
    for (const Folder &folder : std::as_const(m_folders)) {
        if (scope.view->isUnified() ? folder.role == scope.view->role : folder.id == scope.view->folder)
            m_within.insert(folder.id);
    }
    parts.checks.push_back(isIn(m_within));
    parts.inReserve.push_back(
        std::make_unique<FolderSource>(m_db, shownFolders(), FolderSource::Which::Every));
}

// Where nothing else gives the order: whatever has the rarest mark, else all mail.
void SearchPlan::addBase(AllSource::Parts &parts) const
{
    if (!parts.sources.empty())
        return;
    if (parts.inReserve.empty()) {
        parts.sources.push_back(
            std::make_unique<FolderSource>(m_db, shownFolders(), FolderSource::Which::Every));
        return;
    }
    std::ranges::move(parts.inReserve, std::back_inserter(parts.sources));
    parts.inReserve.clear();
}

WordExpression SearchPlan::words() const
{
    constexpr int MostByName = 300; // each costs some ten microseconds
    return {m_context, m_looseWords, [this](const QString &beginning) -> std::optional<QStringList> {
                if (!m_layout)
                    return std::nullopt;
                auto known = m_beginnings.find(beginning);
                if (known == m_beginnings.end())
                    known = m_beginnings.insert(beginning, m_index.wordsWith(beginning, MostByName));
                return *known;
            }};
}

SearchSourcePtr SearchPlan::wordSource(const QString &expression) const
{
    if (!m_layout)
        return std::make_unique<AnySource>(std::vector<SearchSourcePtr>());
    return std::make_unique<WordSource>(m_index, *m_layout, expression);
}

// All words at once are found faster than one after the other.
void SearchPlan::addParts(AllSource::Parts &parts, const QList<SearchNode> &children)
{
    const WordExpression expression = words();
    QList<SearchNode> ofWords;
    for (const SearchNode &child : children) {
        const bool isNot = child.kind == SearchNode::Kind::Not;
        if (expression.of(isNot ? child.children.first() : child))
            ofWords.append(child);
        else
            addPart(parts, child);
    }
    if (const auto together = expression.of(SearchNode::all(ofWords))) {
        parts.sources.push_back(wordSource(*together));
        return;
    }
    for (const SearchNode &child : std::as_const(ofWords)) // nothing but what is not wanted
        addPart(parts, child);
}

void SearchPlan::addPart(AllSource::Parts &parts, const SearchNode &child)
{
    const bool isNot = child.kind == SearchNode::Kind::Not;
    const SearchNode &what = isNot ? child.children.first() : child;
    if (what.kind == SearchNode::Kind::Term) {
        if (const auto check = checkOf(what.term)) {
            parts.checks.push_back(isNot ? inverse(*check) : *check);
            if (!isNot)
                addReserve(parts, what.term);
            return;
        }
    }
    (isNot ? parts.excluded : parts.sources).push_back(sourceOf(what));
}

SearchSourcePtr SearchPlan::sourceOf(const SearchNode &query)
{
    if (const auto expression = words().of(query))
        return wordSource(*expression);
    if (query.kind == SearchNode::Kind::Any) {
        std::vector<SearchSourcePtr> sources;
        for (const SearchNode &child : query.children)
            sources.push_back(sourceOf(child));
        return std::make_unique<AnySource>(std::move(sources));
    }
    return sourceOfAll(query.kind == SearchNode::Kind::All ? query.children : QList<SearchNode>{query});
}

SearchSourcePtr SearchPlan::sourceOfAll(const QList<SearchNode> &children)
{
    AllSource::Parts parts;
    addParts(parts, children);
    addBase(parts);
    return std::make_unique<AllSource>(std::move(parts), m_pulse);
}

void SearchPlan::addReserve(AllSource::Parts &parts, const SearchTerm &term) const
{
    const auto marked = [&](MarkedSource::Mark mark) {
        parts.inReserve.push_back(std::make_unique<MarkedSource>(m_db, mark));
    };
    const auto folders = [&](const QSet<FolderId> &some, FolderSource::Which which) {
        parts.inReserve.push_back(std::make_unique<FolderSource>(m_db, some.values(), which));
    };
    switch (term.kind) {
    case SearchTerm::Kind::Tag:
        return marked(MarkedSource::Mark::Tagged);
    case SearchTerm::Kind::Folder:
        return folders(foldersNamed(term.text), FolderSource::Which::Every);
    case SearchTerm::Kind::Account:
        return folders(foldersOfAccount(term.text), FolderSource::Which::Every);
    case SearchTerm::Kind::After:
        parts.notBefore = std::max(parts.notBefore, term.number);
        return;
    case SearchTerm::Kind::Before:
        parts.notAfter = std::min(parts.notAfter, term.number - 1);
        return;
    case SearchTerm::Kind::Larger:
        return term.number >= MarkedSource::LargeFrom ? marked(MarkedSource::Mark::Large) : void();
    case SearchTerm::Kind::Mark:
        break;
    default:
        return;
    }
    switch (term.mark) {
    case SearchMark::Unread:
        return folders(m_within, FolderSource::Which::Unread);
    case SearchMark::Starred:
        return marked(MarkedSource::Mark::Starred);
    case SearchMark::Answered:
        return marked(MarkedSource::Mark::Answered);
    case SearchMark::Attachment:
        return folders(m_within, FolderSource::Which::Attached);
    case SearchMark::Tagged:
        return marked(MarkedSource::Mark::Tagged);
    default:
        return;
    }
}

std::optional<SearchCheck> SearchPlan::checkOf(const SearchTerm &term) const
{
    const qint64 number = term.number;
    switch (term.kind) {
    case SearchTerm::Kind::Words:
        return {};
    case SearchTerm::Kind::Mark:
        return checkOfMark(term.mark);
    case SearchTerm::Kind::Folder:
        return isIn(foldersNamed(term.text));
    case SearchTerm::Kind::Account:
        return isIn(foldersOfAccount(term.text));
    case SearchTerm::Kind::Tag:
        return hasTag(term.text);
    case SearchTerm::Kind::Before:
        return [number](const SearchFacts &facts) { return facts.key.date < number; };
    case SearchTerm::Kind::After:
        return [number](const SearchFacts &facts) { return facts.key.date >= number; };
    case SearchTerm::Kind::Larger:
        return [number](const SearchFacts &facts) { return qint64(facts.size) > number; };
    case SearchTerm::Kind::Smaller:
        return [number](const SearchFacts &facts) { return qint64(facts.size) < number; };
    }
    return {};
}

std::optional<SearchCheck> SearchPlan::checkOfMark(SearchMark mark) const
{
    switch (mark) {
    case SearchMark::Unread:
        return hasBits(quint32(Flag::Seen), false);
    case SearchMark::Read:
        return hasBits(quint32(Flag::Seen), true);
    case SearchMark::Starred:
        return hasBits(quint32(Flag::Flagged), true);
    case SearchMark::Answered:
        return hasBits(quint32(Flag::Answered), true);
    case SearchMark::Forwarded:
        return hasBits(quint32(Flag::Forwarded), true);
    case SearchMark::Draft:
        return hasBits(quint32(Flag::Draft), true);
    case SearchMark::Attachment:
        return hasBits(quint32(Flag::HasAttachment), true);
    case SearchMark::Tagged:
        return hasTag({});
    case SearchMark::Known:
        return isKnown();
    case SearchMark::ToMe:
    case SearchMark::FromMe:
        break;
    }
    return {};
}

// By its name as the person has it, or by the server's keyword. Empty: any.
SearchCheck SearchPlan::hasTag(const QString &tag) const
{
    QString keyword = tag;
    for (auto it = m_context.tagKeywords.cbegin(); it != m_context.tagKeywords.cend(); ++it) {
        if (it.key().compare(tag, Qt::CaseInsensitive) == 0)
            keyword = it.value();
    }
    return [this, keyword](const SearchFacts &facts) {
        Statement &query = m_db.prepared("SELECT keywords FROM message WHERE id=?");
        query.bind(facts.key.id);
        const QString has = query.next() ? query.text(0) : QString();
        query.rewind();
        return keyword.isEmpty() ? !has.isEmpty() : has.split(u' ').contains(keyword, Qt::CaseInsensitive);
    };
}

SearchCheck SearchPlan::isKnown() const
{
    return [this](const SearchFacts &facts) {
        Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM message m JOIN correspondent c ON "
                                         "c.email=lower(m.from_email) WHERE m.id=?)");
        query.bind(facts.key.id);
        return query.holds();
    };
}

QSet<FolderId> SearchPlan::foldersNamed(const QString &name) const
{
    const FolderRole role = roleNamed(name);
    QSet<FolderId> found;
    const auto isCalled
        = [&](const QString &called) { return called.compare(name, Qt::CaseInsensitive) == 0; };
    for (const Folder &folder : m_folders) {
        const QString leaf
            = folder.separator.isNull() ? folder.path : folder.path.section(folder.separator, -1);
        const QStringList accounts = m_context.accountNames.value(folder.account);
        const bool isByAccount = std::ranges::any_of(
            accounts, [&](const QString &account) { return isCalled(account + u'/' + folder.path); });
        if (isCalled(folder.path) || isCalled(leaf) || isByAccount
            || (role != FolderRole::None && folder.role == role))
            found.insert(folder.id);
    }
    return found;
}

QSet<FolderId> SearchPlan::foldersOfAccount(const QString &name) const
{
    QSet<FolderId> found;
    for (const Folder &folder : m_folders) {
        const QStringList names = m_context.accountNames.value(folder.account);
        if (std::ranges::any_of(names,
                                [&](const QString &one) { return one.contains(name, Qt::CaseInsensitive); }))
            found.insert(folder.id);
    }
    return found;
}

QList<FolderId> SearchPlan::shownFolders() const
{
    return m_within.values();
}

} // namespace kw
