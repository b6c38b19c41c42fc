#include "ui/window/personcards.h"

#include "core/store/pages.h"
#include "ui/actions/windowactions.h"
#include "ui/changes/storereader.h"
#include "ui/messages/messagelistpane.h"
#include "ui/people/personcard.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/window/listjump.h"
#include "ui/window/notices.h"
#include "ui/window/windowpanes.h"

#include <QMenu>

namespace kw {

PersonCards::PersonCards(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(parts.actions->person, &QAction::triggered, this, &PersonCards::openMeant);
    connect(parts.panes->reader()->page(), &MessagePage::personRequested, this, &PersonCards::open);
}

Address PersonCards::meant() const
{
    const MessageId shown = m_parts.panes->reader()->shown();
    const MessageId id = isSet(shown) ? shown : m_parts.panes->list()->currentMessage();
    const auto row = m_database && isSet(id) ? Pages(*m_database).message(id) : std::nullopt;
    return row ? row->from : Address();
}

void PersonCards::openMeant()
{
    if (const Address person = meant(); !person.email.isEmpty())
        open(person);
}

PersonCard *PersonCards::open(const Address &person)
{
    if (person.email.isEmpty())
        return nullptr;
    if (!m_reader)
        m_reader = new StoreReader(m_parts.cacheDirectory, this);
    if (!m_card) {
        m_card = new PersonCard(m_reader, m_parts.configDirectory, m_window);
        connect(m_card, &PersonCard::searchRequested, this, &PersonCards::searchRequested);
        connect(m_card, &PersonCard::messageRequested, m_parts.jump, &ListJump::to);
        connect(m_card, &PersonCard::failed, m_parts.panes->notices(), &Notices::addNotice);
    }
    m_card->showPerson(person);
    m_card->show();
    m_card->raise();
    m_card->activateWindow();
    return m_card;
}

void PersonCards::addTo(QMenu *menu)
{
    if (!meant().email.isEmpty())
        menu->addAction(m_parts.actions->person);
}

} // namespace kw
