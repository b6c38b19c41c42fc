#include "core/setup/clientconfig.h"

#include <QCoreApplication>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int MaxDepth = 12;
constexpr qsizetype MaxServers = 20;
constexpr qsizetype MaxText = 1'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

// The text of one element as read so far.
struct RawServer {
    QString host, port, socket, user;
    QStringList authentication;
};

class Reader
{
public:
    Reader(const QByteArray &xml, const MailAddress &address)
        : m_xml(xml)
        , m_address(address)
    {
    }

    bool read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD: // no such page needs one; entities come from there
                return false;
            case QXmlStreamReader::StartElement:
                if (!begin())
                    return false;
                break;
            case QXmlStreamReader::EndElement:
                end();
                break;
            case QXmlStreamReader::Characters:
                if (m_text.size() < MaxText)
                    m_text += m_xml.text();
                break;
            default:
                break;
            }
        }
        return !m_xml.hasError() && m_isConfig;
    }

    ClientConfig take()
    {
        for (auto *list : {&m_config.imap, &m_config.smtp})
            std::ranges::stable_sort(*list, {}, [](const ConfigServer &s) { return int(s.server.security); });
        return std::move(m_config);
    }

private:
    bool begin()
    {
        const auto name = m_xml.name();
        m_path.append(name.left(40).toString());
        m_text.clear();
        if (m_path.size() > MaxDepth)
            return false;
        if (m_path.size() == 1) {
            m_isConfig = name == "clientConfig"_L1;
            return m_isConfig;
        }
        if (name == "incomingServer"_L1 || name == "outgoingServer"_L1) {
            m_type = m_xml.attributes().value("type"_L1).left(20).toString().toLower();
            m_raw = {};
        }
        return true;
    }

    void end()
    {
        const QString name = m_path.isEmpty() ? QString() : m_path.takeLast();
        const QString text = m_text.left(MaxText).trimmed();
        const QString parent = m_path.isEmpty() ? QString() : m_path.last();
        m_text.clear();
        if (parent == "incomingServer"_L1 || parent == "outgoingServer"_L1)
            property(name, text);
        else if (name == "incomingServer"_L1 && m_type == "imap"_L1)
            add(m_config.imap);
        else if (name == "incomingServer"_L1)
            m_config.hasPop |= m_type == "pop3"_L1;
        else if (name == "outgoingServer"_L1 && m_type == "smtp"_L1)
            add(m_config.smtp);
        else if (parent == "emailProvider"_L1 && name == "displayName"_L1)
            m_config.provider = text.left(80);
        else if (parent == "oAuth2"_L1 && name == "issuer"_L1)
            m_config.issuer = isServerName(text) ? text.toLower() : QString();
    }

    void property(const QString &name, const QString &text)
    {
        if (name == "hostname"_L1)
            m_raw.host = hostName(filledIn(text));
        else if (name == "port"_L1)
            m_raw.port = text;
        else if (name == "socketType"_L1)
            takeSocket(text.toUpper());
        else if (name == "username"_L1)
            m_raw.user = filledIn(text);
        else if (name == "authentication"_L1)
            m_raw.authentication.append(text.toLower());
    }

    // Some pages name several, the best first: the first that is known here counts.
    void takeSocket(const QString &kind)
    {
        static const QStringList known{u"SSL"_s, u"STARTTLS"_s, u"PLAIN"_s};
        if (!known.contains(m_raw.socket))
            m_raw.socket = kind;
    }

    // As DNS has it, without the root's dot. What is no name stays as it is, to be refused.
    static QString hostName(QString text)
    {
        if (text.endsWith(u'.'))
            text.chop(1);
        const QString ascii = QString::fromLatin1(QUrl::toAce(text));
        return (ascii.isEmpty() ? text : ascii).toLower();
    }

    QString filledIn(QString text) const
    {
        return text.replace("%EMAILADDRESS%"_L1, m_address.full())
            .replace("%EMAILLOCALPART%"_L1, m_address.local)
            .replace("%EMAILDOMAIN%"_L1, m_address.domain);
    }

    void add(QList<ConfigServer> &list) const
    {
        bool isNumber = false;
        const uint port = m_raw.port.toUInt(&isNumber);
        const auto security = m_raw.socket == "SSL"_L1 ? ConnectionSecurity::Tls
            : m_raw.socket == "STARTTLS"_L1            ? ConnectionSecurity::StartTls
                                                       : ConnectionSecurity::None;
        const bool isBad = !isServerName(m_raw.host) || !isNumber || port == 0 || port > 65535
            || (security == ConnectionSecurity::None && m_raw.socket != "PLAIN"_L1);
        if (isBad || list.size() >= MaxServers)
            return;
        ConfigServer found{{m_raw.host, quint16(port), security, userName()}};
        found.oauth = m_raw.authentication.contains("oauth2"_L1);
        found.password = m_raw.authentication.isEmpty() || takesPassword();
        if (found.oauth || found.password)
            list.append(found);
    }

    bool takesPassword() const
    {
        static const QStringList ways{u"password-cleartext"_s, u"plain"_s, u"password-encrypted"_s,
                                      u"secure"_s};
        return std::ranges::any_of(m_raw.authentication,
                                   [](const QString &way) { return ways.contains(way); });
    }

    QString userName() const
    {
        const bool isFit = !m_raw.user.isEmpty() && m_raw.user.size() <= 320
            && std::ranges::none_of(m_raw.user, [](QChar c) { return c.isSpace() || !c.isPrint(); });
        return isFit ? m_raw.user : m_address.full();
    }

    QXmlStreamReader m_xml;
    const MailAddress &m_address;
    ClientConfig m_config;
    QStringList m_path;
    QString m_text;
    QString m_type;
    RawServer m_raw;
    bool m_isConfig = false;
};

} // namespace

Result<ClientConfig> parseClientConfig(const QByteArray &xml, const MailAddress &address)
{
    Reader reader(xml, address);
    if (xml.size() > MaxClientConfig || !reader.read())
        return Error{
            ErrorKind::Invalid, Words::tr("There is a page, but it holds no settings for mail."), {}};
    return reader.take();
}

} // namespace kw
