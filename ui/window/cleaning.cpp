#include "ui/window/cleaning.h"

#include "ui/actions/windowactions.h"
#include "ui/cleanup/cleanupwindow.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/window/quotanews.h"
#include "ui/window/windowpanes.h"

#include <QTimer>

namespace kw {

namespace {
// The keys of a long list come from another thread.
constexpr int SelectTries = 40;
constexpr int SelectEveryMs = 50;
} // namespace

Cleaning::Cleaning(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_news(new QuotaNews(parts.engine, parts.panes, this))
{
    connect(parts.actions->cleanUp, &QAction::triggered, this, [this] { open(); });
    connect(m_news, &QuotaNews::cleanUpWanted, this, &Cleaning::open);
    connect(parts.panes->folders(), &FolderPane::viewSelected, m_news,
            [this](ViewId view) { m_news->lookAt(view); });
}

void Cleaning::tell()
{
    m_news->tell();
}

CleanupWindow *Cleaning::open(const QString &accountKey)
{
    if (!m_cleanup) {
        m_cleanup = new CleanupWindow(m_parts.engine, m_parts.cacheDirectory, m_window);
        connect(m_cleanup, &CleanupWindow::messageWanted, this, &Cleaning::showMessage);
    }
    m_cleanup->setAccount(accountKey);
    m_cleanup->show();
    m_cleanup->raise();
    m_cleanup->activateWindow();
    return m_cleanup;
}

void Cleaning::showMessage(MessageId message, FolderId folder)
{
    if (!m_parts.panes->folders()->selectView(ViewId::of(folder)))
        return;
    m_window->raise();
    m_window->activateWindow();
    m_parts.panes->list()->setFocus();
    selectLater(message, SelectTries);
}

void Cleaning::selectLater(MessageId message, int triesLeft)
{
    if (m_parts.panes->list()->selectMessage(message) || triesLeft == 0)
        return;
    QTimer::singleShot(SelectEveryMs, this,
                       [this, message, triesLeft] { selectLater(message, triesLeft - 1); });
}

} // namespace kw
