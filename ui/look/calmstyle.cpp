#include "ui/look/calmstyle.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <QStyleOptionToolButton>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int ScrollBarWidth = 12;
constexpr int ShortestHandle = 32;

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(u"fusion"_s)
{
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent)
        return ScrollBarWidth;
    if (metric == PM_ScrollBarSliderMin)
        return ShortestHandle;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    if (hint == SH_ItemView_ShowDecorationSelected && widget && widget->objectName() == "folderTree"_L1)
        return 0; // it draws one plate over the whole line itself
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *bar
        = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (!bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool flat = bar->orientation == Qt::Horizontal;
    const int length = flat ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = qBound(qMin(ShortestHandle, length),
                        int(qint64(length) * bar->pageStep / (range + bar->pageStep)), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - handle, bar->upsideDown);
    const auto span = [&](int from, int to) {
        const QRect rect = flat ? QRect(from, 0, to - from, bar->rect.height())
                                : QRect(0, from, bar->rect.width(), to - from);
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return span(start, start + handle);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + handle, length);
    default:
        return {}; // no arrows
    }
}

void CalmStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter,
                              const QWidget *widget) const
{
    painter->save();
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum > option.minimum) {
        QColor color = option.palette.color(QPalette::Text);
        const bool held = (option.activeSubControls & SC_ScrollBarSlider) && (option.state & State_Sunken);
        color.setAlphaF(held ? 0.55F : (option.state & State_MouseOver) ? 0.42F : 0.28F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        const QRectF handle = QRectF(subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget))
                                  .adjusted(3, 3, -3, -3);
        painter->drawRoundedRect(handle, 3, 3);
    }
    painter->restore();
}

// A box that can be ticked must stand out from its ground (3:1), also in the dark.
void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor outline = option->palette.color(QPalette::WindowText);
    outline.setAlphaF(0.55F);
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorCheckBox)
        painter->drawRoundedRect(box, 2, 2);
    else
        painter->drawEllipse(box);
    painter->restore();
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    if (element != CE_HeaderSection) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    const QRect &rect = option->rect;
    painter->fillRect(
        rect,
        option->palette.color((option->state & State_MouseOver) ? QPalette::Midlight : QPalette::Window));
    painter->setPen(lineColor(option->palette));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const int edge = option->direction == Qt::RightToLeft ? rect.left() : rect.right();
    painter->drawLine(edge, rect.top() + 5, edge, rect.bottom() - 5);
    painter->restore();
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar) {
        drawScrollBar(*bar, painter, widget);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button && control == CC_ToolButton && button->toolButtonStyle != Qt::ToolButtonTextOnly) {
        QStyleOptionToolButton quiet = *button;
        quiet.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &quiet, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace kw
