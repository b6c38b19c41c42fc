#include "ui/messages/cardpainter.h"

#include <QPainter>

#include "ui/look/chip.h"

namespace kw {

namespace {
// Columns, in pixels from the leading edge.
constexpr int BarLeft = 5;
constexpr int BarWidth = 3;
constexpr int DotLeft = 14;
constexpr int DotSize = 8;
constexpr int TextLeft = 30;
constexpr int RightMargin = 14;
constexpr int Gap = 6;
constexpr int CountPadding = 6;
constexpr int WidestPlace = 190;

QList<Glyph> signsOf(quint32 flags)
{
    QList<Glyph> signs;
    if (flags & quint32(Flag::Answered))
        signs << Glyph::Reply;
    if (flags & quint32(Flag::Forwarded))
        signs << Glyph::Forward;
    if (flags & quint32(Flag::HasAttachment))
        signs << Glyph::Paperclip;
    return signs;
}
} // namespace

int CardPainter::padding() const
{
    switch (context().density) {
    case ListDensity::Compact:
        return 5;
    case ListDensity::Normal:
        return 8;
    case ListDensity::Roomy:
        break;
    }
    return 12;
}

int CardPainter::lineGap() const
{
    return context().density == ListDensity::Roomy ? 4 : context().density == ListDensity::Normal ? 2 : 1;
}

int CardPainter::rowHeight() const
{
    return lines() * metrics(true).height() + (lines() - 1) * lineGap() + 2 * padding();
}

int CardPainter::signSize() const
{
    return std::max(12, metrics(false).ascent() + 1);
}

QRect CardPainter::line(const QRect &rect, int number) const
{
    const int height = metrics(true).height();
    const int top = rect.top() + padding() + number * (height + lineGap());
    return QRect(rect.left() + TextLeft, top, rect.width() - TextLeft - RightMargin, height);
}

QRect CardPainter::starRect(const QRect &rowRect) const
{
    const QRect place = line(rowRect, 1);
    const int size = signSize() + 1;
    const QRect logical(place.right() + 1 - size, place.center().y() - size / 2, size, size);
    return visual(rowRect, logical);
}

int CardPainter::signsWidth(const ListRow &row) const
{
    return int(signsOf(row.message.flags).size()) * (signSize() + 3);
}

void CardPainter::layOut(Texts &texts, const QRect &rect, const ListRow &row) const
{
    const RowWords &words = *context().words;
    const bool unread = row.isUnread();
    const int width = line(rect, 0).width();
    texts.date = words.shortDate(row);
    texts.dateWidth = metrics(false).horizontalAdvance(texts.date);
    const int senderWidth = width - texts.dateWidth - Gap - signsWidth(row) - Gap;
    texts.sender = metrics(unread).elidedText(words.sender(row), Qt::ElideRight, std::max(0, senderWidth));
    if (row.shownCount() > 1) {
        texts.count = QLocale().toString(row.shownCount());
        texts.countWidth = std::max(metrics(false).horizontalAdvance(texts.count) + 2 * CountPadding,
                                    metrics(false).height());
    }
    if (context().hits) {
        texts.place = placeOf(row);
        texts.placeWidth = chipWidth(metrics(false), texts.place, std::min(WidestPlace, width / 2));
    }
    const int count = (texts.countWidth > 0 ? texts.countWidth + Gap : 0)
        + (texts.placeWidth > 0 ? texts.placeWidth + Gap : 0);
    const int badge = isCountBelow() ? 0 : count;
    const int tags = fitTags(texts, row, (width - signSize() - Gap - badge) / 2);
    const int subjectWidth = width - signSize() - Gap - badge - tags;
    texts.subject = metrics(unread).elidedText(words.subject(row), Qt::ElideRight, std::max(0, subjectWidth));
    // Until its body has been here a message has no first words: say where it is and how long.
    QString preview = words.preview(row);
    if (preview.isEmpty()) {
        const QString place = context().unified && !context().hits ? placeOf(row) : QString();
        preview = place.isEmpty() ? words.size(row) : place + QStringLiteral(" · ") + words.size(row);
    }
    if (lines() > 2)
        texts.preview = metrics(false).elidedText(preview, Qt::ElideRight, width - count);
}

void CardPainter::paintContent(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                               const RowState &state, const ListColors &colors) const
{
    if (context().unified && context().accountColors) {
        const QColor color = context().accounts.value(row.message.account).color;
        const QRect bar(rect.left() + BarLeft + 2, rect.top() + 5, BarWidth, rect.height() - 10);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color.isValid() ? color : colors.line);
        painter.drawRoundedRect(visual(rect, bar), 1.5, 1.5);
    }
    paintFirstLine(painter, rect, row, texts, colors);
    paintSecondLine(painter, rect, row, texts, state, colors);
    paintCount(painter, rect, texts, colors);
    paintPlace(painter, rect, texts, colors);
    if (!texts.preview.isEmpty()) {
        painter.setFont(font(false));
        painter.setPen(colors.muted);
        drawMarked(painter, rect, line(rect, 2), texts.preview, colors);
    }
    if (!state.selected && !state.focused)
        painter.fillRect(
            visual(rect,
                   QRect(rect.left() + TextLeft, rect.bottom(), rect.width() - TextLeft - RightMargin, 1)),
            colors.line);
}

void CardPainter::paintFirstLine(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                                 const ListColors &colors) const
{
    const QRect place = line(rect, 0);
    const bool unread = row.isUnread();
    if (unread) {
        const QRect dot(rect.left() + DotLeft, place.center().y() - DotSize / 2 + 1, DotSize, DotSize);
        drawDot(painter, rect, dot, colors.accent);
    }
    painter.setFont(font(unread));
    painter.setPen(colors.text);
    drawMarked(painter, rect, place, texts.sender, colors);
    painter.setFont(font(false));
    painter.setPen(colors.muted);
    drawText(painter, rect, place, texts.date, Qt::AlignRight);
    int right = place.right() - texts.dateWidth - Gap;
    const auto signs = signsOf(row.message.flags);
    for (qsizetype i = signs.size() - 1; i >= 0; --i) {
        const int size = signSize();
        const QRect box(right - size, place.center().y() - size / 2, size, size);
        drawSign(painter, rect, signs[i], box, colors.muted);
        right -= size + 3;
    }
}

void CardPainter::paintSecondLine(QPainter &painter, const QRect &rect, const ListRow &row,
                                  const Texts &texts, const RowState &state, const ListColors &colors) const
{
    const QRect place = line(rect, 1);
    painter.setFont(font(row.isUnread()));
    painter.setPen(colors.text);
    drawMarked(painter, rect, place, texts.subject, colors);
    const bool starred = has(row, Flag::Flagged);
    if (starred || state.hovered || state.focused)
        drawGlyph(painter, starred ? Glyph::Star : Glyph::StarOutline, starRect(rect),
                  starred ? colors.star : colors.muted, false, colors.starEdge);
    const int below = texts.countWidth > 0 ? texts.countWidth : texts.placeWidth; // a hit has no count
    const int badgeRoom = below > 0 && !isCountBelow() ? below + Gap : 0;
    painter.setFont(font(false));
    paintTags(painter, texts, colors, visual(rect, place.adjusted(0, 0, -signSize() - Gap - badgeRoom, 0)),
              context().direction == Qt::RightToLeft);
}

// At the edge of date and star; in two lines beside the star.
void CardPainter::paintCount(QPainter &painter, const QRect &rect, const Texts &texts,
                             const ListColors &colors) const
{
    if (texts.count.isEmpty())
        return;
    const QRect place = line(rect, isCountBelow() ? 2 : 1);
    const int right = isCountBelow() ? place.right() + 1 : place.right() + 1 - signSize() - Gap;
    const int height = metrics(false).height() - 1;
    const QRect badge(right - texts.countWidth, place.center().y() - height / 2, texts.countWidth, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(colors.ground, colors.text, 0.1));
    painter.drawRoundedRect(visual(rect, badge), height / 2.0, height / 2.0);
    painter.setFont(font(false));
    painter.setPen(readable(colors.muted, colors.text, mixed(colors.ground, colors.text, 0.1), 4.5));
    drawText(painter, rect, badge, texts.count, Qt::AlignHCenter);
}

// Where the count of conversations stands: hits are single messages.
void CardPainter::paintPlace(QPainter &painter, const QRect &rect, const Texts &texts,
                             const ListColors &colors) const
{
    if (texts.place.isEmpty())
        return;
    const QRect place = line(rect, isCountBelow() ? 2 : 1);
    const int right = isCountBelow() ? place.right() + 1 : place.right() + 1 - signSize() - Gap;
    const int height = chipHeight(metrics(false));
    const QRect plate(right - texts.placeWidth, place.center().y() - height / 2, texts.placeWidth, height);
    const QColor ground = mixed(colors.ground, colors.text, 0.07);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(visual(rect, plate), 4, 4);
    painter.setFont(font(false));
    painter.setPen(readable(colors.muted, colors.text, ground, TextRatio));
    const int room = texts.placeWidth - 2 * CountPadding;
    drawText(painter, rect, plate, metrics(false).elidedText(texts.place, Qt::ElideRight, room + 1),
             Qt::AlignHCenter);
}

void CardPainter::paintPlaceholder(QPainter &painter, const QRect &rect) const
{
    const QColor color = ListColors::of(context().palette, ListColors::Ground::Hovered).ground;
    for (int number = 0; number < lines(); ++number) {
        QRect bar = line(rect, number).adjusted(0, 4, 0, -4);
        bar.setWidth(bar.width() * (number == 0 ? 4 : number == 1 ? 7 : 6) / 10);
        painter.fillRect(visual(rect, bar), color);
    }
}

} // namespace kw
