#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"
#include "core/store/search/combinedsource.h"
#include "core/store/search/wordexpression.h"
#include "core/store/search/wordsource.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace kw {

class Database;
class IndexAttachment;
struct SearchScope;

// How a query is answered: which sources, which checks. One search; the thread of its Database.
class SearchPlan
{
public:
    // `layout`: nothing where there is no index; words find nothing then.
    SearchPlan(Database &db, IndexAttachment &index, const std::optional<IndexLayout> &layout,
               const SearchContext &context, SearchPulse &pulse);

    SearchSourcePtr make(const SearchNode &query, const SearchScope &scope);

private:
    struct Folder {
        FolderId id{};
        AccountId account{};
        QString path;
        QChar separator;
        FolderRole role = FolderRole::None;
    };

    SearchSourcePtr sourceOf(const SearchNode &query);
    SearchSourcePtr sourceOfAll(const QList<SearchNode> &children);
    WordExpression words() const;
    SearchSourcePtr wordSource(const QString &expression) const;
    void addParts(AllSource::Parts &parts, const QList<SearchNode> &children);
    void addPart(AllSource::Parts &parts, const SearchNode &child);
    void addReserve(AllSource::Parts &parts, const SearchTerm &term) const;
    void addScope(AllSource::Parts &parts, const SearchScope &scope);
    void addBase(AllSource::Parts &parts) const;
    std::optional<SearchCheck> checkOf(const SearchTerm &term) const;
    std::optional<SearchCheck> checkOfMark(SearchMark mark) const;
    SearchCheck hasTag(const QString &tag) const;
    SearchCheck isKnown() const;

    QSet<FolderId> foldersNamed(const QString &name) const;
    QSet<FolderId> foldersOfAccount(const QString &name) const;
    QList<FolderId> shownFolders() const;

    Database &m_db;
    IndexAttachment &m_index;
    const std::optional<IndexLayout> m_layout;
    const SearchContext &m_context;
    SearchPulse &m_pulse;
    QList<Folder> m_folders;
    QSet<FolderId> m_within; // where is looked; everywhere: all folders
    int m_looseWords = 0;
    // Asked for once: a word is looked at by itself and together with the others.
    mutable QHash<QString, std::optional<QStringList>> m_beginnings;
};

} // namespace kw
