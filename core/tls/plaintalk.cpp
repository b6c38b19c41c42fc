#include "core/tls/plaintalk.h"

#include "core/tls/certificatefacts.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Tls)
};

constexpr qsizetype MostOctets = 65'536; // more is no greeting

bool is(const QByteArray &line, QByteArrayView start)
{
    return line.size() >= start.size()
        && QByteArrayView(line).first(start.size()).compare(start, Qt::CaseInsensitive) == 0;
}

bool hasWord(const QByteArray &line, const QByteArray &word)
{
    return line.toUpper().split(' ').contains(word);
}

// A server that finds out too late that it has no protocol to offer (RFC 8446 5.1, 6).
bool isAlert(const QByteArray &octets)
{
    constexpr qsizetype Size = 7;
    return octets.size() == Size && octets.startsWith(QByteArray::fromHex("1503"));
}

} // namespace

PlainTalk::PlainTalk(TlsTarget target)
    : m_target(std::move(target))
{
}

QByteArray PlainTalk::hear(const QByteArray &octets)
{
    QByteArray answer;
    m_heard.add(octets);
    while (!m_error && !isAgreed()) {
        const auto one = m_heard.take();
        if (!one)
            break;
        answer += line(*one);
    }
    if (m_error)
        return {};
    // Whatever follows the answer to STARTTLS in clear text pretends to be said by the server after it
    // (CVE-2011-0411 and its kin).
    if (isAgreed() && isAlert(m_heard.rest()))
        fail(TlsCode::OldTls,
             Words::tr(
                 "%1 offers encryption but cannot do it. Nothing was sent; ask your provider, or try another "
                 "port.")
                 .arg(m_target.host));
    else if (isAgreed() && !m_heard.rest().isEmpty())
        fail(TlsCode::Injected,
             Words::tr("Something was put into the connection to %1 before it was encrypted. Someone may be "
                       "tampering with it: use another network, or ask your provider. Nothing was sent.")
                 .arg(m_target.host));
    else if (m_heard.total() >= MostOctets)
        failMissing();
    return answer;
}

QByteArray PlainTalk::line(const QByteArray &line)
{
    return m_target.dialect == TlsTarget::Dialect::Imap ? imapLine(line) : smtpLine(line);
}

QByteArray PlainTalk::start()
{
    if (!m_offered) {
        failMissing();
        return {};
    }
    m_state = State::Starting;
    return m_target.dialect == TlsTarget::Dialect::Imap ? QByteArray("K2 STARTTLS\r\n")
                                                        : QByteArray("STARTTLS\r\n");
}

QByteArray PlainTalk::imapLine(const QByteArray &line)
{
    if (m_state == State::Greeting) {
        if (is(line, "* PREAUTH")) {
            // RFC 3501 has no STARTTLS in that state: who says so wants to keep the connection in clear text.
            fail(TlsCode::SignedInAlready,
                 Words::tr("%1 says that you are signed in already, on a connection that is not encrypted. "
                           "Someone may be tampering with it: use another network, or ask your provider. "
                           "Nothing was sent.")
                     .arg(m_target.host));
        } else if (is(line, "* OK")) {
            m_state = State::Asking;
            return "K1 CAPABILITY\r\n";
        } else if (is(line, "* BYE")) {
            failBusy(line.mid(5));
        } else {
            failMissing();
        }
        return {};
    }
    if (is(line, "* BYE")) {
        failBusy(line.mid(5));
        return {};
    }
    if (m_state == State::Asking) {
        if (is(line, "* CAPABILITY"))
            m_offered = m_offered || hasWord(line, "STARTTLS");
        else if (is(line, "K1 "))
            return start();
        return {};
    }
    if (is(line, "K2 OK"))
        m_state = State::Agreed;
    else if (is(line, "K2 "))
        failMissing();
    return {};
}

QByteArray PlainTalk::smtpLine(const QByteArray &line)
{
    const bool last = line.size() == 3 || (line.size() > 3 && line.at(3) == ' ');
    if (is(line, "421")) {
        failBusy(line.mid(4));
        return {};
    }
    const bool good = is(line, m_state == State::Asking ? "250" : "220");
    if (!good) {
        failMissing();
        return {};
    }
    switch (m_state) {
    case State::Greeting:
        if (last) {
            m_state = State::Asking;
            return "EHLO localhost\r\n";
        }
        break;
    case State::Asking:
        m_offered = m_offered || line.mid(4).trimmed().toUpper() == "STARTTLS";
        if (last)
            return start();
        break;
    case State::Starting:
        if (last)
            m_state = State::Agreed;
        break;
    case State::Agreed:
        break;
    }
    return {};
}

void PlainTalk::fail(const char *code, const QString &sentence, ErrorKind kind)
{
    m_error = Error{kind, sentence, QLatin1StringView(code)};
}

void PlainTalk::failMissing()
{
    fail(TlsCode::Stripped,
         Words::tr("%1 does not offer an encrypted connection on port %2, though the account asks for one. "
                   "Either the server cannot do it there, or someone on the way hides it. Nothing was sent; "
                   "check the port and the security setting, or use another network.")
             .arg(m_target.host)
             .arg(m_target.port));
}

void PlainTalk::failBusy(const QByteArray &line)
{
    fail(TlsCode::TurnedAway,
         Words::tr("%1 does not let us in at the moment: \"%2\". Kittiwake tries again by itself.")
             .arg(m_target.host, plainText(QString::fromUtf8(line))),
         ErrorKind::Network);
}

} // namespace kw
