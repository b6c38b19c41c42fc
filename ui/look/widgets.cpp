#include "ui/look/widgets.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

// Re-colours a widget whenever the application's palette changes.
class QuietKeeper final : public QObject
{
public:
    explicit QuietKeeper(QWidget *widget)
        : QObject(widget)
        , m_widget(widget)
    {
        apply();
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        QPalette palette;
        const QColor color = quietText(QGuiApplication::palette());
        if (m_widget->palette().color(QPalette::WindowText) == color)
            return; // setting it below comes back here as a change
        palette.setColor(QPalette::WindowText, color);
        palette.setColor(QPalette::Text, color);
        m_widget->setPalette(palette);
    }

    QWidget *m_widget;
};

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_full = oneLine(text);
    setAccessibleName(m_full);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height() + 2};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + 2, fontMetrics().height() + 2};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        elide();
    }
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, contentsRect().width());
    setText(shown);
    setToolTip(shown == m_full ? QString() : m_full.toHtmlEscaped());
}

Avatar::Avatar(int side, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void Avatar::setAddress(const Address &address)
{
    m_address = address;
    setAccessibleName(displayName(address));
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(personColor(m_address.email.isEmpty() ? m_address.name : m_address.email));
    painter.drawEllipse(rect());
    QFont f = font();
    f.setWeight(QFont::DemiBold);
    f.setPixelSize(height() * 2 / 5);
    painter.setFont(f);
    painter.setPen(Qt::white);
    painter.drawText(rect(), Qt::AlignCenter, initials(m_address));
}

Spinner::Spinner(int side, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(3, 3, -3, -3);
    painter.setPen(QPen(lineColor(palette()), 2.5));
    painter.drawEllipse(ring);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_angle * 16, 90 * 16);
}

void Spinner::timerEvent(QTimerEvent *)
{
    m_angle = (m_angle + 15) % 360;
    update();
}

void Spinner::showEvent(QShowEvent *)
{
    if (!m_timer)
        m_timer = startTimer(40);
}

void Spinner::hideEvent(QHideEvent *)
{
    if (m_timer)
        killTimer(m_timer);
    m_timer = 0;
}

QToolButton *flatButton(QLatin1StringView iconName, const QString &name, QLatin1StringView objectName,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    setNames(button, objectName, name);
    return button;
}

void setNames(QWidget *widget, QLatin1StringView objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}

QLabel *plainLabel(const QString &text, QLatin1StringView objectName, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(objectName);
    return label;
}

void setQuiet(QWidget *widget)
{
    new QuietKeeper(widget);
}

} // namespace kw
