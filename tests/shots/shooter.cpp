#include "tests/shots/shooter.h"

#include "core/store/pages.h"
#include "tests/shots/demofill.h"
#include "ui/accounts/accountdialog.h"
#include "ui/actions/windowactions.h"
#include "ui/changes/changesdialog.h"
#include "ui/changes/vanisheddialog.h"
#include "ui/finder/finder.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/helpwindows.h"
#include "ui/window/windowdialogs.h"

#include <QApplication>
#include <QCursor>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

// The newest message that the condition holds for.
MessageId firstMessage(WindowFixture &fixture, const std::function<bool(const OpenedMessage &)> &wanted)
{
    const Pages pages(fixture.database());
    for (const MessageRow &row : pages.messages(ViewId::unified(FolderRole::Inbox), {}, 2000)) {
        const auto answer = fixture.engine().answerOpen(row.id);
        if (answer && *answer && wanted(**answer))
            return row.id;
    }
    return {};
}

void setStatus(FakeEngine &engine, int account, Liveness liveness, const Error &error = {}, int done = 0,
               int total = 0)
{
    AccountStatus status = engine.statusList.value(engine.accountList.at(account).key);
    status.liveness = liveness;
    status.error = error;
    status.done = done;
    status.total = total;
    status.staleSince = QDateTime::currentMSecsSinceEpoch() - 3'600'000;
    engine.setStatus(status);
}

} // namespace

Shooter::Shooter(const QDir &directory, Theme theme, QSize size)
    : m_directory(directory)
    , m_theme(theme)
    , m_size(size)
{
}

void Shooter::fail(const QString &why)
{
    qWarning("%s", qPrintable(why));
    m_failed = true;
}

void Shooter::settle(int ms)
{
    QTest::qWait(ms);
}

void Shooter::save(QWidget &widget, const QString &name)
{
    settle();
    const QString file = m_directory.filePath(
        u"%1-%2-%3x%4.png"_s.arg(name, themeName(m_theme)).arg(m_size.width()).arg(m_size.height()));
    if (!widget.grab().save(file)) {
        fail(u"cannot write "_s + file);
    }
}

std::unique_ptr<MainWindow> Shooter::makeWindow(WindowFixture &fixture) const
{
    QFile::remove(fixture.directory() + "/settings.ini"_L1);
    QFile::remove(fixture.directory() + "/window.ini"_L1);
    WindowSetup setup;
    setup.configDirectory = fixture.directory();
    setup.cacheDirectory = fixture.directory();
    setup.theme = m_theme;
    auto window = std::make_unique<MainWindow>(&fixture.engine(), setup);
    window->resize(m_size);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        qWarning("the window did not appear");
    QCursor::setPos(
        window->mapToGlobal(QPoint(m_size.width() - 2, m_size.height() / 2))); // no button looks hovered
    return window;
}

void Shooter::open(MainWindow &window, MessageId id)
{
    if (!isSet(id) || !window.list()->selectMessage(id)) {
        fail(u"a message to be shown is not in the list"_s);
        return;
    }
    if (!QTest::qWaitFor([&] { return window.reader()->shown() == id; }, 5000))
        fail(u"message %1 does not open"_s.arg(raw(id)));
}

void Shooter::shootMail(WindowFixture &fixture)
{
    fixture.engine().setOnline(true);
    const auto window = makeWindow(fixture);
    window->actions()->conversations->setChecked(false);
    shootLists(*window, fixture);
    shootMessages(*window, fixture);
    shootDialogs(*window, fixture);
    shootChanges(*window, fixture);
    shootOrganizing(*window, fixture);
    shootTroubles(*window, fixture);
    shootSecrets(*window, fixture);
}

void Shooter::shootLists(MainWindow &window, WindowFixture &fixture)
{
    const auto plain = firstMessage(fixture, [](const OpenedMessage &m) {
        return m.view.html.isEmpty() && m.view.attachments.isEmpty();
    });
    window.actions()->conversations->trigger();
    if (window.list()->conversations())
        window.actions()->conversations->trigger();
    open(window, plain);
    save(window, u"main-cards"_s);
    window.actions()->table->trigger();
    save(window, u"main-table"_s);
    window.actions()->readerBelow->trigger();
    save(window, u"main-below"_s);
    window.actions()->readerBelow->trigger();
    window.actions()->cards->trigger();
    window.actions()->conversations->trigger();
    const Pages pages(fixture.database());
    for (const ConversationRow &row : pages.conversations(ViewId::unified(FolderRole::Inbox), {}, 500)) {
        if (row.count < 3)
            continue;
        open(window, row.newest.id);
        break;
    }
    save(window, u"main-conversations"_s);
}

void Shooter::shootMessages(MainWindow &window, WindowFixture &fixture)
{
    window.actions()->conversations->trigger();
    open(window, firstMessage(fixture, [](const OpenedMessage &m) {
             return m.view.html.isEmpty() && m.view.text.contains("\n> "_L1);
         }));
    save(window, u"message-plain"_s);
    window.reader()->findChild<QToolButton *>(u"unfoldRecipients"_s)->click();
    window.reader()->page()->startFind();
    save(window, u"message-find"_s);
    open(window, firstMessage(fixture, [](const OpenedMessage &m) { return m.view.remoteResources > 1; }));
    settle(2500); // the web view starts and paints
    save(window, u"message-html"_s);
    open(window, firstMessage(fixture, [](const OpenedMessage &m) {
             return std::count_if(m.view.attachments.begin(), m.view.attachments.end(),
                                  [](const auto &a) { return !a.isInline; })
                 > 1;
         }));
    save(window, u"message-attachments"_s);
    window.list()->setFocus();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(window.focusWidget(), Qt::Key_Down, Qt::ShiftModifier);
    save(window, u"selection"_s);
}

// Everything done here is undone at the end: the mail is the same for the next theme and size.
void Shooter::shootOrganizing(MainWindow &window, WindowFixture &fixture)
{
    const Pages pages(fixture.database());
    const auto rows = pages.messages(ViewId::unified(FolderRole::Inbox), {}, 8);
    FakeEngine &engine = fixture.engine();
    engine.perform(Intent::tag({rows.at(0).id, rows.at(3).id}, u"$label1"_s, true));
    engine.perform(Intent::tag({rows.at(1).id, rows.at(3).id}, u"$label4"_s, true));
    engine.perform(Intent::tag({rows.at(3).id, rows.at(5).id}, u"$label2"_s, true));
    window.list()->setFocus();
    open(window, rows.at(3).id);
    window.actions()->table->trigger();
    save(window, u"tags-table"_s);
    window.actions()->cards->trigger();
    open(window, rows.at(2).id);
    window.actions()->archive->trigger();
    save(window, u"toast"_s);
    window.actions()->tag->trigger();
    QWidget *menu = QApplication::activePopupWidget();
    save(*menu, u"tag-menu"_s);
    menu->close();
    window.actions()->move->trigger();
    auto *finder = window.findChild<Finder *>();
    save(*finder, u"move-to"_s);
    finder->close();
    SettingsDialog *settings = window.dialogs()->openSettings();
    settings->showTags();
    save(*settings, u"settings-tags"_s);
    settings->showOrganizing();
    save(*settings, u"settings-organizing"_s);
    settings->close();
    for (int i = 0; i < 4; ++i)
        window.actions()->undo->trigger();
    window.findChild<UndoToast *>()->hide();
}

void Shooter::shootDialogs(MainWindow &window, WindowFixture &fixture)
{
    AccountDialog *dialog = window.dialogs()->addAccount();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"accountAddress"_s), u"anna@gmail.com"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"accountPassword"_s), u"a secret"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"accountName"_s), u"Club"_s);
    save(*dialog, u"add-account"_s);
    dialog->findChild<QPushButton *>(u"checkConnection"_s)->click();
    fixture.engine().answerCheck(
        {ErrorKind::Auth,
         u"Couldn't sign in to imap.gmail.com: the server says the password is wrong."_s,
         {}});
    save(*dialog, u"add-account-failed"_s);
    dialog->close();
    SettingsDialog *settings = window.dialogs()->openSettings();
    save(*settings, u"settings"_s);
    settings->showAccounts();
    save(*settings, u"settings-accounts"_s);
    settings->showKeys();
    save(*settings, u"settings-keyboard"_s);
    settings->close();
    window.actions()->palette->trigger();
    auto *finder = window.findChild<Finder *>();
    QTest::keyClicks(finder->findChild<QLineEdit *>(u"finderText"_s), u"in"_s);
    save(*finder, u"palette"_s);
    finder->close();
    QWidget *sheet = showShortcutSheet(*window.actions(), &window);
    save(*sheet, u"shortcuts"_s);
    sheet->close();
}

void Shooter::shootChanges(MainWindow &window, WindowFixture &fixture)
{
    fillWithChanges(fixture);
    fixture.engine().setOnline(false);
    window.actions()->changes->trigger();
    auto *changes = window.findChild<ChangesDialog *>();
    auto *list = changes->findChild<QTreeView *>(u"changesList"_s);
    if (!QTest::qWaitFor([list] { return list->model()->rowCount() > 3; }))
        fail(u"the Changes panel stays empty"_s);
    list->expand(list->model()->index(0, 0));
    save(*changes, u"changes"_s);
    save(window, u"changes-waiting"_s);
    changes->close();
    window.actions()->vanished->trigger();
    auto *vanished = window.findChild<VanishedDialog *>();
    auto *page = vanished->findChild<MessagePage *>();
    if (!QTest::qWaitFor([page] { return page->isVisible(); }))
        fail(u"no vanished message is shown"_s);
    save(*vanished, u"vanished"_s);
    vanished->close();
    SettingsDialog *settings = window.dialogs()->openSettings();
    settings->showDownloads();
    save(*settings, u"settings-downloads"_s);
    settings->close();
    fixture.engine().setOnline(true);
}

void Shooter::shootTroubles(MainWindow &window, WindowFixture &fixture)
{
    FakeEngine &engine = fixture.engine();
    setStatus(engine, 0, Liveness::NeedsYou,
              {ErrorKind::Auth,
               u"Couldn't sign in to %1: the server says the password is wrong."_s.arg(
                   engine.accountList.first().address),
               {}});
    setStatus(engine, 1, Liveness::Syncing, {}, 12'400, 48'000);
    save(window, u"trouble-password"_s);
    setStatus(engine, 0, Liveness::Live);
    setStatus(engine, 1, Liveness::Stale, {ErrorKind::Network, u"mail.example.net cannot be reached."_s, {}});
    save(window, u"trouble-unreachable"_s);
    setStatus(engine, 1, Liveness::Live);
    engine.setOnline(false);
    window.list()->selectMessage({});
    const auto answers = engine.answerOpen;
    engine.answerOpen = [](MessageId) -> std::optional<Result<OpenedMessage>> {
        return Result<OpenedMessage>(
            Error{ErrorKind::Network, u"It has not been downloaded yet, and Kittiwake is offline."_s, {}});
    };
    window.list()->selectNext();
    save(window, u"trouble-offline"_s);
    engine.answerOpen = answers;
    engine.setOnline(true);
}

void Shooter::shootFirstRun()
{
    WindowFixture empty;
    const auto window = makeWindow(empty);
    save(*window, u"first-run"_s);
}

} // namespace kw
