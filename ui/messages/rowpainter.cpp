#include "ui/messages/rowpainter.h"

#include "ui/look/chip.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace kw {

namespace {
const QColor MarkColor(0xff, 0xc8, 0x2e); // as a pen that marks words
constexpr double MarkTint = 0.5;
} // namespace

void RowPainter::setContext(const RowContext &context)
{
    m_context = context;
    m_bold = context.font;
    m_bold.setWeight(QFont::Bold);
    m_metrics = QFontMetrics(context.font);
    m_boldMetrics = QFontMetrics(m_bold);
    using enum ListColors::Ground;
    for (const auto ground : {Plain, Hovered, Selected, SelectedInactive})
        m_colors[int(ground)] = ListColors::of(context.palette, ground);
    forgetAll();
}

int RowPainter::headingHeight() const
{
    return m_boldMetrics.height() + (m_context.density == ListDensity::Compact ? 8 : 14);
}

ListColors::Ground RowPainter::ground(const RowState &state) const
{
    if (state.selected)
        return state.active ? ListColors::Ground::Selected : ListColors::Ground::SelectedInactive;
    return state.hovered ? ListColors::Ground::Hovered : ListColors::Ground::Plain;
}

void RowPainter::paint(QPainter &painter, const QRect &rect, const ListRow &row, const RowState &state)
{
    Texts *texts = m_texts.object(row.key.id);
    if (!texts || texts->width != rect.width()) {
        texts = new Texts;
        texts->width = rect.width();
        layOut(*texts, rect, row);
        if (!m_texts.insert(row.key.id, texts))
            return; // deleted at once: the cache holds no single row
    }
    const ListColors &colors = m_colors[int(ground(state))];
    // The direction of each text follows its own first strong letter; alignment follows the window.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    paintGround(painter, rect, state, colors);
    paintContent(painter, rect, row, *texts, state, colors);
}

void RowPainter::paintGround(QPainter &painter, const QRect &rect, const RowState &state,
                             const ListColors &colors) const
{
    const QRectF box = QRectF(rect).adjusted(4, 0.5, -4, -0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    if (state.selected || state.hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.ground);
        painter.drawRoundedRect(box, 6, 6);
    }
    if (state.focused) {
        painter.setPen(QPen(colors.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 5.5, 5.5);
    }
}

void RowPainter::paintHeading(QPainter &painter, const QRect &rect, const QString &title) const
{
    const ListColors &colors = m_colors[int(ListColors::Ground::Plain)];
    painter.fillRect(rect, colors.ground);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setFont(m_bold);
    painter.setPen(colors.muted);
    const int width = m_boldMetrics.horizontalAdvance(title);
    const QRect place(rect.left() + 14, rect.top(), width + 1, rect.height());
    drawText(painter, rect, place, title);
    const int middle = rect.center().y() + 1;
    const QRect rest(place.right() + 10, middle, rect.right() - 14 - place.right() - 10, 1);
    if (rest.width() > 0)
        painter.fillRect(visual(rect, rest), colors.line);
}

QRect RowPainter::visual(const QRect &row, const QRect &logical) const
{
    return QStyle::visualRect(m_context.direction, row, logical);
}

void RowPainter::drawText(QPainter &painter, const QRect &row, const QRect &place, const QString &text,
                          Qt::Alignment side) const
{
    const auto alignment = QStyle::visualAlignment(m_context.direction, side);
    painter.drawText(visual(row, place),
                     int(alignment) | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void RowPainter::drawMarked(QPainter &painter, const QRect &row, const QRect &place, const QString &text,
                            const ListColors &colors) const
{
    const auto marks = searchedRanges(text, m_context.hitWords);
    if (marks.isEmpty())
        drawText(painter, row, place, text);
    else
        drawMarks(painter, visual(row, place), text, marks, colors);
}

void RowPainter::drawMarks(QPainter &painter, const QRect &place, const QString &text,
                           const QList<TextRange> &marks, const ListColors &colors) const
{
    QColor mark = mixed(colors.ground, MarkColor, MarkTint);
    for (double tint = MarkTint; tint > 0 && contrast(colors.text, mark) < TextRatio; tint -= MarkTint / 8)
        mark = mixed(colors.ground, MarkColor, tint);
    QTextCharFormat format;
    format.setBackground(mark);
    format.setForeground(colors.text); // also where the rest is quiet
    QList<QTextLayout::FormatRange> ranges;
    for (const TextRange &part : marks)
        ranges.append({int(part.start), int(part.length), format});
    QTextLayout layout(text, painter.font());
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setTextOption(option);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    // The layout puts a text at the edge that it begins from; lists put all at the window's.
    const double width = std::min<double>(line.naturalTextWidth(), place.width());
    const double left = m_context.direction == Qt::RightToLeft ? place.right() + 1 - width : place.left();
    const double inLine = line.naturalTextRect().left();
    layout.draw(&painter, QPointF(left - inLine, place.top() + (place.height() - line.height()) / 2));
}

void RowPainter::drawSign(QPainter &painter, const QRect &row, Glyph glyph, const QRect &place,
                          const QColor &color) const
{
    drawGlyph(painter, glyph, visual(row, place), color, m_context.direction == Qt::RightToLeft);
}

void RowPainter::drawDot(QPainter &painter, const QRect &row, const QRect &place, const QColor &color) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawEllipse(visual(row, place));
}

int RowPainter::fitTags(Texts &texts, const ListRow &row, int room) const
{
    int used = 0;
    for (const Tag &tag : m_context.words->tags(row)) {
        int width = chipWidth(m_metrics, tag.name, WidestTag);
        if (used + width + TagGap > room)
            width = BareChipWidth;
        if (used + width + TagGap > room)
            break;
        used += width + TagGap;
        texts.tags.append(tag);
        texts.tagWidths.append(width);
    }
    return used;
}

void RowPainter::paintTags(QPainter &painter, const Texts &texts, const ListColors &colors, QRect room,
                           bool rightToLeft) const
{
    const int height = chipHeight(m_metrics);
    for (qsizetype i = texts.tags.size() - 1; i >= 0; --i) {
        const int width = texts.tagWidths.at(i);
        const QRect place(rightToLeft ? room.left() : room.right() + 1 - width,
                          room.center().y() - height / 2, width, height);
        paintChip(painter, place, texts.tags.at(i).name, texts.tags.at(i).color, colors.ground, colors.text);
        rightToLeft ? room.setLeft(place.right() + 1 + TagGap) : room.setRight(place.left() - 1 - TagGap);
    }
}

QString RowPainter::placeOf(const ListRow &row) const
{
    const QString account = m_context.accounts.value(row.message.account).name;
    if (m_context.hits) {
        const QString folder = m_context.folders.value(row.message.folder);
        return account.isEmpty() ? folder : folder + QStringLiteral(" · ") + account;
    }
    return m_context.unified && !account.isEmpty() ? account : m_context.folders.value(row.message.folder);
}

} // namespace kw
