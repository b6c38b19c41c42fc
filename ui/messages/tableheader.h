#pragma once

#include "ui/messages/tablepainter.h"

#include <QHeaderView>
#include <QSet>

namespace kw {

// The table's column heads. Only the date can be sorted by: the cache keeps every list in that order and no
// other, and sorting a million rows by hand would not be instant.
class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHeader(QWidget *parent);

    void setOldestFirst(bool on);
    void setUnified(bool unified); // several accounts: with a column that names them
    void setHits(bool on); // of a search: that column names folders too, and is always there
    // Shares the width among the columns: the subject takes what is left. Where that is too little, size and
    // account go and the sender shrinks, so that no column ever lies outside.
    void fit(int width);

Q_SIGNALS:
    void sortRequested(bool oldestFirst);
    void columnsChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeColumns();
    void showWanted();
    int wantedWidth(ListColumn column) const;

    QSet<ListColumn> m_unwanted; // hidden by the person
    int m_senderWidth = 0; // as the person likes it
    bool m_fitting = false;
    bool m_unified = false;
    bool m_hits = false;
};

} // namespace kw
