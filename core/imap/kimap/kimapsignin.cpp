#include "core/imap/kimap/kimapsignin.h"

#include "core/imap/kimap/kimaperrors.h"

#include <KIMAP/CapabilitiesJob>
#include <KIMAP/EnableJob>
#include <KIMAP/Session>

namespace kw {

namespace {

using namespace Qt::StringLiterals;

// What the capabilities say; QRESYNC needs enabling besides.
ServerFeatures toFeatures(const QStringList &capabilities)
{
    ServerFeatures features;
    for (const QString &capability : capabilities)
        features.capabilities.append(capability.toUpper());
    const QStringList &caps = features.capabilities;
    features.condstore = caps.contains("CONDSTORE"_L1) || caps.contains("QRESYNC"_L1);
    features.move = caps.contains("MOVE"_L1) || caps.contains("IMAP4REV2"_L1);
    features.uidPlus = caps.contains("UIDPLUS"_L1);
    features.idle = caps.contains("IDLE"_L1);
    features.specialUse = caps.contains("SPECIAL-USE"_L1);
    features.gmail = caps.contains("X-GM-EXT-1"_L1);
    return features;
}

bool canQresync(const ServerFeatures &features, const LinkSettings &settings)
{
    // iCloud answers QRESYNC with false VANISHED.
    const bool isICloud = settings.host.endsWith("mail.me.com"_L1, Qt::CaseInsensitive);
    return features.capabilities.contains("QRESYNC"_L1) && features.capabilities.contains("ENABLE"_L1)
        && !isICloud;
}

} // namespace

KimapSignIn::KimapSignIn(std::shared_ptr<KimapSession> session)
    : m_session(std::move(session))
{
}

Task<Result<ServerFeatures>> KimapSignIn::run(QString secret)
{
    const auto signedIn = co_await m_session->login(std::move(secret));
    if (!signedIn)
        co_return signedIn.error();
    co_return co_await introduce();
}

Task<Result<ServerFeatures>> KimapSignIn::introduce()
{
    auto *ask = new KIMAP::CapabilitiesJob(m_session->kimap());
    auto told = std::make_shared<QStringList>();
    QObject::connect(ask, &KIMAP::CapabilitiesJob::capabilitiesReceived, m_session.get(),
                     [told](const QStringList &capabilities) { *told = capabilities; });
    const auto asked = co_await m_session->run(ask, m_session->patience());
    if (!asked)
        co_return asked.error();
    ServerFeatures features = toFeatures(*told);
    if (canQresync(features, m_session->settings())) {
        const auto enabled = co_await enableQresync();
        if (!enabled)
            co_return enabled.error();
        features.qresync = *enabled;
    }
    co_return features;
}

Task<Result<bool>> KimapSignIn::enableQresync()
{
    auto *enable = new KIMAP::EnableJob(m_session->kimap());
    enable->setCapabilities({u"QRESYNC"_s});
    auto accepted = std::make_shared<bool>(false);
    QObject::connect(enable, &KJob::result, m_session.get(), [enable, accepted] {
        *accepted = enable->enabledCapabilities().contains("QRESYNC"_L1, Qt::CaseInsensitive);
    });
    const auto enabled = co_await m_session->run(enable, m_session->patience());
    if (!enabled && enabled.error().kind != ErrorKind::Refused)
        co_return enabled.error();
    co_return enabled && *accepted;
}

} // namespace kw
