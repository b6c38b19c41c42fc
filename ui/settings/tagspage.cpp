#include "ui/settings/tagspage.h"

#include "ui/look/colorchoice.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

TagsPage::TagsPage(const QList<Tag> &tags, QWidget *parent)
    : QWidget(parent)
    , m_tags(tags)
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_color(new ColorChoice("tagColor"_L1, tr("Colour of the tag"), this))
    , m_add(new QPushButton(icon("add"_L1), tr("&Add"), this))
    , m_remove(new QPushButton(icon("trash"_L1), tr("&Remove"), this))
    , m_up(new QPushButton(icon("up"_L1), tr("&Up"), this))
    , m_down(new QPushButton(icon("down"_L1), tr("D&own"), this))
{
    setNames(this, "tagsPage"_L1, tr("Tags"));
    setNames(m_list, "tagList"_L1, tr("Tags"));
    setNames(m_name, "tagName"_L1, tr("Name of the tag"));
    setNames(m_add, "addTag"_L1, tr("Add a tag"));
    setNames(m_remove, "removeTag"_L1, tr("Remove the tag"));
    setNames(m_up, "tagUp"_L1, tr("Move the tag up"));
    setNames(m_down, "tagDown"_L1, tr("Move the tag down"));
    build();
    fill(0);
    connect(m_list, &QListWidget::currentRowChanged, this, &TagsPage::showCurrent);
    connect(m_name, &QLineEdit::textEdited, this, &TagsPage::change);
    connect(m_color, &ColorChoice::colorChanged, this, &TagsPage::change);
    connect(m_add, &QPushButton::clicked, this, &TagsPage::add);
    connect(m_remove, &QPushButton::clicked, this, &TagsPage::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
}

void TagsPage::build()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    auto *one = new QHBoxLayout;
    one->addWidget(m_color);
    one->addWidget(m_name, 1);
    auto *text = plainLabel(tr("Tags are kept on the server, so other programs see them too. The first nine "
                               "have the keys 1 to 9. Removing one here takes it off no message."),
                            "tagsText"_L1, this);
    text->setWordWrap(true);
    setQuiet(text);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addLayout(one);
    layout->addLayout(buttons);
    layout->addWidget(text);
}

void TagsPage::fill(int current)
{
    m_filling = true;
    m_list->clear();
    for (const Tag &tag : std::as_const(m_tags))
        new QListWidgetItem(colorDot(tag.color), tag.name, m_list);
    m_list->setCurrentRow(std::clamp(current, -1, int(m_tags.size()) - 1));
    m_filling = false;
    showCurrent();
}

void TagsPage::showCurrent()
{
    if (m_filling)
        return;
    const int row = m_list->currentRow();
    const bool any = row >= 0 && row < m_tags.size();
    for (QWidget *control :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_color), static_cast<QWidget *>(m_remove)})
        control->setEnabled(any);
    m_up->setEnabled(any && row > 0);
    m_down->setEnabled(any && row + 1 < m_tags.size());
    m_filling = true;
    m_name->setText(any ? m_tags.at(row).name : QString());
    m_color->setColor(any ? m_tags.at(row).color : QColor(Qt::gray));
    m_filling = false;
}

void TagsPage::change()
{
    const int row = m_list->currentRow();
    const QString name = oneLine(m_name->text()).trimmed();
    if (m_filling || row < 0 || row >= m_tags.size() || name.isEmpty())
        return;
    if (m_fresh.removeAll(m_tags.at(row).keyword) > 0) {
        m_tags[row].keyword.clear();
        m_tags[row].keyword = keywordFor(name, m_tags);
        m_fresh.append(m_tags.at(row).keyword);
    }
    m_tags[row].name = name;
    m_tags[row].color = m_color->color();
    m_list->item(row)->setText(name);
    m_list->item(row)->setIcon(colorDot(m_tags.at(row).color));
    Q_EMIT tagsChanged(m_tags);
}

void TagsPage::add()
{
    const QString name = tr("New tag");
    m_tags.append({keywordFor(name, m_tags), name, accountColor({}, int(m_tags.size()))});
    m_fresh.append(m_tags.constLast().keyword);
    fill(int(m_tags.size()) - 1);
    Q_EMIT tagsChanged(m_tags);
    m_name->setFocus();
    m_name->selectAll();
}

void TagsPage::remove()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_tags.size())
        return;
    m_tags.removeAt(row);
    fill(row);
    Q_EMIT tagsChanged(m_tags);
}

void TagsPage::move(int step)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + step < 0 || row + step >= m_tags.size())
        return;
    m_tags.move(row, row + step);
    fill(row + step);
    Q_EMIT tagsChanged(m_tags);
}

} // namespace kw
