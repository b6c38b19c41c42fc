#pragma once

#include "core/store/pages.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QBoxLayout;
class QLineEdit;
class QToolButton;

namespace kw {

// One row: text, Unread, Starred, Attachment, and the list's menu at its end; two where there is little room.
class QuickFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit QuickFilterBar(QWidget *parent = nullptr);

    Pages::Filter filter() const;
    void setFilter(const Pages::Filter &filter); // filterChanged follows at once if it differs
    QLineEdit *field() const { return m_field; }
    QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void filterChanged(const kw::Pages::Filter &filter);
    void leaveRequested(); // Down or Enter in the field: to the list

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QToolButton *addToggle(const QString &name, const QString &label, const QString &toolTip);
    void drawIcons();
    void announce();
    void makeField();
    void makeMenu();

    QBoxLayout *m_rows;
    QBoxLayout *m_buttons;
    QLineEdit *m_field;
    QAction *m_search = nullptr;
    QToolButton *m_unread = nullptr;
    QToolButton *m_starred = nullptr;
    QToolButton *m_attachments = nullptr;
    QToolButton *m_menu = nullptr;
    QTimer m_typing; // a pause in typing, then the list follows
    Pages::Filter m_announced;
};

} // namespace kw
