#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kw {

struct NameQuestion;

// Asks for one name and says while it is typed what is wrong with it. Deletes itself when closed. GUI thread.
class NameDialog : public QDialog
{
    Q_OBJECT
public:
    NameDialog(const NameQuestion &question, QWidget *parent);
    void setName(const QString &name);
    QString name() const;

private:
    void build(const NameQuestion &question);
    void judge();

    std::function<QString(const QString &)> m_faultOf;
    QLineEdit *m_name;
    QLabel *m_fault;
    QPushButton *m_ok = nullptr;
};

} // namespace kw
