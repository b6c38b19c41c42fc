#pragma once

#include "core/base/deferred.h"
#include "core/imap/imaplink.h"
#include "core/imap/kimap/kimaperrors.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

#include <KIMAP/Session>

class KJob;
namespace KIMAP {
class Job;
}

namespace kw {

class TlsGate;

// One KIMAP session and at most one job on it, with every way a job can end turned into one awaited outcome:
// its result, the loss of the connection, silence, or abandon(). Lives on the thread that created it; whoever
// awaits a job keeps it.
class KimapSession : public QObject
{
    Q_OBJECT
public:
    explicit KimapSession(LinkSettings settings);
    ~KimapSession() override;

    KIMAP::Session *kimap() const { return m_session; }
    const LinkSettings &settings() const { return m_settings; }
    bool isOpen() const { return m_session && !m_fate.lost; }
    // Why it is no longer open.
    Error why() const;

    // Secures the connection (TlsGate, for KIMAP's own TLS believes what it read before the handshake and
    // knows no pins) and signs in; the job is made and started in the turn that makes the session. Once.
    Task<Result<void>> login(QString secret);
    // Runs a job that was just constructed on kimap(). An error other than Refused has already abandoned the
    // session. It is given up when nothing is seen of it for `patienceMs`; what it hands out meanwhile counts
    // as a sign of life.
    Task<Result<void>> run(KIMAP::Job *job, int patienceMs);
    // The settings' timeout, and time for so many octets on a slow line: KIMAP shows nothing of a literal or
    // a line before its end, and when the server falls silent in the middle of one, its own timer is helpless
    // for 30 s.
    int patience(qint64 octets = 0) const;
    void abandon(const Error &why);
    void onSilence(ImapLink::SilenceTold told) { m_silenceTold = std::move(told); }

private:
    void beginWaiting(int patienceMs);
    void answered();
    Task<Result<void>> settled(Deferred<Result<void>> waiting);
    Task<Result<void>> throughGate();
    void beginLogin(const QString &secret);
    void beginAgain(const QString &secret);
    void watch(KIMAP::Job *job, bool isLogin);
    void watchProgress(KIMAP::Job *job);
    void jobEnded(const KJob &job, bool isLogin);
    Result<void> inExpectedState(const KJob &job) const;
    void connectionGone(bool wasConnected);
    void outcome(Result<void> result);

    const LinkSettings m_settings;
    QPointer<KIMAP::Session> m_session;
    std::optional<Deferred<Result<void>>> m_waiting;
    std::optional<Error> m_why;
    std::shared_ptr<TlsGate> m_gate; // none where the account wants no encryption
    QString m_host; // whom KIMAP talks to: the server, or our end of the gate
    quint16 m_port = 0;
    SessionFate m_fate;
    QTimer m_watchdog;
    QTimer m_silence; // runs out earlier: the person is told
    ImapLink::SilenceTold m_silenceTold;
    bool m_silent = false; // as told
    bool m_signedIn = false;
};

} // namespace kw
