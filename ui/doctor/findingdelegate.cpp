#include "ui/doctor/findingdelegate.h"

#include "ui/doctor/findingsmodel.h"
#include "ui/look/icons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int Padding = 8;
constexpr int IconSide = 20;
constexpr int Gap = 10;
constexpr int LineGap = 2;
constexpr int Wrapped = int(Qt::TextWordWrap) | int(Qt::AlignTop);

QFont boldOf(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

// The width is the view's: an item of a list has none of its own.
int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int all = view ? view->viewport()->width() : option.rect.width();
    return std::max(120, all - 2 * Padding - IconSide - Gap - 4);
}

int heightOf(const QFontMetrics &metrics, const QString &text, int width)
{
    return text.isEmpty()
        ? 0
        : metrics.boundingRect(QRect(0, 0, width, 10'000), Wrapped, text).height() + LineGap;
}

QString adviceText(const QModelIndex &index)
{
    const QString advice = index.data(FindingsModel::AdviceRole).toString();
    return advice.isEmpty() ? QString() : u"→ "_s + advice;
}

struct Ink {
    QColor plain;
    QColor quiet;
    QColor toned;
};

Ink inkOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QColor plain = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? plain : quietText(option.palette);
    const auto tone = Tone(index.data(FindingsModel::ToneRole).toInt());
    return {plain, quiet, selected ? plain : tone == Tone::Info ? quiet : toneText(tone, option.palette)};
}

void paintHeading(QPainter *painter, const QStyleOptionViewItem &option)
{
    QFont font = boldOf(option);
    painter->setFont(font);
    painter->setPen(quietText(option.palette));
    painter->drawText(option.rect.adjusted(Padding, 0, -Padding, -4),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignBottom)),
                      option.text);
}

void paintFinding(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Ink ink = inkOf(option, index);
    const int width = widthOf(option);
    const auto turned
        = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const int side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    const QRect spot(option.rect.left() + Padding, option.rect.top() + Padding, IconSide, IconSide);
    icon(QLatin1StringView(index.data(FindingsModel::IconRole).toString().toLatin1()), ink.toned)
        .paint(painter, turned(spot));
    QRect line(spot.right() + 1 + Gap, option.rect.top() + Padding, width, option.fontMetrics.height());
    painter->setFont(boldOf(option));
    painter->setPen(ink.plain);
    painter->drawText(turned(line), side | int(Qt::AlignVCenter), option.text);
    painter->setPen(ink.toned);
    painter->setFont(option.font);
    painter->drawText(turned(line),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignRight)) | int(Qt::AlignVCenter),
                      index.data(FindingsModel::StateTitleRole).toString());
    int top = line.bottom() + 1 + LineGap;
    const auto wrapped = [&](const QString &text, const QColor &color) {
        const int height = heightOf(option.fontMetrics, text, width);
        painter->setPen(color);
        painter->drawText(turned(QRect(line.left(), top, width, height)), Wrapped | side, text);
        top += height;
    };
    wrapped(index.data(FindingsModel::SentenceRole).toString(), ink.plain);
    wrapped(adviceText(index), ink.quiet);
}

} // namespace

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(FindingsModel::HeadingRole).toBool())
        return {100, line + (index.row() == 0 ? 10 : 20)};
    const int width = widthOf(option);
    const int texts = heightOf(option.fontMetrics, index.data(FindingsModel::SentenceRole).toString(), width)
        + heightOf(option.fontMetrics, adviceText(index), width);
    return {100, std::max(line + LineGap + texts, IconSide) + 2 * Padding};
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    painter->save();
    if (index.data(FindingsModel::HeadingRole).toBool()) {
        paintHeading(painter, opt);
    } else {
        QStyleOptionViewItem ground = opt;
        ground.text.clear();
        const QWidget *widget = option.widget;
        (widget ? widget->style() : QApplication::style())
            ->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);
        paintFinding(painter, opt, index);
    }
    painter->restore();
}

} // namespace kw
