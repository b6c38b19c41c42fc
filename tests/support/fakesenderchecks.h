#pragma once

#include "core/sync/engine.h"
#include "core/sync/facade/senderchecks.h"

namespace kw {

// Says of each message what a test prepared; nothing where it did not.
class FakeSenderChecks : public SenderChecks
{
    Q_OBJECT
public:
    using SenderChecks::SenderChecks;
    void check(const OpenedMessage &message) override
    {
        asked.append(message.id);
        if (!answer)
            return;
        SenderReport report = answer(message);
        report.message = message.id;
        Q_EMIT checked(report);
    }

    QList<MessageId> asked;
    std::function<SenderReport(const OpenedMessage &)> answer;
};

} // namespace kw
