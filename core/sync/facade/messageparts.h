#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QObject>
#include <QStringList>

namespace kw {

struct OpenedMessage;

// The parts of large messages that were left on the server, as the window sees them (AttachmentInfo::isHere).
// Lives on the GUI thread; owned by the Engine. Methods return at once.
class MessageParts : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Each part that arrives is told by Engine::messageOpened, in a message that has it; the end of it by
    // failed, where not all could be had.
    virtual void fetch(MessageId message, const QStringList &parts) = 0;
    // As it was sent, octet by octet: for its source, and for files of it. Answered by Engine::messageOpened
    // or openFailed.
    virtual void fetchWhole(MessageId message) = 0;
    virtual void cancel(MessageId message) = 0; // answered by failed (Cancelled)
    // A message that came in another (message/rfc822), opened as if it stood alone: with its signatures and
    // what is encrypted. Gives the number of the answer.
    virtual int openAttached(const QByteArray &header, const QByteArray &body) = 0;

Q_SIGNALS:
    // Octets of one part, as they travel.
    void progress(kw::MessageId message, const QString &part, qint64 done, qint64 total);
    void attachedOpened(int request, const kw::OpenedMessage &message);
    void failed(kw::MessageId message, const kw::Error &error);
};

} // namespace kw
