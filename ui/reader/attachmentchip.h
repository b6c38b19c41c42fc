#pragma once

#include "core/mime/messageview.h"
#include "ui/look/roundedframe.h"

#include <QPoint>

namespace kw {

// One file of a message: what it is, and what can be done with it. A click or Enter looks at it, or opens it
// where it cannot be looked at; dragging takes it elsewhere. GUI thread.
class AttachmentChip : public RoundedFrame
{
    Q_OBJECT
public:
    AttachmentChip(const AttachmentInfo &info, QWidget *parent);

Q_SIGNALS:
    void lookRequested();
    void openRequested();
    void saveRequested();
    void dragged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void use();

    bool m_canLook;
    QPoint m_pressedAt;
    bool m_pressed = false;
};

QLatin1StringView fileTypeIcon(const QString &mimeType);

} // namespace kw
