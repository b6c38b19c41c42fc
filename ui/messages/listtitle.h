#pragma once

#include <QWidget>

class QLabel;

namespace kw {

// "Inbox — all accounts        1,204 · 37 new"
class ListTitle : public QWidget
{
    Q_OBJECT
public:
    explicit ListTitle(QWidget *parent);
    void setTitle(const QString &title);
    void setCounts(const QString &counts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void align();
    void colour();

    QLabel *m_title;
    QLabel *m_counts;
};

} // namespace kw
