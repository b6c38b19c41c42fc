#pragma once

#include "ui/changes/changewords.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace kw {

class ChangeCounter;
class ChangesDialog;
class Engine;
class StoreReader;
class VanishedDialog;

// The main window's door to this room: opens the Changes panel and "Recently vanished", counts what waits.
// GUI thread.
class ChangeWindows : public QObject
{
    Q_OBJECT
public:
    ChangeWindows(Engine *engine, const QString &cacheDirectory, QWidget *window);
    void setAccounts(const AccountNames &accounts);
    void setTags(const TagLooks &tags);
    void setVanishedDays(int days);
    ChangesDialog *openChanges();
    VanishedDialog *openVanished();

Q_SIGNALS:
    void counted(const kw::JournalPages::Counts &counts);
    void vanishedSettingsWanted();
    void cleanUpWanted();
    void linkActivated(const QUrl &url);
    void openFile(const QString &path);

private:
    Engine *m_engine;
    QWidget *m_window;
    StoreReader *m_reader;
    ChangeCounter *m_counter;
    AccountNames m_accounts;
    TagLooks m_tags;
    int m_days = 0;
    QPointer<ChangesDialog> m_changes;
    QPointer<VanishedDialog> m_vanished;
};

} // namespace kw
