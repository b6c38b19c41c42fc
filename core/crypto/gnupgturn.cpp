#include "core/crypto/gnupgturn.h"

#include <gpgme++/error.h>
#include <gpgme++/global.h>

#include <QTimeZone>

#include <csignal>

namespace kw {

namespace {

GpgME::Protocol protocolOf(Seal::Kind kind)
{
    return kind == Seal::Kind::OpenPgp ? GpgME::OpenPGP : GpgME::CMS;
}

std::unique_ptr<GpgME::Context> contextFor(Seal::Kind kind)
{
    initializeGnupg();
    if (GpgME::checkEngine(protocolOf(kind)))
        return {};
    auto context = GpgME::Context::create(protocolOf(kind));
    if (context) {
        context->setOffline(true); // neither keys nor revocations are asked for on the network
        context->setFlag("auto-key-retrieve", "0");
    }
    return context;
}

} // namespace

void initializeGnupg()
{
    static std::once_flag begun;
    std::call_once(begun, [] {
        GpgME::initializeLibrary();
        // A GnuPG that ends in the middle is an error, not our end (GpgME's manual, "Signal Handling").
        std::signal(SIGPIPE, SIG_IGN);
    });
}

GpgME::Data dataOf(QByteArrayView octets)
{
    return {octets.data(), size_t(octets.size()), false};
}

QByteArray octetsOf(GpgME::Data &data)
{
    return QByteArray::fromStdString(data.toString());
}

QDateTime timeOf(time_t seconds)
{
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC) : QDateTime();
}

GnupgTurn::GnupgTurn(GnupgUser &user, Seal::Kind kind)
    : m_user(user)
    , m_context(contextFor(kind))
{
    if (m_context && !user.m_mayAsk)
        m_context->setPinentryMode(GpgME::Context::PinentryCancel);
    const std::lock_guard lock(m_user.m_mutex);
    m_user.m_context = m_context.get();
    m_cancelled = m_user.m_cancelled;
}

GnupgTurn::~GnupgTurn()
{
    const std::lock_guard lock(m_user.m_mutex);
    m_user.m_context = nullptr;
}

void GnupgUser::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = true;
    if (m_context)
        m_context->cancelPendingOperation();
}

} // namespace kw
