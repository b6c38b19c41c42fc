#include "core/mime/structureguard.h"

#include "core/mime/headerfields.h"

#include <QList>

namespace kw {

QByteArray mimeParameter(QByteArrayView field, QByteArrayView lowerCaseName)
{
    qsizetype at = field.indexOf(';');
    while (at >= 0 && at < field.size()) {
        ++at;
        while (at < field.size() && QByteArrayView(" \t\r\n;").contains(field[at]))
            ++at;
        const qsizetype equals = field.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArrayView name = field.sliced(at, equals - at).trimmed();
        qsizetype value = equals + 1;
        while (value < field.size() && (field[value] == ' ' || field[value] == '\t'))
            ++value;
        QByteArray text;
        qsizetype end;
        if (value < field.size() && field[value] == '"') {
            for (end = value + 1; end < field.size() && field[end] != '"'; ++end) {
                if (field[end] == '\\' && end + 1 < field.size())
                    ++end;
                text += field[end];
            }
            at = field.indexOf(';', end);
        } else {
            at = field.indexOf(';', value);
            end = at < 0 ? field.size() : at;
            text = field.sliced(value, end - value).trimmed().toByteArray();
        }
        if (name.compare(lowerCaseName, Qt::CaseInsensitive) == 0)
            return text;
    }
    return {};
}

namespace {

class Walker
{
public:
    Walker(QByteArrayView message, int maxDepth, int maxParts)
        : m_message(message)
        , m_maxDepth(maxDepth)
        , m_maxParts(maxParts)
    {
    }

    StructureCheck run()
    {
        readPart();
        while (m_at < m_message.size() && !m_check.tooDeep && !m_check.tooManyParts) {
            const qsizetype start = m_at;
            const QByteArrayView line = takeLine();
            if (!line.startsWith("--") || m_open.isEmpty())
                continue;
            const qsizetype level = levelOf(line.sliced(2));
            if (level < 0)
                continue;
            const bool closing = line.sliced(2).startsWith(m_open[level].boundary + "--");
            m_open.resize(closing ? level : level + 1);
            if (closing)
                continue;
            m_partStart = start;
            readPart();
        }
        m_check.safeLength = m_check.tooDeep || m_check.tooManyParts ? m_partStart : m_message.size();
        return m_check;
    }

private:
    struct Open {
        QByteArray boundary;
        int depth;
    };

    QByteArrayView takeLine()
    {
        const qsizetype end = m_message.indexOf('\n', m_at);
        const QByteArrayView line = m_message.sliced(m_at, (end < 0 ? m_message.size() : end) - m_at);
        m_at = end < 0 ? m_message.size() : end + 1;
        return line;
    }

    qsizetype levelOf(QByteArrayView marker) const
    {
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            if (marker.startsWith(m_open[i].boundary))
                return i;
        }
        return -1;
    }

    // The header of a part, and of the messages directly inside it.
    void readPart()
    {
        int depth = m_open.isEmpty() ? 0 : m_open.last().depth;
        for (;;) {
            if (++m_parts > m_maxParts)
                m_check.tooManyParts = true;
            HeaderFieldReader fields(m_message.sliced(m_at));
            QByteArray type;
            while (fields.next()) {
                if (type.isEmpty() && fields.is("content-type"))
                    type = fields.value();
            }
            m_at = m_message.size() - fields.rest().size();
            const QByteArray lower = type.first(std::min<qsizetype>(type.size(), 40)).trimmed().toLower();
            const bool isMessage = lower.startsWith("message/rfc822") || lower.startsWith("message/global");
            const QByteArray boundary
                = lower.startsWith("multipart/") ? mimeParameter(type, "boundary") : QByteArray();
            if (!isMessage && boundary.isEmpty())
                return;
            if (++depth > m_maxDepth) {
                m_check.tooDeep = true;
                return;
            }
            if (!boundary.isEmpty()) {
                m_open.append({boundary, depth});
                return;
            }
        }
    }

    const QByteArrayView m_message;
    const int m_maxDepth;
    const int m_maxParts;
    qsizetype m_at = 0;
    qsizetype m_partStart = 0;
    int m_parts = 0;
    QList<Open> m_open;
    StructureCheck m_check;
};

} // namespace

StructureCheck checkStructure(QByteArrayView message, int maxDepth, int maxParts)
{
    return Walker(message, maxDepth, maxParts).run();
}

} // namespace kw
