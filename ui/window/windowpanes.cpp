#include "ui/window/windowpanes.h"

#include "ui/accounts/firstrunpage.h"
#include "ui/folders/folderpane.h"
#include "ui/look/widgets.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/settings/uisettings.h"
#include "ui/window/notices.h"
#include "ui/window/statusstrip.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

WindowPanes::WindowPanes(Engine *engine, const QString &demoProblem, QWidget *parent)
    : QWidget(parent)
{
    setNames(this, "centre"_L1, tr("Mail"));
    build(engine);
    limit();
    m_firstRun->setDemoProblem(demoProblem);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_status);
}

void WindowPanes::build(Engine *engine)
{
    m_notices = new Notices(engine, this);
    m_stack = new QStackedWidget(this);
    setNames(m_stack, "centreStack"_L1, tr("Mail"));
    m_outer = new QSplitter(Qt::Horizontal, m_stack);
    setNames(m_outer, "outerSplitter"_L1, tr("Folders and messages"));
    m_inner = new QSplitter(Qt::Horizontal, m_outer);
    setNames(m_inner, "innerSplitter"_L1, tr("List and message"));
    m_folders = new FolderPane(m_outer);
    m_list = new MessageListPane(m_inner);
    m_reader = new ReaderPane(engine, m_inner);
    m_outer->addWidget(m_folders);
    m_outer->addWidget(m_inner);
    m_inner->addWidget(m_list);
    m_inner->addWidget(m_reader);
    m_firstRun = new FirstRunPage(m_stack);
    m_stack->addWidget(m_outer);
    m_stack->addWidget(m_firstRun);
    m_status = new StatusStrip(this);
    connect(m_list, &MessageListPane::conversationsChosen, this, &WindowPanes::chooseConversations);
}

void WindowPanes::limit()
{
    for (QSplitter *splitter : {m_outer, m_inner}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
        splitter->setStretchFactor(1, 1);
    }
    m_folders->setMinimumWidth(150);
    m_list->setMinimumWidth(240);
    m_reader->setMinimumWidth(280);
}

void WindowPanes::setDatabase(Database *database)
{
    m_folders->setDatabase(database);
    m_list->setDatabase(database);
    m_reader->setDatabase(database);
}

void WindowPanes::showView(ViewId view, const QString &title)
{
    const bool grouped = m_conversations.isGrouped(m_folders->currentKey());
    m_reader->setConversations(grouped);
    m_list->showView(view, title, grouped);
}

// For the list that is shown.
void WindowPanes::chooseConversations(bool on)
{
    m_conversations.choose(m_folders->currentKey(), on);
    showConversations();
}

// For all lists. What the person just switched shows at once, also where it had been chosen otherwise.
void WindowPanes::setConversationsUsual(bool on)
{
    if (m_conversations.usual() != on)
        m_conversations.forget(m_folders->currentKey());
    m_conversations.setUsual(on);
    showConversations();
}

void WindowPanes::showConversations()
{
    const bool grouped = m_conversations.isGrouped(m_folders->currentKey());
    ListLooks looks = m_list->looks();
    looks.conversations = grouped;
    m_list->setLooks(looks);
    m_reader->setConversations(grouped);
}

void WindowPanes::applyChanges(const ChangeSet &changes)
{
    m_folders->applyChanges(changes);
    m_list->applyChanges(changes);
    m_reader->applyChanges(changes);
}

void WindowPanes::showFirstRun(bool on)
{
    m_stack->setCurrentWidget(on ? static_cast<QWidget *>(m_firstRun) : m_outer);
    m_status->setVisible(!on);
}

bool WindowPanes::isFirstRun() const
{
    return m_stack->currentWidget() == m_firstRun;
}

void WindowPanes::setReaderBelow(bool on)
{
    if (m_below == on)
        return;
    innerState() = m_inner->saveState();
    m_below = on;
    const auto wanted = on ? Qt::Vertical : Qt::Horizontal;
    m_inner->setOrientation(wanted);
    if (innerState().isEmpty() || !m_inner->restoreState(innerState()))
        m_inner->setSizes(on ? QList<int>{300, 400} : QList<int>{380, 620});
    m_inner->setOrientation(wanted); // the kept state also holds an orientation
}

void WindowPanes::applySettings(const UiSettings &settings)
{
    ListLooks looks = m_list->looks(); // the order is none of the settings
    looks.mode = settings.listMode;
    looks.density = settings.density;
    looks.dateGroups = settings.dateGroups;
    m_list->setLooks(looks);
    m_list->listView()->setTextPercent(settings.listTextPercent);
    m_list->listView()->setAccountColors(settings.accountColors);
    setConversationsUsual(settings.conversations);
    m_reader->page()->setFixedWidth(settings.fixedWidthText);
    m_reader->page()->setPreferPlain(settings.preferPlain);
    m_reader->page()->setUsualZoom(settings.zoomPercent);
    setReaderBelow(settings.readerBelow);
    const TagLooks tags(settings.tags);
    m_list->setTags(tags);
    m_reader->setTags(tags);
}

void WindowPanes::keep(WindowSession &session) const
{
    session.outerSplit = m_outer->saveState();
    session.innerSplitBeside = m_below ? m_innerBeside : m_inner->saveState();
    session.innerSplitBelow = m_below ? m_inner->saveState() : m_innerBelow;
    session.foldedFolders = m_folders->foldedKeys();
    session.subscribedOnly = m_folders->subscribedOnly();
    session.viewKey = m_folders->currentKey();
    session.conversations = m_conversations.exceptions();
    session.message = m_list->currentMessage();
    if (m_list->isFilterKept())
        session.keptFilter = m_list->filter();
}

void WindowPanes::restore(const WindowSession &session)
{
    m_innerBeside = session.innerSplitBeside;
    m_innerBelow = session.innerSplitBelow;
    if (session.outerSplit.isEmpty() || !m_outer->restoreState(session.outerSplit))
        m_outer->setSizes({230, 1050});
    if (innerState().isEmpty() || !m_inner->restoreState(innerState()))
        m_inner->setSizes(m_below ? QList<int>{300, 400} : QList<int>{400, 650});
    m_inner->setOrientation(m_below ? Qt::Vertical : Qt::Horizontal);
    m_conversations.setExceptions(session.conversations);
    m_folders->setSubscribedOnly(session.subscribedOnly);
    m_folders->setFoldedKeys(session.foldedFolders);
    m_list->setFilterKept(session.keptFilter.has_value());
    m_list->setFilter(session.keptFilter.value_or(PageFilter()));
    if (isFirstRun())
        return;
    if (m_folders->selectKey(session.viewKey) && isSet(session.message))
        m_list->selectMessage(session.message);
    m_list->listView()->setFocus(Qt::OtherFocusReason);
}

bool WindowPanes::walk(int step, const QWidget *toolBar)
{
    const QList<const QWidget *> stops{m_folders, m_list, m_reader, toolBar};
    const QWidget *focus = window()->focusWidget();
    qsizetype at = step > 0 ? -1 : 0;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        if (focus && (stops.at(i) == focus || stops.at(i)->isAncestorOf(focus)))
            at = i;
    }
    switch ((at + step + stops.size()) % stops.size()) {
    case 0:
        m_folders->tree()->setFocus(Qt::ShortcutFocusReason);
        return true;
    case 1:
        m_list->listView()->setFocus(Qt::ShortcutFocusReason);
        return true;
    case 2:
        m_reader->focusContent();
        return true;
    default:
        return false;
    }
}

} // namespace kw
