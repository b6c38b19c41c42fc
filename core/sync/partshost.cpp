#include "core/sync/partshost.h"

#include "core/sync/enginecore.h"
#include "core/sync/folder/bodyreader.h"

namespace kw {

PartsHost::PartsHost(EngineCore *core, BodyReader *reader)
    : m_core(core)
    , m_reader(reader)
{
    connect(reader, &BodyReader::attachedOpened, this, &MessageParts::attachedOpened);
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

int PartsHost::openAttached(const QByteArray &header, const QByteArray &body)
{
    const int request = ++m_last;
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, request, header, body] { reader->readAttached(request, header, body); },
        Qt::QueuedConnection);
    return request;
}

void PartsHost::cancel(MessageId message)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, message] { core->cancelParts(message); }, Qt::QueuedConnection);
}

} // namespace kw
