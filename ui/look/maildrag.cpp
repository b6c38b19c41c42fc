#include "ui/look/maildrag.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

const QString MessagesType = u"application/x-kittiwake-messages"_s;
const QString FolderType = u"application/x-kittiwake-folder"_s;

QMimeData *pack(const QString &type, const QList<qint64> &ids)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << QCoreApplication::applicationPid() << ids;
    auto *data = new QMimeData;
    data->setData(type, bytes);
    return data;
}

QList<qint64> unpack(const QString &type, const QMimeData *data)
{
    if (!data || !data->hasFormat(type))
        return {};
    QDataStream stream(data->data(type));
    qint64 process = 0;
    stream >> process;
    if (process != QCoreApplication::applicationPid())
        return {};
    QList<qint64> ids;
    stream >> ids;
    return ids;
}

} // namespace

QMimeData *dragOf(const QList<MessageId> &ids)
{
    QList<qint64> numbers;
    for (const MessageId id : ids)
        numbers.append(raw(id));
    return pack(MessagesType, numbers);
}

QMimeData *dragOf(FolderId folder)
{
    return pack(FolderType, {raw(folder)});
}

QList<MessageId> draggedMessages(const QMimeData *data)
{
    QList<MessageId> ids;
    for (const qint64 id : unpack(MessagesType, data))
        ids.append(MessageId(id));
    return ids;
}

FolderId draggedFolder(const QMimeData *data)
{
    const auto ids = unpack(FolderType, data);
    return ids.size() == 1 ? FolderId(ids.first()) : FolderId{};
}

QPixmap dragPicture(const QString &text, const QWidget *from)
{
    const QFontMetrics metrics = from->fontMetrics();
    const QString line = metrics.elidedText(text, Qt::ElideRight, 260);
    const QSize size(metrics.horizontalAdvance(line) + 24, metrics.height() + 12);
    QPixmap picture(size * from->devicePixelRatioF());
    picture.setDevicePixelRatio(from->devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(from->palette().color(QPalette::Highlight));
    painter.drawRoundedRect(QRectF(QPointF(0, 0), QSizeF(size)), 6, 6);
    painter.setFont(from->font());
    painter.setPen(from->palette().color(QPalette::HighlightedText));
    painter.drawText(QRect(QPoint(0, 0), size), Qt::AlignCenter | Qt::TextSingleLine, line);
    return picture;
}

} // namespace kw
