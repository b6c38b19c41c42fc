#pragma once

#include "core/base/ids.h"
#include "core/evidence/evidence.h"

#include <QMetaType>
#include <QObject>

namespace kw {

struct OpenedMessage;

// What this computer knows of a message's sender besides what the message says.
struct Acquaintance {
    bool isOneself = false;
    bool isKnown = false; // mail of ours went to this address
    bool isFirst = false; // no older mail from it, and none went to it
    QString looksLike; // a domain one writes to, or one's own, that the sender's passes for; empty: none
};

struct SenderReport {
    MessageId message{};
    Evidence evidence;
    bool isWhole = false; // `acquaintance` counts
    Acquaintance acquaintance;
};

// Who really sent an opened message, as the window sees it. Lives on the GUI thread; owned by the Engine.
// Returns at once.
class SenderChecks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Answered by `checked`: at once with what the message itself proves, again when the cache has been
    // asked, and once more where a signature has to be checked here (that asks DNS, never offline). Only the
    // last one asked for is sure to be answered.
    virtual void check(const OpenedMessage &message) = 0;

Q_SIGNALS:
    void checked(const kw::SenderReport &report);
};

} // namespace kw

Q_DECLARE_METATYPE(kw::SenderReport)
