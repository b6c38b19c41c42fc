#include "ui/compose/recipientchip.h"

#include "core/account/identities.h"
#include "ui/compose/recipienttext.h"
#include "ui/look/contrast.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Padding = 8; // pixels
constexpr int Cross = 16; // the square that it can be clicked in
constexpr int Widest = 320;
constexpr double Tint = 0.10; // of the text's colour in the plate
} // namespace

RecipientChip::RecipientChip(const Address &address, QWidget *parent)
    : QAbstractButton(parent)
    , m_address(address)
    , m_sendable(kw::isSendable(address))
{
    setObjectName("recipientChip"_L1);
    setFocusPolicy(Qt::ClickFocus); // Tab goes from field to field, the arrows go from chip to chip
    setText(oneLine(displayName(address)));
    setAccessibleName(spokenRecipient(address));
    if (!m_sendable) {
        const QString sentence = tr("“%1” is no complete mail address. Press F2 to correct it.")
                                     .arg(oneLine(address.email).left(80));
        setToolTip(sentence.toHtmlEscaped());
        setAccessibleDescription(sentence);
    } else {
        setToolTip(oneLine(writtenMailbox(address)).toHtmlEscaped());
    }
}

void RecipientChip::setSelected(bool on)
{
    m_selected = on;
    update();
}

QSize RecipientChip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {std::min(metrics.horizontalAdvance(text()) + 2 * Padding + Cross, Widest), metrics.height() + 6};
}

QSize RecipientChip::minimumSizeHint() const
{
    return {2 * Padding + Cross + 12, sizeHint().height()};
}

QRect RecipientChip::crossRect() const
{
    return QStyle::visualRect(layoutDirection(), rect(),
                              QRect(width() - Cross - 3, (height() - Cross) / 2, Cross, Cross));
}

void RecipientChip::paintCross(QPainter &painter, const QColor &color) const
{
    const QRectF inner = QRectF(crossRect()).adjusted(5, 5, -5, -5);
    painter.setPen(QPen(color, 1.2));
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

void RecipientChip::paintEvent(QPaintEvent *)
{
    const QColor ground = palette().color(QPalette::Base);
    const QColor letters = palette().color(QPalette::Text);
    QColor plate = mixed(ground, letters, underMouse() ? 2 * Tint : Tint);
    QColor words = letters;
    if (isSelected()) {
        plate = palette().color(QPalette::Highlight);
        words = palette().color(QPalette::HighlightedText);
    } else if (!m_sendable) {
        plate = toneFill(Tone::Warning, palette());
        words = toneText(Tone::Warning, palette());
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge
        = hasFocus() ? palette().color(QPalette::Text) : mixed(plate, words, m_sendable ? 0.15 : 0.6);
    painter.setPen(QPen(edge, hasFocus() ? 1.6 : 1));
    painter.setBrush(plate);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.8, 0.8, -0.8, -0.8), 5, 5);
    painter.setPen(words);
    const QRect place
        = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(Padding, 0, -Padding - Cross + 4, 0));
    painter.drawText(place,
                     int(Qt::AlignVCenter) | Qt::TextSingleLine
                         | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, place.width()));
    paintCross(painter, words);
}

bool RecipientChip::event(QEvent *event)
{
    // Before Tab moves the focus, and before a shortcut of the window takes the key.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::SelectAll) || key->matches(QKeySequence::Copy)
            || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Delete)
            || key->key() == Qt::Key_F2 || key->key() == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave
        || event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void RecipientChip::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    Q_EMIT keyPressed(event);
}

void RecipientChip::mousePressEvent(QMouseEvent *event)
{
    m_mayDrag = event->button() == Qt::LeftButton;
    m_onCross = m_mayDrag && crossRect().contains(event->position().toPoint());
    m_pressed = event->position().toPoint();
    if (m_mayDrag && !m_onCross && (!isSelected() || event->modifiers() != Qt::NoModifier))
        Q_EMIT chosen(event->modifiers());
    event->accept();
}

void RecipientChip::mouseMoveEvent(QMouseEvent *event)
{
    const int distance = (event->position().toPoint() - m_pressed).manhattanLength();
    if (!m_mayDrag || !event->buttons().testFlag(Qt::LeftButton)
        || distance < QApplication::startDragDistance())
        return;
    m_mayDrag = false;
    m_onCross = false;
    Q_EMIT dragWanted();
}

void RecipientChip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = m_mayDrag;
    m_mayDrag = false;
    if (m_onCross && crossRect().contains(event->position().toPoint()))
        Q_EMIT removeWanted();
    else if (clicked && !m_onCross && event->modifiers() == Qt::NoModifier)
        Q_EMIT chosen(event->modifiers()); // of several, the one that was clicked
    m_onCross = false;
}

void RecipientChip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !crossRect().contains(event->position().toPoint()))
        Q_EMIT editWanted();
}

void RecipientChip::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
}

void RecipientChip::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

} // namespace kw
