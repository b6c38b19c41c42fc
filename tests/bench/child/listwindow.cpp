#include "bench/child/listwindow.h"

#include "core/account/paths.h"
#include "core/store/pages.h"
#include "core/sync/enginefactory.h"
#include "ui/messages/messagelistview.h"

#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::bench {

Result<std::unique_ptr<ListWindow>> ListWindow::open(const QString &profile)
{
    std::unique_ptr<ListWindow> window(new ListWindow);
    const Paths paths = Paths::profile(profile);
    if (const auto made = paths.create(); !made)
        return made.error();
    auto engine = makeEngine(paths);
    if (!engine)
        return engine.error();
    window->m_engine = std::move(*engine);
    auto database = Database::open(paths.cache, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    window->m_database = std::move(*database);
    window->m_pane = std::make_unique<MessageListPane>();
    MessageListPane *pane = window->m_pane.get();
    pane->resize(1280, 800);
    pane->setDatabase(window->m_database.get());
    pane->showView(ViewId::unified(FolderRole::Inbox), u"Inbox"_s);
    for (const FolderRow &folder : Pages(*window->m_database).folders()) {
        if (folder.role == FolderRole::Inbox)
            window->m_totals.insert(folder.id, folder.total);
    }
    window->count({});
    QObject::connect(window->m_engine.get(), &Engine::changed, pane,
                     [pane, self = window.get()](const ChangeSet &set) {
                         self->count(set);
                         pane->applyChanges(set);
                     });
    pane->show();
    window->m_engine->lookAt(ViewId::unified(FolderRole::Inbox));
    return window;
}

ListWindow::~ListWindow()
{
    if (m_pane)
        m_pane->setDatabase(nullptr);
}

PagedListModel &ListWindow::model() const
{
    return *m_pane->listView()->listModel();
}

void ListWindow::count(const ChangeSet &changes)
{
    for (const MessageChange &change : changes.messages) {
        if (change.role == FolderRole::Inbox && !m_totals.contains(change.folder))
            m_totals.insert(change.folder, 0);
    }
    for (auto it = changes.counters.cbegin(); it != changes.counters.cend(); ++it) {
        if (m_totals.contains(it.key()))
            m_totals[it.key()] = it.value().total;
    }
    m_listed = 0;
    for (const quint32 total : std::as_const(m_totals))
        m_listed += total;
}

bool ListWindow::isLive() const
{
    const auto statuses = m_engine->statuses();
    return !statuses.isEmpty()
        && std::all_of(statuses.begin(), statuses.end(), [](const AccountStatus &status) {
               return status.liveness == Liveness::Live || status.liveness == Liveness::Polling;
           });
}

Error ListWindow::lastError() const
{
    for (const AccountStatus &status : m_engine->statuses()) {
        if (!status.error.text.isEmpty())
            return status.error;
    }
    return {};
}

bool spinUntil(const std::function<bool()> &condition, int timeoutMs)
{
    QEventLoop loop;
    QTimer tick;
    QElapsedTimer elapsed;
    elapsed.start();
    bool held = condition();
    if (held)
        return true;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        held = condition();
        if (held || elapsed.elapsed() > timeoutMs)
            loop.quit();
    });
    tick.start(1);
    loop.exec();
    return held;
}

StallProbe::StallProbe()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_since.start();
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6 - IntervalMs);
        m_since.start();
    });
    m_timer.start(IntervalMs);
}

} // namespace kw::bench
