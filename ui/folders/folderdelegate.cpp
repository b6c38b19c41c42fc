#include "ui/folders/folderdelegate.h"

#include "core/base/mailtypes.h"
#include "ui/folders/foldermodel.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int IconSide = 18;
constexpr int Gap = 8;

bool isAccount(const QModelIndex &index)
{
    return index.data(FolderModel::KindRole).toInt() == int(FolderNode::Kind::Account);
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

Tone toneOf(Liveness liveness)
{
    switch (liveness) {
    case Liveness::Live:
    case Liveness::Polling:
        return Tone::Good;
    case Liveness::NeedsYou:
        return Tone::Bad;
    case Liveness::Stale:
        return Tone::Warning;
    default:
        return Tone::Info;
    }
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect)
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter->setPen(QPen(option.palette.color(QPalette::Text), 1, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
}

} // namespace

QSize FolderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = qMax(option.fontMetrics.height(), IconSide) + 9;
    const bool laterAccount = isAccount(index) && index.row() > 0;
    return {option.fontMetrics.averageCharWidth() * 18, laterAccount ? line + 10 : line};
}

void FolderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isAccount(index))
        paintAccount(painter, opt, index);
    else
        paintFolder(painter, opt, index);
    painter->restore();
}

void FolderDelegate::paintAccount(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QRect rect = option.rect;
    if (index.row() > 0)
        rect.setTop(rect.top() + 10);
    int left = rect.left() + 4;
    if (const auto color = index.data(FolderModel::ColorRole).value<QColor>(); color.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(mirrored(option, QRect(left, rect.center().y() - 4, 9, 9)));
        left += 9 + Gap;
    }
    int right = rect.right() - 12;
    const QVariant liveness = index.data(FolderModel::LivenessRole);
    if (liveness.isValid()) {
        const auto state = Liveness(liveness.toInt());
        const QRect spot(right - IconSide + 2, rect.center().y() - 8, 16, 16);
        icon(livenessIcon(state), toneText(toneOf(state), option.palette))
            .paint(painter, mirrored(option, spot));
        right = spot.left() - Gap;
    }
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(index.data(FolderModel::ColorRole).value<QColor>().isValid()
                        ? option.palette.color(QPalette::Text)
                        : quietText(option.palette));
    const QRect textRect(left, rect.top(), right - left, rect.height());
    const QString text
        = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, textRect.width());
    painter->drawText(mirrored(option, textRect),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), text);
    paintFocus(painter, option, rect.adjusted(0, 0, -4, 0));
}

void FolderDelegate::paintFolder(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const int kind = index.data(FolderModel::KindRole).toInt();
    const bool outbox = kind == int(FolderNode::Kind::Outbox);
    const bool heading = outbox || kind == int(FolderNode::Kind::Group);
    const bool usable = heading || index.data(FolderModel::UsableRole).toBool();
    QRect bar = option.rect;
    bar.setLeft(bar.left() - 4);
    const QRect plate = bar.adjusted(0, 1, -6, -1);
    const QColor text = selected ? option.palette.color(QPalette::HighlightedText)
        : usable                 ? option.palette.color(QPalette::Text)
                                 : option.palette.color(QPalette::Disabled, QPalette::Text);
    const QRect spot(option.rect.left() + 4, option.rect.center().y() - IconSide / 2, IconSide, IconSide);
    const auto role = FolderRole(index.data(FolderModel::FolderRoleRole).toInt());
    const QLatin1StringView name = outbox       ? "outbox"_L1
        : kind == int(FolderNode::Kind::Search) ? "saved-search"_L1
        : heading                               ? "user"_L1
        : usable                                ? roleIcon(role)
                                                : "folder-off"_L1;
    icon(name, selected || !usable ? text : quietText(option.palette)).paint(painter, mirrored(option, spot));

    int right = option.rect.right() - 14;
    const QString count = index.data(FolderModel::UnreadTextRole).toString();
    QFont font = option.font;
    if (!count.isEmpty()) {
        font.setWeight(QFont::DemiBold);
        const int width = QFontMetrics(font).horizontalAdvance(count);
        painter->setFont(font);
        painter->setPen(text);
        painter->drawText(
            mirrored(option, QRect(right - width, option.rect.top(), width + 1, option.rect.height())),
            Qt::AlignCenter, count);
        right -= width + Gap;
    }
    painter->setFont(font);
    painter->setPen(text);
    const int left = spot.right() + Gap;
    const QRect textRect(left, option.rect.top(), right - left, option.rect.height());
    painter->drawText(
        mirrored(option, textRect),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, textRect.width()));
    paintFocus(painter, option, plate);
}

} // namespace kw
