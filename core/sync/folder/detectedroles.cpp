#include "core/sync/folder/detectedroles.h"

#include "core/sync/folder/folderroles.h"

namespace kw {

QMap<FolderRole, DetectedRole> detectedRoles(const QList<FolderRow> &ofOneAccount,
                                             const QHash<FolderId, FolderFacts> &facts)
{
    QList<ListedFolder> listed;
    for (const FolderRow &row : ofOneAccount) {
        const auto told = facts.value(row.id).told;
        listed.append({row.path, row.separator, told.value_or(FolderRole::None), row.selectable,
                       row.subscribed, row.unsupported});
    }
    listed = withRoles(std::move(listed));
    QMap<FolderRole, DetectedRole> out;
    for (qsizetype i = 0; i < listed.size(); ++i) {
        const FolderRole role = listed[i].role;
        if (role >= FolderRole::Drafts && role <= FolderRole::Junk)
            out.insert(role, {ofOneAccount[i].id, facts.value(ofOneAccount[i].id).told == role});
    }
    return out;
}

} // namespace kw
