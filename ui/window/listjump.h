#pragma once

#include "core/base/ids.h"

#include <QObject>

namespace kw {

class WindowPanes;

// From another window to a message in the list: its folder is shown and it is selected. GUI thread.
class ListJump : public QObject
{
    Q_OBJECT
public:
    ListJump(WindowPanes *panes, QWidget *window);
    // False: the folder is not shown anywhere.
    bool to(MessageId message, FolderId folder);

private:
    void selectLater(MessageId message, int triesLeft);

    WindowPanes *m_panes;
    QWidget *m_window;
};

} // namespace kw
