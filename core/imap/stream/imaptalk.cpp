#include "core/imap/stream/imaptalk.h"

#include "core/base/resumelater.h"
#include "core/imap/certificateprobe.h"
#include "core/imap/linkerrors.h"
#include "core/imap/stream/mailboxname.h"
#include "core/tls/securestart.h"

#include <QCoreApplication>
#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Imap)
};

constexpr qint64 OctetsAtOnce = 65'536;
constexpr qint64 MostWaiting = 4 * OctetsAtOnce;

// "[CODE] words" (RFC 5530).
Error refused(const QByteArray &words)
{
    QString text = QString::fromUtf8(words).trimmed();
    QString code;
    if (const qsizetype end = text.indexOf(QLatin1Char(']')); text.startsWith(QLatin1Char('[')) && end > 0) {
        code = text.sliced(1, end - 1).section(QLatin1Char(' '), 0, 0).toUpper();
        text = text.sliced(end + 1).trimmed();
    }
    while (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return {ErrorKind::Refused, text.left(300), code};
}

// "UIDVALIDITY" of "[UIDVALIDITY 17] UIDs valid"
std::optional<quint32> uidValidityIn(const QByteArray &words)
{
    static constexpr QByteArrayView Name = "[UIDVALIDITY ";
    const qsizetype at = words.toUpper().indexOf(Name);
    if (at < 0)
        return std::nullopt;
    const qsizetype start = at + Name.size();
    const qsizetype end = words.indexOf(']', start);
    bool isNumber = false;
    const quint32 value = words.sliced(start, (end < 0 ? words.size() : end) - start).toUInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

QByteArray saslPlain(const LinkSettings &settings, const QString &secret)
{
    return (QByteArray(1, '\0') + settings.user.toUtf8() + '\0' + secret.toUtf8()).toBase64(); // RFC 4616
}

QByteArray saslXoauth2(const LinkSettings &settings, const QString &token)
{
    return ("user=" + settings.user.toUtf8() + "\1auth=Bearer " + token.toUtf8() + "\1\1").toBase64();
}

// RFC 7628 3.1
QByteArray saslOauthBearer(const LinkSettings &settings, const QString &token)
{
    return ("n,a=" + settings.user.toUtf8() + ",\1auth=Bearer " + token.toUtf8() + "\1\1").toBase64();
}

} // namespace

ImapTalk::ImapTalk(LinkSettings settings)
    : m_settings(std::move(settings))
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(m_settings.timeoutMs);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { fail(timeoutError(m_settings)); });
}

ImapTalk::~ImapTalk()
{
    close();
}

void ImapTalk::close()
{
    if (m_start)
        m_start->cancel();
    fail(closedError());
}

// From here on the session is dead; whoever waits hears why, from the event loop.
void ImapTalk::fail(const Error &error)
{
    if (m_why)
        return;
    m_why = error;
    m_watchdog.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // this may be its own slot
    }
    if (const auto waiting = std::exchange(m_waiting, std::nullopt))
        resumeLater(*waiting, Result<Answers>(error));
    if (const auto greeting = std::exchange(m_greeting, std::nullopt))
        resumeLater(*greeting, Result<void>(error));
}

void ImapTalk::adopt(std::unique_ptr<QSslSocket> socket)
{
    m_socket = std::move(socket);
    m_socket->setReadBufferSize(MostWaiting); // a fast server must not fill the memory
    m_watchdog.start();
    connect(m_socket.get(), &QSslSocket::readyRead, this, &ImapTalk::readable);
    connect(m_socket.get(), &QSslSocket::disconnected, this,
            [this] { fail(connectionError(m_settings, true)); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this,
            [this] { fail(connectionError(m_settings, m_connected)); });
}

Task<Result<void>> ImapTalk::connectToServer()
{
    if (m_settings.security == Security::None)
        co_return co_await connectInClear();
    m_start = std::make_unique<SecureStart>(tlsTarget(m_settings));
    const auto secured = co_await m_start->run();
    if (m_why)
        co_return Error(*m_why);
    if (!secured)
        co_return secured.error();
    adopt(m_start->takeSocket());
    m_connected = true;
    if (m_settings.security == Security::StartTls)
        co_return Result<void>{}; // greeted before the encryption
    m_greeting.emplace();
    const auto greeting = *m_greeting;
    readable(); // what came with the handshake
    co_return co_await greeting;
}

Task<Result<void>> ImapTalk::connectInClear()
{
    adopt(std::make_unique<QSslSocket>());
    m_greeting.emplace();
    const auto greeting = *m_greeting;
    connect(m_socket.get(), &QSslSocket::connected, this, [this] { m_connected = true; });
    m_socket->connectToHost(m_settings.host, m_settings.port);
    co_return co_await greeting;
}

Task<Result<void>> ImapTalk::open(QString secret)
{
    if (const auto connected = co_await connectToServer(); !connected) {
        fail(connected.error());
        co_return connected.error();
    }
    auto signedIn = co_await signIn(std::move(secret));
    if (!signedIn)
        fail(signedIn.error());
    m_signedIn = bool(signedIn);
    co_return signedIn;
}

Task<Result<QByteArrayList>> ImapTalk::capabilities()
{
    const auto answers = co_await command("CAPABILITY");
    if (!answers)
        co_return answers.error();
    QByteArrayList words;
    for (const auto &values : *answers) {
        if (values.empty() || !values.front().isAtom("CAPABILITY"))
            continue;
        for (const ImapValue &value : values)
            words.append(value.text.toUpper());
    }
    co_return words;
}

Task<Result<void>> ImapTalk::signIn(QString secret)
{
    if (m_settings.oauth && m_settings.security == Security::None)
        co_return openTokenError(m_settings);
    const auto told = co_await capabilities();
    if (!told)
        co_return told.error();
    const auto can = [&told](const char *word) { return told->contains(word); };
    QByteArray mechanism;
    QByteArray response;
    if (m_settings.oauth && can("AUTH=XOAUTH2")) {
        mechanism = "XOAUTH2";
        response = saslXoauth2(m_settings, secret);
    } else if (m_settings.oauth && can("AUTH=OAUTHBEARER")) {
        mechanism = "OAUTHBEARER";
        response = saslOauthBearer(m_settings, secret);
    } else if (!m_settings.oauth && can("AUTH=PLAIN")) {
        mechanism = "PLAIN";
        response = saslPlain(m_settings, secret);
    }
    QByteArray text = "AUTHENTICATE " + mechanism;
    if (mechanism.isEmpty()) {
        const QByteArray user = quotedString(m_settings.user.toUtf8());
        const QByteArray password = quotedString(secret.toUtf8());
        if (m_settings.oauth)
            co_return noTokensError(m_settings);
        if (can("LOGINDISABLED") || user.isEmpty() || password.isEmpty())
            co_return noPasswordsError(m_settings);
        text = "LOGIN " + user + ' ' + password;
    } else if (can("SASL-IR")) { // RFC 4959
        text += ' ' + response;
    } else {
        m_continuations = {response};
    }
    const auto done = co_await command(text);
    if (!done)
        co_return done.error().kind == ErrorKind::Refused
            ? signInRefused(m_settings, done.error().text, done.error().code)
            : done.error();
    co_return Result<void>{};
}

Task<Result<QByteArrayList>> ImapTalk::offers()
{
    if (m_offers.isEmpty()) {
        const auto told = co_await capabilities();
        if (!told)
            co_return told.error();
        m_offers = *told;
    }
    co_return Result<QByteArrayList>(m_offers); // what is not of that type is moved from
}

Task<Result<quint32>> ImapTalk::examine(QString path)
{
    const auto answers = co_await command("EXAMINE " + quotedMailbox(path));
    if (!answers)
        co_return answers.error();
    for (const auto &values : *answers) {
        if (values.size() < 2 || !values[0].isAtom("OK"))
            continue;
        if (const auto validity = uidValidityIn(values[1].text))
            co_return *validity;
    }
    co_return quint32(0);
}

Task<Result<ImapTalk::Answers>> ImapTalk::command(QByteArrayList parts)
{
    if (parts.size() == 1)
        co_return co_await send(parts.first());
    const auto offered = co_await offers();
    if (!offered)
        co_return offered.error();
    const bool atOnce
        = offered->contains("LITERAL+") || offered->contains("LITERAL-") || offered->contains("IMAP4REV2");
    QByteArrayList lines;
    QByteArray line = parts.first();
    for (qsizetype i = 1; i + 1 < parts.size(); i += 2) {
        lines.append(line + '{' + QByteArray::number(parts[i].size()) + (atOnce ? "+}" : "}"));
        line = parts[i] + parts[i + 1];
    }
    lines.append(line);
    if (atOnce)
        co_return co_await send(lines.join("\r\n"));
    const QByteArray first = lines.takeFirst();
    m_continuations = lines;
    co_return co_await send(first);
}

Task<Result<ImapTalk::Answers>> ImapTalk::command(QByteArray text)
{
    co_return co_await send(std::move(text));
}

Task<Result<ImapTalk::Answers>> ImapTalk::send(QByteArray lines)
{
    if (m_why)
        co_return Error(*m_why);
    m_tag = 'P' + QByteArray::number(++m_count);
    m_answers.clear();
    m_waiting.emplace();
    const auto waiting = *m_waiting;
    m_watchdog.start();
    m_socket->write(m_tag + ' ' + lines + "\r\n");
    co_return co_await waiting;
}

void ImapTalk::readable()
{
    while (m_socket && m_socket->bytesAvailable() > 0) {
        m_reader.hear(m_socket->read(OctetsAtOnce));
        if (m_waiting)
            m_watchdog.start();
        if (m_reader.fault() == ResponseReader::Fault::SinkFull)
            return fail({ErrorKind::Storage,
                         Words::tr("There is no room left on this computer for what was to be downloaded."),
                         {}});
        if (m_reader.fault() != ResponseReader::Fault::None)
            return fail(senselessError(m_settings));
        while (auto response = m_reader.take())
            heard(*response);
    }
}

void ImapTalk::heard(const ResponseReader::Response &response)
{
    const QByteArray &line = response.constFirst();
    if (m_greeting) {
        const auto greeting = *std::exchange(m_greeting, std::nullopt);
        m_watchdog.stop();
        if (line.toUpper().startsWith("* OK"))
            resumeLater(greeting, Result<void>{});
        else
            resumeLater(greeting, Result<void>(connectionError(m_settings, true)));
        return;
    }
    if (line.startsWith('+')) {
        // An empty line where more is asked than we have to say: the reason of a refusal (RFC 7628 3.2.3).
        const QByteArray next = m_continuations.isEmpty() ? QByteArray() : m_continuations.takeFirst();
        m_socket->write(next + "\r\n");
        return;
    }
    if (line.startsWith("* ")) {
        auto told = response;
        told.first().remove(0, 2);
        if (told.constFirst().toUpper().startsWith("BYE") && m_signedIn)
            return fail(connectionError(m_settings, true));
        if (m_hearing && m_hearing(told))
            return;
        // Words for people cannot be read as values; of these only what stands in brackets is needed.
        static constexpr QByteArrayView Ok = "OK ";
        if (told.constFirst().first(std::min(told.constFirst().size(), Ok.size())).toUpper() == Ok) {
            m_answers.append({{ImapValue::Kind::Atom, "OK", {}},
                              {ImapValue::Kind::String, told.constFirst().sliced(Ok.size()), {}}});
        } else if (auto values = readValues(told)) {
            m_answers.append(std::move(*values));
        }
        return;
    }
    if (!m_waiting || !line.startsWith(m_tag + ' '))
        return fail(senselessError(m_settings));
    const QByteArray rest = line.sliced(m_tag.size() + 1);
    const qsizetype blank = rest.indexOf(' ');
    ended(rest.first(blank < 0 ? rest.size() : blank).toUpper(),
          blank < 0 ? QByteArray() : rest.sliced(blank + 1));
}

void ImapTalk::ended(const QByteArray &status, const QByteArray &words)
{
    const auto waiting = *std::exchange(m_waiting, std::nullopt);
    m_watchdog.stop();
    m_reader.setWanted({});
    m_hearing = nullptr;
    m_continuations.clear();
    if (status == "OK")
        resumeLater(waiting, Result<Answers>(std::exchange(m_answers, {})));
    else
        resumeLater(waiting, Result<Answers>(refused(words)));
}

} // namespace kw
