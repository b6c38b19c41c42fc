#pragma once

#include "core/base/clock.h"
#include "core/imap/imaplink.h"
#include "core/imap/stream/imapvalue.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSslSocket;

namespace kw {

class SecureStart;

// A signed-in session on which one command at a time is spoken, and large literals are taken as they come:
// what KIMAP cannot do (docs/decisions.md). Verified as all our connections are (SecureStart). Every error
// but Refused means that the session is dead. Whoever awaits a call keeps it; close() may be called at any
// time, what is awaited then ends with ErrorKind::Cancelled. Lives on the thread that created it, which needs
// an event loop.
class ImapTalk : public QObject
{
    Q_OBJECT
public:
    explicit ImapTalk(LinkSettings settings);
    ~ImapTalk() override;

    // Errors: Network, Tls, Auth, Protocol, Unsupported (no way to sign in that both know).
    Task<Result<void>> open(QString secret);
    void close();
    bool isOpen() const { return m_signedIn && m_socket; }

    // The untagged answers, in order. Refused: a tagged NO or BAD, in the server's words.
    using Answers = QList<std::vector<ImapValue>>;
    Task<Result<Answers>> command(QByteArray text);
    // Text and literals by turns, text first and last. Literals go out at once where the server takes them so
    // (RFC 7888), and else each after its word.
    Task<Result<Answers>> command(QByteArrayList parts);
    // The UIDVALIDITY of this mailbox, which is open from now on; 0: the server told none.
    Task<Result<quint32>> examine(QString path);
    // Where the literals of the next command go.
    void setWanted(ResponseReader::Wanted wanted) { m_reader.setWanted(std::move(wanted)); }
    // Who takes untagged answers of the next command himself, as they are (without "* "). False: he does not.
    using Hearing = std::function<bool(const ResponseReader::Response &)>;
    void setHearing(Hearing hearing) { m_hearing = std::move(hearing); }
    // How long the server may be silent from now on; it is as long as the settings say before.
    void setPatience(Millis time) { m_watchdog.setInterval(time); }
    // Upper case, as told after signing in; asked for when first needed.
    Task<Result<QByteArrayList>> offers();

private:
    Task<Result<void>> connectToServer();
    Task<Result<void>> connectInClear();
    Task<Result<void>> signIn(QString secret);
    Task<Result<QByteArrayList>> capabilities();
    Task<Result<Answers>> send(QByteArray lines);
    void adopt(std::unique_ptr<QSslSocket> socket);
    void readable();
    void heard(const ResponseReader::Response &response);
    void ended(const QByteArray &status, const QByteArray &words);
    void fail(const Error &error);

    const LinkSettings m_settings;
    std::unique_ptr<SecureStart> m_start;
    std::unique_ptr<QSslSocket> m_socket;
    ResponseReader m_reader;
    Hearing m_hearing;
    QByteArrayList m_offers;
    QTimer m_watchdog; // silence
    QByteArray m_tag;
    QByteArrayList m_continuations; // what the server will ask to go on with
    Answers m_answers;
    std::optional<Deferred<Result<Answers>>> m_waiting;
    std::optional<Deferred<Result<void>>> m_greeting;
    std::optional<Error> m_why; // the session is dead
    int m_count = 0;
    bool m_connected = false;
    bool m_signedIn = false;
};

} // namespace kw
