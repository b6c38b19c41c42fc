#include "core/smtp/ksmtp/ksmtplink.h"

#include "core/smtp/ksmtp/ksmtpsession.h"
#include "core/smtp/smtperrors.h"
#include "core/smtp/smtpgate.h"

#include <QHostAddress>

namespace kw {

namespace {

class KsmtpLink final : public SmtpLink
{
public:
    ~KsmtpLink() override { close(); }

    Task<Result<SmtpFeatures>> open(SmtpSettings settings, QString secret) override;
    void close() override;
    bool isOpen() const override { return m_session && m_session->isOpen(); }

private:
    std::shared_ptr<SmtpGate> m_gate; // coroutines hold them too, so that they outlive what they await
    std::shared_ptr<KsmtpSession> m_session;
};

// A server that asks nobody to sign in is one of this computer, or one that knows people by their network.
bool mustSignIn(const SmtpSettings &settings, const SmtpFeatures &features)
{
    const bool here = settings.host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0
        || QHostAddress(settings.host).isLoopback();
    const bool isSafe = here || settings.security != SmtpSecurity::None;
    return !settings.user.isEmpty() && (!features.authMechanisms.isEmpty() || !isSafe);
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
    SmtpFeatures features = opened->features;
    if (const auto begun = co_await session->begin(opened->port); !begun)
        co_return begun.error();
    if (mustSignIn(settings, features)) {
        if (const auto done = co_await session->login(features.authMechanisms, secret); !done)
            co_return done.error();
        features.signedIn = true;
    }
    co_return features;
}

void KsmtpLink::close()
{
    if (m_session)
        m_session->abandon(smtpClosedError(), true);
    m_session.reset();
    if (m_gate)
        m_gate->cancel();
    m_gate.reset();
}

} // namespace

std::unique_ptr<SmtpLink> makeKsmtpLink()
{
    return std::make_unique<KsmtpLink>();
}

} // namespace kw
