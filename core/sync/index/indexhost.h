#pragma once

#include "core/sync/facade/searches.h"

#include <QThread>

#include <functional>

namespace kw {

class EngineCore;
class IndexWorker;

// The index's thread, and what is told between it, the engine and the window. Lives on the GUI thread.
class IndexHost : public QObject
{
    Q_OBJECT
public:
    using Tell = std::function<void(std::function<void(EngineCore &)>)>;

    // `tell` runs something on the engine's thread.
    IndexHost(EngineCore *core, Tell tell, const QString &cacheDirectory);
    ~IndexHost() override; // within some ten milliseconds; what was committed stays

    void begin(bool attachmentTexts); // once the profile is open
    void setAttachmentTexts(bool on);
    void rebuild();
    void personActed();
    const IndexStatus &status() const { return m_status; }

Q_SIGNALS:
    void statusChanged(const kw::IndexStatus &status);
    void indexed();

private:
    void trim(qint64 takenIn);

    const Tell m_tell;
    QThread m_thread;
    IndexWorker *m_worker; // lives on the thread
    IndexStatus m_status;
    int m_rebuilds = 0; // that the thread has not heard of yet
};

} // namespace kw
