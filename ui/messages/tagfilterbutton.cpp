#include "ui/messages/tagfilterbutton.h"

#include "ui/look/icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr qsizetype LongestName = 14; // characters
} // namespace

TagFilterButton::TagFilterButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setObjectName("quickFilterTag"_L1);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_menu->setObjectName("quickFilterTagMenu"_L1);
    m_menu->setAccessibleName(tr("Tags"));
    connect(this, &QToolButton::clicked, this, [this] {
        showChosen(); // pressing it chooses nothing yet
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        const int shift = rightToLeft ? m_menu->sizeHint().width() - width() : 0;
        m_menu->popup(mapToGlobal(rect().bottomLeft()) - QPoint(shift, 0));
    });
    fill();
    showChosen();
}

void TagFilterButton::setTags(const TagLooks &tags)
{
    m_tags = tags;
    fill();
    showChosen();
}

void TagFilterButton::setKeyword(const QString &keyword)
{
    m_keyword = keyword;
    fill();
    showChosen();
}

bool TagFilterButton::isChosen(const QString &keyword) const
{
    return keyword.compare(m_keyword, Qt::CaseInsensitive) == 0;
}

void TagFilterButton::fill()
{
    m_menu->clear();
    add({}, tr("With or without tags"), {});
    m_menu->addSeparator();
    bool isListed = m_keyword.isEmpty();
    for (const Tag &tag : m_tags.tags()) {
        add(tag.keyword, tag.name, colorDot(tag.color));
        isListed = isListed || isChosen(tag.keyword);
    }
    if (!isListed)
        add(m_keyword, m_tags.nameOf(m_keyword), {});
}

void TagFilterButton::add(const QString &keyword, const QString &name, const QIcon &icon)
{
    QString text = name;
    QAction *action = m_menu->addAction(icon, text.replace(u'&', "&&"_L1));
    action->setObjectName("quickFilterTag:"_L1 + keyword);
    action->setCheckable(true);
    action->setChecked(isChosen(keyword));
    // Once the menu is through with the action: it is filled anew.
    connect(
        action, &QAction::triggered, this,
        [this, keyword] {
            setKeyword(keyword);
            Q_EMIT chosen(keyword);
        },
        Qt::QueuedConnection);
}

void TagFilterButton::showChosen()
{
    const QString name = m_keyword.isEmpty() ? QString() : m_tags.nameOf(m_keyword);
    const QString shown = name.size() > LongestName ? name.left(LongestName - 1) + u'…' : name;
    setText((name.isEmpty() ? tr("Tag") : QString(shown).replace(u'&', "&&"_L1)) + u" ▾"_s);
    setAccessibleName(name.isEmpty() ? tr("Show only messages with a tag")
                                     : tr("Showing only messages tagged %1").arg(name));
    setToolTip(accessibleName());
    setCheckable(!name.isEmpty()); // drawn like the switches that are on
    setChecked(!name.isEmpty());
}

} // namespace kw
