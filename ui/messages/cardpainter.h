#pragma once

#include "ui/messages/rowpainter.h"

namespace kw {

// A message as a card: sender and date, subject and signs, first words. Two lines in the compact density.
class CardPainter final : public RowPainter
{
public:
    int rowHeight() const override;
    void paintPlaceholder(QPainter &painter, const QRect &rect) const override;
    QRect starRect(const QRect &rowRect) const override;

protected:
    void layOut(Texts &texts, const QRect &rect, const ListRow &row) const override;
    void paintContent(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                      const RowState &state, const ListColors &colors) const override;

private:
    int padding() const;
    int lineGap() const;
    bool isCountBelow() const { return lines() > 2; }
    int lines() const { return context().density == ListDensity::Compact ? 2 : 3; }
    int signSize() const;
    int signsWidth(const ListRow &row) const;
    QRect line(const QRect &rect, int number) const;
    void paintFirstLine(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                        const ListColors &colors) const;
    void paintSecondLine(QPainter &painter, const QRect &rect, const ListRow &row, const Texts &texts,
                         const RowState &state, const ListColors &colors) const;
    void paintPlace(QPainter &painter, const QRect &rect, const Texts &texts, const ListColors &colors) const;
    void paintCount(QPainter &painter, const QRect &rect, const Texts &texts, const ListColors &colors) const;
};

} // namespace kw
