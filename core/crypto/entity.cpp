#include "core/crypto/entity.h"

#include "core/mime/headerfields.h"
#include "core/mime/messageparser.h"
#include "core/mime/mimetree.h"

namespace kw {

namespace {

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    while (!line.isEmpty() && QByteArrayView(" \t\r\n").contains(line.back()))
        line.chop(1);
    return line;
}

// Calls take(name, octets) with each field, folded lines included.
template <class F> void eachField(QByteArrayView header, const F &take)
{
    qsizetype at = 0;
    while (at < header.size()) {
        qsizetype end = at;
        do {
            const qsizetype found = header.indexOf('\n', end);
            end = found < 0 ? header.size() : found + 1;
        } while (end < header.size() && (header[end] == ' ' || header[end] == '\t'));
        const QByteArrayView field = header.sliced(at, end - at);
        const qsizetype colon = field.indexOf(':');
        take(colon < 0 ? QByteArray() : field.first(colon).toByteArray().trimmed().toLower(), field);
        at = end;
    }
}

} // namespace

Entity Entity::of(QByteArrayView octets)
{
    if (octets.startsWith('\n') || octets.startsWith("\r\n")) { // no header at all
        const qsizetype end = octets.indexOf('\n') + 1;
        return {octets.first(end).toByteArray(), octets.sliced(end).toByteArray()};
    }
    const MessageHalves halves = splitMessage(octets.toByteArray());
    return {halves.header, halves.body};
}

MimeField Entity::field(QByteArrayView lowerCaseName) const
{
    HeaderFieldReader fields(header);
    while (fields.next()) {
        if (fields.is(lowerCaseName))
            return MimeField(fields.value());
    }
    return {};
}

QByteArray Entity::type() const
{
    const QByteArray value = field("content-type").value();
    return value.contains('/') ? value : QByteArray("text/plain");
}

QByteArray Entity::decoded() const
{
    MimePart part;
    part.mimeType = "application/octet-stream"; // its line ends stay as they are
    part.encoding = field("content-transfer-encoding").value();
    part.body = body;
    return decodedOctets(part);
}

QList<QByteArrayView> Entity::parts() const
{
    QList<QByteArrayView> out;
    const QByteArray boundary = withoutLineEnd(field("content-type").parameter("boundary")).toByteArray();
    if (boundary.isEmpty())
        return out;
    const QByteArray marker = "--" + boundary;
    const QByteArrayView all = body;
    qsizetype start = -1;
    for (qsizetype at = 0; at >= 0 && at < all.size();) {
        const qsizetype end = all.indexOf('\n', at);
        const qsizetype next = end < 0 ? all.size() : end + 1;
        const QByteArrayView line = withoutLineEnd(all.sliced(at, next - at));
        if (line.startsWith(marker) && (line.size() == marker.size() || line == marker + "--")) {
            if (start >= 0) {
                qsizetype stop = std::max(start, at - 1);
                if (stop > start && all[stop - 1] == '\r')
                    --stop;
                out.append(all.sliced(start, stop - start));
            }
            if (line.size() > marker.size())
                return out;
            start = next;
        }
        const qsizetype found = all.indexOf("\n--", next - 1);
        at = found < 0 ? -1 : found + 1;
    }
    if (start >= 0 && start <= all.size())
        out.append(all.sliced(start));
    return out;
}

QByteArray withCrlf(QByteArrayView octets)
{
    QByteArray out;
    out.reserve(octets.size() + octets.size() / 40);
    for (qsizetype i = 0; i < octets.size(); ++i) {
        if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r'))
            out += '\r';
        out += octets[i];
    }
    return out;
}

QByteArray withoutFields(QByteArrayView header, const QList<QByteArray> &names)
{
    QByteArray out;
    eachField(header, [&](const QByteArray &name, QByteArrayView field) {
        if (!names.contains(name))
            out += field;
    });
    return out;
}

QByteArray onlyFields(QByteArrayView header, const QList<QByteArray> &names)
{
    QByteArray out;
    eachField(header, [&](const QByteArray &name, QByteArrayView field) {
        if (names.contains(name))
            out += field;
    });
    return out;
}

} // namespace kw
