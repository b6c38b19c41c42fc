#include "core/mime/headerfields.h"

namespace kw {

QByteArrayView HeaderFieldReader::takeLine()
{
    const qsizetype end = m_rest.indexOf('\n');
    const QByteArrayView line = end < 0 ? m_rest : m_rest.first(end);
    m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

bool HeaderFieldReader::next()
{
    while (!m_rest.isEmpty()) {
        const QByteArrayView line = takeLine();
        if (line.isEmpty())
            return false;
        const qsizetype colon = line.indexOf(':');
        const bool isField = colon > 0 && line.front() != ' ' && line.front() != '\t';
        const char *start = line.data();
        const char *end = line.data() + line.size();
        while (!m_rest.isEmpty() && (m_rest.front() == ' ' || m_rest.front() == '\t')) {
            const QByteArrayView more = takeLine();
            end = more.data() + more.size();
        }
        if (!isField)
            continue;
        m_name = line.first(colon).trimmed();
        m_raw = QByteArrayView(start + colon + 1, end);
        return true;
    }
    return false;
}

bool HeaderFieldReader::is(QByteArrayView lowerCaseName) const
{
    return m_name.size() == lowerCaseName.size() && m_name.compare(lowerCaseName, Qt::CaseInsensitive) == 0;
}

QByteArrayView HeaderFieldReader::value(QByteArray &unfolded) const
{
    if (m_raw.contains('\n') || m_raw.contains('\r')) {
        unfolded = value();
        return unfolded;
    }
    const bool lead = !m_raw.isEmpty() && (m_raw.front() == ' ' || m_raw.front() == '\t');
    return lead ? m_raw.sliced(1) : m_raw;
}

QByteArray HeaderFieldReader::value() const
{
    QByteArray out(m_raw.size(), Qt::Uninitialized);
    char *write = out.data();
    for (const char c : m_raw) {
        if (c != '\r' && c != '\n')
            *write++ = c;
    }
    out.truncate(write - out.data());
    const qsizetype lead = !out.isEmpty() && (out.front() == ' ' || out.front() == '\t') ? 1 : 0;
    return lead ? out.sliced(lead) : out;
}

qsizetype headerLength(QByteArrayView message)
{
    for (qsizetype at = 0; at < message.size();) {
        const qsizetype end = message.indexOf('\n', at);
        if (end < 0)
            break;
        if (end == at || (end == at + 1 && message[at] == '\r'))
            return end + 1;
        at = end + 1;
    }
    return message.size();
}

} // namespace kw
