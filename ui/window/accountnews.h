#pragma once

#include "ui/messages/listlook.h"

#include <QObject>

namespace kw {

class Engine;
class WindowPanes;

// Tells every pane which accounts there are, how they look and how they fare. GUI thread.
class AccountNews : public QObject
{
    Q_OBJECT
public:
    AccountNews(Engine *engine, WindowPanes *panes, QObject *parent);

    // All of it again, and `changed`.
    void tell();
    const AccountLooks &looks() const { return m_looks; }
    bool isEmpty() const { return m_looks.isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    Engine *m_engine;
    WindowPanes *m_panes;
    AccountLooks m_looks;
};

} // namespace kw
