#include "core/imap/kimap/kimapsession.h"

#include "core/imap/kimap/kimaperrors.h"
#include "core/imap/kimap/sessionreaper.h"

#include <KIMAP/FetchJob>
#include <KIMAP/LoginJob>
#include <KIMAP/Session>
#include <KIMAP/SessionUiProxy>

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

namespace kw {

namespace {

// KIMAP asks whether to go on despite a bad certificate. Never.
class RefusingProxy : public KIMAP::SessionUiProxy
{
public:
    explicit RefusingProxy(std::shared_ptr<bool> refused)
        : m_refused(std::move(refused))
    {
    }
    bool ignoreSslError(const KSslErrorUiData &) override
    {
        *m_refused = true;
        return false;
    }

private:
    std::shared_ptr<bool> m_refused;
};

// KIMAP's sockets take the process-wide default configuration; a pinned certificate becomes one more
// authority there.
void trust(const QByteArray &pem)
{
    const auto certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty())
        return;
    QSslConfiguration config = QSslConfiguration::defaultConfiguration();
    if (config.caCertificates().contains(certificates.first()))
        return;
    config.addCaCertificates(certificates);
    QSslConfiguration::setDefaultConfiguration(config);
}

// Resumes the awaiting coroutine from the event loop, whatever becomes of the objects involved until then.
void resumeLater(const Deferred<Result<void>> &waiting, Result<void> result)
{
    auto *carrier = new QObject;
    QMetaObject::invokeMethod(
        carrier,
        [carrier, waiting, result = std::move(result)] {
            carrier->deleteLater();
            waiting.resolve(result);
        },
        Qt::QueuedConnection);
}

} // namespace

KimapSession::KimapSession(LinkSettings settings)
    : m_settings(std::move(settings))
    , m_tlsRefused(std::make_shared<bool>(false))
{
    // Each KJob holds a quit lock: without this a program without windows would end with its last job.
    QCoreApplication::setQuitLockEnabled(false);
}

KimapSession::~KimapSession()
{
    abandon(closedError());
}

Task<Result<void>> KimapSession::login(QString secret)
{
    if (!m_settings.pinnedCertificate.isEmpty())
        trust(m_settings.pinnedCertificate);
    m_session = new KIMAP::Session(m_settings.host, m_settings.port);
    m_session->setTimeout(std::max(1, (m_settings.timeoutMs + 999) / 1000));
    m_session->setUiProxy(KIMAP::SessionUiProxy::Ptr(new RefusingProxy(m_tlsRefused)));
    connect(m_session, &KIMAP::Session::connectionLost, this, &KimapSession::connectionGone);
    connect(m_session, &KIMAP::Session::connectionFailed, this, &KimapSession::connectionGone);

    auto *job = new KIMAP::LoginJob(m_session);
    job->setUserName(m_settings.user);
    job->setPassword(secret);
    job->setAuthenticationMode(KIMAP::LoginJob::ClearText);
    job->setEncryptionMode(m_settings.security == Security::Tls            ? KIMAP::LoginJob::SSLorTLS
                               : m_settings.security == Security::StartTls ? KIMAP::LoginJob::STARTTLS
                                                                           : KIMAP::LoginJob::Unencrypted);
    const Deferred<Result<void>> waiting;
    m_waiting = waiting;
    watch(job, true);
    job->start();
    co_return co_await waiting;
}

Task<Result<void>> KimapSession::run(KIMAP::Job *job)
{
    const Deferred<Result<void>> waiting;
    m_waiting = waiting;
    watch(job, false);
    job->start();
    co_return co_await waiting;
}

void KimapSession::watch(KIMAP::Job *job, bool isLogin)
{
    ++m_generation;
    connect(job, &KJob::result, this, [this, isLogin](KJob *done) { jobEnded(done, isLogin); });
    // KIMAP's own timer sees every octet, so silence is its business (it closes the socket). This one is for
    // the states it does not watch, the sign-in above all.
    armWatchdog(isLogin ? m_settings.timeoutMs + 500 : 15 * 60'000);
}

void KimapSession::armWatchdog(int ms)
{
    QTimer::singleShot(ms, this, [this, generation = m_generation] {
        if (m_waiting && generation == m_generation)
            abandon(m_signedIn ? timeoutError(m_settings) : connectionError(m_settings, false));
    });
}

void KimapSession::jobEnded(KJob *job, bool isLogin)
{
    if (!m_waiting)
        return;
    const auto result = isLogin ? loginOutcome(*job, m_settings, m_lost, tlsProblem())
                                : jobOutcome(*job, m_settings, m_lost);
    if (result || result.error().kind == ErrorKind::Refused) {
        m_signedIn = m_signedIn || (isLogin && result);
        outcome(result);
    } else {
        abandon(result.error());
    }
}

QString KimapSession::tlsProblem() const
{
    if (!*m_tlsRefused)
        return {};
    return QCoreApplication::translate("kw::Imap",
                                       "The certificate of %1 cannot be trusted: it is not for this server, "
                                       "has expired, or its issuer is "
                                       "not known. Nothing was sent. If you know this server, pin its "
                                       "certificate in the account's settings.")
        .arg(m_settings.host);
}

void KimapSession::connectionGone()
{
    m_lost = true;
    // The job's own result follows in this turn, or never.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!tlsProblem().isEmpty())
                abandon({ErrorKind::Tls, tlsProblem(), {}});
            else
                abandon(connectionError(m_settings, m_signedIn));
        },
        Qt::QueuedConnection);
}

void KimapSession::outcome(Result<void> result)
{
    if (!m_waiting)
        return;
    const auto waiting = *std::exchange(m_waiting, std::nullopt);
    ++m_generation;
    resumeLater(waiting, std::move(result));
}

void KimapSession::abandon(const Error &why)
{
    m_lost = true;
    if (m_session)
        reapSession(m_session);
    m_session = nullptr;
    outcome(why);
}

} // namespace kw
