#include "core/smtp/ksmtp/ksmtpsession.h"

#include "core/base/resumelater.h"
#include "core/smtp/smtperrors.h"

#include <QCoreApplication>

#include <KJob>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int GoodbyeMs = 1000;

// Goes after KSMTP's own part of the session, to which a line that is gone would be an error: children are
// deleted in the order in which they came.
class Keeper : public QObject
{
public:
    Keeper(QObject *session, std::shared_ptr<void> line)
        : QObject(session)
        , m_line(std::move(line))
    {
    }

private:
    const std::shared_ptr<void> m_line;
};

// KSMTP deletes its socket thread with the session and waits for it; the thread only ever waits for events.
void reap(KSmtp::Session *session, std::shared_ptr<void> line, bool politely)
{
    session->disconnect();
    new Keeper(session, std::move(line));
    if (!politely || session->state() < KSmtp::Session::NotAuthenticated) {
        session->deleteLater();
        return;
    }
    QObject::connect(session, &KSmtp::Session::stateChanged, session, [session](KSmtp::Session::State now) {
        if (now == KSmtp::Session::Disconnected)
            session->deleteLater();
    });
    QTimer::singleShot(GoodbyeMs, session, &QObject::deleteLater);
    session->quit();
}

// "Server error: 5.7.8 Authentication failed", in the person's language: the server's own words come after
// the first colon. None where KSMTP has none.
QString serverWords(const QString &errorText)
{
    const qsizetype colon = errorText.indexOf(u": ");
    return colon < 0 ? QString() : smtpPlainText(errorText.mid(colon + 2).toUtf8());
}

std::optional<KSmtp::LoginJob::AuthMode> mode(const QStringList &mechanisms, bool oauth)
{
    using Job = KSmtp::LoginJob;
    if (oauth)
        return mechanisms.contains("XOAUTH2"_L1) ? std::optional(Job::XOAuth2) : std::nullopt;
    if (mechanisms.contains("PLAIN"_L1))
        return Job::Plain;
    if (mechanisms.contains("LOGIN"_L1))
        return Job::Login;
    return std::nullopt;
}

} // namespace

KsmtpSession::KsmtpSession(SmtpSettings settings, std::shared_ptr<void> line)
    : m_settings(std::move(settings))
    , m_line(std::move(line))
{
    // Each KJob holds a quit lock: without this a program without windows would end with its last job.
    QCoreApplication::setQuitLockEnabled(false);
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { abandon(smtpTimeoutError(m_settings)); });
}

KsmtpSession::~KsmtpSession()
{
    abandon(smtpClosedError());
}

Task<Result<void>> KsmtpSession::begin(quint16 port)
{
    m_session = new KSmtp::Session(u"127.0.0.1"_s, port);
    m_session->setEncryptionMode(KSmtp::Session::Unencrypted); // the gate encrypts
    m_session->setCustomHostname(u"localhost"_s); // its own would tell the computer's name
    m_session->setSocketTimeout(-1); // it stops timers that it has not started
    connect(m_session, &KSmtp::Session::stateChanged, this, &KsmtpSession::stateChanged);
    connect(m_session, &KSmtp::Session::connectionError, this, &KsmtpSession::lost);
    m_beginning = true;
    auto waiting = outcome();
    m_session->open();
    co_return co_await std::move(waiting);
}

Task<Result<void>> KsmtpSession::login(QStringList mechanisms, QString secret)
{
    const auto wanted = mode(mechanisms, m_settings.oauth);
    if (!isOpen())
        co_return m_why.value_or(smtpLostError(m_settings));
    // What KSMTP has read itself decides which mechanism it takes.
    const auto agreed = wanted ? mode(m_session->availableAuthModes(), m_settings.oauth) : std::nullopt;
    if (!agreed) {
        const Error none = smtpNoMechanismError(m_settings);
        abandon(none, true);
        co_return none;
    }
    auto *job = new KSmtp::LoginJob(m_session);
    job->setUserName(m_settings.user);
    job->setPassword(secret);
    job->setPreferedAuthMode(*agreed);
    connect(job, &KJob::result, this, [this, job] { loginEnded(*job); });
    auto waiting = outcome();
    job->start();
    co_return co_await std::move(waiting);
}

Task<Result<void>> KsmtpSession::outcome()
{
    const Deferred<Result<void>> waiting;
    m_waiting = waiting;
    m_watchdog.start(m_settings.timeoutMs);
    const auto result = co_await waiting;
    // It may have been closed between the answer and this turn.
    if (result && m_why)
        co_return Error(*m_why); // a copy: QCoro moves out of what is returned by name
    co_return result;
}

void KsmtpSession::stateChanged(KSmtp::Session::State state)
{
    if (state == KSmtp::Session::Disconnected || state == KSmtp::Session::Quitting) {
        lost();
    } else if (state == KSmtp::Session::NotAuthenticated && m_beginning) {
        m_beginning = false;
        resolve({});
    }
}

void KsmtpSession::loginEnded(const KSmtp::LoginJob &job)
{
    if (job.error() == 0 && job.errorText().isEmpty() && m_session
        && m_session->state() == KSmtp::Session::Authenticated) {
        resolve({});
        return;
    }
    const QString words
        = job.error() == KSmtp::LoginJob::TokenExpired ? QString() : serverWords(job.errorText());
    if (soundsTemporary(words) || (words.isEmpty() && soundsTemporary(job.errorText())))
        abandon(smtpBusyError(m_settings, words.isEmpty() ? job.errorText() : words));
    else if (m_session && m_session->state() == KSmtp::Session::Disconnected)
        lost();
    else
        abandon(smtpSignInError(m_settings, words), true);
}

void KsmtpSession::lost()
{
    abandon(smtpLostError(m_settings));
}

void KsmtpSession::resolve(Result<void> result)
{
    m_watchdog.stop();
    if (!m_waiting)
        return;
    const auto waiting = *std::exchange(m_waiting, std::nullopt);
    resumeLater(waiting, std::move(result));
}

void KsmtpSession::abandon(const Error &why, bool politely)
{
    if (!m_why)
        m_why = why;
    m_lost = true;
    if (m_session)
        reap(m_session, m_line, politely);
    m_session = nullptr;
    resolve(why);
}

} // namespace kw
