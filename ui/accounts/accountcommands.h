#pragma once

#include "core/sync/engine.h"

#include <QObject>

#include <optional>

class QMenu;

namespace kw {

class FolderPane;
struct FolderNode;

// What the folder pane's context menu offers for an account, and for what is kept of one of its folders:
// pause and go on, remove, show only subscribed folders; keep a folder here, keep it whole. GUI thread.
class AccountCommands : public QObject
{
    Q_OBJECT
public:
    AccountCommands(Engine *engine, FolderPane *pane, QWidget *window, QObject *parent);

    void setPaused(const QString &key, bool paused);
    void askRemove(const QString &key); // asked once, over the window
    void keepFolder(const FolderNode &folder, bool here);
    void keepTexts(const FolderNode &folder, bool offline);

private:
    void fillMenu(QMenu *menu);
    void addFolderItems(QMenu *menu, const FolderNode &folder, const AccountSettings &account);
    void addAccountItems(QMenu *menu, const AccountSettings &account);
    std::optional<AccountSettings> account(AccountId id) const;
    std::optional<AccountSettings> account(const QString &key) const;

    Engine *m_engine;
    FolderPane *m_pane;
    QWidget *m_window;
};

} // namespace kw
