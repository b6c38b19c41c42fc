#include "app/kittiwake/screenshot.h"

#include <QPixmap>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;

namespace kw {

Screenshot::Screenshot(QWidget *window, Engine *engine, const QString &file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_engine(engine)
    , m_file(file)
{
    m_quiet.setInterval(700ms);
    m_patience.setSingleShot(true);
    m_patience.setInterval(1min);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshot::check);
    connect(&m_patience, &QTimer::timeout, this, &Screenshot::save);
    const auto restart = [this] {
        if (m_quiet.isActive())
            m_quiet.start();
    };
    connect(engine, &Engine::changed, this, restart);
    connect(engine, &Engine::accountStatusChanged, this, restart);
}

void Screenshot::start()
{
    m_quiet.start();
    m_patience.start();
}

void Screenshot::check()
{
    if (isSettled())
        save();
}

bool Screenshot::isSettled() const
{
    if (!m_engine->isOnline())
        return true;
    const auto statuses = m_engine->statuses();
    return std::none_of(statuses.cbegin(), statuses.cend(), [](const AccountStatus &status) {
        return status.liveness == Liveness::Offline || status.liveness == Liveness::Connecting
            || status.liveness == Liveness::Syncing;
    });
}

void Screenshot::save()
{
    m_quiet.stop();
    const bool early = !m_patience.isActive();
    m_patience.stop();
    const bool saved = m_window->grab().save(m_file);
    const auto name = m_file.toLocal8Bit();
    if (!saved)
        std::fprintf(stderr, "kittiwake: the screenshot could not be written to %s\n", name.constData());
    else
        std::fprintf(stderr, "kittiwake: screenshot saved to %s%s\n", name.constData(),
                     early ? " (still syncing)" : "");
    Q_EMIT finished(saved);
}

} // namespace kw
