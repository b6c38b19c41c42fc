#pragma once

#include "core/base/deferred.h"
#include "core/smtp/refusals.h"
#include "core/smtp/smtplink.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSslSocket;

namespace kw {

class Submitting;

// A session with a submission server in which whoever has to has signed in: carries messages, one at a time,
// over the verified connection itself, so that it knows what may have left this computer. The final dot is
// written only when everything before it has left. Lives on the thread that created it, which needs an event
// loop; whoever awaits submit() keeps it.
class SmtpLine : public QObject
{
    Q_OBJECT
public:
    // The server waits for a command.
    SmtpLine(SmtpSettings settings, SmtpFeatures features, std::unique_ptr<QSslSocket> socket);
    ~SmtpLine() override;

    bool isOpen() const;
    // See SmtpLink::submit.
    Task<Result<Submission>> submit(SmtpEnvelope envelope, QByteArray message, SubmissionProgress progress);
    // Says goodbye where the server waits for a command.
    void close();

private:
    void hear();
    void push();
    void lost(SubmissionLoss loss);
    void send(const QByteArray &octets);
    void report();
    void settle();
    void drop(bool politely);

    const SmtpSettings m_settings;
    const SmtpFeatures m_features;
    std::unique_ptr<QSslSocket> m_socket; // none: the session is over
    std::shared_ptr<Submitting> m_submitting;
    Deferred<Submission> m_waiting;
    SubmissionProgress m_progress;
    qint64 m_given = 0;
    bool m_isPushing = false;
    QTimer m_patience;
};

} // namespace kw
