#pragma once

#include "core/store/rows.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace kw {

class FlowLayout;

// What is shown while several rows are selected: how many, the first few, and what can be done with all of
// them.
class SelectionPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int LinesShown = 8;
    explicit SelectionPage(QWidget *parent = nullptr);
    // Of the window; they mean what is selected. Each gets a button "selection_" and its name.
    void setActions(const QList<QAction *> &actions);
    // `rows` lines of the list are `ids.size()` messages.
    void showSelection(const QList<MessageId> &ids, qint64 rows, const QList<MessageRow> &first);
    QString title() const;

Q_SIGNALS:
    void toggleStar(const QList<kw::MessageId> &ids);
    void markRead(const QList<kw::MessageId> &ids, bool read);

private:
    static FlowLayout *makeLine();
    QPushButton *addButton(FlowLayout *line, const QIcon &picture, const QString &text, const QString &name);

    QList<MessageId> m_ids;
    QLabel *m_title;
    QLabel *m_lines;
    FlowLayout *m_marks;
    FlowLayout *m_filing;
};

} // namespace kw
