#pragma once

#include "core/sync/facade/messageparts.h"

#include <QList>

namespace kw {

// Records what parts are asked for; the test answers.
class FakeMessageParts : public MessageParts
{
    Q_OBJECT
public:
    using MessageParts::MessageParts;
    void fetch(MessageId message, const QStringList &parts) override { fetched.append({message, parts}); }
    void fetchWhole(MessageId message) override { wholes.append(message); }
    void cancel(MessageId message) override { cancelled.append(message); }
    int openAttached(const QByteArray &header, const QByteArray &body) override
    {
        attached.append(header + body);
        return int(attached.size());
    }

    QList<std::pair<MessageId, QStringList>> fetched;
    QList<MessageId> wholes;
    QList<MessageId> cancelled;
    QByteArrayList attached;
};

} // namespace kw
