#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace kw {

class FolderTicks;
class RolesForm;

// What one account's folders are for, and which of them are kept on this computer. Follows the folder list
// while nothing was changed here. GUI thread.
class FolderSettingsPage : public QWidget
{
    Q_OBJECT
public:
    // `database`: the GUI thread's read-only one; not owned; may be null.
    FolderSettingsPage(Engine *engine, Database *database, QWidget *parent = nullptr);

    void setAccount(const AccountSettings &account, bool subscribedOnly);
    // `choices` with what was changed here.
    FolderChoices applied(FolderChoices choices) const;
    bool subscribedOnly() const;
    // Tells the server which folders are subscribed; nothing where nothing was changed.
    void sendSubscriptions();

Q_SIGNALS:
    void edited();

private:
    void layOut();
    void reload();

    Engine *m_engine;
    Database *m_database;
    AccountSettings m_account;
    RolesForm *m_roles;
    FolderTicks *m_ticks;
    QCheckBox *m_subscribedOnly;
    QLabel *m_empty;
    bool m_edited = false;
    bool m_hasFolders = false;
};

} // namespace kw
