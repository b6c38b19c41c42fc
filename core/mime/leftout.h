#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kw {

struct MessageView;

// A part of a large message that was left on the server; the message that is here has its head and no
// content.
struct LeftOutPart {
    QString id; // IMAP part number ("1.2")
    QByteArray encoding; // lower case
    qint64 octets = 0; // as encoded
    bool operator==(const LeftOutPart &) const = default;

    qint64 size() const; // decoded, about
};
using LeftOut = QList<LeftOutPart>;

// Says so of the attachments that these are.
void markLeftOut(MessageView &view, const LeftOut &parts);

// As the cache keeps it; never empty.
QByteArray writtenLeftOut(const LeftOut &parts);
LeftOut readLeftOut(const QByteArray &written);

} // namespace kw
