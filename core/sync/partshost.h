#pragma once

#include "core/sync/facade/messageparts.h"

namespace kw {

class BodyReader;
class EngineCore;

// The window's end of downloading parts: passes values between its thread and the engine's.
class PartsHost final : public MessageParts
{
    Q_OBJECT
public:
    PartsHost(EngineCore *core, BodyReader *reader);

    void fetch(MessageId message, const QStringList &parts) override;
    void fetchWhole(MessageId message) override;
    void cancel(MessageId message) override;
    int openAttached(const QByteArray &header, const QByteArray &body) override;

private:
    EngineCore *m_core;
    BodyReader *m_reader;
    int m_last = 0;
};

} // namespace kw
