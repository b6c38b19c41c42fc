#pragma once

#include "core/store/pages.h"
#include "ui/look/tags.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QGridLayout;
class QLineEdit;
class QToolButton;

namespace kw {

class TagFilterButton;

// Above every list: text, switches that may be combined (unread, starred, attachment, to me, from people I
// know, a tag), a pin that keeps the filter when another list is shown, and the list's menu at its end. Two
// rows, or more, where there is little room.
class QuickFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit QuickFilterBar(QWidget *parent = nullptr);

    Pages::Filter filter() const;
    void setFilter(const Pages::Filter &filter); // filterChanged follows at once if it differs
    // Those that may be asked for.
    void setTags(const TagLooks &tags);
    // The filter stays when another list is shown.
    bool isKept() const;
    void setKept(bool on);
    QLineEdit *field() const { return m_field; }
    QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void filterChanged(const kw::Pages::Filter &filter);
    void leaveRequested(); // Down or Enter in the field, or Escape where nothing is filtered: to the list

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QToolButton *addButton(QLatin1StringView name, const QString &label, const QString &toolTip);
    QToolButton *addToggle(QLatin1StringView name, const QString &label, const QString &toolTip);
    void makeField();
    void makeToggles();
    void makeEnd();
    void drawIcons();
    void arrange();
    void announce();
    void clear();
    bool handleKey(QObject *object, int key);

    QGridLayout *m_rows;
    QLineEdit *m_field;
    QWidget *m_switches;
    QAction *m_search = nullptr;
    QToolButton *m_unread = nullptr;
    QToolButton *m_starred = nullptr;
    QToolButton *m_attachments = nullptr;
    QToolButton *m_toMe = nullptr;
    QToolButton *m_known = nullptr;
    TagFilterButton *m_tag = nullptr;
    QToolButton *m_keep = nullptr;
    QToolButton *m_menu = nullptr;
    QTimer m_typing; // a pause in typing, then the list follows
    Pages::Filter m_announced;
};

} // namespace kw
