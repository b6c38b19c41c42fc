#include "core/sync/partshost.h"

#include "core/sync/enginecore.h"

namespace kw {

PartsHost::PartsHost(EngineCore *core)
    : m_core(core)
{
    connect(core, &EngineCore::partProgress, this, &MessageParts::progress);
    connect(core, &EngineCore::partsFailed, this, &MessageParts::failed);
}

void PartsHost::fetch(MessageId message, const QStringList &parts)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, message, parts] { core->fetchParts(message, parts); }, Qt::QueuedConnection);
}

void PartsHost::fetchWhole(MessageId message)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, message] { core->fetchBody(message, true); }, Qt::QueuedConnection);
}

void PartsHost::cancel(MessageId message)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, message] { core->cancelParts(message); }, Qt::QueuedConnection);
}

} // namespace kw
