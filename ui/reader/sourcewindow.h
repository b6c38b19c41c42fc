#pragma once

#include "core/mime/messageview.h"

#include <QWidget>

namespace kw {

// The message as it arrived, or all its header fields; windows of their own that delete themselves when
// closed.
QWidget *showSource(const QString &subject, const QByteArray &header, const QByteArray &body,
                    QWidget *parent);
QWidget *showAllHeaders(const MessageView &view, QWidget *parent);
// The whole of a text that the reader cut.
QWidget *showLongText(const MessageView &view, QWidget *parent);

} // namespace kw
