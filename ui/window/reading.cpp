#include "ui/window/reading.h"

#include "ui/actions/windowactions.h"
#include "ui/messages/messagelistpane.h"
#include "ui/reader/bodystack.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/reader/selectionpage.h"

#include <QDesktopServices>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {

Reading::Reading(const WindowActions &actions, MessageListPane *list, ReaderPane *reader, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_reader(reader)
{
    connectPanes();
    connectActions(actions);
}

void Reading::connectPanes()
{
    connect(m_list, &MessageListPane::currentMessageChanged, this, &Reading::showSelection);
    connect(m_list, &MessageListPane::selectionChanged, this, &Reading::showSelection);
    connect(m_list, &MessageListPane::messageActivated, this, [this](MessageId id) {
        m_reader->showMessage(id);
        m_reader->focusContent();
    });
    connect(m_list, &MessageListPane::readOn, this, &Reading::readOn);
    connect(m_reader, &ReaderPane::linkActivated, this, &Reading::openLink);
    connect(m_reader, &ReaderPane::openFile, this, &Reading::openFile);
}

void Reading::connectActions(const WindowActions &actions)
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(actions.nextMessage, [this] { m_list->selectNext(); });
    on(actions.previousMessage, [this] { m_list->selectPrevious(); });
    on(actions.nextUnread, [this] { m_list->selectNextUnread(); });
    on(actions.previousUnread, [this] { m_list->selectPreviousUnread(); });
    on(actions.newerPart, [this] { m_reader->stepInConversation(1); });
    on(actions.olderPart, [this] { m_reader->stepInConversation(-1); });
    on(actions.filter, [this] { m_list->focusFilter(); });
    on(actions.zoomIn, [this] { m_reader->page()->zoomBy(10); });
    on(actions.zoomOut, [this] { m_reader->page()->zoomBy(-10); });
    on(actions.zoomReset, [this] { m_reader->page()->zoomBy(0); });
}

void Reading::showSelection()
{
    const qint64 rows = m_list->selectionCount();
    if (rows > 1)
        m_reader->showSelection(m_list->firstSelected(SelectionPage::LinesShown), rows,
                                m_list->selectedMessageCount());
    else
        m_reader->showMessage(m_list->currentMessage());
    Q_EMIT selectionShown();
}

// Space alone reads through all that is new.
void Reading::readOn(bool down)
{
    if (!isSet(m_reader->shown()) || (down && m_reader->page()->body()->isAtEnd()))
        m_list->selectNextUnread();
    else
        m_reader->page()->body()->scrollPage(down);
}

void Reading::openLink(const QUrl &url)
{
    static const QStringList harmless{u"http"_s, u"https"_s, u"mailto"_s};
    if (harmless.contains(url.scheme().toLower()))
        QDesktopServices::openUrl(url);
}

void Reading::openFile(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace kw
