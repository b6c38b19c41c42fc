#include "ui/organize/organizing.h"

#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/look/widgets.h"
#include "ui/messages/messagelistpane.h"
#include "ui/organize/filing.h"
#include "ui/organize/foldercommands.h"
#include "ui/organize/tagging.h"
#include "ui/organize/undoing.h"
#include "ui/settings/uisettings.h"

#include <QCursor>
#include <QMenu>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace kw {

Organizing::Organizing(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_filing(new Filing(parts.engine, parts.list, window, this))
    , m_tagging(new Tagging(parts.engine, parts.actions->tagKeys, parts.actions->untag, parts.targets, window,
                            this))
    , m_folders(new FolderCommands(parts.engine, parts.actions, parts.folders, window, this))
    , m_undoing(new Undoing(parts.engine, parts.actions->undo, parts.toastOver, this))
    , m_tagMenu(new QMenu(window))
{
    setNames(m_tagMenu, "tagMenu"_L1, tr("Tags"));
    parts.actions->tag->setMenu(m_tagMenu);
    connect(m_tagMenu, &QMenu::aboutToShow, m_tagging, [this] { m_tagging->fill(m_tagMenu); });
    connectActions();
    connect(parts.folders, &FolderPane::messagesDropped, m_filing, &Filing::drop);
    connect(m_tagging, &Tagging::tagMade, this, &Organizing::tagMade);
    connect(m_tagging, &Tagging::tagsWanted, this, &Organizing::tagsWanted);
    connect(m_undoing, &Undoing::changesWanted, this, &Organizing::changesWanted);
    connect(m_undoing, &Undoing::broughtBack, parts.list, &MessageListPane::selectMessage);
}

void Organizing::connectActions()
{
    const WindowActions &actions = *m_parts.actions;
    const auto on = [this](QAction *action, void (Filing::*run)(const QList<MessageId> &)) {
        connect(action, &QAction::triggered, this, [this, run] { (m_filing->*run)(m_parts.targets()); });
    };
    on(actions.archive, &Filing::archive);
    on(actions.deleteForGood, &Filing::removeForGood);
    on(actions.move, &Filing::move);
    on(actions.copy, &Filing::copy);
    connect(actions.deleteMail, &QAction::triggered, this, &Organizing::remove);
    connect(actions.junk, &QAction::triggered, this, [this] { m_filing->setJunk(m_parts.targets(), true); });
    connect(actions.notJunk, &QAction::triggered, this,
            [this] { m_filing->setJunk(m_parts.targets(), false); });
    // By its key the menu opens where the person looks.
    connect(actions.tag, &QAction::triggered, this, [this] {
        const QWidget *list = m_parts.list;
        m_tagMenu->popup(list->mapToGlobal(QPoint(list->width() / 2, list->height() / 3)));
    });
}

// With the keyboard in the folder pane Delete means the folder.
void Organizing::remove()
{
    if (m_parts.folders->tree()->hasFocus())
        m_folders->remove();
    else
        m_filing->remove(m_parts.targets());
}

void Organizing::setDatabase(Database *database)
{
    m_filing->setDatabase(database);
    m_tagging->setDatabase(database);
    m_undoing->setDatabase(database);
}

void Organizing::setAccounts(const AccountLooks &accounts)
{
    m_filing->setAccounts(accounts);
}

void Organizing::applySettings(const UiSettings &settings)
{
    m_filing->setMoveOn(settings.moveOn);
    m_filing->setDeleting(settings.confirmDelete, settings.sync.expungeGraceSeconds > 0);
    m_tagging->setTags(settings.tags);
    m_undoing->setTags(TagLooks(settings.tags));
}

void Organizing::setRefused(int actions)
{
    const int more = actions - std::exchange(m_refused, actions);
    if (more > 0)
        m_undoing->sayRefused(more);
}

UndoToast *Organizing::toast() const
{
    return m_undoing->toast();
}

void Organizing::addTo(QMenu *menu)
{
    const WindowActions &actions = *m_parts.actions;
    for (QAction *action : {actions.archive, actions.deleteMail, actions.junk, actions.notJunk}) {
        if (action->isEnabled())
            menu->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(actions.move);
    menu->addAction(actions.copy);
    menu->addAction(actions.tag);
}

} // namespace kw
