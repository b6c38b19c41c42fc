#include "ui/window/messagecommands.h"

#include "core/store/pages.h"
#include "ui/actions/windowactions.h"
#include "ui/look/icons.h"
#include "ui/messages/messagelistpane.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/window/readmarker.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace kw {

MessageCommands::MessageCommands(Engine *engine, WindowActions *actions, MessageListPane *list,
                                 ReaderPane *reader, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_actions(actions)
    , m_list(list)
    , m_reader(reader)
    , m_marker(new ReadMarker(engine, this))
{
    connectActions();
    connectPanes();
    renew();
}

void MessageCommands::setMarkReadDelay(int ms)
{
    m_marker->setDelay(ms);
}

void MessageCommands::connectActions()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->toggleRead, [this] { toggleRead(targets()); });
    on(m_actions->toggleStar, [this] { toggleStar(targets()); });
    on(m_actions->openMessage, [this] { m_reader->focusContent(); });
    on(m_actions->source, [this] { m_reader->page()->openSource(); });
    on(m_actions->headers, [this] { m_reader->page()->openHeaders(); });
    on(m_actions->print, [this] { m_reader->page()->print(); });
    on(m_actions->find, [this] {
        if (isSet(m_reader->shown()))
            m_reader->page()->startFind();
    });
}

void MessageCommands::connectPanes()
{
    connect(m_list, &MessageListPane::toggleStar, this, &MessageCommands::toggleStar);
    connect(m_list, &MessageListPane::toggleRead, this, &MessageCommands::toggleRead);
    connect(m_list, &MessageListPane::contextMenuRequested, this, &MessageCommands::showMenu);
    connect(m_reader, &ReaderPane::messageShown, this, &MessageCommands::onMessageShown);
    connect(m_reader, &ReaderPane::messageLeft, m_marker, &ReadMarker::left);
    connect(m_reader, &ReaderPane::toggleStar, this, &MessageCommands::toggleStar);
    m_reader->setSelectionActions(
        {m_actions->archive, m_actions->deleteMail, m_actions->move, m_actions->tag});
    connect(m_reader, &ReaderPane::toggleStarOfSelection, this, [this] { toggleStar(targets()); });
    connect(m_reader, &ReaderPane::markSelectionRead, this, [this](bool read) { setRead(targets(), read); });
}

bool MessageCommands::isReading() const
{
    const QWidget *focus = m_reader->window()->focusWidget();
    return focus && m_reader->isAncestorOf(focus) && isSet(m_reader->current())
        && m_list->selectionCount() <= 1;
}

QList<MessageId> MessageCommands::targets() const
{
    if (!isReading()) {
        const QList<MessageId> selected = m_list->selectedMessages();
        if (!selected.isEmpty())
            return selected;
    }
    const MessageId open = m_reader->current();
    return isSet(open) ? QList<MessageId>{open} : QList<MessageId>{};
}

void MessageCommands::renew()
{
    const bool one = isSet(m_reader->current()) || isSet(m_list->currentMessage());
    m_actions->setMessageActionsEnabled(one || m_list->selectionCount() > 1, isJunk());
}

// One message tells for all: a selection comes from one list.
bool MessageCommands::isJunk() const
{
    if (!m_database)
        return false;
    const MessageId id = isSet(m_list->currentMessage()) ? m_list->currentMessage() : m_reader->current();
    const auto row = isSet(id) ? Pages(*m_database).message(id) : std::nullopt;
    return row && row->role == FolderRole::Junk;
}

void MessageCommands::onMessageShown(MessageId id)
{
    m_marker->shown(id, !allHave({id}, Flag::Seen));
    renew();
}

bool MessageCommands::allHave(const QList<MessageId> &ids, Flag flag) const
{
    if (!m_database)
        return false;
    const Pages pages(*m_database);
    return std::all_of(ids.begin(), ids.end(), [&](MessageId id) {
        const auto row = pages.message(id);
        return row && (row->flags & quint32(flag));
    });
}

void MessageCommands::toggleStar(const QList<MessageId> &ids)
{
    if (!ids.isEmpty())
        m_engine->perform(Intent::mark(ids, quint32(Flag::Flagged), !allHave(ids, Flag::Flagged)));
}

void MessageCommands::toggleRead(const QList<MessageId> &ids)
{
    if (!ids.isEmpty())
        setRead(ids, !allHave(ids, Flag::Seen));
}

void MessageCommands::setRead(const QList<MessageId> &ids, bool read)
{
    m_marker->left(); // what the person says about read and unread counts
    m_engine->perform(Intent::mark(ids, quint32(Flag::Seen), read));
}

void MessageCommands::showMenu(const QList<MessageId> &ids, const QPoint &at)
{
    if (ids.isEmpty())
        return;
    QMenu menu(m_list);
    menu.setObjectName("messageMenu"_L1);
    if (ids.size() == 1 && ids.first() == m_reader->current()) {
        for (QAction *action : {m_actions->reply, m_actions->replyAll, m_actions->forward})
            menu.addAction(action);
        auto *more = menu.addMenu(tr("More Answers"));
        more->setObjectName("moreAnswers"_L1);
        for (QAction *action :
             {m_actions->replyList, m_actions->forwardAttached, m_actions->redirect, m_actions->editAsNew})
            more->addAction(action);
        menu.addSeparator();
    }
    const bool read = allHave(ids, Flag::Seen);
    menu.addAction(icon(read ? "mark-unread"_L1 : "mark-read"_L1),
                   read ? tr("Mark as Unread") : tr("Mark as Read"), this, [this, ids] { toggleRead(ids); });
    menu.addAction(icon("star"_L1), allHave(ids, Flag::Flagged) ? tr("Remove Star") : tr("Star"), this,
                   [this, ids] { toggleStar(ids); });
    menu.addSeparator();
    Q_EMIT menuAboutToShow(&menu);
    if (ids.size() == 1 && ids.first() == m_reader->shown()) {
        menu.addSeparator();
        for (QAction *action : {m_actions->headers, m_actions->source, m_actions->print})
            menu.addAction(action);
    }
    menu.exec(at);
}

} // namespace kw
