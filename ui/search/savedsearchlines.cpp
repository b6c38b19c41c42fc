#include "ui/search/savedsearchlines.h"

#include "core/search/queryparser.h"
#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/look/words.h"
#include "ui/organize/questions.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestSuggestion = 40;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::SavedSearchLines)
};

QString nameFault(const QString &name)
{
    return name.size() > SavedSearchFile::LongestName ? Words::tr("Choose a shorter name.") : QString();
}

QString queryFault(const QString &query)
{
    if (query.size() > SavedSearchFile::LongestQuery)
        return Words::tr("This is too long to be kept.");
    const ParsedQuery parsed = parseQuery(query, QueryClock::system());
    if (!parsed.problems.isEmpty())
        return parsed.problems.first().sentence;
    return parsed.isEmpty() ? Words::tr("This looks for nothing.") : QString();
}

} // namespace

QString suggestedName(const QString &query)
{
    QString name = oneLine(query).simplified();
    name.remove(u'"');
    return name.size() > LongestSuggestion ? leftPart(name, LongestSuggestion - 1).trimmed() + u'…' : name;
}

SavedSearchLines::SavedSearchLines(WindowActions *actions, FolderPane *pane, const QString &configDirectory,
                                   QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_pane(pane)
    , m_directory(configDirectory)
    , m_window(window)
{
    connect(pane, &FolderPane::menuAboutToShow, this, &SavedSearchLines::fillMenu);
    // Behind whoever decides about folders: these actions are also a search's.
    connect(pane, &FolderPane::currentLineChanged, this, &SavedSearchLines::renew);
    connect(pane, &FolderPane::countersChanged, this, &SavedSearchLines::renew);
    connect(actions->renameFolder, &QAction::triggered, this, [this] { rename(currentKey()); });
    connect(actions->deleteFolder, &QAction::triggered, this, [this] { remove(currentKey()); });
}

void SavedSearchLines::reload()
{
    const auto searches = SavedSearchFile::load(m_directory);
    if (!searches) {
        Q_EMIT notKept(searches.error());
        return;
    }
    m_searches = *searches;
    m_pane->setSearches(m_searches);
    Q_EMIT changed();
}

bool SavedSearchLines::change(const QList<SavedSearch> &searches)
{
    if (const auto saved = SavedSearchFile::save(m_directory, searches); !saved) {
        Q_EMIT notKept(saved.error());
        return false;
    }
    m_searches = searches;
    m_pane->setSearches(m_searches);
    Q_EMIT changed();
    return true;
}

qsizetype SavedSearchLines::placeOf(const QString &key) const
{
    const auto at = std::ranges::find(m_searches, key, &SavedSearch::key);
    return at == m_searches.end() ? -1 : at - m_searches.begin();
}

const SavedSearch *SavedSearchLines::find(const QString &key) const
{
    const qsizetype at = placeOf(key);
    return at < 0 ? nullptr : &m_searches.at(at);
}

const SavedSearch *SavedSearchLines::withQuery(const QString &query) const
{
    const auto at = std::ranges::find(m_searches, query.trimmed(), &SavedSearch::query);
    return at == m_searches.end() ? nullptr : &*at;
}

QString SavedSearchLines::currentKey() const
{
    return m_pane->model()->searchKey(m_pane->commandLine());
}

void SavedSearchLines::renew()
{
    if (currentKey().isEmpty())
        return;
    m_actions->renameFolder->setEnabled(true);
    m_actions->deleteFolder->setEnabled(true);
}

void SavedSearchLines::fillMenu(QMenu *menu)
{
    const QString key = currentKey();
    const qsizetype at = placeOf(key);
    if (at < 0)
        return;
    const auto add
        = [this, menu](QLatin1StringView name, QLatin1StringView iconName, const QString &text, auto run) {
              QAction *action = iconName.isEmpty() ? menu->addAction(text, this, run)
                                                   : menu->addAction(icon(iconName), text, this, run);
              action->setObjectName(name);
              return action;
          };
    add("renameSearch"_L1, "edit"_L1, tr("Rename…"), [this, key] { rename(key); });
    add("editSearch"_L1, "search"_L1, tr("Edit Search…"), [this, key] { editQuery(key); });
    add("searchUp"_L1, "up"_L1, tr("Move Up"), [this, key] { move(key, -1); })->setEnabled(at > 0);
    add("searchDown"_L1, "down"_L1, tr("Move Down"), [this, key] {
        move(key, 1);
    })->setEnabled(at + 1 < m_searches.size());
    add("deleteSearch"_L1, "trash"_L1, tr("Delete Search…"), [this, key] { remove(key); });
    menu->addSeparator();
}

void SavedSearchLines::add(const QString &query)
{
    const QString wanted = query.trimmed();
    if (wanted.isEmpty())
        return;
    if (m_searches.size() >= SavedSearchFile::Most) {
        Q_EMIT notKept(
            {ErrorKind::Invalid,
             tr("There are %Ln saved searches. Delete one first.", nullptr, int(m_searches.size())),
             {}});
        return;
    }
    askForName({"saveSearchDialog"_L1, tr("Save This Search"), tr("Name of the search:"),
                suggestedName(wanted), nameFault, true},
               m_window, [this, wanted](const QString &name) {
                   const SavedSearch search{SavedSearchFile::freeKey(name, m_searches), name, wanted};
                   if (change(m_searches + QList{search}))
                       Q_EMIT added(search.key);
               });
}

void SavedSearchLines::rename(const QString &key)
{
    const SavedSearch *search = find(key);
    if (!search)
        return;
    askForName({"renameSearchDialog"_L1, tr("Rename Search"), tr("New name of “%1”:").arg(search->name),
                search->name, nameFault},
               m_window, [this, key](const QString &name) {
                   QList<SavedSearch> searches = m_searches;
                   if (const qsizetype at = placeOf(key); at >= 0) {
                       searches[at].name = name;
                       change(searches);
                   }
               });
}

void SavedSearchLines::editQuery(const QString &key)
{
    const SavedSearch *search = find(key);
    if (!search)
        return;
    askForName({"editSearchDialog"_L1, tr("Edit Search"), tr("What “%1” looks for:").arg(search->name),
                search->query, queryFault},
               m_window, [this, key](const QString &query) {
                   QList<SavedSearch> searches = m_searches;
                   if (const qsizetype at = placeOf(key); at >= 0) {
                       searches[at].query = query;
                       change(searches);
                   }
               });
}

void SavedSearchLines::remove(const QString &key)
{
    const SavedSearch *search = find(key);
    if (!search)
        return;
    ask({"deleteSearchQuestion"_L1, tr("Delete Search"), tr("Delete the search “%1”?").arg(search->name),
         tr("No message is touched by this."), tr("Delete Search")},
        m_window, [this, key] {
            QList<SavedSearch> searches = m_searches;
            if (const qsizetype at = placeOf(key); at >= 0) {
                searches.removeAt(at);
                change(searches);
            }
        });
}

void SavedSearchLines::move(const QString &key, int by)
{
    QList<SavedSearch> searches = m_searches;
    const qsizetype at = placeOf(key);
    if (at < 0 || at + by < 0 || at + by >= searches.size())
        return;
    searches.swapItemsAt(at, at + by);
    change(searches);
}

} // namespace kw
