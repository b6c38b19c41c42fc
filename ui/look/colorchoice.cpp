#include "ui/look/colorchoice.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QColorDialog>
#include <QMenu>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {
ColorChoice::ColorChoice(QLatin1StringView objectName, const QString &name, QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setToolTip(name);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    menu->setObjectName("colorMenu"_L1);
    const std::array names{tr("Blue"), tr("Green"), tr("Orange"),  tr("Purple"),
                           tr("Red"),  tr("Teal"),  tr("Mustard"), tr("Grey")};
    for (int i = 0; i < int(names.size()); ++i) {
        const QColor c = accountColor({}, i);
        menu->addAction(colorDot(c), names.at(size_t(i)), this, [this, c] { setColor(c); });
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
    const bool other = std::exchange(m_color, color) != color;
    setIcon(colorDot(color));
    if (other)
        Q_EMIT colorChanged(color);
}

} // namespace kw
