#include "ui/window/commandpalette.h"

#include "ui/finder/finder.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/look/words.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Palette
{
    Q_DECLARE_TR_FUNCTIONS(kw::CommandPalette)
};

FinderEntry entryFor(QAction *action)
{
    FinderEntry entry;
    entry.text = QString(action->text()).remove(u'&');
    entry.detail = action->shortcut().toString(QKeySequence::NativeText);
    entry.icon = action->isChecked() ? icon("check"_L1) : action->icon();
    entry.run = [action = QPointer(action)] {
        if (action)
            action->trigger();
    };
    return entry;
}

void addFolders(QList<FinderEntry> &entries, FolderPane *pane, const QModelIndex &parent)
{
    const FolderModel *model = pane->model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        if (model->view(index) || !model->searchKey(index).isEmpty()) {
            FinderEntry entry;
            entry.text = Palette::tr("Go to %1", "a folder").arg(model->viewTitle(index));
            entry.icon = index.data(Qt::DecorationRole).value<QIcon>();
            const QString key = index.data(FolderModel::KeyRole).toString();
            entry.run = [pane = QPointer(pane), key] {
                if (pane)
                    pane->selectKey(key);
            };
            entries.append(entry);
        }
        addFolders(entries, pane, index);
    }
}

} // namespace

Finder *showCommandPalette(const QList<QAction *> &actions, FolderPane *folders, QWidget *window,
                           const std::function<void(const QString &)> &search)
{
    QList<FinderEntry> entries;
    for (QAction *action : actions) {
        if (action->isEnabled() && action->isVisible())
            entries.append(entryFor(action));
    }
    addFolders(entries, folders, {});
    auto *finder = new Finder(Palette::tr("Commands and folders"), Palette::tr("What do you want to do?"),
                              entries, window);
    finder->setLast([search](const QString &typed) {
        FinderEntry entry;
        entry.text = Palette::tr("Search all mail for “%1”").arg(oneLine(typed));
        entry.icon = icon("search"_L1);
        entry.run = [search, typed] { search(typed); };
        return entry;
    });
    finder->show();
    return finder;
}

} // namespace kw
