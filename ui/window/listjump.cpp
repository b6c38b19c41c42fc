#include "ui/window/listjump.h"

#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/window/windowpanes.h"

#include <QTimer>

namespace kw {

namespace {
// The keys of a long list come from another thread.
constexpr int SelectTries = 40;
constexpr int SelectEveryMs = 50;
} // namespace

ListJump::ListJump(WindowPanes *panes, QWidget *window)
    : QObject(window)
    , m_panes(panes)
    , m_window(window)
{
}

bool ListJump::to(MessageId message, FolderId folder)
{
    if (!m_panes->folders()->selectView(ViewId::of(folder)))
        return false;
    m_window->raise();
    m_window->activateWindow();
    m_panes->list()->setFocus();
    selectLater(message, SelectTries);
    return true;
}

void ListJump::selectLater(MessageId message, int triesLeft)
{
    if (m_panes->list()->selectMessage(message) || triesLeft == 0)
        return;
    QTimer::singleShot(SelectEveryMs, this,
                       [this, message, triesLeft] { selectLater(message, triesLeft - 1); });
}

} // namespace kw
