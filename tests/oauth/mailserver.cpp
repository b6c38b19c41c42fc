#include "tests/oauth/mailserver.h"

#include "app/demo/server/maildirwriter.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QByteArray listener(const QByteArray &name, quint16 port, bool tls)
{
    return "  inet_listener " + name + " {\n    listen = 127.0.0.1\n    port = " + QByteArray::number(port)
        + (tls ? "\n    ssl = yes" : "") + "\n  }\n";
}

} // namespace

QByteArray OAuthMailServer::extraText(const OAuthServer &provider) const
{
    return "protocols = imap submission\nssl = yes\nssl_server_cert_file = "
        + QFile::encodeName(m_certificates.path(u"mail.pem"_s))
        + "\nssl_server_key_file = " + QFile::encodeName(m_certificates.path(u"mail.key"_s))
        + "\nauth_mechanisms = plain login xoauth2 oauthbearer\nauth_failure_delay = 0\n"
          "oauth2 {\n  introspection_mode = post\n  introspection_url = "
        + provider.url(u"/introspect"_s).toEncoded()
        + "\n  username_attribute = username\n  active_attribute = active\n  active_value = true\n}\n"
          "hostname = localhost\nsubmission_relay_host = 127.0.0.1\nsubmission_relay_port = "
        + QByteArray::number(m_relay->port()) + "\nservice imap-login {\n"
        + listener("oauth_imaps", m_imaps, true) + "}\nservice submission-login {\n"
        + listener("submission", m_submission, false) + listener("submissions", m_submissions, true) + "}\n";
}

QString OAuthMailServer::start(const OAuthServer &provider)
{
    m_dir.setAutoRemove(false); // the server's broom removes it
    QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
    m_identity = m_certificates.make(u"mail"_s, u"127.0.0.1"_s);
    if (m_identity.isEmpty())
        return u"no certificate could be made"_s;
    Script relay;
    relay.tagged = false;
    relay.greeting = "220 relay\r\n";
    relay.exchanges
        = {{"EHLO .*", "250-relay\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n"}, {"QUIT", "221 bye\r\n"}};
    m_relay = std::make_unique<ScriptedServer>(relay);
    m_imap = freeLoopbackPort();
    m_imaps = freeLoopbackPort();
    m_submission = freeLoopbackPort();
    m_submissions = freeLoopbackPort();
    DovecotConfig config;
    config.directory = m_dir.path();
    config.mailRoot = m_dir.filePath(u"mail"_s);
    config.port = m_imap;
    config.password = QLatin1StringView(Password);
    config.mailboxes = {{u"Sent"_s, u"\\Sent"_s}, {u"Trash"_s, u"\\Trash"_s}};
    config.extra = extraText(provider);
    if (const auto written = config.write(); !written)
        return written.error().text;
    auto server = PrivateDovecot::start(config);
    if (!server)
        return server.error().text;
    m_server = std::move(*server);
    return {};
}

bool OAuthMailServer::deliver(const QString &user, const QByteArray &subject, const QByteArray &body)
{
    ++m_delivered;
    MaildirWriter writer(m_dir.filePath(u"mail"_s));
    const QByteArray raw = "From: Bea <bea@example.org>\r\nTo: ann@example.org\r\nSubject: " + subject
        + "\r\nMessage-ID: <" + QByteArray::number(m_delivered)
        + "@example.org>\r\nDate: Fri, 27 Nov 2026 09:00:00 +0000\r\n\r\n" + body + "\r\n";
    return writer.add({user, u"INBOX"_s, {}, 1'795'770'000 + m_delivered}, raw)
        && giveToMailUser(m_dir.filePath(u"mail"_s))
        && giveToMailUser(m_dir.filePath(u"mail/%1"_s.arg(user)));
}

} // namespace kw
