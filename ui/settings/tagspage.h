#pragma once

#include "ui/look/tags.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace kw {

class ColorChoice;

// Names, colours and order of the tags. GUI thread.
class TagsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TagsPage(const QList<Tag> &tags, QWidget *parent = nullptr);

Q_SIGNALS:
    void tagsChanged(const QList<kw::Tag> &tags);

private:
    void build();
    void fill(int current);
    void showCurrent();
    void change();
    void add();
    void remove();
    void move(int step);

    QList<Tag> m_tags;
    QStringList m_fresh; // keywords made here, which no message can have yet: they still follow the name
    bool m_filling = false;
    QListWidget *m_list;
    QLineEdit *m_name;
    ColorChoice *m_color;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace kw
