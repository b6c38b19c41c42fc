#include "core/smtp/smtpreplies.h"

#include "core/smtp/smtperrors.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostOctets = 65'536;
constexpr qsizetype MostText = 2000;
constexpr qsizetype CodeSize = 3;

// 200 to 599; 0: none.
int codeOf(const QByteArray &line)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() < CodeSize || !std::all_of(line.begin(), line.begin() + CodeSize, isDigit))
        return 0;
    if (line.size() > CodeSize && line.at(CodeSize) != ' ' && line.at(CodeSize) != '-')
        return 0;
    const int code = line.first(CodeSize).toInt();
    return code >= 200 && code < 600 ? code : 0;
}

} // namespace

std::optional<SmtpReply> SmtpReplies::take()
{
    while (!m_senseless) {
        const auto line = m_heard.take();
        if (!line) {
            m_senseless = m_size + m_heard.rest().size() > MostOctets;
            return std::nullopt;
        }
        if (!addLine(*line))
            continue;
        SmtpReply reply{std::exchange(m_code, 0), std::exchange(m_enhanced, {}),
                        smtpPlainText(std::exchange(m_text, {}))};
        m_size = 0;
        return reply;
    }
    return std::nullopt;
}

// Whether the reply is whole.
bool SmtpReplies::addLine(const QByteArray &line)
{
    static const QRegularExpression enhanced(u"^([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s+|$)"_s);
    const int code = codeOf(line);
    m_size += line.size() + 2;
    if (code == 0 || (m_code != 0 && code != m_code) || m_size > MostOctets) {
        m_senseless = true;
        return false;
    }
    m_code = code;
    QByteArray text = line.mid(CodeSize + 1);
    const auto match = enhanced.match(QString::fromLatin1(text.first(std::min<qsizetype>(text.size(), 20))));
    // Of another class than the code it is a word like any other (RFC 2034 4).
    if (match.hasMatch() && text.at(0) == line.at(0)) {
        if (m_enhanced.isEmpty())
            m_enhanced = match.captured(1);
        text = text.mid(match.capturedLength());
    }
    if (m_text.size() < MostText)
        m_text += (m_text.isEmpty() ? "" : " ") + text;
    return line.size() == CodeSize || line.at(CodeSize) == ' ';
}

} // namespace kw
