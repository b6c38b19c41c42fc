#pragma once

#include "core/base/linebuffer.h"
#include "core/setup/ask.h"
#include "core/setup/found.h"
#include "core/setup/lookupplaces.h"

#include <QSslError>

class QSslSocket;

namespace kw {

struct ProbeTarget {
    enum class Kind { Imap, Smtp };
    Kind kind = Kind::Imap;
    QString host;
    quint16 port = 0;
    ConnectionSecurity security = ConnectionSecurity::Tls;
};

struct ProbeResult {
    ServerState state = ServerState::Silent;
    QString problem; // a sentence, where the state is bad
    bool password = false; // offers signing in by password, on the protected connection
    bool oauth = false; // offers XOAUTH2 or OAUTHBEARER
    ProbeResult() = default;
    ProbeResult(ServerState s, QString p)
        : state(s)
        , problem(std::move(p))
    {
    }
    ProbeResult(const Error &error)
        : problem(error.text)
    {
    }
};

// Looks whether a mail server answers there, what it offers and whether its certificate proves its name, and
// says good-bye: nobody signs in, no secret is sent. STARTTLS as in RFC 3501 6.2.1 and RFC 3207; octets that
// a server sends between its consent and the handshake end the talk (they were put there by somebody else).
class ServerProbe : public AskFor<ProbeResult>
{
public:
    ServerProbe(const LookupPlaces &places, ProbeTarget target);
    ~ServerProbe() override;

protected:
    void begin() override;
    void end() override;
    ProbeResult tooLate() const override;

private:
    enum class Phase { Greeting, Offers, StartTls, Handshake };

    void onSslErrors(const QList<QSslError> &errors);
    void onSocketError();
    void read();
    void onLine(const QByteArray &line);
    void onImapLine(const QByteArray &line);
    void onSmtpLine(const QByteArray &line);
    void askOffers();
    void onOffers();
    void startTls();
    bool isEncrypted() const;
    ProbeResult silent(const QString &problem) const { return {ServerState::Silent, problem}; }

    const LookupPlaces &m_places;
    const ProbeTarget m_target;
    std::unique_ptr<QSslSocket> m_socket;
    LineBuffer m_received;
    QByteArrayList m_offers; // words, upper case
    Phase m_phase = Phase::Greeting;
};

} // namespace kw
