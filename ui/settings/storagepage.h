#pragma once

#include "core/store/storagepages.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace kw {

class AccountRoom;
class Engine;

// What each account takes on this computer, how much it may, and "Free Space Now". GUI thread.
class StoragePage : public QWidget
{
    Q_OBJECT
public:
    explicit StoragePage(Engine *engine, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fillAccounts();
    void showReport(const StorageReport &report);
    void limitChosen(const QString &key, int mb);

    Engine *m_engine;
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_files = nullptr;
    QHash<QString, AccountRoom *> m_accounts; // by accounts.ini group
};

} // namespace kw
