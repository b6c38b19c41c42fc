#include "ui/reader/placeholderpage.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

PlaceholderPage::PlaceholderPage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_spinner(new Spinner(36, this))
    , m_title(plainLabel({}, "placeholderTitle"_L1, this))
    , m_detail(plainLabel({}, "placeholderDetail"_L1, this))
    , m_button(new QPushButton(this))
{
    setObjectName("placeholderPage"_L1);
    setFocusPolicy(Qt::StrongFocus);
    m_icon->setObjectName("placeholderIcon"_L1);
    m_spinner->setObjectName("placeholderSpinner"_L1);
    setNames(m_button, "placeholderButton"_L1, tr("Try again"));
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.25);
    m_title->setFont(big);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setWordWrap(true);
    setQuiet(m_detail);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 20, 40, 20);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_spinner, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &PlaceholderPage::buttonClicked);
    m_spinner->hide();
    m_button->hide();
}

void PlaceholderPage::showText(QLatin1StringView iconName, const QString &title, const QString &detail,
                               const QString &button)
{
    m_iconName = iconName;
    m_spinner->hide();
    m_icon->show();
    paintIcon();
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(button);
    if (!button.isEmpty())
        m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
}

void PlaceholderPage::showBusy(const QString &title, const QString &detail)
{
    m_icon->hide();
    m_button->hide();
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_spinner->show();
    m_title->setText(title);
    setAccessibleName(title);
}

bool PlaceholderPage::isBusy() const
{
    return !m_spinner->isHidden();
}

QString PlaceholderPage::title() const
{
    return m_title->text();
}

QString PlaceholderPage::detail() const
{
    return m_detail->text();
}

void PlaceholderPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void PlaceholderPage::paintIcon()
{
    if (m_iconName.isEmpty())
        return;
    QColor color = quietText(palette());
    color.setAlphaF(0.6F);
    m_icon->setPixmap(iconPixmap(QLatin1StringView(m_iconName.toLatin1()), color, 56, devicePixelRatioF()));
}

} // namespace kw
