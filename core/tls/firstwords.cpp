#include "core/tls/firstwords.h"

#include "core/tls/certificatefacts.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Tls)
};

constexpr qsizetype MostOctets = 65'536;
constexpr auto Ask = "K3 CAPABILITY\r\n";

Error senseless(const TlsTarget &target)
{
    return {ErrorKind::Protocol,
            Words::tr("%1 answered with something that makes no sense. Is it a mail server (IMAP)?")
                .arg(target.host),
            {}};
}

} // namespace

FirstWords::FirstWords(TlsTarget target)
    : m_target(std::move(target))
    , m_greeted(m_target.startTls)
{
}

QByteArray FirstWords::begin()
{
    return m_greeted ? QByteArray(Ask) : QByteArray();
}

QByteArray FirstWords::hear(const QByteArray &octets)
{
    QByteArray answer;
    m_heard.add(octets);
    while (!m_error && !m_done) {
        const auto one = m_heard.take();
        if (!one)
            break;
        answer += line(*one);
    }
    if (!m_done && !m_error && m_heard.total() >= MostOctets)
        m_error = senseless(m_target);
    return answer;
}

QByteArray FirstWords::line(const QByteArray &line)
{
    const QByteArray upper = line.toUpper();
    if (upper.startsWith("* BYE")) {
        m_error
            = Error{ErrorKind::Network,
                    Words::tr("%1 does not let us in at the moment: \"%2\". Kittiwake tries again by itself.")
                        .arg(m_target.host, plainText(QString::fromUtf8(line.mid(6)))),
                    QLatin1StringView(TlsCode::TurnedAway)};
        return {};
    }
    if (!m_greeted)
        return greeting(upper);
    if (upper.startsWith("* CAPABILITY "))
        take(upper.mid(13));
    else if (upper.startsWith("K3 "))
        m_done = true; // refused: then nothing is known of it
    return {};
}

QByteArray FirstWords::greeting(const QByteArray &line)
{
    if (line.startsWith("* PREAUTH")) {
        m_error
            = Error{ErrorKind::Tls,
                    Words::tr("%1 says that you are signed in already, though nobody has signed in. Nothing "
                              "was sent; check the server's name and port.")
                        .arg(m_target.host),
                    QLatin1StringView(TlsCode::SignedInAlready)};
        return {};
    }
    if (!line.startsWith("* OK")) {
        m_error = senseless(m_target);
        return {};
    }
    m_greeted = true;
    static const QByteArray told = "[CAPABILITY ";
    const qsizetype from = line.indexOf(told);
    const qsizetype to = from < 0 ? -1 : line.indexOf(']', from);
    if (to < 0)
        return Ask;
    take(line.sliced(from + told.size(), to - from - told.size()));
    m_done = true;
    return {};
}

void FirstWords::take(const QByteArray &capabilities)
{
    m_capabilities = QString::fromLatin1(capabilities).split(u' ', Qt::SkipEmptyParts);
}

} // namespace kw
