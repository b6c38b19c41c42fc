#pragma once

#include "core/base/ids.h"

#include <QList>

class QMimeData;
class QPixmap;
class QWidget;

namespace kw {

// Messages and folders while they are dragged: ids that mean something in this process only; what another
// one drags here is nothing.
QMimeData *dragOf(const QList<MessageId> &ids);
QMimeData *dragOf(FolderId folder);
QList<MessageId> draggedMessages(const QMimeData *data);
FolderId draggedFolder(const QMimeData *data); // 0: none
// What the pointer carries.
QPixmap dragPicture(const QString &text, const QWidget *from);

} // namespace kw
