#include "ui/search/searching.h"

#include "core/search/querylooks.h"
#include "core/search/queryparser.h"
#include "core/search/searchedwords.h"
#include "core/sync/engine.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/search/savedsearchlines.h"
#include "ui/search/searchasked.h"
#include "ui/search/searchedit.h"
#include "ui/search/searchoffers.h"
#include "ui/search/serverasking.h"
#include "ui/settings/uisettings.h"

#include <QTreeView>

namespace kw {

namespace {
constexpr int SettledMs = 1200; // after the last key: a server is not asked about every letter

const FolderNode *accountOf(const FolderNode *line)
{
    while (line && line->kind != FolderNode::Kind::Account)
        line = line->parent;
    return line && !line->accountKey.isEmpty() ? line : nullptr;
}
} // namespace

Searching::Searching(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_head(new SearchHead)
    , m_asking(new ServerAsking(parts.engine->searches(), this))
    , m_reader(new ReachReader(parts.cacheDirectory, this))
    , m_settled(this)
{
    parts.list->setSearchHead(m_head);
    m_head->hide();
    m_settled.setSingleShot(true);
    m_settled.setInterval(SettledMs);
    m_settled.setObjectName(QStringLiteral("searchSettledTimer"));
    connectParts();
}

void Searching::connectParts()
{
    SearchEdit *field = m_parts.field;
    connect(field, &SearchEdit::queryTyped, this, &Searching::onTyped);
    connect(field, &SearchEdit::entered, this, [this] {
        noteRecent();
        backToList();
    });
    connect(field, &SearchEdit::left, this, [this] {
        leave();
        backToList();
    });
    connect(m_parts.list, &MessageListPane::escapePressed, this, &Searching::leave);
    connect(m_parts.list, &MessageListPane::currentMessageChanged, this, [this](MessageId id) {
        if (isSet(id))
            noteRecent(); // it was good for something
    });
    connect(m_parts.folders, &FolderPane::viewSelected, this, &Searching::end);
    connect(m_parts.folders, &FolderPane::lineChosenAgain, this, &Searching::leave);
    connect(m_parts.folders, &FolderPane::searchSelected, this, &Searching::openSaved);
    connect(m_head, &SearchHead::placeChosen, this, &Searching::show);
    connect(m_head, &SearchHead::askWanted, this, &Searching::askServers);
    connect(m_head, &SearchHead::stopWanted, m_asking, &ServerAsking::stop);
    connect(m_head, &SearchHead::leaveRequested, this, &Searching::backToList);
    connect(m_head, &SearchHead::saveWanted, this, [this] { m_parts.saved->add(m_text); });
    connect(m_parts.saved, &SavedSearchLines::changed, this,
            [this] { m_head->setSaved(m_parts.saved->withQuery(m_text) != nullptr); });
    connect(m_asking, &ServerAsking::changed, this, &Searching::showReach);
    connect(m_asking, &ServerAsking::foundMore, this, &Searching::addServerHits);
    connect(m_reader, &ReachReader::read, this, &Searching::takeReach);
    connect(&m_settled, &QTimer::timeout, this, &Searching::askUnasked);
    Searches *searches = m_parts.engine->searches();
    connect(searches, &Searches::indexed, this, [this] {
        m_reader->noteChange();
        m_parts.list->renewSearch(m_search);
    });
    connect(searches, &Searches::indexStatusChanged, this, &Searching::showReach);
    connect(m_parts.engine, &Engine::changed, this, [this](const ChangeSet &changes) {
        if (!changes.messages.isEmpty() || changes.folderListChanged)
            m_reader->noteChange();
    });
}

void Searching::applySettings(const UiSettings &settings)
{
    m_alwaysAsk = settings.askServers == AskServers::Always;
    const SearchContext context = searchContext(*m_parts.engine, settings.tags, settings.quotedText);
    if (std::exchange(m_context, context) == context)
        return;
    Q_EMIT contextChanged();
    if (isActive())
        show();
}

SearchContext Searching::context() const
{
    return m_context;
}

// --- what is looked for

void Searching::find(const QString &query)
{
    m_parts.field->showQuery(query);
    onTyped(query);
    noteRecent();
    backToList();
}

void Searching::focusField()
{
    m_parts.field->setFocus(Qt::ShortcutFocusReason);
}

void Searching::onTyped(const QString &query)
{
    const SavedSearch *saved = m_parts.saved->find(m_savedKey);
    if (saved && saved->query != query.trimmed())
        m_savedKey.clear();
    if (query.trimmed().isEmpty())
        leave();
    else
        start(query);
}

void Searching::start(const QString &query)
{
    const bool isFirst = !isActive();
    m_text = query;
    m_parsed = parseQuery(query, QueryClock::system());
    m_parts.field->setProblems(m_parsed.problems);
    m_head->setProblems(m_parsed.problems);
    m_head->setSaved(m_parts.saved->withQuery(query) != nullptr);
    // "from:" alone is the beginning of a question: what is shown stays until it is one.
    if (m_parsed.isEmpty() || (isActive() && m_parsed.root == m_asked)) {
        if (isActive())
            Q_EMIT titleChanged(title());
        return;
    }
    if (isFirst)
        m_head->setPlace(SearchPlace::Everywhere);
    m_asked = m_parsed.root;
    show();
}

void Searching::show()
{
    m_asking->forget();
    const FolderModel *folders = m_parts.folders->model();
    const QModelIndex line = folders->indexOf(m_parts.list->view());
    const FolderNode *account = accountOf(folders->line(line));
    m_head->setPlaces(folders->viewTitle(line), account ? account->title : QString());
    ListSearch search{m_asked, m_context, scope()};
    if (m_head->place() == SearchPlace::Account && account)
        keepWithin(search, account->account);
    if (!m_search || m_search->scope != search.scope)
        m_reach.isKnown = false;
    m_search = std::make_shared<const ListSearch>(search);
    m_parts.list->showSearch(m_search, title(), wordsToHighlight(m_asked));
    m_reader->want(m_search->scope);
    showReach();
    m_head->show();
    m_settled.start();
    Q_EMIT titleChanged(title());
}

QString Searching::title() const
{
    const SavedSearch *saved = m_parts.saved->find(m_savedKey);
    return saved ? saved->name : tr("Search results");
}

SearchScope Searching::scope() const
{
    SearchScope scope;
    if (m_head->place() == SearchPlace::View)
        scope.view = m_parts.list->view();
    return scope;
}

void Searching::openSaved(const QString &key)
{
    const SavedSearch *saved = m_parts.saved->find(key);
    if (!saved || (isActive() && m_savedKey == key && m_text == saved->query))
        return;
    m_savedKey = key;
    m_parts.field->showQuery(saved->query);
    start(saved->query);
}

void Searching::noteRecent()
{
    if (isActive() && m_savedKey.isEmpty())
        m_parts.offers->addRecent(m_text);
}

// --- and back

void Searching::leave()
{
    const bool active = isActive();
    end();
    if (!active)
        return;
    m_parts.list->showSearch(nullptr);
    m_parts.folders->goBackToView();
}

void Searching::end()
{
    const bool active = std::exchange(m_search, nullptr) != nullptr;
    m_asked = {};
    m_savedKey.clear();
    m_text.clear();
    m_settled.stop();
    m_asking->forget();
    m_reader->rest();
    m_head->hide();
    m_parts.field->showQuery({});
    if (active)
        Q_EMIT titleChanged({});
}

void Searching::backToList()
{
    m_parts.list->setFocus(Qt::ShortcutFocusReason);
}

// --- what cannot be seen from here

void Searching::takeReach(const ReachReader::Answer &answer)
{
    m_reach.isKnown = true;
    m_reach.hasIndex = answer.hasIndex;
    m_reach.coverage = answer.coverage;
    if (m_head->place() == SearchPlace::Account) {
        const FolderModel *folders = m_parts.folders->model();
        const FolderNode *view = folders->line(folders->indexOf(m_parts.list->view()));
        m_reach.coverage.folders.removeIf([&](const SearchCoverage::Folder &folder) {
            const FolderNode *line = folders->line(folders->indexOf(ViewId::of(folder.folder)));
            return view && line && line->account != view->account;
        });
    }
    showReach();
    if (!m_settled.isActive())
        askUnasked();
}

void Searching::showReach()
{
    if (!isActive())
        return;
    m_reach.needsTexts = looksIntoText(m_asked);
    m_reach.index = m_parts.engine->searches()->indexStatus();
    m_reach.asked = m_asking->state();
    m_reach.isAsking = m_asking->isAsking();
    const FolderModel *folders = m_parts.folders->model();
    m_reach.folderNames.clear();
    for (const auto &[folder, error] : std::as_const(m_reach.asked.failures))
        m_reach.folderNames.insert(folder, folders->viewTitle(folders->indexOf(ViewId::of(folder))));
    m_head->setReach(reachWords(m_reach));
}

void Searching::askServers()
{
    if (isActive())
        m_asking->ask(m_asked, m_context, unseenFolders(m_reach));
}

// As the person wants it of every search; what was stopped or has failed is not asked again.
void Searching::askUnasked()
{
    const bool fresh = !m_asking->isAsking() && m_asking->state().folders == 0;
    if (m_alwaysAsk && isActive() && fresh && m_parts.engine->isOnline() && reachWords(m_reach).mayAsk)
        askServers();
}

void Searching::addServerHits()
{
    if (!isActive())
        return;
    ListSearch search = *m_search;
    search.serverHits = m_asking->state().hits;
    m_search = std::make_shared<const ListSearch>(search);
    m_parts.list->renewSearch(m_search);
}

} // namespace kw
