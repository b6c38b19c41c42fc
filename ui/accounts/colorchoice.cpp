#include "ui/accounts/colorchoice.h"

#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QColorDialog>
#include <QMenu>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    return QIcon(pixmap);
}

} // namespace

ColorChoice::ColorChoice(QWidget *parent)
    : QToolButton(parent)
{
    setNames(this, "accountColor"_L1, tr("Colour of the account"));
    setToolTip(tr("Colour of the account"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    menu->setObjectName("colorMenu"_L1);
    const std::array names{tr("Blue"), tr("Green"), tr("Orange"),  tr("Purple"),
                           tr("Red"),  tr("Teal"),  tr("Mustard"), tr("Grey")};
    for (int i = 0; i < int(names.size()); ++i) {
        const QColor c = accountColor({}, i);
        menu->addAction(swatch(c), names.at(size_t(i)), this, [this, c] { setColor(c); });
    }
    menu->addSeparator();
    menu->addAction(tr("Other…"), this, [this] {
        if (const QColor chosen = QColorDialog::getColor(m_color, this); chosen.isValid())
            setColor(chosen);
    });
    setMenu(menu);
}

void ColorChoice::setColor(const QColor &color)
{
    m_color = color;
    setIcon(swatch(color));
}

} // namespace kw
