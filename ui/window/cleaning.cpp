#include "ui/window/cleaning.h"

#include "ui/actions/windowactions.h"
#include "ui/cleanup/cleanupwindow.h"
#include "ui/folders/folderpane.h"
#include "ui/window/listjump.h"
#include "ui/window/quotanews.h"
#include "ui/window/windowpanes.h"

namespace kw {

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
        connect(m_cleanup, &CleanupWindow::messageWanted, m_parts.jump, &ListJump::to);
    }
    m_cleanup->setAccount(accountKey);
    m_cleanup->show();
    m_cleanup->raise();
    m_cleanup->activateWindow();
    return m_cleanup;
}

} // namespace kw
