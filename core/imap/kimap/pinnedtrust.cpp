#include "core/imap/kimap/pinnedtrust.h"

#include <QMutex>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace kw {

namespace {

struct Trusted {
    QMutex mutex;
    QSslConfiguration usual; // meaningful while there are pins
    QList<QByteArray> pins; // one entry a holder

    void apply()
    {
        QSslConfiguration config = usual;
        // The default list may be empty, meaning that the system's authorities are looked up one by one; a
        // list of one's own ends that, so they have to be in it.
        QList<QSslCertificate> authorities = usual.caCertificates();
        if (authorities.isEmpty())
            authorities = QSslConfiguration::systemCaCertificates();
        for (const QByteArray &pem : std::as_const(pins))
            authorities += QSslCertificate::fromData(pem, QSsl::Pem);
        config.setCaCertificates(authorities);
        QSslConfiguration::setDefaultConfiguration(config);
    }
};

Trusted &trusted()
{
    static Trusted one;
    return one;
}

} // namespace

PinnedTrust::PinnedTrust(QByteArray pem)
    : m_pem(std::move(pem))
{
    Trusted &all = trusted();
    const QMutexLocker lock(&all.mutex);
    if (all.pins.isEmpty())
        all.usual = QSslConfiguration::defaultConfiguration();
    all.pins.append(m_pem);
    all.apply();
}

PinnedTrust::~PinnedTrust()
{
    Trusted &all = trusted();
    const QMutexLocker lock(&all.mutex);
    all.pins.removeOne(m_pem);
    if (all.pins.isEmpty())
        QSslConfiguration::setDefaultConfiguration(all.usual);
    else
        all.apply();
}

} // namespace kw
