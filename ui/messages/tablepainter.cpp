#include "ui/messages/tablepainter.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>

namespace kw {

namespace {
constexpr int CellPadding = 6;
constexpr int DotSize = 8;

QList<Glyph> signsOf(quint32 flags)
{
    QList<Glyph> signs;
    if (flags & quint32(Flag::HasAttachment))
        signs << Glyph::Paperclip;
    if (flags & quint32(Flag::Forwarded))
        signs << Glyph::Forward;
    if (flags & quint32(Flag::Answered))
        signs << Glyph::Reply;
    return signs;
}
} // namespace

TablePainter::TablePainter(const QHeaderView &header)
    : m_header(header)
{
}

int TablePainter::rowHeight() const
{
    switch (context().density) {
    case ListDensity::Compact:
        return metrics(true).height() + 4;
    case ListDensity::Normal:
        return metrics(true).height() + 10;
    case ListDensity::Roomy:
        break;
    }
    return metrics(true).height() + 18;
}

// The header mirrors its sections by itself, so that these places are visual already.
QRect TablePainter::cell(const QRect &row, ListColumn column) const
{
    const int section = int(column);
    if (m_header.isSectionHidden(section))
        return {};
    return QRect(row.left() + m_header.sectionViewportPosition(section), row.top(),
                 m_header.sectionSize(section), row.height());
}

QRect TablePainter::inner(const QRect &row, ListColumn column) const
{
    return cell(row, column).adjusted(CellPadding, 0, -CellPadding, 0);
}

QRect TablePainter::starRect(const QRect &rowRect) const
{
    const QRect place = cell(rowRect, ListColumn::Star);
    if (place.isEmpty())
        return {};
    const int size = std::max(12, metrics(false).ascent() + 1);
    return QRect(place.center().x() - size / 2 + 1, place.center().y() - size / 2, size, size);
}

void TablePainter::layOut(Texts &texts, const QRect &rect, const ListRow &row) const
{
    const RowWords &words = *context().words;
    const bool unread = row.isUnread();
    const auto fit = [&](const QString &text, ListColumn column, bool strong, int less = 0) {
        return metrics(strong).elidedText(text, Qt::ElideRight,
                                          std::max(0, inner(rect, column).width() - less));
    };
    texts.sender = fit(words.sender(row), ListColumn::Sender, unread);
    if (row.shownCount() > 1) {
        texts.count = QLocale().toString(row.shownCount());
        texts.countWidth = metrics(false).horizontalAdvance(texts.count) + 12;
    }
    const int sign = metrics(false).ascent() + 4;
    int less
        = int(signsOf(row.message.flags).size()) * sign + (texts.countWidth > 0 ? texts.countWidth + 6 : 0);
    less += fitTags(texts, row, (inner(rect, ListColumn::Subject).width() - less) / 2);
    texts.subject = fit(words.subject(row), ListColumn::Subject, unread, less);
    texts.date = fit(words.shortDate(row), ListColumn::Date, false);
    texts.size = fit(words.size(row), ListColumn::Size, false);
    texts.place = fit(placeOf(row), ListColumn::Place, false);
}

void TablePainter::drawCell(QPainter &painter, const QRect &row, ListColumn column, const QString &text,
                            Qt::Alignment side) const
{
    const QRect place = inner(row, column);
    if (place.width() > 0 && !text.isEmpty())
        painter.drawText(place,
                         int(QStyle::visualAlignment(context().direction, side)) | Qt::AlignAbsolute
                             | Qt::AlignVCenter | Qt::TextSingleLine,
                         text);
}

void TablePainter::drawMarkedCell(QPainter &painter, const QRect &row, ListColumn column, const QString &text,
                                  const ListColors &colors) const
{
    const QRect place = inner(row, column);
    if (place.width() > 0 && !text.isEmpty()) // already where it is seen: mirrored once more by drawMarked()
        drawMarked(painter, row, visual(row, place), text, colors);
}

void TablePainter::paintContent(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                                const RowState &state, const ListColors &colors) const
{
    const bool starred = has(row, Flag::Flagged);
    if (const QRect star = starRect(rect); !star.isEmpty() && (starred || state.hovered || state.focused))
        drawGlyph(painter, starred ? Glyph::Star : Glyph::StarOutline, star,
                  starred ? colors.star : colors.muted, false, colors.starEdge);
    const QRect dotCell = cell(rect, ListColumn::Unread);
    if (row.isUnread() && !dotCell.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawEllipse(QRect(dotCell.center().x() - DotSize / 2 + 1,
                                  dotCell.center().y() - DotSize / 2 + 1, DotSize, DotSize));
    }
    if (context().unified && context().accountColors) {
        const QColor color = context().accounts.value(row.message.account).color;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color.isValid() ? color : colors.line);
        painter.drawRoundedRect(visual(rect, QRect(rect.left() + 6, rect.top() + 3, 3, rect.height() - 6)),
                                1.5, 1.5);
    }
    painter.setFont(font(row.isUnread()));
    painter.setPen(colors.text);
    drawMarkedCell(painter, rect, ListColumn::Sender, texts.sender, colors);
    paintSubject(painter, rect, row, texts, colors);
    painter.setFont(font(false));
    painter.setPen(colors.muted);
    drawCell(painter, rect, ListColumn::Date, texts.date);
    drawCell(painter, rect, ListColumn::Size, texts.size, Qt::AlignRight);
    drawCell(painter, rect, ListColumn::Place, texts.place);
}

void TablePainter::paintSubject(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                                const ListColors &colors) const
{
    QRect place = inner(rect, ListColumn::Subject);
    if (place.width() <= 0)
        return;
    drawMarkedCell(painter, rect, ListColumn::Subject, texts.subject, colors);
    const bool rightToLeft = context().direction == Qt::RightToLeft;
    const int size = metrics(false).ascent() + 1;
    const auto takeEnd = [&place, rightToLeft](int width) {
        const QRect end(rightToLeft ? place.left() : place.right() + 1 - width, place.top(), width,
                        place.height());
        rightToLeft ? place.setLeft(place.left() + width + 3) : place.setRight(place.right() - width - 3);
        return end;
    };
    for (const Glyph glyph : signsOf(row.message.flags)) {
        QRect box(0, 0, size, size);
        box.moveCenter(takeEnd(size).center());
        drawGlyph(painter, glyph, box, colors.muted, rightToLeft);
    }
    if (!texts.count.isEmpty())
        paintCount(painter, takeEnd(texts.countWidth), texts.count, colors);
    painter.setFont(font(false));
    paintTags(painter, texts, colors, place, rightToLeft);
}

void TablePainter::paintCount(QPainter &painter, const QRect &place, const QString &count,
                              const ListColors &colors) const
{
    QRect badge(0, 0, place.width(), std::min(metrics(false).height(), place.height() - 2));
    badge.moveCenter(place.center());
    const QColor ground = mixed(colors.ground, colors.text, 0.1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter.setFont(font(false));
    painter.setPen(readable(colors.muted, colors.text, ground, TextRatio));
    painter.drawText(badge, Qt::AlignCenter | Qt::TextSingleLine, count);
}

void TablePainter::paintPlaceholder(QPainter &painter, const QRect &rect) const
{
    const QColor color = ListColors::of(context().palette, ListColors::Ground::Hovered).ground;
    for (const auto column : {ListColumn::Sender, ListColumn::Subject, ListColumn::Date}) {
        const QRect place = inner(rect, column).adjusted(0, rect.height() / 3, 0, -rect.height() / 3);
        if (place.width() > 0)
            painter.fillRect(place, color);
    }
}

} // namespace kw
