#pragma once

#include "core/base/deferred.h"
#include "core/smtp/smtplink.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

#include <KSMTP/LoginJob>
#include <KSMTP/Session>

namespace kw {

// One KSMTP session and at most one job on it, with every way it can end turned into one awaited outcome: its
// result, the loss of the connection, silence, or abandon(). Lives on the thread that created it; whoever
// awaits a call keeps it.
class KsmtpSession : public QObject
{
    Q_OBJECT
public:
    // `line`: what the session speaks through; kept until it has said goodbye.
    KsmtpSession(SmtpSettings settings, std::shared_ptr<void> line);
    ~KsmtpSession() override;

    bool isOpen() const { return m_session && !m_lost; }
    // Speaks to the gate's inner end until somebody could sign in. Once.
    Task<Result<void>> begin(quint16 port);
    // One of `mechanisms`, which the server offers; never another (KSMTP would send a token as a password).
    Task<Result<void>> login(QStringList mechanisms, QString secret);
    // Ends it; `politely` says goodbye first.
    void abandon(const Error &why, bool politely = false);

private:
    Task<Result<void>> outcome();
    void stateChanged(KSmtp::Session::State state);
    void loginEnded(const KSmtp::LoginJob &job);
    void lost();
    void resolve(Result<void> result);

    const SmtpSettings m_settings;
    const std::shared_ptr<void> m_line;
    QPointer<KSmtp::Session> m_session;
    std::optional<Deferred<Result<void>>> m_waiting;
    std::optional<Error> m_why;
    QTimer m_watchdog;
    bool m_beginning = false;
    bool m_lost = false;
};

} // namespace kw
