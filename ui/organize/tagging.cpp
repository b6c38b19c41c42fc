#include "ui/organize/tagging.h"

#include "core/store/pages.h"
#include "ui/look/icons.h"
#include "ui/look/words.h"
#include "ui/organize/questions.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr qsizetype MessagesLookedAt = 200; // whose tags the menu knows; it opens at once for any selection

bool has(const MessageRow &row, const QString &keyword)
{
    return row.keywords.contains(keyword, Qt::CaseInsensitive);
}
} // namespace

Tagging::Tagging(Engine *engine, const QList<QAction *> &keys, QAction *none, Targets targets,
                 QWidget *window, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_keys(keys)
    , m_targets(std::move(targets))
    , m_window(window)
{
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        connect(m_keys.at(i), &QAction::triggered, this, [this, i] {
            if (i < m_looks.tags().size())
                toggle(m_looks.tags().at(i).keyword);
        });
    }
    connect(none, &QAction::triggered, this, &Tagging::removeAll);
}

void Tagging::setTags(const QList<Tag> &tags)
{
    m_looks = TagLooks(tags);
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        m_keys.at(i)->setVisible(i < tags.size());
        if (i < tags.size()) {
            m_keys.at(i)->setText(tr("Tag: %1").arg(tags.at(i).name));
            m_keys.at(i)->setIcon(colorDot(tags.at(i).color));
        }
    }
}

bool Tagging::allHave(const QList<MessageId> &ids, const QString &keyword) const
{
    if (!m_database)
        return false;
    const Pages pages(*m_database);
    return std::all_of(ids.begin(), ids.end(), [&](MessageId id) {
        const auto row = pages.message(id);
        return row && has(*row, keyword);
    });
}

QStringList Tagging::keywordsOf(const QList<MessageId> &ids) const
{
    QStringList all;
    if (!m_database)
        return all;
    const Pages pages(*m_database);
    for (const MessageId id : ids.mid(0, MessagesLookedAt)) {
        if (const auto row = pages.message(id))
            all += row->keywords;
    }
    all.removeDuplicates();
    return all;
}

void Tagging::toggle(const QString &keyword)
{
    const QList<MessageId> ids = m_targets();
    if (!ids.isEmpty())
        m_engine->perform(Intent::tag(ids, keyword, !allHave(ids, keyword)));
}

void Tagging::removeAll()
{
    const QList<MessageId> ids = m_targets();
    for (const Tag &tag : m_looks.of(keywordsOf(ids)))
        m_engine->perform(Intent::tag(ids, tag.keyword, false));
}

void Tagging::fill(QMenu *menu)
{
    menu->clear();
    const QList<MessageId> ids = m_targets();
    QList<Tag> tags = m_looks.tags();
    for (const Tag &tag : m_looks.of(keywordsOf(ids))) {
        if (!tags.contains(tag))
            tags.append(tag); // put there by another program: it can be taken off here
    }
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const Tag &tag = tags.at(i);
        QAction *action = menu->addAction(colorDot(tag.color), QString(tag.name).replace(u'&', "&&"_L1), this,
                                          [this, keyword = tag.keyword] { toggle(keyword); });
        action->setObjectName("tag:"_L1 + tag.keyword);
        action->setCheckable(true);
        action->setChecked(!ids.isEmpty() && allHave(ids, tag.keyword));
        action->setEnabled(!ids.isEmpty());
        // Shown only: the window's own action has the key.
        if (i < std::min(m_keys.size(), m_looks.tags().size()) && !m_keys.at(i)->shortcut().isEmpty())
            action->setText(action->text() + u'\t'
                            + m_keys.at(i)->shortcut().toString(QKeySequence::NativeText));
    }
    menu->addSeparator();
    menu->addAction(icon("add"_L1), tr("New Tag…"), this, &Tagging::make)->setObjectName("newTag"_L1);
    menu->addAction(tr("Names and Colours…"), this, &Tagging::tagsWanted);
}

void Tagging::make()
{
    askForName({"newTagDialog"_L1, tr("New Tag"), tr("Name of the new tag:"), {}}, m_window,
               [this, ids = m_targets()](const QString &name) {
                   Tag tag{keywordFor(name, m_looks.tags()), oneLine(name),
                           accountColor({}, int(m_looks.tags().size()))};
                   Q_EMIT tagMade(tag);
                   if (!ids.isEmpty())
                       m_engine->perform(Intent::tag(ids, tag.keyword, true));
               });
}

} // namespace kw
