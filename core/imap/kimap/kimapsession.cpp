#include "core/imap/kimap/kimapsession.h"

#include "core/base/resumelater.h"
#include "core/imap/certificateprobe.h"
#include "core/imap/kimap/sessionreaper.h"
#include "core/tls/tlsgate.h"

#include <KIMAP/FetchJob>
#include <KIMAP/ListJob>
#include <KIMAP/LoginJob>
#include <KIMAP/SelectJob>

#include <QCoreApplication>
#include <QHostAddress>

namespace kw {

namespace {

constexpr int SlackMs = 500; // KIMAP's own timer may speak first: it knows of every octet
constexpr int SecondTryMs = 200;
constexpr int SlowestOctetsPerMs = 10;
constexpr qint64 MostOctets = 500'000'000;

} // namespace

KimapSession::KimapSession(LinkSettings settings)
    : m_settings(std::move(settings))
    , m_host(m_settings.host)
    , m_port(m_settings.port)
{
    // Each KJob holds a quit lock: without this a program without windows would end with its last job.
    QCoreApplication::setQuitLockEnabled(false);
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { abandon(timeoutError(m_settings)); });
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_silent = true;
        if (m_silenceTold)
            m_silenceTold(timeoutError(m_settings));
    });
}

KimapSession::~KimapSession()
{
    abandon(closedError());
}

Error KimapSession::why() const
{
    if (m_why)
        return *m_why;
    return m_fate.lost ? connectionError(m_settings, m_signedIn) : closedError();
}

int KimapSession::patience(qint64 octets) const
{
    return m_settings.timeoutMs + SlackMs
        + int(std::clamp<qint64>(octets, 0, MostOctets) / SlowestOctetsPerMs);
}

void KimapSession::beginWaiting(int patienceMs)
{
    m_watchdog.start(patienceMs);
    m_silence.start(patienceMs - m_settings.timeoutMs + m_settings.silentMs());
}

void KimapSession::answered()
{
    if (std::exchange(m_silent, false) && m_silenceTold)
        m_silenceTold({});
}

Task<Result<void>> KimapSession::login(QString secret)
{
    if (m_settings.oauth && m_settings.security == Security::None) {
        abandon(openTokenError(m_settings));
        co_return openTokenError(m_settings);
    }
    m_silence.start(m_settings.silentMs());
    if (m_settings.security != Security::None) {
        const auto passed = co_await throughGate();
        if (!passed) {
            abandon(passed.error());
            co_return passed.error();
        }
    }
    const Deferred<Result<void>> waiting;
    m_waiting = waiting;
    beginLogin(secret);
    beginWaiting(patience());
    if (QHostAddress(m_host).isLoopback())
        QTimer::singleShot(SecondTryMs, this, [this, secret] { beginAgain(secret); });
    co_return co_await settled(waiting);
}

Task<Result<void>> KimapSession::throughGate()
{
    const auto gate = std::make_shared<TlsGate>(tlsTarget(m_settings));
    m_gate = gate;
    if (m_settings.oauth)
        gate->fillEmptyChallenge();
    const auto opened = co_await gate->open();
    if (m_why) // abandoned meanwhile
        co_return Error(*m_why); // a copy: QCoro moves out of what is returned by name
    if (!opened)
        co_return opened.error();
    if (!m_settings.oauth && opened->capabilities.contains(QLatin1StringView("LOGINDISABLED")))
        co_return noPasswordsError(m_settings);
    if (m_settings.oauth && !opened->capabilities.contains(QLatin1StringView("AUTH=XOAUTH2")))
        co_return noTokensError(m_settings);
    m_host = QHostAddress(QHostAddress::LocalHost).toString();
    m_port = opened->port;
    co_return Result<void>();
}

void KimapSession::beginLogin(const QString &secret)
{
    m_session = new KIMAP::Session(m_host, m_port);
    m_session->setTimeout(std::max(1, (m_settings.timeoutMs + 999) / 1000));
    connect(m_session, &KIMAP::Session::connectionLost, this, [this] { connectionGone(true); });
    connect(m_session, &KIMAP::Session::connectionFailed, this, [this] { connectionGone(false); });

    auto *job = new KIMAP::LoginJob(m_session);
    job->setUserName(m_settings.user);
    job->setPassword(secret);
    job->setAuthenticationMode(m_settings.oauth ? KIMAP::LoginJob::XOAuth2 : KIMAP::LoginJob::ClearText);
    job->setEncryptionMode(KIMAP::LoginJob::Unencrypted);
    watch(job, true);
    job->start();
}

// A session connects its own slots after it has started its socket thread. Where connecting takes no time,
// the thread may have been connected and greeted before, unheard, about once in a thousand times.
void KimapSession::beginAgain(const QString &secret)
{
    if (!m_waiting || m_fate.lost || !m_session)
        return;
    const bool heardOfConnection
        = m_session->userName() == m_settings.user; // that is when it learns the name
    if (heardOfConnection)
        return;
    reapSession(m_session, false);
    beginLogin(secret);
}

Task<Result<void>> KimapSession::run(KIMAP::Job *job, int patienceMs)
{
    const Deferred<Result<void>> waiting;
    m_waiting = waiting;
    watch(job, false);
    beginWaiting(patienceMs);
    job->start();
    co_return co_await settled(waiting);
}

Task<Result<void>> KimapSession::settled(Deferred<Result<void>> waiting)
{
    const auto result = co_await waiting;
    // The session may have been closed between the answer and this turn; then whoever awaited it may be gone.
    if (result && m_why)
        co_return Error(*m_why); // a copy: QCoro moves out of what is returned by name
    co_return result;
}

void KimapSession::watch(KIMAP::Job *job, bool isLogin)
{
    connect(job, &KJob::result, this, [this, isLogin, session = job->session()](KJob *done) {
        if (session == m_session)
            jobEnded(*done, isLogin);
    });
    watchProgress(job);
}

void KimapSession::watchProgress(KIMAP::Job *job)
{
    const auto alive = [this] {
        if (!m_watchdog.isActive())
            return;
        m_watchdog.start();
        m_silence.start();
        answered();
    };
    if (auto *fetch = qobject_cast<KIMAP::FetchJob *>(job))
        connect(fetch, &KIMAP::FetchJob::messagesAvailable, this, alive);
    if (auto *list = qobject_cast<KIMAP::ListJob *>(job))
        connect(list, &KIMAP::ListJob::mailBoxesReceived, this, alive);
    if (auto *select = qobject_cast<KIMAP::SelectJob *>(job)) {
        connect(select, &KIMAP::SelectJob::modified, this, alive);
        connect(select, &KIMAP::SelectJob::vanished, this, alive);
    }
}

void KimapSession::jobEnded(const KJob &job, bool isLogin)
{
    if (!m_waiting)
        return;
    auto result = isLogin ? loginOutcome(job, m_settings, m_fate) : jobOutcome(job, m_settings, m_fate);
    if (result)
        result = inExpectedState(job);
    if (result || (!isLogin && result.error().kind == ErrorKind::Refused)) {
        m_signedIn = m_signedIn || isLogin;
        outcome(std::move(result));
    } else {
        abandon(result.error());
    }
}

// A job may claim success for an answer that was none.
Result<void> KimapSession::inExpectedState(const KJob &job) const
{
    const auto state = m_session ? m_session->state() : KIMAP::Session::Disconnected;
    const bool fits = qobject_cast<const KIMAP::SelectJob *>(&job)
        ? state == KIMAP::Session::Selected
        : state == KIMAP::Session::Authenticated || state == KIMAP::Session::Selected;
    if (fits)
        return {};
    return senselessError(m_settings);
}

void KimapSession::connectionGone(bool wasConnected)
{
    m_fate.lost = true;
    m_fate.reached = m_fate.reached || wasConnected;
    // The job's own result follows in this turn, or never.
    const int nearly = m_settings.timeoutMs - m_settings.timeoutMs / 10; // KIMAP's timer is a coarse one
    const bool silent = m_signedIn && m_waiting && m_watchdog.isActive()
        && m_watchdog.interval() - m_watchdog.remainingTime() >= nearly;
    const Error error = silent ? timeoutError(m_settings) : connectionError(m_settings, m_signedIn);
    if (silent)
        abandon(error);
    else
        QMetaObject::invokeMethod(this, [this, error] { abandon(error); }, Qt::QueuedConnection);
}

void KimapSession::outcome(Result<void> result)
{
    m_watchdog.stop();
    m_silence.stop();
    if (!m_waiting)
        return;
    if (result || result.error().kind == ErrorKind::Refused)
        answered();
    const auto waiting = *std::exchange(m_waiting, std::nullopt);
    resumeLater(waiting, std::move(result));
}

void KimapSession::abandon(const Error &why)
{
    if (!m_why)
        m_why = why;
    const bool gone = m_fate.lost;
    m_fate.lost = true;
    if (m_gate)
        m_gate->cancel();
    if (m_session)
        reapSession(m_session, gone);
    m_session = nullptr;
    m_gate.reset();
    outcome(why);
}

} // namespace kw
