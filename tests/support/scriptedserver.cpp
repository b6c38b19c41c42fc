#include "tests/support/scriptedserver.h"

#include "tests/support/talkhost.h"

#include <QMutex>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

#include <atomic>
#include <utility>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Log {
    mutable QMutex mutex;
    QList<QByteArray> commands;
    QByteArray received;
    std::atomic<qint64> sent = 0;
    std::atomic<int> connections = 0;
};

// One connection. Lives on the server's thread.
class Talk : public QObject
{
public:
    Talk(const Script &script, QSslSocket *socket, Log &log)
        : QObject(socket)
        , m_script(script)
        , m_socket(socket)
        , m_log(log)
    {
        m_log.sent = 0;
        ++m_log.connections;
        connect(socket, &QSslSocket::readyRead, this, &Talk::read);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (!script.certificate.isEmpty()) {
            secure();
        }
        if (!script.certificate.isEmpty() && script.implicitTls) {
            connect(socket, &QSslSocket::encrypted, this, [this] { say(m_script.greeting); });
            socket->startServerEncryption();
        } else {
            say(script.greeting);
        }
    }

    ~Talk() override { --m_log.connections; }

private:
    void secure()
    {
        QSslConfiguration config = m_socket->sslConfiguration();
        config.setLocalCertificateChain(
            QSslCertificate::fromData(m_script.certificate + m_script.chain, QSsl::Pem));
        config.setPrivateKey(QSslKey(m_script.key, QSsl::Rsa));
        if (m_script.oldTls) {
            QT_WARNING_PUSH
            QT_WARNING_DISABLE_DEPRECATED
            config.setProtocol(QSsl::TlsV1_1);
            QT_WARNING_POP
        }
        m_socket->setSslConfiguration(config);
    }

    void read()
    {
        while (m_literalLeft > 0 ? m_socket->bytesAvailable() > 0 : m_socket->canReadLine()) {
            const QByteArray octets
                = m_literalLeft > 0 ? m_socket->read(m_literalLeft) : m_socket->readLine();
            {
                const QMutexLocker lock(&m_log.mutex);
                m_log.received += octets;
            }
            if (m_script.literals && takeLiteral(octets))
                continue;
            const QByteArray line = (std::exchange(m_command, {}) + octets).trimmed();
            if (!m_script.tagged) {
                answer(line);
                continue;
            }
            const bool done = line.compare("DONE", Qt::CaseInsensitive) == 0;
            if (!done)
                m_tag = line.left(line.indexOf(' '));
            answer(done ? line : line.mid(line.indexOf(' ') + 1));
        }
    }

    // A piece of a literal, or a line that announces one.
    bool takeLiteral(const QByteArray &octets)
    {
        if (m_literalLeft > 0) {
            m_command += octets;
            m_literalLeft -= octets.size();
            if (m_literalLeft == 0)
                m_command += '>';
            return true;
        }
        static const QRegularExpression announced(u"\\{(\\d+)(\\+?)\\}\r\n$"_s);
        const auto found = announced.match(QString::fromLatin1(octets));
        if (!found.hasMatch())
            return false;
        m_command += octets.first(found.capturedStart()) + '<';
        m_literalLeft = found.captured(1).toLongLong();
        if (m_literalLeft == 0)
            m_command += '>';
        if (found.captured(2).isEmpty())
            say("+ go on\r\n");
        return true;
    }

    void answer(const QByteArray &command)
    {
        {
            const QMutexLocker lock(&m_log.mutex);
            m_log.commands.append(command);
        }
        for (Exchange &e : m_script.exchanges) {
            if (e.times == 0)
                continue;
            const QRegularExpression pattern(
                QRegularExpression::anchoredPattern(QString::fromLatin1(e.command)),
                QRegularExpression::CaseInsensitiveOption);
            if (!pattern.match(QString::fromLatin1(command)).hasMatch())
                continue;
            --e.times;
            say(QByteArray(e.reply).replace("%T", m_tag));
            if (command == "STARTTLS" && !m_script.certificate.isEmpty()) {
                m_socket->flush();
                m_socket->startServerEncryption();
            }
            return;
        }
        say(m_tag + " BAD not in the script\r\n");
    }

    void say(QByteArray bytes)
    {
        const qint64 sent = m_log.sent;
        const bool cut = m_script.cutAfter >= 0 && sent + bytes.size() >= m_script.cutAfter;
        if (cut)
            bytes.truncate(m_script.cutAfter - sent);
        if (m_script.stallAfter >= 0)
            bytes.truncate(std::max<qint64>(0, m_script.stallAfter - sent));
        m_log.sent += bytes.size();
        m_socket->write(bytes);
        m_socket->flush();
        if (cut)
            m_socket->disconnectFromHost();
    }

    Script m_script; // of this connection: what is used up is counted there
    QSslSocket *const m_socket;
    Log &m_log;
    QByteArray m_tag;
    QByteArray m_command; // so far
    qint64 m_literalLeft = 0;
};

} // namespace

class ScriptedServer::Host : public TalkHost<Talk, Script, Log>
{
public:
    using TalkHost::TalkHost;
};

ScriptedServer::ScriptedServer(Script script)
    : m_host(new Host(std::move(script)))
{
    m_host->start(m_thread, "scripted server"_L1);
}

ScriptedServer::~ScriptedServer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 ScriptedServer::port() const
{
    return m_host->serverPort();
}

QList<QByteArray> ScriptedServer::commands() const
{
    const QMutexLocker lock(&m_host->log.mutex);
    return m_host->log.commands;
}

QByteArray ScriptedServer::received() const
{
    const QMutexLocker lock(&m_host->log.mutex);
    return m_host->log.received;
}

int ScriptedServer::connections() const
{
    return m_host->log.connections;
}

qint64 ScriptedServer::sent() const
{
    return m_host->log.sent;
}

Script ScriptedServer::wellBehaved()
{
    static const QByteArray header
        = "From: Anna <anna@example.org>\r\nSubject: Hello\r\nDate: Tue, 14 Nov 2023 22:13:20 +0000\r\n\r\n";
    const QByteArray literal = "{" + QByteArray::number(header.size()) + "}\r\n" + header;
    const auto record = [&literal](const QByteArray &n, const QByteArray &uid) {
        return "* " + n + " FETCH (UID " + uid
            + " RFC822.SIZE 120 INTERNALDATE \"14-Nov-2023 22:13:20 +0000\" FLAGS (\\Seen) "
              "BODY[HEADER.FIELDS (TO FROM MESSAGE-ID REFERENCES IN-REPLY-TO SUBJECT DATE)] "
            + literal + ")\r\n";
    };
    Script script;
    script.exchanges = {
        {"CAPABILITY", "* CAPABILITY IMAP4rev1 ENABLE CONDSTORE QRESYNC IDLE UIDPLUS\r\n%T OK done\r\n"},
        {"LOGIN \"ann\" \"secret\"", "%T OK signed in\r\n"},
        {"LOGIN .*", "%T NO [AUTHENTICATIONFAILED] Wrong password\r\n"},
        {"ENABLE .*", "* ENABLED QRESYNC\r\n%T OK enabled\r\n"},
        {"LIST .*", "* LIST (\\HasNoChildren) \"/\" INBOX\r\n%T OK listed\r\n"},
        {"(SELECT|EXAMINE) \"INBOX\".*",
         "* 2 EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen \\*)] fine\r\n"
         "* OK [UIDVALIDITY 7] fine\r\n* OK [UIDNEXT 4] fine\r\n* OK [HIGHESTMODSEQ 9] fine\r\n"
         "%T OK [READ-ONLY] selected\r\n"},
        {"UID FETCH .*HEADER.FIELDS.*", record("1", "1") + record("2", "3") + "%T OK fetched\r\n"},
        {"FETCH .*HEADER.FIELDS.*", record("1", "1") + record("2", "3") + "%T OK fetched\r\n"},
        {"UID FETCH .*BODY.PEEK.HEADER. .*",
         "* 1 FETCH (UID 1 RFC822.SIZE 120 FLAGS () BODY[HEADER] " + literal + ")\r\n%T OK fetched\r\n"},
        {"UID FETCH .*BODY.PEEK.TEXT. .*",
         "* 1 FETCH (UID 1 BODY[TEXT] {7}\r\nHello\r\n)\r\n%T OK fetched\r\n"},
        {"UID FETCH .*FLAGS.*",
         "* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n* 2 FETCH (UID 3 FLAGS (\\Flagged work))\r\n%T OK fetched\r\n"},
        {"UID SEARCH .*", "* SEARCH 1 3\r\n%T OK found\r\n"},
        {"UID STORE .*", "%T OK stored\r\n"},
        {"STATUS .*",
         "* STATUS \"INBOX\" (MESSAGES 2 UNSEEN 1 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ 9)\r\n%T OK "
         "told\r\n"},
        {"IDLE", "+ idling\r\n"},
        {"DONE", "%T OK idled\r\n"},
    };
    return script;
}

} // namespace kw
