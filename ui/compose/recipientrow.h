#pragma once

#include "core/base/mailtypes.h"

#include <QList>
#include <QWidget>

class QLineEdit;
class QMimeData;

namespace kw {

class FlowLayout;
class RecipientChip;

// Chips in lines that wrap, and among them the line in which the next one is typed: behind the last, or where
// a chip is edited. Knows which are selected, and what keys, drags and drops do to them. GUI thread.
class RecipientRow : public QWidget
{
    Q_OBJECT
public:
    RecipientRow(QLineEdit *line, QWidget *parent);

    QList<Address> addresses() const;
    qsizetype count() const { return m_chips.size(); }
    // At the line's place, in front of it. No address twice.
    void add(const QList<Address> &addresses);
    void clear();
    // Selects the chip next to the line; false: there is none.
    bool enterBefore();
    bool enterBehind();
    void selectAll();
    // The line goes back behind the last chip.
    void endEditing();

Q_SIGNALS:
    void changed();
    void editBegins(); // what is half typed has to become a chip first
    // A chip became text: it is gone, and the line stands in its place.
    void editWanted(const QString &text);
    void lineWanted(const QString &typed); // the person goes on there; with a letter, or none
    void pasted(const QString &text);
    void shown(QWidget *widget); // has the focus: it should be seen

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    RecipientChip *made(const Address &address);
    void connectChip(RecipientChip *chip);
    void takeKey(RecipientChip *chip, QKeyEvent *event);
    bool takeCommand(QKeyEvent *event);
    void go(RecipientChip *from, int step, bool extend);
    void select(RecipientChip *chip, Qt::KeyboardModifiers modifiers);
    void selectOnly(RecipientChip *chip);
    void edit(RecipientChip *chip);
    void remove(const QList<RecipientChip *> &chips);
    void removeSelected();
    void drag(RecipientChip *chip);
    void showMenu(RecipientChip *chip, const QPoint &at);
    QList<RecipientChip *> selected() const;
    QMimeData *mimeOf(const QList<RecipientChip *> &chips) const;
    void moveLine(qsizetype to);

    FlowLayout *m_flow;
    QLineEdit *m_line;
    QList<RecipientChip *> m_chips;
    qsizetype m_lineAt = 0; // in front of the chip with this number
};

} // namespace kw
