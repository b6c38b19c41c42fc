#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"
#include "core/store/database.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QWidget;

namespace kw {

class ListJump;
class PersonCard;
class StoreReader;
class WindowActions;
class WindowPanes;

// The main window's door to the cards of people: from the open message's sender, from the list's menu and by
// key. GUI thread.
class PersonCards : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        WindowActions *actions;
        WindowPanes *panes;
        ListJump *jump;
        QString configDirectory;
        QString cacheDirectory;
    };
    PersonCards(const Parts &parts, QWidget *window);
    void setDatabase(Database *database) { m_database = database; }

    // One card at a time; it shows whoever was asked for last.
    PersonCard *open(const Address &person);
    void addTo(QMenu *menu);

Q_SIGNALS:
    void searchRequested(const QString &query);

private:
    // Whom the key means: the sender of the message that is open or current; of one's own mail the same.
    Address meant() const;
    void openMeant();

    Parts m_parts;
    QWidget *m_window;
    StoreReader *m_reader = nullptr; // made with the first card
    Database *m_database = nullptr;
    QPointer<PersonCard> m_card;
};

} // namespace kw
