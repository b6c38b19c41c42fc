#include "ui/window/windowsearch.h"

#include "core/sync/engine.h"
#include "core/sync/facade/searches.h"
#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/search/savedcounts.h"
#include "ui/search/savedsearchlines.h"
#include "ui/search/searchedit.h"
#include "ui/search/searching.h"
#include "ui/search/searchoffers.h"
#include "ui/window/notices.h"
#include "ui/window/windowpanes.h"

#include <QTreeView>

namespace kw {

WindowSearch::WindowSearch(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_offers(new SearchOffers(parts.engine, parts.panes->folders(), parts.people, this))
    , m_saved(new SavedSearchLines(parts.actions, parts.panes->folders(), parts.configDirectory, window))
    , m_counts(new SavedCounts(parts.cacheDirectory, this))
    , m_searching(new Searching({parts.engine, parts.field, parts.panes->list(), parts.panes->folders(),
                                 m_saved, m_offers, parts.cacheDirectory},
                                this))
{
    parts.field->completion()->setProvider(
        [this](const QString &text, qsizetype cursor) { return m_offers->offers(text, cursor); });
    connect(parts.field, &SearchEdit::recentWanted, this,
            [this] { m_parts.field->completion()->show(m_offers->recentOffers()); });
    connect(m_searching, &Searching::titleChanged, this, [this](const QString &title) {
        m_parts.actions->back->setEnabled(!title.isEmpty());
        Q_EMIT titleChanged(title);
    });
    connect(m_saved, &SavedSearchLines::notKept, this,
            [this](const Error &error) { m_parts.panes->notices()->addNotice(error); });
    connect(m_saved, &SavedSearchLines::added, this, [this](const QString &key) {
        m_parts.panes->folders()->selectKey(QStringLiteral("search:") + key);
    });
    connectActions();
    connectCounts();
}

void WindowSearch::connectActions()
{
    connect(m_parts.actions->search, &QAction::triggered, this, [this] {
        if (m_parts.field->isVisible())
            m_searching->focusField();
        else
            m_parts.actions->palette->trigger(); // a window too narrow for the field has that
    });
    connect(m_parts.actions->back, &QAction::triggered, m_searching, &Searching::leave);
}

void WindowSearch::connectCounts()
{
    FolderModel *model = m_parts.panes->folders()->model();
    connect(m_counts, &SavedCounts::counted, model, &FolderModel::setSearchCount);
    connect(m_saved, &SavedSearchLines::changed, this, &WindowSearch::countAgain);
    connect(m_searching, &Searching::contextChanged, this, &WindowSearch::countAgain);
    connect(m_parts.engine->searches(), &Searches::indexed, m_counts, &SavedCounts::noteChange);
    connect(m_parts.engine, &Engine::changed, m_counts, [this](const ChangeSet &changes) {
        if (!changes.messages.isEmpty() || changes.folderListChanged)
            m_counts->noteChange();
    });
    m_saved->reload();
}

void WindowSearch::countAgain()
{
    m_counts->setSearches(m_saved->searches(), m_searching->context());
}

void WindowSearch::applySettings(const UiSettings &settings)
{
    m_settings = settings;
    m_offers->setTags(settings.tags);
    m_searching->applySettings(settings);
}

void WindowSearch::accountsChanged()
{
    m_searching->applySettings(m_settings);
}

void WindowSearch::keep(WindowSession &session) const
{
    session.recentSearches = m_offers->recent();
}

void WindowSearch::restore(const WindowSession &session)
{
    m_offers->setRecent(session.recentSearches);
}

} // namespace kw
