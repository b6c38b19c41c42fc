#include "ui/organize/folderfinder.h"

#include "ui/finder/finder.h"
#include "ui/look/icons.h"
#include "ui/look/words.h"

#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

QString nameOf(const FolderRow &folder)
{
    if (folder.role == FolderRole::Inbox)
        return roleTitle(folder.role);
    QString path = oneLine(folder.path);
    if (!folder.separator.isNull())
        path.replace(folder.separator, " / "_L1);
    return path;
}

} // namespace

Finder *askForFolder(const FolderQuestion &question, QWidget *window,
                     const std::function<void(FolderId)> &chosen)
{
    QList<FolderRow> folders;
    std::ranges::copy_if(question.folders, std::back_inserter(folders), [&](const FolderRow &folder) {
        return folder.selectable && !folder.unsupported && folder.state != FolderState::BeingDeleted
            && folder.id != question.without;
    });
    const auto rank = [&question](const FolderRow &folder) {
        const qsizetype place = question.lately.indexOf(folder.id);
        const qsizetype others = question.lately.size() + (folder.account == question.first ? 0 : 1);
        return place < 0 ? others : place;
    };
    std::ranges::stable_sort(folders, {}, rank);
    QList<FinderEntry> entries;
    for (const FolderRow &folder : std::as_const(folders)) {
        FinderEntry entry;
        entry.text = nameOf(folder);
        entry.detail = question.accounts.value(folder.account).name;
        entry.icon = icon(roleIcon(folder.role));
        entry.run = [chosen, id = folder.id] { chosen(id); };
        entries.append(entry);
    }
    auto *finder = new Finder(question.title, question.hint, entries, window);
    finder->show();
    return finder;
}

} // namespace kw
