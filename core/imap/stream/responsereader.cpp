#include "core/imap/stream/responsereader.h"

#include <utility>

namespace kw {

namespace {

// "{123}" or "{123+}" at the end of a line; -1: it ends there.
qint64 announcedLiteral(QByteArrayView line)
{
    if (!line.endsWith('}'))
        return -1;
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0)
        return -1;
    QByteArrayView digits = line.sliced(open + 1).chopped(1);
    if (digits.endsWith('+'))
        digits.chop(1);
    bool isNumber = !digits.isEmpty();
    for (const char c : digits)
        isNumber = isNumber && c >= '0' && c <= '9';
    bool fits = false;
    const qint64 octets = digits.toLongLong(&fits);
    return isNumber && fits ? octets : -1;
}

} // namespace

void ResponseReader::hear(QByteArrayView octets)
{
    while (!octets.isEmpty() && m_fault == Fault::None) {
        if (m_literalLeft > 0) {
            octets = octets.sliced(literal(octets));
            continue;
        }
        const qsizetype end = octets.indexOf('\n');
        const QByteArrayView piece = end < 0 ? octets : octets.first(end + 1);
        m_kept += piece.size();
        if (m_kept > MostKept) {
            m_fault = Fault::TooMuch;
            return;
        }
        m_current.last().append(piece);
        octets = octets.sliced(piece.size());
        if (end >= 0)
            line(m_current.last());
    }
}

// The text so far ends with a line break.
void ResponseReader::line(QByteArrayView text)
{
    text.chop(text.endsWith("\r\n") ? 2 : 1);
    m_current.last().truncate(text.size());
    const qint64 octets = announcedLiteral(m_current.last());
    if (octets < 0) {
        m_done.append(std::exchange(m_current, {QByteArray()}));
        m_kept = 0;
        return;
    }
    m_sink = m_wanted ? m_wanted(m_current.last(), octets) : Sink();
    m_literalLeft = octets;
    m_current.append(QByteArray());
    if (octets == 0)
        m_current.append(QByteArray());
}

qsizetype ResponseReader::literal(QByteArrayView octets)
{
    const QByteArrayView piece = octets.first(std::min<qint64>(octets.size(), m_literalLeft));
    if (m_sink) {
        if (!m_sink(piece))
            m_fault = Fault::SinkFull;
    } else {
        m_kept += piece.size();
        if (m_kept > MostKept)
            m_fault = Fault::TooMuch;
        else
            m_current.last().append(piece);
    }
    m_literalLeft -= piece.size();
    if (m_literalLeft == 0)
        m_current.append(QByteArray());
    return piece.size();
}

std::optional<ResponseReader::Response> ResponseReader::take()
{
    if (m_done.isEmpty())
        return std::nullopt;
    return m_done.takeFirst();
}

} // namespace kw
