#pragma once

#include "ui/look/tags.h"

#include <QToolButton>

class QMenu;

namespace kw {

// "Tag": a menu of the tags, of which at most one is asked for; shows its name then.
class TagFilterButton : public QToolButton
{
    Q_OBJECT
public:
    explicit TagFilterButton(QWidget *parent);

    // Those that may be asked for. One that is asked for and gone stays until it is taken off.
    void setTags(const TagLooks &tags);
    QString keyword() const { return m_keyword; } // empty: none is asked for
    void setKeyword(const QString &keyword);

Q_SIGNALS:
    void chosen(const QString &keyword); // by the person

private:
    void fill();
    void showChosen();
    void add(const QString &keyword, const QString &name, const QIcon &icon);
    bool isChosen(const QString &keyword) const;

    QMenu *m_menu;
    TagLooks m_tags;
    QString m_keyword;
};

} // namespace kw
