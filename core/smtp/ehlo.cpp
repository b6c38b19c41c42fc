#include "core/smtp/ehlo.h"

#include "core/smtp/smtperrors.h"

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostOctets = 65'536;
constexpr int MostKeywords = 200;
constexpr auto Ask = "EHLO localhost\r\n";

} // namespace

Ehlo::Ehlo(SmtpSettings settings)
    : m_settings(std::move(settings))
    , m_greeted(m_settings.security == SmtpSecurity::StartTls)
{
}

QByteArray Ehlo::begin()
{
    return m_greeted ? QByteArray(Ask) : QByteArray();
}

QByteArray Ehlo::hear(const QByteArray &octets)
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
        m_error = smtpSenselessError(m_settings);
    return answer;
}

QByteArray Ehlo::line(const QByteArray &line)
{
    const bool last = line.size() == 3 || (line.size() > 3 && line.at(3) == ' ');
    const bool more = line.size() > 3 && line.at(3) == '-';
    if ((!last && !more) || !line.startsWith(m_greeted ? "250" : "220")) {
        fail(line);
        return {};
    }
    if (!m_greeted) {
        m_greeted = last;
        return last ? QByteArray(Ask) : QByteArray();
    }
    if (std::exchange(m_named, true))
        take(QString::fromLatin1(line.mid(4, 500)).simplified().toUpper());
    m_done = last;
    return {};
}

void Ehlo::take(const QString &keyword)
{
    if (keyword.isEmpty() || m_features.capabilities.size() >= MostKeywords)
        return;
    m_features.capabilities.append(keyword);
    const QString name = keyword.section(u' ', 0, 0);
    if (name == "AUTH"_L1)
        m_features.authMechanisms += keyword.section(u' ', 1).split(u' ', Qt::SkipEmptyParts);
    else if (name == "SIZE"_L1)
        m_features.sizeLimit = std::max<qint64>(0, keyword.section(u' ', 1, 1).toLongLong());
    m_features.eightBitMime |= name == "8BITMIME"_L1;
    m_features.smtpUtf8 |= name == "SMTPUTF8"_L1;
    m_features.pipelining |= name == "PIPELINING"_L1;
    m_features.deliveryReports |= name == "DSN"_L1;
}

void Ehlo::fail(const QByteArray &line)
{
    const QString text = smtpPlainText(line.mid(4));
    if (line.startsWith('4'))
        m_error = smtpBusyError(m_settings, text);
    else if (line.startsWith('5'))
        m_error = smtpRefusedError(m_settings, text);
    else
        m_error = smtpSenselessError(m_settings);
}

} // namespace kw
