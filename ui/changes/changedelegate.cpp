#include "ui/changes/changedelegate.h"

#include "ui/changes/changesmodel.h"
#include "ui/look/icons.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int Padding = 8;
constexpr int Gap = 10;
constexpr int IconSide = 20;
constexpr int LineGap = 2;

QStringList linesOf(const QModelIndex &index)
{
    QStringList second{index.data(ChangesModel::WhereRole).toString(),
                       index.data(ChangesModel::StateRole).toString()};
    second.removeAll(QString());
    QStringList lines{index.data().toString(), second.join(u"  ·  "_s)};
    if (const QString reason = index.data(ChangesModel::ReasonRole).toString(); !reason.isEmpty())
        lines.append(reason);
    return lines;
}

// Left to right as written here, turned round where the person reads the other way.
struct Pen {
    QPainter *painter;
    const QStyleOptionViewItem &option;

    void text(const QRect &rect, const QString &text, Qt::Alignment alignment = Qt::AlignLeft) const
    {
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(QStyle::visualRect(option.direction, option.rect, rect),
                          int(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter)),
                          shown);
    }
};

struct Ink {
    Tone tone;
    QColor plain;
    QColor quiet;
    QColor toned;
};

Ink inkOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state & QStyle::State_Selected;
    const auto tone = Tone(index.data(ChangesModel::ToneRole).toInt());
    const QColor plain = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? plain : quietText(option.palette);
    return {tone, plain, quiet,
            selected                ? plain
                : tone == Tone::Bad ? toneText(tone, option.palette)
                                    : quiet};
}

void paintLines(const Pen &pen, const QModelIndex &index, const QRect &rect)
{
    const Ink ink = inkOf(pen.option, index);
    const int height = pen.option.fontMetrics.height();
    const QStringList lines = linesOf(index);
    QRect line(rect.left(), rect.top(), rect.width(), height);
    pen.painter->setPen(ink.quiet);
    const QString time = index.data(ChangesModel::TimeRole).toString();
    const int timeWidth = pen.painter->fontMetrics().horizontalAdvance(time);
    pen.text(line, time, Qt::AlignRight);
    QFont font = pen.option.font;
    if (!index.parent().isValid() && ink.tone != Tone::Good)
        font.setWeight(QFont::DemiBold); // what is not over yet
    pen.painter->setFont(font);
    pen.painter->setPen(ink.plain);
    pen.text(line.adjusted(0, 0, -timeWidth - (timeWidth > 0 ? Gap : 0), 0), lines.constFirst());
    pen.painter->setFont(pen.option.font);
    for (int i = 1; i < lines.size(); ++i) {
        line.translate(0, height + LineGap);
        pen.painter->setPen(i == 2 ? ink.toned : ink.quiet);
        pen.text(line, lines.at(i));
    }
}

} // namespace

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = int(linesOf(index).size());
    return {option.fontMetrics.averageCharWidth() * 40,
            lines * option.fontMetrics.height() + (lines - 1) * LineGap + 2 * Padding};
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    opt.text.clear();
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &opt, painter, widget);
    const Ink ink = inkOf(opt, index);
    QRect rect = opt.rect.adjusted(Padding, Padding, -Padding - 4, -Padding);
    const int height = opt.fontMetrics.height();
    painter->save();
    if (const QString name = index.data(ChangesModel::IconRole).toString(); !name.isEmpty()) {
        const QRect spot(rect.left(), rect.top() + (2 * height + LineGap - IconSide) / 2, IconSide, IconSide);
        icon(QLatin1StringView(name.toLatin1()), ink.toned)
            .paint(painter, QStyle::visualRect(opt.direction, opt.rect, spot));
        rect.setLeft(spot.right() + Gap);
    } else {
        rect.setLeft(rect.left() + IconSide / 2 + Gap); // below its action's text
    }
    paintLines(Pen{painter, opt}, index, rect);
    painter->restore();
}

} // namespace kw
