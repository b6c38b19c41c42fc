#pragma once

#include "ui/messages/tablepainter.h"

#include <QHeaderView>

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
    void fit(int width); // shares the width among the columns; the subject takes what is left

Q_SIGNALS:
    void sortRequested(bool oldestFirst);
    void columnsChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool m_fitting = false;
    bool m_unified = false;
};

} // namespace kw
