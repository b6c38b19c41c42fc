#pragma once

#include "core/base/mailtypes.h"

#include <QWidget>

class QLineEdit;
class QScrollArea;

namespace kw {

class People;
class RecipientCompletion;
class RecipientRow;

// The recipients of one header field: each a chip, and behind the last a line to type the next one in.
// Commas, semicolons, Return, Tab and leaving the field turn what is typed into a chip; a pasted list becomes
// as many. What is no complete address stays as it is, in the colour of warnings. Chips are selected with the
// arrow keys and the mouse, corrected with F2, copied, and dragged into another field. Grows up to four
// lines, then scrolls. GUI thread.
class RecipientsEdit : public QWidget
{
    Q_OBJECT
public:
    // `label`: what the field is called, for screen readers.
    explicit RecipientsEdit(QLatin1StringView name, const QString &label, QWidget *parent);

    void setAddresses(const QList<Address> &addresses);
    // Also what is half typed; what is no address stands there without a name.
    QList<Address> addresses() const;
    QStringList invalid() const; // what no server would take
    bool isEmpty() const;
    void setPeople(People *people); // not owned, may be null

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectRow();
    void onTyped(const QString &text);
    void take(const QList<Address> &addresses);
    void commit();
    bool takeKey(QKeyEvent *event);
    bool takeArrow(const QKeyEvent *event);
    void fitHeight();

    QScrollArea *m_scroll;
    QLineEdit *m_line;
    RecipientRow *m_row;
    RecipientCompletion *m_completion;
    qsizetype m_length = 0; // of the line's text, before it is edited
};

} // namespace kw
