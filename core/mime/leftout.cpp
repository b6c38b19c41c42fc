#include "core/mime/leftout.h"

#include "core/mime/messageview.h"

namespace kw {

qint64 LeftOutPart::size() const
{
    // 57 octets are a line of 76 characters and its break (RFC 2045 6.8).
    constexpr qint64 Line = 78;
    constexpr qint64 OfLine = 57;
    return encoding == "base64" ? octets * OfLine / Line : octets;
}

void markLeftOut(MessageView &view, const LeftOut &parts)
{
    for (const LeftOutPart &part : parts) {
        for (AttachmentInfo &attachment : view.attachments) {
            if (attachment.partId != part.id)
                continue;
            attachment.isHere = false;
            attachment.size = part.size();
            attachment.sha256.clear();
        }
    }
}

QByteArray writtenLeftOut(const LeftOut &parts)
{
    QByteArrayList lines{"1"}; // the writing's version
    for (const LeftOutPart &part : parts)
        lines.append(part.id.toLatin1() + ' ' + QByteArray::number(part.octets) + ' ' + part.encoding);
    return lines.join('\n');
}

LeftOut readLeftOut(const QByteArray &written)
{
    LeftOut parts;
    for (const QByteArray &line : written.split('\n')) {
        const QByteArrayList words = line.split(' ');
        constexpr int Words = 3;
        if (words.size() == Words)
            parts.append({QString::fromLatin1(words[0]), words[2], words[1].toLongLong()});
    }
    return parts;
}

} // namespace kw
