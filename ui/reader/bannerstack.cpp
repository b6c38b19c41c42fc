#include "ui/reader/bannerstack.h"

#include "ui/look/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QMenu *makeMenu(const BannerButton &button, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName("bannerMenu"_L1);
    menu->setAccessibleName(button.text);
    for (const BannerButton &choice : button.choices)
        QObject::connect(menu->addAction(choice.text), &QAction::triggered, menu,
                         [pressed = choice.pressed] { pressed(); });
    return menu;
}

} // namespace

Banner::Banner(const QString &objectName, Tone tone, QLatin1StringView iconName, const QString &text,
               const QList<BannerButton> &buttons, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(objectName);
    m_icon->setObjectName("bannerIcon"_L1);
    m_text->setObjectName("bannerText"_L1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    int n = 0;
    for (const BannerButton &b : buttons) {
        auto *button = new QPushButton(b.text, this);
        button->setObjectName(u"%1Button%2"_s.arg(objectName).arg(++n));
        button->setAccessibleName(b.text);
        button->setAutoDefault(false);
        if (b.choices.isEmpty())
            connect(button, &QPushButton::clicked, this, [pressed = b.pressed] { pressed(); });
        else
            button->setMenu(makeMenu(b, button));
        layout->addWidget(button);
    }
    setText(text);
    paintIcon();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneFill(m_tone, palette()));
    painter.drawRoundedRect(rect(), 6, 6);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void Banner::paintIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconName, toneText(m_tone, palette()), 18, devicePixelRatioF()));
}

BannerStack::BannerStack(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName("bannerStack"_L1);
    setAccessibleName(tr("Notices"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    setVisible(false);
}

Banner *BannerStack::add(const QString &objectName, Tone tone, QLatin1StringView iconName,
                         const QString &text, const QList<BannerButton> &buttons)
{
    remove(objectName);
    auto *banner = new Banner(objectName, tone, iconName, text, buttons, this);
    m_layout->addWidget(banner);
    setVisible(true);
    return banner;
}

Banner *BannerStack::find(const QString &objectName) const
{
    for (int i = 0; i < m_layout->count(); ++i) {
        auto *banner = qobject_cast<Banner *>(m_layout->itemAt(i)->widget());
        if (banner && banner->objectName() == objectName)
            return banner;
    }
    return nullptr;
}

void BannerStack::remove(const QString &objectName)
{
    Banner *banner = find(objectName);
    if (!banner)
        return;
    m_layout->removeWidget(banner);
    banner->hide();
    banner->deleteLater(); // its own button may be what called us
    setVisible(m_layout->count() > 0);
}

void BannerStack::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(false);
}

int BannerStack::count() const
{
    return m_layout->count();
}

} // namespace kw
