#include "ui/messages/quickfilterbar.h"

#include "ui/messages/glyphs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace kw {

namespace {
constexpr int TypingMs = 180;
constexpr int NarrowBelow = 320; // pixels

QIcon glyphIcon(Glyph glyph, const QWidget &widget)
{
    QIcon icon;
    const auto add = [&](QPalette::ColorGroup group, QIcon::Mode mode) {
        const double scale = 3; // sharp up to a scale factor of 3
        QPixmap pixmap(QSize(16, 16) * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawGlyph(painter, glyph, QRectF(0.5, 0.5, 15, 15),
                  widget.palette().color(group, QPalette::ButtonText));
        painter.end();
        icon.addPixmap(pixmap, mode);
    };
    add(QPalette::Active, QIcon::Normal);
    add(QPalette::Disabled, QIcon::Disabled);
    return icon;
}
} // namespace

QuickFilterBar::QuickFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QHBoxLayout)
    , m_field(new QLineEdit(this))
{
    setObjectName(QStringLiteral("quickFilter"));
    setAccessibleName(tr("Quick filter"));
    m_rows->setContentsMargins(8, 0, 8, 6);
    m_rows->setSpacing(6);
    m_buttons->setSpacing(2);
    makeField();
    m_rows->addWidget(m_field, 1);
    m_rows->addLayout(m_buttons);
    m_unread = addToggle(QStringLiteral("quickFilterUnread"), tr("Unread"), tr("Show only unread messages"));
    m_unread->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_starred
        = addToggle(QStringLiteral("quickFilterStarred"), tr("Starred"), tr("Show only starred messages"));
    m_attachments = addToggle(QStringLiteral("quickFilterAttachments"), tr("With attachment"),
                              tr("Show only messages with attachments"));
    makeMenu();
    drawIcons();
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, &QuickFilterBar::announce);
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
}

void QuickFilterBar::makeField()
{
    m_field->setObjectName(QStringLiteral("quickFilterText"));
    m_field->setPlaceholderText(tr("Filter by sender or subject"));
    m_field->setAccessibleName(tr("Filter this list by sender or subject"));
    m_field->setClearButtonEnabled(true);
    m_search = m_field->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_field->setMinimumWidth(80);
    m_field->installEventFilter(this);
}

void QuickFilterBar::makeMenu()
{
    m_menu = new QToolButton(this);
    m_menu->setObjectName(QStringLiteral("messageListMenu"));
    m_menu->setAutoRaise(true);
    m_menu->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_menu);
}

QToolButton *QuickFilterBar::addToggle(const QString &name, const QString &label, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(label);
    button->setAccessibleName(toolTip);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons->addWidget(button);
    connect(button, &QToolButton::toggled, this, &QuickFilterBar::announce);
    return button;
}

void QuickFilterBar::drawIcons()
{
    m_search->setIcon(glyphIcon(Glyph::Search, *this));
    m_starred->setIcon(glyphIcon(Glyph::StarOutline, *this));
    m_attachments->setIcon(glyphIcon(Glyph::Paperclip, *this));
}

Pages::Filter QuickFilterBar::filter() const
{
    Pages::Filter filter;
    filter.unreadOnly = m_unread->isChecked();
    filter.starredOnly = m_starred->isChecked();
    filter.attachmentsOnly = m_attachments->isChecked();
    filter.text = m_field->text().trimmed();
    return filter;
}

void QuickFilterBar::setFilter(const Pages::Filter &filter)
{
    {
        const QSignalBlocker quiet[] = {QSignalBlocker(m_unread), QSignalBlocker(m_starred),
                                        QSignalBlocker(m_attachments), QSignalBlocker(m_field)};
        m_unread->setChecked(filter.unreadOnly);
        m_starred->setChecked(filter.starredOnly);
        m_attachments->setChecked(filter.attachmentsOnly);
        m_field->setText(filter.text);
    }
    announce();
}

void QuickFilterBar::announce()
{
    m_typing.stop();
    const auto now = filter();
    if (std::exchange(m_announced, now) != now)
        Q_EMIT filterChanged(now);
}

void QuickFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() < NarrowBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_rows->direction() != wanted)
        m_rows->setDirection(wanted);
}

void QuickFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_attachments)
        drawIcons();
}

bool QuickFilterBar::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            announce();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
            || key->key() == Qt::Key_Escape) {
            announce();
            Q_EMIT leaveRequested();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace kw
