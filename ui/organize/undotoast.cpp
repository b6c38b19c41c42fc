#include "ui/organize/undotoast.h"

#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr auto ShownFor = std::chrono::seconds(8);
constexpr int FromBelow = 40; // pixels, above the status line
constexpr int Corner = 8;
} // namespace

UndoToast::UndoToast(QWidget *over)
    : QWidget(over)
    , m_icon(new QLabel(this))
    , m_text(plainLabel({}, "toastText"_L1, this))
    , m_button(new QPushButton(this))
    , m_close(flatButton("close"_L1, tr("Close"), "closeToast"_L1, this))
{
    setNames(this, "undoToast"_L1, tr("What was just done"));
    m_icon->setObjectName("toastIcon"_L1);
    setNames(m_button, "toastButton"_L1, tr("Undo"));
    m_button->setFlat(true);
    m_button->setCursor(Qt::PointingHandCursor);
    m_close->setIconSize(QSize(14, 14));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 6, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    m_time.setObjectName("toastTimer"_L1);
    m_time.setParent(this);
    m_time.setSingleShot(true);
    m_time.setInterval(ShownFor);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_pressed)
            m_pressed();
    });
    over->installEventFilter(this);
    hide();
}

void UndoToast::say(QLatin1StringView iconName, const QString &text, const QString &button,
                    std::function<void()> pressed)
{
    m_iconName = iconName;
    m_pressed = std::move(pressed);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setAccessibleName(
        button.isEmpty() ? QString() : tr("%1: %2", "button, what it is about").arg(button, text));
    m_button->setVisible(!button.isEmpty());
    setAccessibleDescription(text);
    color();
    place();
    show();
    raise();
    goOn();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString UndoToast::text() const
{
    return m_text->text();
}

void UndoToast::place()
{
    const int widest = std::max(parentWidget()->width() - 32, 100);
    m_text->setMaximumWidth(std::max(widest - 220, 80));
    m_text->setWordWrap(m_text->sizeHint().width() > m_text->maximumWidth());
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - FromBelow);
}

// The opposite of the window's colours, so that it stands out from any mail below it.
void UndoToast::color()
{
    const QPalette around = parentWidget()->palette();
    const QColor ground = mixed(around.color(QPalette::Text), around.color(QPalette::Base), 0.12);
    const QColor text = around.color(QPalette::Base);
    QPalette mine = around;
    mine.setColor(QPalette::Window, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        mine.setColor(role, text);
    m_text->setPalette(mine);
    mine.setColor(QPalette::Button, ground);
    mine.setColor(QPalette::ButtonText, readable(around.color(QPalette::Highlight), text, ground, TextRatio));
    m_button->setPalette(mine);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_button->setFont(bold);
    m_close->setIcon(icon("close"_L1, text));
    m_icon->setPixmap(iconPixmap(m_iconName, text, 18, devicePixelRatioF()));
}

void UndoToast::goOn()
{
    if (underMouse() || isAncestorOf(window()->focusWidget()))
        m_time.stop();
    else
        m_time.start();
}

bool UndoToast::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(object, event);
}

void UndoToast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_time.stop();
}

void UndoToast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (isVisible())
        m_time.start();
}

void UndoToast::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        color();
}

void UndoToast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette around = parentWidget()->palette();
    painter.setPen(QPen(mixed(around.color(QPalette::Base), around.color(QPalette::Text), 0.5), 1));
    painter.setBrush(m_text->palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Corner, Corner);
}

} // namespace kw
