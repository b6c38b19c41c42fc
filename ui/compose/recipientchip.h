#pragma once

#include "core/base/mailtypes.h"

#include <QAbstractButton>

namespace kw {

// One recipient as a small plate with a name, and a cross that takes it away. What its
// keys and the mouse mean is decided by the row it stands in. GUI thread.
class RecipientChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RecipientChip(const Address &address, QWidget *parent);

    const Address &address() const { return m_address; }
    bool isSendable() const { return m_sendable; }
    bool isSelected() const { return m_selected; }
    void setSelected(bool on);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void keyPressed(QKeyEvent *event); // accepted: it meant something here
    void chosen(Qt::KeyboardModifiers modifiers); // by a click
    void removeWanted();
    void editWanted();
    void dragWanted();
    void menuWanted(const QPoint &globalPosition);
    void left(); // the focus went elsewhere; to a menu or another window does not count

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect crossRect() const;
    void paintCross(QPainter &painter, const QColor &color) const;

    const Address m_address;
    const bool m_sendable;
    QPoint m_pressed;
    bool m_selected = false;
    bool m_mayDrag = false;
    bool m_onCross = false; // pressed there
};

} // namespace kw
