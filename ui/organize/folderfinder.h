#pragma once

#include "core/store/rows.h"
#include "ui/messages/listlook.h"

#include <functional>

class QWidget;

namespace kw {

class Finder;

// Asks for a folder of any account by a few letters of its name. Those chosen lately come first, then those
// of `first`. Folders that cannot hold mail and `without` are left out.
struct FolderQuestion {
    QString title;
    QString hint;
    QList<FolderRow> folders;
    AccountLooks accounts;
    QList<FolderId> lately;
    AccountId first{};
    FolderId without{};
};
Finder *askForFolder(const FolderQuestion &question, QWidget *window,
                     const std::function<void(FolderId)> &chosen);

} // namespace kw
