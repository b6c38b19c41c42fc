#pragma once

#include <QByteArray>

#include <optional>

namespace kw {

// What a peer says, taken line by line. A line ends with LF, before which a CR counts for nothing. No thread
// of its own.
class LineBuffer
{
public:
    void add(const QByteArray &octets)
    {
        m_rest += octets;
        m_total += octets.size();
    }
    // The next whole line without its end; nothing: more must come.
    std::optional<QByteArray> take()
    {
        const qsizetype end = m_rest.indexOf('\n');
        if (end < 0)
            return std::nullopt;
        QByteArray line = m_rest.first(end);
        if (line.endsWith('\r'))
            line.chop(1);
        m_rest.remove(0, end + 1);
        return line;
    }
    const QByteArray &rest() const { return m_rest; } // not taken yet
    qsizetype total() const { return m_total; } // octets ever added

private:
    QByteArray m_rest;
    qsizetype m_total = 0;
};

} // namespace kw
