#include "tests/shots/shooter.h"

#include "core/settings/savedsearches.h"
#include "core/store/pages.h"
#include "tests/support/indexfiller.h"
#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/search/searchcompletion.h"
#include "ui/search/searchedit.h"
#include "ui/search/searching.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/windowdialogs.h"
#include "ui/window/windowsearch.h"

#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// What of the first view's folders has never been opened.
void addUnopened(WindowFixture &fixture)
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    const QStringList folders{u"Archive"_s, u"Sent"_s};
    for (const FolderRow &folder : Pages(fixture.database()).folders()) {
        if (!folders.contains(folder.path))
            continue;
        for (int i = 0; i < 7; ++i) {
            WindowFixture::Mail mail;
            mail.view.from = {u"Ole Berg"_s, u"ole@example.org"_s};
            mail.view.subject = u"Minutes of the board, part %1"_s.arg(i + 1);
            mail.view.date = QDateTime::currentSecsSinceEpoch() - 86'400LL * (700 + i);
            mail.flags = quint32(Flag::Seen);
            mail.onThisComputer = false;
            fixture.add(folder.id, mail);
        }
    }
}

} // namespace

void Shooter::shootSearch(WindowFixture &fixture)
{
    addUnopened(fixture);
    fillIndex(fixture.database());
    if (!SavedSearchFile::save(
            fixture.directory(),
            {{u"invoices"_s, u"Invoices"_s, u"invoice"_s},
             {u"unread-files"_s, u"Unread with attachment"_s, u"is:unread has:attachment"_s},
             {u"week"_s, u"This week"_s, u"after:this-week"_s}}))
        fail(u"searches cannot be saved"_s);
    IndexStatus status;
    status.messages = status.indexed = 12'431;
    status.withText = 9'000;
    status.bytes = 48 << 20;
    fixture.engine().fakeSearches.setStatus(status);
    {
        const auto window = makeWindow(fixture);
        window->actions()->conversations->setChecked(false);
        shootHits(*window, fixture);
        shootOffers(*window);
    }
    QFile::remove(SavedSearchFile::path(fixture.directory()));
}

void Shooter::shootHits(MainWindow &window, WindowFixture &fixture)
{
    auto *field = window.findChild<SearchEdit *>(u"searchField"_s);
    const auto look = [&](const QString &query) {
        window.search()->searching()->find(query);
        if (!QTest::qWaitFor([&] { return window.list()->areAllHits(); }, 5000))
            fail(u"no hits come for "_s + query);
    };
    look(u"harbour"_s);
    window.list()->selectNext();
    save(window, u"search-hits"_s);
    auto *ask = window.findChild<QPushButton *>(u"askServers"_s);
    ask->click();
    ServerSearchState state;
    state.ticket = fixture.engine().fakeSearches.tickets;
    state.folders = 4;
    state.foldersDone = 1;
    Q_EMIT fixture.engine().fakeSearches.serversAnswered(state);
    save(window, u"search-asking"_s);
    window.actions()->table->trigger();
    save(window, u"search-table"_s);
    window.actions()->cards->trigger();
    window.actions()->compact->trigger();
    save(window, u"search-compact"_s);
    window.actions()->normal->trigger();
    look(u"invoice from:anna before:soon"_s);
    field->setFocus();
    field->deselect();
    save(window, u"search-problem"_s);
    look(u"zebracorn"_s);
    save(window, u"search-nothing"_s);
    window.folders()->selectKey(u"search:unread-files"_s);
    if (!QTest::qWaitFor([&] { return window.list()->areAllHits(); }, 5000))
        fail(u"the saved search finds nothing"_s);
    settle(600);
    save(window, u"search-saved"_s);
}

void Shooter::shootOffers(MainWindow &window)
{
    auto *field = window.findChild<SearchEdit *>(u"searchField"_s);
    field->setFocus();
    field->clear();
    window.search()->searching()->leave();
    QTest::keyClicks(field, u"a"_s);
    settle(400);
    QTest::keyClick(field, Qt::Key_Down);
    save(window, u"search-offers"_s);
    field->selectAll();
    QTest::keyClicks(field, u"from:ma"_s);
    const auto isOffered = [&] {
        field->completion()->suggest();
        return field->completion()->isOpen();
    };
    if (!QTest::qWaitFor(isOffered, 2000))
        fail(u"nobody is offered"_s);
    save(window, u"search-people"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(field, Qt::Key_Escape);
    window.actions()->search->trigger();
    save(window, u"search-recent"_s);
    SettingsDialog *settings = window.dialogs()->openSettings();
    settings->showSearch();
    save(*settings, u"settings-search"_s);
    settings->close();
}

} // namespace kw
