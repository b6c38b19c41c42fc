#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace kw {

class CleanupWindow;
class Engine;
class ListJump;
class QuotaNews;
class WindowActions;
class WindowPanes;

// The main window's door to Clean up: who asks for it, how full the accounts are, and back to a message in
// the list. GUI thread.
class Cleaning : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Engine *engine;
        WindowActions *actions;
        WindowPanes *panes;
        ListJump *jump;
        QString cacheDirectory;
    };
    Cleaning(const Parts &parts, QWidget *window);

    // accounts.ini's key; empty: all accounts.
    CleanupWindow *open(const QString &accountKey = {});

public Q_SLOTS:
    void tell(); // accounts came, went or have another name

private:
    Parts m_parts;
    QWidget *m_window;
    QuotaNews *m_news;
    QPointer<CleanupWindow> m_cleanup;
};

} // namespace kw
