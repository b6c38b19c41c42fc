#include "core/sync/search/hittruth.h"

#include "core/search/serverquery.h"
#include "core/store/acquaintances.h"

#include <algorithm>
#include <array>

namespace kw {

namespace {

constexpr std::array<std::pair<const char *, FolderRole>, 10> RoleNames{{{"inbox", FolderRole::Inbox},
                                                                         {"drafts", FolderRole::Drafts},
                                                                         {"draft", FolderRole::Drafts},
                                                                         {"sent", FolderRole::Sent},
                                                                         {"archive", FolderRole::Archive},
                                                                         {"trash", FolderRole::Trash},
                                                                         {"bin", FolderRole::Trash},
                                                                         {"junk", FolderRole::Junk},
                                                                         {"spam", FolderRole::Junk},
                                                                         {"all", FolderRole::All}}};

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool isFolderMeant(const QString &text, const FolderRow &folder, const QStringList &accountNames)
{
    for (const auto &[name, role] : RoleNames) {
        if (folder.role == role && isSame(text, QLatin1StringView(name)))
            return true;
    }
    QString path = folder.path;
    if (!folder.separator.isNull())
        path.replace(folder.separator, QLatin1Char('/'));
    if (isSame(text, path) || isSame(text, folder.path) || isSame(text, path.section(QLatin1Char('/'), -1)))
        return true;
    return std::ranges::any_of(accountNames, [&](const QString &account) {
        return isSame(text, account + QLatin1Char('/') + path);
    });
}

} // namespace

std::optional<bool> folderTruth(const SearchTerm &term, const FolderRow &folder, const SearchContext &context)
{
    const QStringList names = context.accountNames.value(folder.account);
    if (term.kind == SearchTerm::Kind::Folder)
        return isFolderMeant(term.text, folder, names);
    if (term.kind == SearchTerm::Kind::Account)
        return std::ranges::any_of(
            names, [&term](const QString &name) { return name.contains(term.text, Qt::CaseInsensitive); });
    return {};
}

HitTruth::HitTruth(SyncContext &ctx, const SearchContext &search)
    : m_ctx(ctx)
    , m_search(search)
{
}

bool HitTruth::isKnown(const QString &email)
{
    const auto found = m_known.constFind(email);
    if (found != m_known.cend())
        return *found;
    return *m_known.insert(email, Acquaintances(m_ctx.db).hasWrittenTo(email));
}

std::optional<bool> HitTruth::mark(SearchMark mark, const FoundRow &row)
{
    const auto has = [&row](Flag flag) { return (row.flags & quint32(flag)) != 0; };
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
    case SearchMark::Attachment: // a missing mark says something only where the whole header was seen
        return has(Flag::HasAttachment) ? std::optional(true)
            : row.isWhole               ? std::optional(false)
                                        : std::nullopt;
    case SearchMark::Tagged:
        return !row.keywords.isEmpty();
    case SearchMark::Known:
        return isKnown(row.fromEmail);
    case SearchMark::FromMe:
        return m_search.ownAddresses.contains(row.fromEmail, Qt::CaseInsensitive);
    case SearchMark::ToMe:
        break;
    }
    return {};
}

std::optional<bool> HitTruth::of(const SearchTerm &term, const FoundRow &row)
{
    switch (term.kind) {
    case SearchTerm::Kind::Mark:
        return mark(term.mark, row);
    case SearchTerm::Kind::Tag:
        return std::ranges::any_of(keywordsOf(term.text, m_search), [&row](const QString &keyword) {
            return row.keywords.contains(keyword, Qt::CaseInsensitive);
        });
    case SearchTerm::Kind::Before:
        return row.date < term.number;
    case SearchTerm::Kind::After:
        return row.date >= term.number;
    case SearchTerm::Kind::Larger:
        return row.size > term.number;
    case SearchTerm::Kind::Smaller:
        return row.size < term.number;
    case SearchTerm::Kind::Words:
    case SearchTerm::Kind::Folder:
    case SearchTerm::Kind::Account:
        break;
    }
    return {};
}

} // namespace kw
