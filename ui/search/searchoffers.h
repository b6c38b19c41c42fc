#pragma once

#include "ui/look/tags.h"
#include "ui/search/searchcompletion.h"

#include <QObject>

namespace kw {

class Engine;
class FolderPane;
class People;
struct QueryCompletion;

// What the search field offers: operators, people, folders, accounts, tags, and what was looked for lately.
// GUI thread.
class SearchOffers : public QObject
{
    Q_OBJECT
public:
    // `people` is asked with the first letters; it may give null.
    SearchOffers(Engine *engine, FolderPane *folders, std::function<People *()> people, QObject *parent);

    void setTags(const QList<Tag> &tags) { m_tags = tags; }
    QList<SearchOffer> offers(const QString &text, qsizetype cursor) const;

    // The last ones first, none twice.
    static constexpr qsizetype MostRecent = 20;
    const QStringList &recent() const { return m_recent; }
    void setRecent(const QStringList &recent);
    void addRecent(const QString &query);
    QList<SearchOffer> recentOffers();

private:
    struct Name {
        QString name;
        QString detail;
    };
    QList<SearchOffer> operators(const QString &text, const QueryCompletion &completion) const;
    QList<SearchOffer> persons(const QString &text, const QueryCompletion &completion) const;
    QList<SearchOffer> named(const QString &text, const QueryCompletion &completion,
                             const QList<Name> &names) const;
    QList<SearchOffer> values(const QString &text, const QueryCompletion &completion) const;
    QList<Name> folderNames() const;
    QList<Name> accountNames() const;

    Engine *m_engine;
    FolderPane *m_folders;
    std::function<People *()> m_people;
    QList<Tag> m_tags;
    QStringList m_recent;
};

} // namespace kw
