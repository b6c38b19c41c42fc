#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/look/tags.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace kw {

// Puts tags on messages and takes them off: the Tag menu, the keys 1 … 9 and 0. GUI thread.
class Tagging : public QObject
{
    Q_OBJECT
public:
    using Targets = std::function<QList<MessageId>()>;

    // `keys`: the actions of the first tags, in order.
    Tagging(Engine *engine, const QList<QAction *> &keys, QAction *none, Targets targets, QWidget *window,
            QObject *parent);
    void setDatabase(Database *database) { m_database = database; }
    void setTags(const QList<Tag> &tags);
    // Filled anew for the messages meant each time it opens. Owned by the caller.
    void fill(QMenu *menu);

Q_SIGNALS:
    // The person made a new one, for the settings to keep.
    void tagMade(const kw::Tag &tag);
    void tagsWanted(); // the settings' page of tags

private:
    void toggle(const QString &keyword);
    void removeAll();
    void make();
    bool allHave(const QList<MessageId> &ids, const QString &keyword) const;
    // Of the first of these messages, without doubles.
    QStringList keywordsOf(const QList<MessageId> &ids) const;

    Engine *m_engine;
    QList<QAction *> m_keys;
    Targets m_targets;
    QWidget *m_window;
    Database *m_database = nullptr;
    TagLooks m_looks;
};

} // namespace kw
