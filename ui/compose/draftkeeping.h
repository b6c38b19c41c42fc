#pragma once

#include "core/sync/facade/letters.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace kw {

// Keeps what is being written, so that nothing is ever lost: on this computer at most a second after the
// first change that is not kept, and on the server once nothing was changed for a minute. GUI thread.
class DraftKeeping : public QObject
{
    Q_OBJECT
public:
    struct Source { // of what is to be kept; the draft is asked for only then
        std::function<Draft()> draft;
        std::function<QString()> accountKey;
        std::function<QString()> messageId;
    };
    struct Times {
        std::chrono::milliseconds soon{900};
        std::chrono::milliseconds idle{60'000};
    };
    DraftKeeping(Letters *letters, Source source, Times times, QObject *parent);

    void changed(); // costs next to nothing
    // At once, if there is something to keep or its copy on the server is behind.
    void keepNow(KeepDraft how);
    void stop(); // nothing more is kept: it is being sent or thrown away
    void goOn();
    bool isUnkept() const { return m_unkept; }
    bool wasKept() const { return m_wasKept; } // by us, at least once

Q_SIGNALS:
    void kept(qint64 atMs);
    void failed(const kw::Error &error);

private:
    void keep(KeepDraft how);

    Letters *m_letters;
    Source m_source;
    QTimer m_soon;
    QTimer m_idle;
    bool m_unkept = false;
    bool m_serverBehind = false;
    bool m_wasKept = false;
    bool m_stopped = false;
};

} // namespace kw
