#pragma once

#include "core/store/rows.h"

#include <QWidget>

class QLabel;

namespace kw {

// What is shown while several rows are selected: how many, the first few, and what can be done with all of
// them.
class SelectionPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int LinesShown = 8;
    explicit SelectionPage(QWidget *parent = nullptr);
    // `rows` lines of the list are `ids.size()` messages.
    void showSelection(const QList<MessageId> &ids, qint64 rows, const QList<MessageRow> &first);
    QString title() const;

Q_SIGNALS:
    void toggleStar(const QList<kw::MessageId> &ids);
    void markRead(const QList<kw::MessageId> &ids, bool read);

private:
    QList<MessageId> m_ids;
    QLabel *m_title;
    QLabel *m_lines;
};

} // namespace kw
