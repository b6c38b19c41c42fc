#include "tests/support/indexfiller.h"
#include "tests/support/windowfixture.h"

#include "core/settings/savedsearches.h"
#include "core/store/pages.h"
#include "ui/actions/windowactions.h"
#include "ui/finder/finder.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/search/searchcompletion.h"
#include "ui/search/searchedit.h"
#include "ui/search/searchhead.h"
#include "ui/search/searchoffers.h"
#include "ui/search/searchreach.h"
#include "ui/window/mainwindow.h"
#include "ui/window/personcards.h"

#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

struct Window {
    Window()
    {
        AccountSettings work;
        work.key = u"work"_s;
        work.name = u"Work"_s;
        work.address = u"anna@example.org"_s;
        AccountSettings home;
        home.key = u"home"_s;
        home.name = u"Home"_s;
        home.address = u"anna@example.net"_s;
        const AccountId w = fixture.addAccount(work);
        const AccountId h = fixture.addAccount(home);
        inbox = fixture.addFolder(w, u"INBOX"_s, FolderRole::Inbox);
        archive = fixture.addFolder(w, u"Archive"_s, FolderRole::Archive);
        projects = fixture.addFolder(w, u"Projects/Harbour"_s, FolderRole::None);
        homeInbox = fixture.addFolder(h, u"INBOX"_s, FolderRole::Inbox);
        deploy = fixture.add(inbox, u"Lars Hansen"_s, u"Deploy failed"_s, 30, quint32(Flag::Seen));
        budget = fixture.add(inbox, u"Mia Wolf"_s, u"Budget for the harbour"_s, 20);
        old = fixture.add(projects, u"Tom Ray"_s, u"Old budget"_s, 50'000, quint32(Flag::Seen));
        bikes = fixture.add(homeInbox, u"Tom Ray"_s, u"Bikes and a budget"_s, 10);
        fillIndex(fixture.database());
        open();
    }

    void open()
    {
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.theme = Theme::Light;
        window = std::make_unique<MainWindow>(&fixture.engine(), setup);
        window->resize(1280, 800);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
        window->activateWindow();
    }

    void reopen()
    {
        window->close();
        window.reset();
        open();
    }

    template <class Widget> Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1StringView(name));
    }
    SearchEdit *field() const { return find<SearchEdit>("searchField"); }
    SearchHead *head() const { return find<SearchHead>("searchHead"); }
    MessageListPane *list() const { return window->list(); }
    QString reach() const { return find<QLabel>("searchReach")->text(); }
    QListView *offers() const { return find<QListView>("searchOffers"); }
    FakeSearches &searches() { return fixture.engine().fakeSearches; }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.get(), key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(field(), text); }
    QStringList subjects() const
    {
        QStringList all;
        const PagedListModel *model = list()->listView()->listModel();
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, 0).data().toString();
        return all;
    }
    bool settled() const { return list()->isSearch() && list()->areAllHits(); }
    // What the person typed is what the list shows.
    void search(const QString &query)
    {
        field()->setFocus(Qt::ShortcutFocusReason);
        field()->selectAll();
        type(query);
        field()->tellNow();
        QTRY_VERIFY(settled());
    }
    QStringList offered() const
    {
        QStringList all;
        if (offers() && offers()->isVisible()) {
            for (int row = 0; row < offers()->model()->rowCount(); ++row)
                all << offers()->model()->index(row, 0).data().toString();
        }
        return all;
    }

    WindowFixture fixture;
    FolderId inbox, archive, projects, homeInbox;
    MessageId deploy, budget, old, bikes;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slashFindsInAllMailAsOneTypesAndEscGoesBackWhereOneWas();
    void aHitSaysWhereItLies();
    void onlyTheNewestQuestionIsAnswered();
    void hitsCanBeWorkedWithAndAreShownAsTheyAreNow();
    void aReadHitStaysWhileItIsSelected();
    void newHitsComeWithoutMovingTheOldOnes();
    void thePlaceNarrowsWhatIsFound();
    void theQuickFilterNarrowsHits();
    void choosingAFolderEndsTheSearch();
    void whatCannotBeUnderstoodIsSaidAndTheRestIsFound();
    void whatIsNotHereIsSearchedOnTheServer();
    void serversAreAskedByThemselvesWhereWanted();
    void reachReadsAsSentences_data();
    void reachReadsAsSentences();
    void operatorsAreOfferedAndTaken();
    void enterIsTheFieldsOwnUntilSomethingIsChosen();
    void foldersAndPeopleAreOffered();
    void recentSearchesAreOfferedAndForgotten();
    void aSearchCanBeSavedAndIsALineWithACount();
    void savedSearchesAreRenamedMovedAndDeleted();
    void thePaletteSearchesForWhatever();
    void everythingHasAName();
};

void SearchTest::slashFindsInAllMailAsOneTypesAndEscGoesBackWhereOneWas()
{
    Window w;
    QVERIFY(w.list()->selectMessage(w.budget));
    w.list()->setFocus();
    w.press(Qt::Key_Slash);
    QTRY_COMPARE(w.window->focusWidget(), w.field());
    w.type(u"budg"_s);
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.subjects(),
             (QStringList{u"Bikes and a budget"_s, u"Budget for the harbour"_s, u"Old budget"_s}));
    QTRY_VERIFY(w.find<QLabel>("messageListCounts")->text().startsWith(u"3 message"_s));
    QVERIFY(w.window->windowTitle().contains(u"Search results"_s));
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.window->focusWidget(), w.list()->listView());
    w.press(Qt::Key_Down);
    QTRY_COMPARE(w.list()->currentMessage(), w.bikes);
    w.press(Qt::Key_Escape);
    QVERIFY(!w.list()->isSearch());
    QVERIFY(w.field()->text().isEmpty());
    QVERIFY(!w.head()->isVisible());
    QTRY_COMPARE(w.list()->currentMessage(), w.budget);
    QVERIFY(w.window->windowTitle().contains(u"Inbox"_s));
}

void SearchTest::aHitSaysWhereItLies()
{
    Window w;
    w.search(u"old"_s);
    const QString spoken
        = w.list()->listView()->listModel()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.endsWith(u"in Harbour · Work"_s), qPrintable(spoken));
}

void SearchTest::onlyTheNewestQuestionIsAnswered()
{
    Window w;
    w.field()->setFocus();
    QSignalSpy resets(w.list()->listView()->listModel(), &QAbstractItemModel::modelReset);
    for (const QString &query : {u"b"_s, u"budget"_s, u"deploy"_s}) {
        w.field()->selectAll();
        w.type(query);
        w.field()->tellNow();
    }
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.subjects(), QStringList{u"Deploy failed"_s});
    QVERIFY(resets.size() >= 1);
}

void SearchTest::hitsCanBeWorkedWithAndAreShownAsTheyAreNow()
{
    Window w;
    w.search(u"budget"_s);
    QVERIFY(w.list()->selectMessage(w.old));
    w.list()->setFocus();
    QTRY_VERIFY(w.window->actions()->toggleStar->isEnabled());
    w.window->actions()->toggleStar->trigger();
    const auto flags = [&](MessageId id) {
        const auto row = Pages(w.fixture.database()).message(id);
        return row ? row->flags : 0;
    };
    QTRY_VERIFY(flags(w.old) & quint32(Flag::Flagged));
    const PagedListModel *model = w.list()->listView()->listModel();
    QTRY_VERIFY(model->row(2) && (model->row(2)->message.flags & quint32(Flag::Flagged)));
    // Archived, it is still a hit, and says where it is now.
    QVERIFY(w.list()->selectMessage(w.budget));
    w.window->actions()->archive->trigger();
    QTRY_VERIFY(model->row(1) && model->row(1)->message.role == FolderRole::Archive);
    QCOMPARE(model->rowCount(), 3);
    w.fixture.removeMessage(w.projects, w.old);
    QTRY_COMPARE(w.subjects(), (QStringList{u"Bikes and a budget"_s, u"Budget for the harbour"_s}));
}

void SearchTest::aReadHitStaysWhileItIsSelected()
{
    Window w;
    w.search(u"is:unread"_s);
    QCOMPARE(w.subjects(), (QStringList{u"Bikes and a budget"_s, u"Budget for the harbour"_s}));
    QVERIFY(w.list()->selectMessage(w.bikes));
    w.fixture.engine().perform(Intent::mark({w.bikes}, quint32(Flag::Seen), true));
    // It is no hit any more: the next one that is none is gone at once, this one when it is left.
    w.fixture.engine().perform(Intent::mark({w.budget}, quint32(Flag::Seen), true));
    QTRY_COMPARE(w.subjects(), QStringList{u"Bikes and a budget"_s});
    w.list()->listView()->selectionModel()->clear();
    QTRY_COMPARE(w.subjects(), QStringList{});
}

void SearchTest::newHitsComeWithoutMovingTheOldOnes()
{
    Window w;
    w.search(u"budget"_s);
    QVERIFY(w.list()->selectMessage(w.old));
    const MessageId fresh = w.fixture.add(w.inbox, u"Eva Lind"_s, u"Another budget"_s, 1);
    fillIndex(w.fixture.database());
    Q_EMIT w.searches().indexed();
    QTRY_COMPARE(w.subjects().value(0), u"Another budget"_s);
    QCOMPARE(w.subjects().size(), 4);
    QCOMPARE(w.list()->currentMessage(), w.old);
    QVERIFY(isSet(fresh));
}

void SearchTest::thePlaceNarrowsWhatIsFound()
{
    Window w;
    QVERIFY(w.window->folders()->selectView(ViewId::of(w.inbox)));
    w.search(u"budget"_s);
    QCOMPARE(w.subjects().size(), 3);
    w.find<QToolButton>("searchView")->click();
    QTRY_VERIFY(w.settled());
    QTRY_COMPARE(w.subjects(), QStringList{u"Budget for the harbour"_s});
    w.find<QToolButton>("searchAccount")->click();
    QTRY_COMPARE(w.subjects(), (QStringList{u"Budget for the harbour"_s, u"Old budget"_s}));
    w.find<QToolButton>("searchEverywhere")->click();
    QTRY_COMPARE(w.subjects().size(), 3);
    // In a list over all accounts there is no account of its own.
    QVERIFY(w.window->folders()->selectView(ViewId::unified(FolderRole::Inbox)));
    w.search(u"budget"_s);
    QVERIFY(!w.find<QToolButton>("searchAccount")->isVisible());
}

void SearchTest::theQuickFilterNarrowsHits()
{
    Window w;
    w.search(u"budget"_s);
    Pages::Filter filter;
    filter.unreadOnly = true;
    w.list()->setFilter(filter);
    QTRY_COMPARE(w.subjects(), (QStringList{u"Bikes and a budget"_s, u"Budget for the harbour"_s}));
    filter.text = u"mia"_s;
    w.list()->setFilter(filter);
    QTRY_COMPARE(w.subjects(), QStringList{u"Budget for the harbour"_s});
    w.list()->setFilter({});
    QTRY_COMPARE(w.subjects().size(), 3);
}

void SearchTest::choosingAFolderEndsTheSearch()
{
    Window w;
    w.search(u"budget"_s);
    QVERIFY(w.window->folders()->selectView(ViewId::of(w.projects)));
    QVERIFY(!w.list()->isSearch());
    QVERIFY(w.field()->text().isEmpty());
    QTRY_COMPARE(w.subjects(), QStringList{u"Old budget"_s});
    // Also the one that is shown behind the hits.
    w.search(u"deploy"_s);
    QTreeView *tree = w.window->folders()->tree();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(tree->currentIndex()).center());
    QTRY_VERIFY(!w.list()->isSearch());
    QTRY_COMPARE(w.subjects(), QStringList{u"Old budget"_s});
}

void SearchTest::whatCannotBeUnderstoodIsSaidAndTheRestIsFound()
{
    Window w;
    w.search(u"budget before:nonsense"_s);
    QCOMPARE(w.subjects().size(), 3);
    const auto *problems = w.find<QLabel>("searchProblems");
    QVERIFY(problems->isVisible());
    QVERIFY(!problems->text().isEmpty());
    QCOMPARE(w.field()->toolTip(), problems->text());
    w.search(u"budget"_s);
    QVERIFY(!problems->isVisible());
    QVERIFY(w.field()->toolTip().isEmpty());
    // Half a question changes nothing.
    w.press(Qt::Key_Escape);
    w.field()->setFocus();
    w.type(u"from:"_s);
    w.field()->tellNow();
    QCOMPARE(w.subjects().size(), 3);
}

void SearchTest::whatIsNotHereIsSearchedOnTheServer()
{
    Window w;
    WindowFixture::Mail away;
    away.view.subject = u"Something else"_s;
    away.view.from = {u"Kim Ito"_s, u"kim@example.org"_s};
    away.view.date = QDateTime::currentSecsSinceEpoch() - 3600;
    away.onThisComputer = false;
    const MessageId hidden = w.fixture.add(w.archive, away);
    fillIndex(w.fixture.database());
    w.search(u"budget"_s);
    QTRY_VERIFY2(w.reach().startsWith(u"Of 1 message"_s) && w.reach().endsWith(u"only the header is here."_s),
                 qPrintable(w.reach()));
    auto *ask = w.find<QPushButton>("askServers");
    QVERIFY(ask->isVisible());
    ask->setFocus();
    w.press(Qt::Key_Space);
    QCOMPARE(w.searches().asked.size(), 1);
    QCOMPARE(w.searches().asked.first().second, QList<FolderId>{w.archive});
    QVERIFY(!ask->isVisible());
    QVERIFY(w.find<QPushButton>("stopAsking")->isVisible());
    QCOMPARE(w.window->focusWidget(), w.find<QPushButton>("stopAsking"));
    ServerSearchState state;
    state.ticket = w.searches().tickets;
    state.folders = 1;
    state.hits = {hidden, w.budget}; // one of them the index has found too
    Q_EMIT w.searches().serversAnswered(state);
    QTRY_COMPARE(w.subjects(),
                 (QStringList{u"Bikes and a budget"_s, u"Budget for the harbour"_s, u"Something else"_s,
                              u"Old budget"_s}));
    state.answered = {w.archive};
    state.foldersDone = 1;
    state.isOver = true;
    Q_EMIT w.searches().serversAnswered(state);
    QCOMPARE(w.reach(), u"Everything was searched, also on the servers."_s);
    // Another question begins anew.
    w.search(u"deploy"_s);
    QTRY_VERIFY2(w.reach().startsWith(u"Of 1 message"_s) && w.reach().endsWith(u"only the header is here."_s),
                 qPrintable(w.reach()));
    QCOMPARE(w.subjects(), QStringList{u"Deploy failed"_s});
    // Of headers all is known.
    w.search(u"subject:deploy"_s);
    QTRY_COMPARE(w.reach(), u"Everything was searched."_s);
}

void SearchTest::serversAreAskedByThemselvesWhereWanted()
{
    Window w;
    WindowFixture::Mail away;
    away.view.subject = u"Something else"_s;
    away.view.date = QDateTime::currentSecsSinceEpoch() - 3600;
    away.onThisComputer = false;
    w.fixture.add(w.archive, away);
    fillIndex(w.fixture.database());
    QFile settings(w.fixture.directory() + "/settings.ini"_L1);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[search]\naskServers=always\n");
    settings.close();
    w.reopen();
    w.search(u"budget"_s);
    QTRY_VERIFY(w.reach().contains(u"header"_s));
    QVERIFY(w.searches().asked.isEmpty()); // one may be typing still
    auto *settledTimer = w.find<QTimer>("searchSettledTimer");
    QVERIFY(settledTimer->isActive());
    settledTimer->start(0);
    QTRY_COMPARE(w.searches().asked.size(), 1);
    ServerSearchState state;
    state.ticket = w.searches().tickets;
    state.folders = 1;
    state.foldersDone = 1;
    state.isOver = true;
    state.failures = {{w.archive, Error{ErrorKind::Network, u"The server cannot be reached."_s, {}}}};
    Q_EMIT w.searches().serversAnswered(state);
    QVERIFY2(w.reach().contains(u"could not be searched: The server cannot be reached."_s),
             qPrintable(w.reach()));
    QVERIFY(w.find<QPushButton>("askServers")->isVisible());
    QCOMPARE(w.searches().asked.size(), 1); // not again and again
}

void SearchTest::reachReadsAsSentences_data()
{
    QTest::addColumn<SearchReach>("reach");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("mayAsk");
    SearchReach none;
    QTest::newRow("not known yet") << none << QString() << false;
    SearchReach all;
    all.isKnown = true;
    QTest::newRow("all") << all << u"Everything was searched."_s << false;
    SearchReach missing = all;
    missing.coverage.folders = {{FolderId(1), 1900}, {FolderId(2), 3}, {FolderId(3), 1}};
    QTest::newRow("headers only") << missing << u"Of 1,904 messages in 3 folders only the header is here."_s
                                  << true;
    SearchReach headers = missing;
    headers.needsTexts = false;
    QTest::newRow("asks for headers") << headers << u"Everything was searched."_s << false;
    SearchReach behind = all;
    behind.coverage.notIndexed = 12'000;
    QTest::newRow("not indexed") << behind << u"12,000 messages are not indexed yet."_s << false;
    SearchReach making = all;
    making.hasIndex = false;
    making.index.isWorking = true;
    making.index.indexed = 500;
    making.index.messages = 12'000;
    QTest::newRow("being made") << making << u"The index is being made: 500 of 12,000 messages so far."_s
                                << false;
    SearchReach asking = missing;
    asking.isAsking = true;
    asking.asked.folders = 3;
    asking.asked.foldersDone = 2;
    QTest::newRow("asking") << asking << u"Asking the servers: 2 of 3 folders have answered."_s << false;
    SearchReach part = missing;
    part.asked.answered = {FolderId(1), FolderId(3)};
    QTest::newRow("answered in part")
        << part << u"Of 3 messages in 1 folders only the header is here."_s << true;
    SearchReach done = missing;
    done.asked.answered = {FolderId(1), FolderId(2), FolderId(3)};
    QTest::newRow("answered") << done << u"Everything was searched, also on the servers."_s << false;
}

void SearchTest::reachReadsAsSentences()
{
    QFETCH(SearchReach, reach);
    const ReachWords words = reachWords(reach);
    QFETCH(QString, text);
    // Without a translator plural forms read "message(s)".
    QCOMPARE(
        QString(words.text).replace(u"message(s)"_s, u"messages"_s).replace(u"folder(s)"_s, u"folders"_s),
        text);
    QTEST(words.mayAsk, "mayAsk");
}

void SearchTest::operatorsAreOfferedAndTaken()
{
    Window w;
    w.field()->setFocus();
    w.type(u"ha"_s);
    QVERIFY2(w.offered().value(0).startsWith(u"has:"_s), qPrintable(w.offered().join(u'|')));
    QVERIFY(w.offered().value(0).contains(u"attachment"_s)); // a sentence comes with it
    w.press(Qt::Key_Down);
    w.press(Qt::Key_Return);
    QCOMPARE(w.field()->text(), u"has:"_s);
    QCOMPARE(w.window->focusWidget(), w.field());
    QVERIFY(w.offered().value(0).startsWith(u"attachment"_s));
    w.press(Qt::Key_Tab); // the first one
    QCOMPARE(w.field()->text(), u"has:attachment "_s);
    QCOMPARE(w.window->focusWidget(), w.field());
    QVERIFY(w.offered().isEmpty());
    w.type(u"is:un"_s);
    QVERIFY(!w.offered().isEmpty());
    QTest::mouseClick(w.offers()->viewport(), Qt::LeftButton, {},
                      w.offers()->visualRect(w.offers()->model()->index(0, 0)).center());
    QCOMPARE(w.field()->text(), u"has:attachment is:unread "_s);
}

void SearchTest::enterIsTheFieldsOwnUntilSomethingIsChosen()
{
    Window w;
    w.field()->setFocus();
    w.type(u"to"_s);
    QVERIFY(!w.offered().isEmpty());
    w.press(Qt::Key_Return);
    QVERIFY(w.offered().isEmpty());
    QCOMPARE(w.field()->text(), u"to"_s);
    QTRY_COMPARE(w.window->focusWidget(), w.list()->listView());
    QVERIFY(w.list()->isSearch());
    // Esc closes the offers first, then the search.
    w.field()->setFocus();
    w.type(u"t"_s);
    w.field()->clear();
    w.type(u"fr"_s);
    QVERIFY(!w.offered().isEmpty());
    w.press(Qt::Key_Escape);
    QVERIFY(w.offered().isEmpty());
    QCOMPARE(w.field()->text(), u"fr"_s);
    w.press(Qt::Key_Escape);
    QVERIFY(w.field()->text().isEmpty());
    QVERIFY(!w.list()->isSearch());
}

void SearchTest::foldersAndPeopleAreOffered()
{
    Window w;
    w.field()->setFocus();
    w.type(u"in:harb"_s);
    QVERIFY2(w.offered().value(0).contains(u"Projects/Harbour"_s), qPrintable(w.offered().join(u'|')));
    w.press(Qt::Key_Down);
    w.press(Qt::Key_Tab);
    QCOMPARE(w.field()->text(), u"in:Projects/Harbour "_s);
    QTRY_VERIFY(w.settled());
    QTRY_COMPARE(w.subjects(), QStringList{u"Old budget"_s});
    // People are read on a thread of their own.
    w.field()->clear();
    w.type(u"from:han"_s);
    const auto asked = [&w] {
        w.field()->completion()->suggest();
        return w.offered();
    };
    QTRY_COMPARE(asked().value(0), u"Lars Hansen, lars@example.org"_s);
    w.press(Qt::Key_Tab);
    QCOMPARE(w.field()->text(), u"from:lars@example.org "_s);
    QTRY_COMPARE(w.subjects(), QStringList{u"Deploy failed"_s});
    // Of a word that may be a person's name, too.
    w.field()->clear();
    w.type(u"lars"_s);
    QVERIFY2(w.offered().value(0).startsWith(u"Lars Hansen"_s), qPrintable(w.offered().join(u'|')));
    w.press(Qt::Key_Down);
    w.press(Qt::Key_Return);
    QCOMPARE(w.field()->text(), u"from:lars@example.org "_s);
    w.field()->clear();
    w.type(u"account:wo"_s);
    QVERIFY2(w.offered().value(0).startsWith(u"Work"_s), qPrintable(w.offered().join(u'|')));
}

void SearchTest::recentSearchesAreOfferedAndForgotten()
{
    Window w;
    w.search(u"budget"_s);
    w.press(Qt::Key_Return);
    w.search(u"deploy"_s);
    w.press(Qt::Key_Return);
    w.press(Qt::Key_Escape);
    QVERIFY(!w.list()->isSearch());
    w.reopen();
    w.press(Qt::Key_Slash);
    QCOMPARE(w.offered(), (QStringList{u"deploy"_s, u"budget"_s, u"Forget these searches"_s}));
    w.press(Qt::Key_Down);
    w.press(Qt::Key_Down);
    w.press(Qt::Key_Return);
    QCOMPARE(w.field()->text(), u"budget"_s);
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.subjects().size(), 3);
    w.press(Qt::Key_Escape);
    w.press(Qt::Key_Escape);
    w.press(Qt::Key_Slash);
    w.press(Qt::Key_Up); // the last one
    w.press(Qt::Key_Return);
    w.press(Qt::Key_Escape);
    w.press(Qt::Key_Slash);
    QVERIFY2(w.offered().isEmpty(), qPrintable(w.offered().join(u'|')));
}

void SearchTest::aSearchCanBeSavedAndIsALineWithACount()
{
    Window w;
    w.search(u"budget is:unread"_s);
    w.find<QToolButton>("saveSearch")->click();
    auto *name = w.find<QLineEdit>("nameField");
    QVERIFY(name);
    QCOMPARE(name->text(), u"budget is:unread"_s);
    name->setText(u"Money"_s);
    QTest::keyClick(name, Qt::Key_Return);
    const FolderModel *model = w.window->folders()->model();
    QTRY_VERIFY(model->indexOfKey(u"search:money"_s).isValid());
    const QModelIndex line = model->indexOfKey(u"search:money"_s);
    QCOMPARE(line.data().toString(), u"Money"_s);
    QCOMPARE(w.window->folders()->currentKey(), u"search:money"_s); // it is looked at
    QTRY_COMPARE(line.data(FolderModel::UnreadTextRole).toString(), u"2"_s);
    QVERIFY(line.data(Qt::ToolTipRole).toString().startsWith(u"Money: 2 message"_s));
    QVERIFY(w.window->windowTitle().contains(u"Money"_s));
    QVERIFY(!w.find<QToolButton>("saveSearch")->isEnabled());
    // The count follows.
    w.fixture.engine().perform(Intent::mark({w.budget}, quint32(Flag::Seen), true));
    w.find<QTimer>("savedCountsTimer")->start(0);
    QTRY_COMPARE(model->indexOfKey(u"search:money"_s).data(FolderModel::UnreadTextRole).toString(), u"1"_s);
    // Back is the folder's line, and its mail.
    w.list()->setFocus();
    w.press(Qt::Key_Escape);
    QCOMPARE(w.window->folders()->currentKey(), u"unified:1"_s);
    QVERIFY(!w.list()->isSearch());
    // It is still there the next time, and shows what it finds.
    w.reopen();
    QVERIFY(w.window->folders()->selectKey(u"search:money"_s));
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.subjects(), QStringList{u"Bikes and a budget"_s});
    QCOMPARE(w.field()->text(), u"budget is:unread"_s);
    w.reopen();
    QCOMPARE(w.window->folders()->currentKey(), u"search:money"_s);
    QTRY_VERIFY(w.settled());
}

void SearchTest::savedSearchesAreRenamedMovedAndDeleted()
{
    WindowFixture probe;
    Window w;
    QVERIFY(SavedSearchFile::save(w.fixture.directory(),
                                  {{u"one"_s, u"One"_s, u"budget"_s}, {u"two"_s, u"Two"_s, u"deploy"_s}}));
    w.reopen();
    FolderPane *folders = w.window->folders();
    QVERIFY(folders->selectKey(u"search:two"_s));
    QTRY_COMPARE(w.subjects(), QStringList{u"Deploy failed"_s});
    QVERIFY(w.window->actions()->renameFolder->isEnabled());
    w.window->actions()->renameFolder->trigger();
    auto *name = w.find<QLineEdit>("nameField");
    QVERIFY(name);
    name->setText(u"Second"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(folders->model()->indexOfKey(u"search:two"_s).data().toString(), u"Second"_s);
    // By the line's own menu.
    const auto choose = [&](const char *entry) {
        QTimer::singleShot(0, w.window.get(), [&w, entry] {
            auto *menu = w.window->findChild<QMenu *>(u"folderMenu"_s);
            for (QAction *action : menu->actions()) {
                if (action->objectName() == QLatin1StringView(entry))
                    action->trigger();
            }
            menu->close();
        });
        QTreeView *tree = folders->tree();
        Q_EMIT tree->customContextMenuRequested(
            tree->visualRect(folders->model()->indexOfKey(u"search:two"_s)).center());
    };
    choose("searchUp");
    const auto saved = SavedSearchFile::load(w.fixture.directory());
    QVERIFY(saved);
    QCOMPARE(*saved,
             (QList<SavedSearch>{{u"two"_s, u"Second"_s, u"deploy"_s}, {u"one"_s, u"One"_s, u"budget"_s}}));
    choose("deleteSearch");
    auto *yes = w.find<QPushButton>("questionYes");
    QVERIFY(yes);
    yes->click();
    QTRY_VERIFY(!folders->model()->indexOfKey(u"search:two"_s).isValid());
    QCOMPARE(SavedSearchFile::load(w.fixture.directory())->size(), 1);
}

void SearchTest::thePaletteSearchesForWhatever()
{
    Window w;
    w.window->actions()->palette->trigger();
    auto *finder = w.find<Finder>("finder");
    QVERIFY(finder);
    auto *text = finder->findChild<QLineEdit *>(u"finderText"_s);
    text->setText(u"old budget"_s);
    QCOMPARE(finder->shown().last(), u"Search all mail for “old budget”"_s);
    auto *lines = finder->findChild<QTreeWidget *>(u"finderList"_s);
    lines->setCurrentItem(lines->topLevelItem(lines->topLevelItemCount() - 1));
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.subjects(), QStringList{u"Old budget"_s});
    QCOMPARE(w.field()->text(), u"old budget"_s);
    // So does a person's card.
    Q_EMIT w.window->findChild<PersonCards *>()->searchRequested(u"from:lars@example.org"_s);
    QTRY_COMPARE(w.subjects(), QStringList{u"Deploy failed"_s});
}

void SearchTest::everythingHasAName()
{
    Window w;
    w.search(u"budget"_s);
    w.type(u" fro"_s);
    for (const QWidget *widget : w.head()->findChildren<QWidget *>()) {
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        if (qobject_cast<const QAbstractButton *>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(!w.field()->accessibleName().isEmpty());
    QVERIFY(w.offers() && !w.offers()->accessibleName().isEmpty());
}

QTEST_MAIN(SearchTest)
#include "search_test.moc"
