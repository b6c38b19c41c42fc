#include "ui/actions/windowactions.h"

#include "ui/look/icons.h"
#include "ui/settings/shortcutkeys.h"

#include <QActionGroup>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace kw {

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    makeMailActions();
    makeWritingActions();
    makeMessageActions();
    makeFilingActions();
    makeFolderActions();
    makeGoActions();
    makeViewActions();
    makeHelpActions();
}

void WindowActions::makeMailActions()
{
    checkMail = add("checkMail"_L1, tr("Check for New Mail"), "check-mail"_L1, {Qt::Key_F5});
    offline = option("offline"_L1, tr("Work Offline"));
    offline->setIcon(icon("offline"_L1));
    settings = add("settings"_L1, tr("Settings…"), "settings"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    exportSettings = add("exportSettings"_L1, tr("Export Settings…"));
    importSettings = add("importSettings"_L1, tr("Import Settings…"));
    addAccount = add("addAccount"_L1, tr("Add Account…"), "add"_L1);
    changes
        = add("changes"_L1, tr("Changes…"), "changes"_L1, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    vanished = add("vanished"_L1, tr("Recently Vanished…"), "restore"_L1);
    cleanUp = add("cleanUp"_L1, tr("Clean Up…"), "clean-up"_L1);
    quit = add("quit"_L1, tr("Quit"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)});
}

void WindowActions::makeWritingActions()
{
    compose = add("compose"_L1, tr("New Message"), "edit"_L1,
                  {QKeySequence(QKeySequence::New), QKeySequence(Qt::Key_C)});
    reply = add("reply"_L1, tr("Reply"), "reply"_L1,
                {QKeySequence(Qt::Key_R), QKeySequence(Qt::CTRL | Qt::Key_R)});
    replyAll = add("replyAll"_L1, tr("Reply to All"), "reply-all"_L1,
                   {QKeySequence(Qt::Key_A), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    replyList = add("replyList"_L1, tr("Reply to the List"), "reply-all"_L1,
                    {QKeySequence(Qt::Key_L), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    forward = add("forward"_L1, tr("Forward"), "forward"_L1,
                  {QKeySequence(Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_L)});
    forwardAttached
        = add("forwardAttached"_L1, tr("Forward as Attachment"), {}, {QKeySequence(Qt::SHIFT | Qt::Key_F)});
    redirect = add("redirect"_L1, tr("Redirect…"));
    editAsNew = add("editAsNew"_L1, tr("Edit as New"), {}, {QKeySequence(Qt::CTRL | Qt::Key_E)});
    outbox = add("outbox"_L1, tr("Outbox…"), "outbox"_L1);
}

void WindowActions::makeMessageActions()
{
    openMessage = add("openMessage"_L1, tr("Go to Message"), {}, {});
    toggleRead
        = add("toggleRead"_L1, tr("Mark as Read or Unread"), "mark-read"_L1, {QKeySequence(Qt::Key_U)});
    toggleStar = add("toggleStar"_L1, tr("Star"), "star"_L1, {QKeySequence(Qt::Key_S)});
    person = add("person"_L1, tr("About This Person…"), "user"_L1,
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    source = add("source"_L1, tr("Source"), "source"_L1, {QKeySequence(Qt::CTRL | Qt::Key_U)});
    headers = add("headers"_L1, tr("All Headers"), "headers"_L1,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)});
    print = add("print"_L1, tr("Print…"), "print"_L1, {QKeySequence(QKeySequence::Print)});
}

void WindowActions::makeFilingActions()
{
    undo = add("undo"_L1, tr("Undo"), "undo"_L1, {QKeySequence(QKeySequence::Undo)});
    archive = add("archive"_L1, tr("Archive"), "archive"_L1, {QKeySequence(Qt::Key_E)});
    deleteMail = add("deleteMail"_L1, tr("Delete"), "trash"_L1,
                     {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_NumberSign)});
    deleteForGood
        = add("deleteForGood"_L1, tr("Delete for Good…"), {}, {QKeySequence(Qt::SHIFT | Qt::Key_Delete)});
    junk = add("junk"_L1, tr("Junk"), "junk"_L1, {QKeySequence(Qt::Key_Exclam)});
    notJunk = add("notJunk"_L1, tr("Not Junk"), "inbox"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Exclam)});
    move = add("move"_L1, tr("Move to…"), "move"_L1, {QKeySequence(Qt::Key_M)});
    copy = add("copy"_L1, tr("Copy to…"), "copy"_L1, {QKeySequence(Qt::SHIFT | Qt::Key_M)});
    tag = add("tag"_L1, tr("Tag"), "tag"_L1, {QKeySequence(Qt::Key_T)});
    for (int i = 1; i <= 9; ++i)
        tagKeys.append(add(QLatin1StringView(QByteArray("tag" + QByteArray::number(i))), tr("Tag %1").arg(i),
                           {}, {QKeySequence(Qt::Key_0 + i)}));
    untag = add("untag"_L1, tr("Remove All Tags"), {}, {QKeySequence(Qt::Key_0)});
}

void WindowActions::makeFolderActions()
{
    newFolder
        = add("newFolder"_L1, tr("New Folder…"), "add"_L1, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    renameFolder = add("renameFolder"_L1, tr("Rename Folder…"), "edit"_L1, {QKeySequence(Qt::Key_F2)});
    deleteFolder = add("deleteFolder"_L1, tr("Delete Folder…"), "trash"_L1);
    subscribed = option("subscribed"_L1, tr("Subscribed"));
    markFolderRead = add("markFolderRead"_L1, tr("Mark All as Read"), "mark-read"_L1,
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    emptyFolder = add("emptyFolder"_L1, tr("Empty Trash or Junk…"), "trash"_L1);
}

void WindowActions::makeGoActions()
{
    nextMessage = add("nextMessage"_L1, tr("Next Message"), {}, {QKeySequence(Qt::Key_J)});
    previousMessage = add("previousMessage"_L1, tr("Previous Message"), {}, {QKeySequence(Qt::Key_K)});
    nextUnread = add("nextUnread"_L1, tr("Next Unread"), "next-unread"_L1, {QKeySequence(Qt::Key_N)});
    previousUnread = add("previousUnread"_L1, tr("Previous Unread"), "previous-unread"_L1,
                         {QKeySequence(Qt::SHIFT | Qt::Key_N)});
    newerPart = add("newerInConversation"_L1, tr("Newer in Conversation"), {},
                    {QKeySequence(Qt::ALT | Qt::Key_Down)});
    olderPart = add("olderInConversation"_L1, tr("Older in Conversation"), {},
                    {QKeySequence(Qt::ALT | Qt::Key_Up)});
    nextPane = add("nextPane"_L1, tr("Next Pane"), {}, {QKeySequence(Qt::Key_F6)});
    previousPane = add("previousPane"_L1, tr("Previous Pane"), {}, {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    search = add("search"_L1, tr("Search All Mail…"), "search"_L1, {QKeySequence(Qt::Key_Slash)});
    back = add("back"_L1, tr("Back from the Search"), {}, {QKeySequence(Qt::ALT | Qt::Key_Left)});
    back->setEnabled(false);
    filter = add("filter"_L1, tr("Filter the List"), "filter"_L1,
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    find = add("find"_L1, tr("Find in Message…"), "search"_L1, {QKeySequence(QKeySequence::Find)});
}

void WindowActions::makeViewActions()
{
    auto *modes = new QActionGroup(this);
    cards = option("cards"_L1, tr("Cards"), modes);
    table = option("table"_L1, tr("Table"), modes);
    auto *densities = new QActionGroup(this);
    compact = option("compact"_L1, tr("Compact"), densities);
    normal = option("normalDensity"_L1, tr("Normal"), densities);
    roomy = option("roomy"_L1, tr("Roomy"), densities);
    conversations = option("conversations"_L1, tr("Conversations"));
    dateGroups = option("dateGroups"_L1, tr("Group by Date"));
    readerBelow = option("readerBelow"_L1, tr("Message below the List"));
    fixedWidth = option("fixedWidth"_L1, tr("Fixed-Width Letters"));
    auto *themes = new QActionGroup(this);
    themeSystem = option("themeSystem"_L1, tr("Colours as the Desktop"), themes);
    themeLight = option("themeLight"_L1, tr("Light"), themes);
    themeDark = option("themeDark"_L1, tr("Dark"), themes);
    zoomIn = add("zoomIn"_L1, tr("Larger"), "zoom-in"_L1,
                 {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = add("zoomOut"_L1, tr("Smaller"), "zoom-out"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    zoomReset = add("zoomReset"_L1, tr("Usual Size"), {}, {QKeySequence(Qt::CTRL | Qt::Key_0)});
    menuBar = option("menuBar"_L1, tr("Menu Bar"));
    menuBar->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
}

void WindowActions::makeHelpActions()
{
    shortcuts
        = add("shortcuts"_L1, tr("Keyboard Shortcuts"), "keyboard"_L1, {QKeySequence(Qt::Key_Question)});
    checkup = add("checkup"_L1, tr("Check an Account…"), "checkup"_L1);
    fileHelp = add("fileHelp"_L1, tr("Accounts from a File"), "document"_L1);
    about = add("about"_L1, tr("About Kittiwake"), "info"_L1);
    changeKeys = add("changeKeys"_L1, tr("Change Keys…"));
    palette
        = add("palette"_L1, tr("Commands and Folders…"), "search"_L1, {QKeySequence(Qt::CTRL | Qt::Key_K)});
    openMenu = add("openMenu"_L1, tr("Menu"), {}, {QKeySequence(Qt::Key_F10)});
}

QAction *WindowActions::add(QLatin1StringView name, const QString &text, QLatin1StringView iconName,
                            const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    giveKeys(action, keys);
    m_window->addAction(action); // so that its keys work while no menu shows it
    return action;
}

QAction *WindowActions::option(QLatin1StringView name, const QString &text, QActionGroup *group)
{
    QAction *action = add(name, text);
    action->setCheckable(true);
    if (group)
        group->addAction(action);
    return action;
}

QList<std::pair<QString, QList<QAction *>>> WindowActions::sections() const
{
    return {
        {tr("&Mail"),
         {compose, checkMail, offline, nullptr, outbox, changes, vanished, cleanUp, nullptr, addAccount,
          settings, exportSettings, importSettings, nullptr, quit}},
        {tr("M&essage"),
         {undo,     nullptr,   reply,   replyAll,    replyList,     forward,    forwardAttached,
          redirect, editAsNew, nullptr, openMessage, person,        toggleRead, toggleStar,
          tag,      nullptr,   archive, deleteMail,  deleteForGood, junk,       notJunk,
          move,     copy,      nullptr, find,        headers,       source,     nullptr,
          print}},
        {tr("F&older"),
         {markFolderRead, emptyFolder, nullptr, newFolder, renameFolder, deleteFolder, subscribed}},
        {tr("&Go"),
         {nextMessage, previousMessage, nextUnread, previousUnread, newerPart, olderPart, nullptr, search,
          back, filter, palette, nullptr, nextPane, previousPane, openMenu}},
        {tr("&View"), {cards,         table,      nullptr,     compact,    normal,    roomy,   nullptr,
                       conversations, dateGroups, readerBelow, fixedWidth, nullptr,   zoomIn,  zoomOut,
                       zoomReset,     nullptr,    themeSystem, themeLight, themeDark, nullptr, menuBar}},
        {tr("&Help"), {shortcuts, changeKeys, nullptr, checkup, fileHelp, about}},
    };
}

QList<std::pair<QString, QList<QAction *>>> WindowActions::keySections() const
{
    auto all = sections();
    all.insert(2, {tr("Tags"), tagKeys + QList{untag}});
    return all;
}

QList<QMenu *> WindowActions::makeMenus(QWidget *parent) const
{
    QList<QMenu *> menus;
    for (const auto &[title, actions] : sections()) {
        auto *menu = new QMenu(title, parent);
        menu->setObjectName(u"menu%1"_s.arg(menus.size()));
        menu->setAccessibleName(QString(title).remove(u'&'));
        addTo(menu, actions);
        menus.append(menu);
    }
    return menus;
}

QList<QAction *> WindowActions::toolBarLeft() const
{
    return {compose,    checkMail, nullptr, reply,          replyAll,  forward, nullptr,    archive,
            deleteMail, junk,      notJunk, move,           tag,       nullptr, toggleRead, toggleStar,
            nullptr,    undo,      nullptr, previousUnread, nextUnread};
}

QList<QAction *> WindowActions::viewMenu() const
{
    return {cards,         table,      nullptr,     compact, normal,      roomy,      nullptr,
            conversations, dateGroups, readerBelow, nullptr, themeSystem, themeLight, themeDark};
}

void WindowActions::setMessageActionsEnabled(bool on, bool inJunk)
{
    for (QAction *action :
         {openMessage, toggleRead, toggleStar, source, headers, print,    find,      archive, deleteForGood,
          move,        copy,       tag,        untag,  reply,   replyAll, replyList, forward, forwardAttached,
          redirect,    editAsNew,  person})
        action->setEnabled(on);
    for (QAction *action : std::as_const(tagKeys))
        action->setEnabled(on);
    junk->setEnabled(on && !inJunk);
    junk->setVisible(!inJunk);
    notJunk->setEnabled(on && inJunk);
    notJunk->setVisible(inJunk);
}

} // namespace kw
