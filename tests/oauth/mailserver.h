#pragma once

#include "app/demo/server/privatedovecot.h"
#include "tests/support/oauthserver.h"
#include "tests/support/testcertificates.h"

#include <memory>

namespace kw {

// A real Dovecot that takes passwords and the access tokens of an OAuthServer (XOAUTH2, OAUTHBEARER), for
// reading (IMAP) and for sending (submission), both with TLS and STARTTLS. Ends with the object.
class OAuthMailServer
{
public:
    // Error: a sentence, empty where it runs.
    QString start(const OAuthServer &provider);

    quint16 imapPort() const { return m_imap; } // STARTTLS
    quint16 imapsPort() const { return m_imaps; }
    quint16 submissionPort() const { return m_submission; } // STARTTLS
    quint16 submissionsPort() const { return m_submissions; }
    QString certificateFile() const { return m_certificates.path(QStringLiteral("mail.pem")); }
    QByteArray certificate() const { return m_identity.certificate; }
    bool deliver(const QString &user, const QByteArray &subject, const QByteArray &body);

    static constexpr auto Password = "secret";

private:
    QByteArray extraText(const OAuthServer &provider) const;

    TestCertificates m_certificates;
    TestIdentity m_identity;
    QTemporaryDir m_dir{QStringLiteral("/tmp/kw-oauth-XXXXXX")};
    quint16 m_imap = 0;
    quint16 m_imaps = 0;
    quint16 m_submission = 0;
    quint16 m_submissions = 0;
    int m_delivered = 0;
    std::unique_ptr<PrivateDovecot> m_server;
};

} // namespace kw
