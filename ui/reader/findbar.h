#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace kw {

// Find in the open message. The view searches; the bar asks and shows the outcome.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);
    void start(); // shows itself with the cursor in the field
    void showFound(bool found);

Q_SIGNALS:
    void findRequested(const QString &text, bool backwards); // the next one
    void typed(const QString &text); // so far: the first one from where the search began
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void stop();
    QLineEdit *m_text;
    QLabel *m_outcome;
};

} // namespace kw
