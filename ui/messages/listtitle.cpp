#include "ui/messages/listtitle.h"

#include "ui/messages/listcolors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace kw {

ListTitle::ListTitle(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_counts(new QLabel(this))
{
    setObjectName("messageListHead"_L1);
    m_title->setObjectName("messageListTitle"_L1);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_counts->setObjectName("messageListCounts"_L1);
    m_counts->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 6);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_counts);
    align();
    colour();
}

void ListTitle::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setToolTip(title);
}

void ListTitle::setCounts(const QString &counts)
{
    m_counts->setText(counts);
}

// A label follows its text's direction; a title belongs at the window's leading edge.
void ListTitle::align()
{
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    m_title->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter
                          | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft));
}

void ListTitle::colour()
{
    QPalette colors = palette();
    const QColor text = colors.color(QPalette::WindowText);
    const QColor ground = colors.color(QPalette::Window);
    colors.setColor(QPalette::WindowText, readable(mixed(text, ground, 0.4), text, ground, 4.5));
    m_counts->setPalette(colors);
}

void ListTitle::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        colour();
}

} // namespace kw
