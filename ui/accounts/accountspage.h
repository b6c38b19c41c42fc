#pragma once

#include "core/sync/engine.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace kw {

class BannerStack;

// The list of accounts: add, edit, remove (asked once, in place).
class AccountsPage : public QWidget
{
    Q_OBJECT
public:
    explicit AccountsPage(Engine *engine, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void editRequested(const QString &key);
    void checkupRequested(const QString &key);

private:
    void reload();
    void askRemove();
    QString currentKey() const;

    Engine *m_engine;
    QListWidget *m_list;
    BannerStack *m_banners;
    QPushButton *m_edit;
    QPushButton *m_check;
    QPushButton *m_remove;
};

} // namespace kw
