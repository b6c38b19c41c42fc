#pragma once

#include <QHostAddress>
#include <QTcpServer>

#include <memory>

class QSslSocket;
class QTcpSocket;

namespace kw {

// The inner end of a TlsGate: waits on a port of this computer for one client and passes octets between it
// and the encrypted connection, holding no more than a little of them. Lives on the thread that created it.
class TlsRelay : public QObject
{
    Q_OBJECT
public:
    // `first`: what the client hears before anything else.
    TlsRelay(std::unique_ptr<QSslSocket> server, QByteArray first);
    // The client is KIMAP about to sign in with SASL (IMAP): it takes an empty challenge ("+", RFC 3501 7.5)
    // for nonsense, so the first one gets a filling that decodes to nothing. Before listen().
    void fillEmptyChallenge() { m_fillsChallenge = true; }
    // The server speaks in replies of lines alone (SMTP, RFC 5321 4.2.1): the client gets each as a whole
    // (up to 64 KB), for KSMTP takes half a line for a line, and who takes the connection over begins between
    // two replies. A line without an end ends the connection, for the client would hold all of it. Before
    // listen().
    void expectReplies() { m_expectsReplies = true; }
    ~TlsRelay() override;

    bool listen();
    quint16 port() const { return m_door.serverPort(); }
    // The connection alone, with what the client has not got yet. The client then talks to nobody.
    std::unique_ptr<QSslSocket> takeServer();

private:
    void welcome();
    void pump();
    void passChallenge();
    void passAnswers();
    void passReplies();
    void serverGone();
    void clientGone();

    QTcpServer m_door;
    std::unique_ptr<QSslSocket> m_server;
    QTcpSocket *m_client = nullptr; // the door's child
    const QByteArray m_first;
    QByteArray m_challenge; // the server's line that has not ended yet
    bool m_spoke = false; // the client has
    bool m_fillsChallenge = false;
    bool m_expectsReplies = false;
    QByteArray m_reply; // the server's, of which lines are missing
};

} // namespace kw
