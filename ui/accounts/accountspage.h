#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"

#include <QWidget>

#include <functional>

class QListWidget;
class QPushButton;

namespace kw {

class BannerStack;

// The list of accounts in the person's order: add, edit, pause, remove (asked once, in place), sort by drag
// or by buttons. GUI thread.
class AccountsPage : public QWidget
{
    Q_OBJECT
public:
    explicit AccountsPage(Engine *engine, QWidget *parent = nullptr);
    // The GUI thread's read-only connection, asked for when it is needed; may give null. With it the question
    // before removing says what is only here.
    void setDatabase(std::function<Database *()> database) { m_database = std::move(database); }

Q_SIGNALS:
    void addRequested();
    void editRequested(const QString &key);
    void checkupRequested(const QString &key);

private:
    void layOut();
    void connectParts();
    void reload();
    void renewButtons();
    void askRemove();
    void togglePause();
    void move(int step);
    void sendOrder();
    QString currentKey() const;
    const AccountSettings *current(const QList<AccountSettings> &accounts) const;

    Engine *m_engine;
    std::function<Database *()> m_database;
    QListWidget *m_list;
    BannerStack *m_banners;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_check;
    QPushButton *m_pause;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace kw
