#include "core/smtp/ksmtp/ksmtplink.h"

#include "core/smtp/ksmtp/ksmtpsession.h"
#include "core/smtp/smtperrors.h"
#include "core/smtp/smtpgate.h"
#include "core/smtp/smtpline.h"

#include <QHostAddress>
#include <QSslSocket>

namespace kw {

namespace {

class KsmtpLink final : public SmtpLink
{
public:
    ~KsmtpLink() override { close(); }

    Task<Result<SmtpFeatures>> open(SmtpSettings settings, QString secret) override;
    Task<Result<Submission>> submit(SmtpEnvelope envelope, QByteArray message,
                                    SubmissionProgress progress) override;
    void close() override;
    bool isOpen() const override { return m_line && m_line->isOpen(); }

private:
    // Coroutines hold them too, so that they outlive what they await. The first two until signed in.
    std::shared_ptr<SmtpGate> m_gate;
    std::shared_ptr<KsmtpSession> m_session;
    std::shared_ptr<SmtpLine> m_line;
};

// A server that asks nobody to sign in is one of this computer, or one that knows people by their network.
bool mustSignIn(const SmtpSettings &settings, const SmtpFeatures &features)
{
    const bool here = settings.host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0
        || QHostAddress(settings.host).isLoopback();
    const bool isSafe = here || settings.security != SmtpSecurity::None;
    return !settings.user.isEmpty() && (!features.authMechanisms.isEmpty() || !isSafe);
}

Task<Result<void>> signIn(std::shared_ptr<SmtpGate> gate, std::shared_ptr<KsmtpSession> session,
                          QStringList mechanisms, QString secret)
{
    const auto port = gate->letIn();
    if (!port)
        co_return port.error();
    if (const auto begun = co_await session->begin(*port); !begun)
        co_return begun.error();
    co_return co_await session->login(std::move(mechanisms), std::move(secret));
}

Task<Result<SmtpFeatures>> KsmtpLink::open(SmtpSettings settings, QString secret)
{
    close();
    const auto gate = std::make_shared<SmtpGate>(settings);
    const auto session = std::make_shared<KsmtpSession>(settings, gate);
    m_gate = gate;
    m_session = session;
    const auto opened = co_await gate->open();
    if (!opened)
        co_return opened.error();
    SmtpFeatures features = *opened;
    if (mustSignIn(settings, features)) {
        if (const auto done = co_await signIn(gate, session, features.authMechanisms, secret); !done)
            co_return done.error();
        features.signedIn = true;
    }
    if (m_gate != gate)
        co_return smtpClosedError();
    // KSMTP has done its part: it says nothing once it is signed in, and must not say goodbye.
    auto socket = gate->takeLine();
    session->abandon(smtpClosedError());
    m_session.reset();
    m_gate.reset();
    m_line = std::make_shared<SmtpLine>(settings, features, std::move(socket));
    if (!isOpen())
        co_return smtpLostError(settings);
    co_return features;
}

Task<Result<Submission>> KsmtpLink::submit(SmtpEnvelope envelope, QByteArray message,
                                           SubmissionProgress progress)
{
    const auto line = m_line;
    if (!line)
        co_return smtpNotOpenError();
    co_return co_await line->submit(std::move(envelope), std::move(message), std::move(progress));
}

void KsmtpLink::close()
{
    if (m_session)
        m_session->abandon(smtpClosedError(), true);
    m_session.reset();
    if (m_gate)
        m_gate->cancel();
    m_gate.reset();
    if (m_line)
        m_line->close();
    m_line.reset();
}

} // namespace

std::unique_ptr<SmtpLink> makeKsmtpLink()
{
    return std::make_unique<KsmtpLink>();
}

} // namespace kw
