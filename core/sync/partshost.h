#pragma once

#include "core/sync/facade/messageparts.h"

namespace kw {

class EngineCore;

// The window's end of downloading parts: passes values between its thread and the engine's.
class PartsHost final : public MessageParts
{
    Q_OBJECT
public:
    explicit PartsHost(EngineCore *core);

    void fetch(MessageId message, const QStringList &parts) override;
    void fetchWhole(MessageId message) override;
    void cancel(MessageId message) override;

private:
    EngineCore *m_core;
};

} // namespace kw
