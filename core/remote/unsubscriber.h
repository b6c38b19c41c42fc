#pragma once

#include "core/base/result.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace kw {

// Leaves a list with one request (RFC 8058): an HTTPS POST with the fixed body, without cookies, without
// following a redirection anywhere else than HTTPS, once; never repeated by itself. One owner, one thread
// with an event loop.
class Unsubscriber : public QObject
{
    Q_OBJECT
public:
    static constexpr int TimeoutMs = 20'000; // without an octet
    using Done = std::function<void(const Result<void> &)>;

    explicit Unsubscriber(QObject *parent = nullptr);
    // `page` is an https address. `done` is called once, unless this is destroyed before.
    void leave(const QUrl &page, Done done);
    // For tests with a certificate of their own.
    void setAuthorities(const QList<QSslCertificate> &authorities) { m_authorities = authorities; }

private:
    QNetworkAccessManager m_network;
    QList<QSslCertificate> m_authorities; // besides the system's
};

} // namespace kw
