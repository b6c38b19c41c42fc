#pragma once

#include <QByteArray>
#include <QString>

namespace kw {

// Signs messages as a sending server would (RFC 6376), with a key made by openssl and libopendkim's other
// half.
class DkimSigner
{
public:
    DkimSigner();
    bool isReady() const { return !m_record.isEmpty(); }

    // "k1._domainkey.DOMAIN" has this TXT record.
    const QByteArray &record() const { return m_record; }
    static constexpr const char *Selector = "k1";
    // The header with its signature on top. `header`: fields with CRLF, without the empty line.
    QByteArray sign(const QByteArray &header, const QByteArray &body, const QByteArray &domain) const;

private:
    QByteArray m_private; // PEM
    QByteArray m_record;
};

} // namespace kw
