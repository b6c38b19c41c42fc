#pragma once

#include "core/mime/messageview.h"
#include "ui/look/roundedframe.h"

#include <QList>
#include <QPoint>

class QLabel;
class QProgressBar;
class QToolButton;

namespace kw {

// One file of a message: what it is, and what can be done with it. A click or Enter looks at it, or opens it
// where it cannot be looked at; dragging takes it elsewhere. GUI thread.
class AttachmentChip : public RoundedFrame
{
    Q_OBJECT
public:
    AttachmentChip(const AttachmentInfo &info, QWidget *parent);

    // It is being downloaded; in octets.
    void showProgress(qint64 done, qint64 total);
    void endProgress();

Q_SIGNALS:
    void cancelRequested(); // of the download
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
    QString sizeWords() const;
    void addButtons(const QString &name);

    const qint64 m_bytes; // decoded
    const bool m_isHere;
    QLabel *m_size;
    QProgressBar *m_progress = nullptr; // while it is being downloaded
    QToolButton *m_cancel;
    QList<QToolButton *> m_uses;

    bool m_canLook;
    QPoint m_pressedAt;
    bool m_pressed = false;
};

QLatin1StringView fileTypeIcon(const QString &mimeType);

} // namespace kw
