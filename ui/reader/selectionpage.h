#pragma once

#include "core/store/rows.h"

#include <QWidget>

#include <optional>

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
    // `rows` lines of the list are so many messages; not known yet of conversations that are being counted.
    void showSelection(const QList<MessageRow> &first, qint64 rows, std::optional<qint64> messages);
    QString title() const;

Q_SIGNALS:
    void toggleStar();
    void markRead(bool read);

private:
    static FlowLayout *makeLine();
    QPushButton *addButton(FlowLayout *line, const QIcon &picture, const QString &text, const QString &name);

    QLabel *m_title;
    QLabel *m_lines;
    FlowLayout *m_marks;
    FlowLayout *m_filing;
};

} // namespace kw
