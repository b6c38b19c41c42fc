#include "ui/messages/quickfilterbar.h"

#include "ui/look/flowlayout.h"
#include "ui/messages/glyphs.h"
#include "ui/messages/tagfilterbutton.h"

#include <QEvent>
#include <QGridLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int TypingMs = 180;
constexpr int NarrowestField = 80; // pixels
constexpr int UsualField = 150;
constexpr int SwitchSpacing = 2;

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
    , m_rows(new QGridLayout(this))
    , m_field(new QLineEdit(this))
    , m_switches(new QWidget(this))
{
    setObjectName("quickFilter"_L1);
    setAccessibleName(tr("Quick filter"));
    m_rows->setContentsMargins(8, 0, 8, 6);
    m_rows->setHorizontalSpacing(6);
    m_rows->setVerticalSpacing(4);
    m_rows->setColumnStretch(0, 1);
    makeField();
    makeToggles();
    makeEnd();
    m_rows->addWidget(m_field, 0, 0);
    m_rows->addWidget(m_keep, 0, 2);
    m_rows->addWidget(m_menu, 0, 3);
    arrange();
    drawIcons();
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, &QuickFilterBar::announce);
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
}

void QuickFilterBar::makeField()
{
    m_field->setObjectName("quickFilterText"_L1);
    m_field->setPlaceholderText(tr("Filter by sender or subject"));
    m_field->setAccessibleName(tr("Filter this list by sender, recipients or subject"));
    m_field->setClearButtonEnabled(true);
    m_search = m_field->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_field->setMinimumWidth(NarrowestField);
    m_field->installEventFilter(this);
}

void QuickFilterBar::makeToggles()
{
    m_switches->setObjectName("quickFilterSwitches"_L1);
    m_switches->setAccessibleName(tr("Show only"));
    auto *flow = new FlowLayout(m_switches, SwitchSpacing);
    m_unread = addToggle("quickFilterUnread"_L1, tr("Unread"), tr("Show only unread messages"));
    m_unread->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_starred = addToggle("quickFilterStarred"_L1, tr("Starred"), tr("Show only starred messages"));
    m_attachments = addToggle("quickFilterAttachments"_L1, tr("With attachment"),
                              tr("Show only messages with attachments"));
    m_toMe
        = addToggle("quickFilterToMe"_L1, tr("To me"), tr("Show only messages with my address in To or Cc"));
    m_toMe->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_known = addToggle("quickFilterKnown"_L1, tr("People I know"),
                        tr("Show only messages from people I have written to"));
    for (QToolButton *button : {m_unread, m_starred, m_attachments, m_toMe, m_known})
        flow->addWidget(button);
    m_tag = new TagFilterButton(this);
    m_tag->installEventFilter(this);
    flow->addWidget(m_tag);
    connect(m_tag, &TagFilterButton::chosen, this, [this] {
        arrange();
        announce();
    });
}

void QuickFilterBar::makeEnd()
{
    m_keep = addButton("quickFilterKeep"_L1, tr("Keep filter"),
                       tr("Keep this filter when another list is shown"));
    m_keep->setCheckable(true);
    m_menu = addButton("messageListMenu"_L1, {}, {});
    m_menu->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

QToolButton *QuickFilterBar::addButton(QLatin1StringView name, const QString &label, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(label);
    button->setAccessibleName(toolTip);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->installEventFilter(this);
    return button;
}

QToolButton *QuickFilterBar::addToggle(QLatin1StringView name, const QString &label, const QString &toolTip)
{
    QToolButton *button = addButton(name, label, toolTip);
    button->setCheckable(true);
    connect(button, &QToolButton::toggled, this, &QuickFilterBar::announce);
    return button;
}

void QuickFilterBar::drawIcons()
{
    m_search->setIcon(glyphIcon(Glyph::Search, *this));
    m_starred->setIcon(glyphIcon(Glyph::StarOutline, *this));
    m_attachments->setIcon(glyphIcon(Glyph::Paperclip, *this));
    m_known->setIcon(glyphIcon(Glyph::Person, *this));
    m_keep->setIcon(glyphIcon(Glyph::Pin, *this));
}

void QuickFilterBar::setTags(const TagLooks &tags)
{
    m_tag->setTags(tags);
    arrange();
}

// --- what is asked for

Pages::Filter QuickFilterBar::filter() const
{
    Pages::Filter filter;
    filter.unreadOnly = m_unread->isChecked();
    filter.starredOnly = m_starred->isChecked();
    filter.attachmentsOnly = m_attachments->isChecked();
    filter.toMeOnly = m_toMe->isChecked();
    filter.knownOnly = m_known->isChecked();
    filter.tag = m_tag->keyword();
    filter.text = m_field->text().trimmed();
    return filter;
}

void QuickFilterBar::setFilter(const Pages::Filter &filter)
{
    {
        const QSignalBlocker quiet[]
            = {QSignalBlocker(m_unread), QSignalBlocker(m_starred), QSignalBlocker(m_attachments),
               QSignalBlocker(m_toMe),   QSignalBlocker(m_known),   QSignalBlocker(m_field)};
        m_unread->setChecked(filter.unreadOnly);
        m_starred->setChecked(filter.starredOnly);
        m_attachments->setChecked(filter.attachmentsOnly);
        m_toMe->setChecked(filter.toMeOnly);
        m_known->setChecked(filter.knownOnly);
        m_field->setText(filter.text);
    }
    m_tag->setKeyword(filter.tag);
    arrange();
    announce();
}

bool QuickFilterBar::isKept() const
{
    return m_keep->isChecked();
}

void QuickFilterBar::setKept(bool on)
{
    m_keep->setChecked(on);
}

void QuickFilterBar::announce()
{
    m_typing.stop();
    const auto now = filter();
    if (std::exchange(m_announced, now) != now)
        Q_EMIT filterChanged(now);
}

void QuickFilterBar::clear()
{
    setFilter({});
}

// --- room and keys

// One row where everything has room; else the switches stand below the field, in as many lines as they need.
void QuickFilterBar::arrange()
{
    if (!m_menu)
        return;
    int switches = -SwitchSpacing;
    for (int i = 0; i < m_switches->layout()->count(); ++i)
        switches += m_switches->layout()->itemAt(i)->sizeHint().width() + SwitchSpacing;
    const QMargins margins = m_rows->contentsMargins();
    const int wanted = margins.left() + UsualField + switches + m_keep->sizeHint().width()
        + m_menu->sizeHint().width() + 3 * m_rows->horizontalSpacing() + margins.right();
    const bool wide = width() >= wanted;
    m_switches->setMinimumWidth(wide ? switches : 0);
    m_rows->removeWidget(m_switches);
    if (wide)
        m_rows->addWidget(m_switches, 0, 1, Qt::AlignVCenter);
    else
        m_rows->addWidget(m_switches, 1, 0, 1, 4);
}

void QuickFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void QuickFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_keep)
        drawIcons();
    if (event->type() == QEvent::FontChange)
        arrange();
}

// Escape takes back the text first, then the switches, and then leads to the list.
bool QuickFilterBar::handleKey(QObject *object, int key)
{
    const bool inField = object == m_field;
    if (key == Qt::Key_Escape && inField && !m_field->text().isEmpty()) {
        m_field->clear();
        announce();
        return true;
    }
    if (key == Qt::Key_Escape && !filter().isEmpty()) {
        clear();
        return true;
    }
    if (key == Qt::Key_Escape
        || (inField && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter))) {
        announce();
        Q_EMIT leaveRequested();
        return true;
    }
    return false;
}

bool QuickFilterBar::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handleKey(object, static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(object, event);
}

} // namespace kw
