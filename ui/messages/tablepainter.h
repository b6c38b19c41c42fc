#pragma once

#include "ui/messages/rowpainter.h"

class QHeaderView;

namespace kw {

enum class ListColumn { Star, Unread, Sender, Subject, Date, Size, Place };
constexpr int ListColumns = 7;

// A message as one line of a table; the header tells where its columns are.
class TablePainter final : public RowPainter
{
public:
    explicit TablePainter(const QHeaderView &header); // must outlive the painter

    int rowHeight() const override;
    void paintPlaceholder(QPainter &painter, const QRect &rect) const override;
    QRect starRect(const QRect &rowRect) const override;

protected:
    void layOut(Texts &texts, const QRect &rect, const ListRow &row) const override;
    void paintContent(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                      const RowState &state, const ListColors &colors) const override;

private:
    QRect cell(const QRect &row, ListColumn column) const; // where it is seen; empty if the column is hidden
    QRect inner(const QRect &row, ListColumn column) const;
    void drawCell(QPainter &painter, const QRect &row, ListColumn column, const QString &text,
                  Qt::Alignment side = Qt::AlignLeft) const;
    void drawMarkedCell(QPainter &painter, const QRect &row, ListColumn column, const QString &text,
                        const ListColors &colors) const;
    void paintSubject(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                      const ListColors &colors) const;

    void paintCount(QPainter &painter, const QRect &place, const QString &count,
                    const ListColors &colors) const;

    const QHeaderView &m_header;
};

} // namespace kw
