#include "ui/compose/draftkeeping.h"

#include <utility>

namespace kw {

DraftKeeping::DraftKeeping(Letters *letters, Source source, Times times, QObject *parent)
    : QObject(parent)
    , m_letters(letters)
    , m_source(std::move(source))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(times.soon);
    m_idle.setSingleShot(true);
    m_idle.setInterval(times.idle);
    connect(&m_soon, &QTimer::timeout, this, [this] { keepNow(KeepDraft::Here); });
    connect(&m_idle, &QTimer::timeout, this, [this] { keepNow(KeepDraft::OnServer); });
    connect(letters, &Letters::kept, this, [this](const QString &messageId, qint64 atMs) {
        if (messageId == m_source.messageId())
            Q_EMIT kept(atMs);
    });
    connect(letters, &Letters::keepingFailed, this, [this](const QString &messageId, const Error &error) {
        if (messageId != m_source.messageId())
            return;
        m_unkept = m_serverBehind = true;
        Q_EMIT failed(error);
    });
}

void DraftKeeping::changed()
{
    m_unkept = m_serverBehind = true;
    if (m_stopped)
        return;
    if (!m_soon.isActive())
        m_soon.start();
    m_idle.start();
}

void DraftKeeping::keepNow(KeepDraft how)
{
    const bool wanted = how == KeepDraft::Here ? m_unkept : m_serverBehind;
    if (!m_stopped && wanted)
        keep(how);
}

void DraftKeeping::keep(KeepDraft how)
{
    m_soon.stop();
    m_unkept = false;
    m_wasKept = true;
    if (how == KeepDraft::OnServer) {
        m_serverBehind = false;
        m_idle.stop();
    }
    m_letters->keep(m_source.accountKey(), m_source.draft(), how);
}

void DraftKeeping::stop()
{
    m_stopped = true;
    m_soon.stop();
    m_idle.stop();
}

void DraftKeeping::goOn()
{
    m_stopped = false;
    if (m_unkept)
        m_soon.start();
    if (m_serverBehind)
        m_idle.start();
}

} // namespace kw
