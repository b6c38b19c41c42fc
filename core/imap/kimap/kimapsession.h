#pragma once

#include "core/base/deferred.h"
#include "core/imap/imaplink.h"

#include <QObject>
#include <QPointer>

#include <optional>

#include <KIMAP/Session>

class KJob;
namespace KIMAP {
class Job;
}

namespace kw {

// One KIMAP session and at most one job on it, with every way a job can end turned into one awaited outcome:
// its result, the loss of the connection, silence, or close(). Lives on the thread that created it.
class KimapSession : public QObject
{
    Q_OBJECT
public:
    explicit KimapSession(LinkSettings settings);
    ~KimapSession() override;

    KIMAP::Session *kimap() const { return m_session; }
    const LinkSettings &settings() const { return m_settings; }
    bool isOpen() const { return m_session && !m_lost; }

    // Signs in; the job is made and started in the turn that makes the session.
    Task<Result<void>> login(QString secret);
    // Runs a job that was just constructed on kimap(). An error other than Refused has already abandoned the
    // session.
    Task<Result<void>> run(KIMAP::Job *job);
    void abandon(const Error &why);

private:
    void watch(KIMAP::Job *job, bool isLogin);
    void jobEnded(KJob *job, bool isLogin);
    void connectionGone();
    void outcome(Result<void> result);
    void armWatchdog(int ms);
    QString tlsProblem() const;

    LinkSettings m_settings;
    QPointer<KIMAP::Session> m_session;
    std::optional<Deferred<Result<void>>> m_waiting;
    std::shared_ptr<bool> m_tlsRefused;
    quint64 m_generation = 0; // of the job being waited for
    bool m_lost = false;
    bool m_signedIn = false;
};

} // namespace kw
