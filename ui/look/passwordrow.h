#pragma once

#include <QWidget>

class QLineEdit;

namespace kw {

// A field for a secret with a button behind it that shows what was typed. Goes into a form as one row: its
// label's key leads to the field. The button is called as the field, with "Show" appended. GUI thread.
class PasswordRow : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordRow(QLineEdit *field, QWidget *parent = nullptr);

private:
    void showTyped(bool shown);
    QLineEdit *m_field;
};

} // namespace kw
