#include "tests/shots/shooter.h"

#include "core/doctor/doctor.h"
#include "core/doctor/report.h"
#include "core/doctor/serverjudges.h"
#include "core/store/pages.h"
#include "tests/shots/demofill.h"
#include "tests/support/fakediscovery.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/addaccountdialog.h"
#include "ui/actions/windowactions.h"
#include "ui/changes/changesdialog.h"
#include "ui/changes/vanisheddialog.h"
#include "ui/cleanup/cleanupwindow.h"
#include "ui/doctor/doctordialog.h"
#include "ui/doctor/reportdialog.h"
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
#include <QTabWidget>
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

// A mixture, as one meets it.
QList<Finding> demoFindings()
{
    using namespace doctor;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    DnsAnswer mx;
    mx.outcome = DnsAnswer::Outcome::Found;
    mx.exchanges = {{u"mx1.example.org"_s, 10}, {u"mx2.example.org"_s, 20}};
    DnsAnswer texts = mx;
    texts.texts = {"v=spf1 include:_spf.example.net -all"};
    DnsAnswer none;
    none.outcome = DnsAnswer::Outcome::None;
    const ProbeTarget imap{
        ProbeTarget::Speech::Imap, u"imap.example.org"_s, 993, ConnectionSecurity::Tls, {}};
    ProbeTarget smtp = imap;
    smtp.host = u"smtp.example.org"_s;
    smtp.port = 465;
    ServerSeen seen;
    seen.name = mx;
    seen.tried
        = {{QHostAddress(u"192.0.2.17"_s), true, 31, {}}, {QHostAddress(u"2001:db8::17"_s), true, 28, {}}};
    seen.greeting = "* OK IMAP ready\n";
    seen.greetingMs = 12;
    ServerSeen wrong = seen;
    wrong.greeting = "220 smtp.example.org\n";
    wrong.secured = true;
    wrong.protocol = u"TLS 1.3"_s;
    wrong.errors = {QSslError(QSslError::HostNameMismatch)};
    ServerFeatures features;
    features.idle = features.qresync = features.move = true;
    features.capabilities = {u"IMAP4REV1"_s, u"IDLE"_s, u"QRESYNC"_s, u"MOVE"_s, u"QUOTA"_s};
    const Error refused{ErrorKind::Auth,
                        u"Couldn't sign in to imap.example.org: the server says the password is wrong."_s,
                        {}};
    QList<Finding> all{judgeMx(u"example.org"_s, mx, none),
                       judgeSrv({none, none, none, none}, {}, {}),
                       judgeSpf(texts),
                       judgeDmarc(none, {}, none),
                       judgeDkim({}),
                       judgeReach(u"imap"_s, imap, seen),
                       judgeReach(u"smtp"_s, smtp, wrong),
                       judgeTls(u"smtp"_s, smtp, wrong, now),
                       judgeSignIn(u"imap"_s, refused, 120, false),
                       judgeFeatures(features),
                       judgeQuota(QList<QuotaResource>{{{}, u"STORAGE"_s, 9'730'000, 10'485'760}}),
                       judgeClock({{u"smtp.example.org"_s, now - 400'000, now}})};
    Finding tls = judgeTls(u"imap"_s, imap, seen, now);
    tls.state = FindingState::Good;
    tls.sentence = u"Encrypted, with a certificate that is valid until 3 May."_s;
    tls.advice.clear();
    all.insert(6, tls);
    return all;
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
    shootPeople(*window, fixture);
    shootReader();
    shootDialogs(*window, fixture);
    shootAccountPages(*window, fixture);
    shootChanges(*window, fixture);
    shootCleanup(*window, fixture);
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
    if (window.list()->looks().conversations)
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
    const auto conversations = pages.conversations(ViewId::unified(FolderRole::Inbox), {}, 500);
    const auto openFirst = [&](auto fits) {
        const auto found = std::ranges::find_if(conversations, fits);
        open(window, found == conversations.cend() ? MessageId{} : found->newest.id);
    };
    openFirst([](const ConversationRow &row) { return row.count >= 3; });
    save(window, u"main-conversations"_s);
    openFirst([](const ConversationRow &row) { return row.unread >= 3; });
    save(window, u"main-unfolded"_s);
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

namespace {

Candidate foundAt(const QString &host, const QString &from, bool vouched)
{
    Candidate c;
    c.imap.server = {u"imap."_s + host, 993, ConnectionSecurity::Tls, u"anna@example.org"_s};
    c.smtp.server = {u"smtp."_s + host, 465, ConnectionSecurity::Tls, u"anna@example.org"_s};
    for (FoundServer *server : {&c.imap, &c.smtp}) {
        server->from = from;
        server->vouched = vouched;
        server->elsewhere = !host.startsWith(u"example.org"_s);
        server->state = ServerState::Verified;
    }
    return c;
}

DiscoveryReport midway()
{
    DiscoveryReport report;
    report.steps
        = {{SettingsSource::Table, StepState::Nothing, u"Kittiwake's list"_s, u"example.org is not in it."_s},
           {SettingsSource::OwnPage, StepState::Found, u"Your provider's own page"_s, u"imap.example.org"_s},
           {SettingsSource::Ispdb, StepState::Searching, u"Mozilla's list of providers"_s, {}},
           {SettingsSource::Dns, StepState::Failed, u"DNS records of the domain"_s,
            u"DNS gave no answer in time."_s},
           {SettingsSource::MailHost, StepState::Searching, u"Who receives the domain's mail"_s, {}},
           {SettingsSource::Tried, StepState::Searching, u"Usual server names"_s, {}}};
    return report;
}

} // namespace

void Shooter::shootNewAccount(MainWindow &window, WindowFixture &fixture)
{
    auto owned = std::make_unique<FakeDiscovery>();
    FakeDiscovery *discovery = owned.get();
    auto *dialog = new AddAccountDialog(&fixture.engine(), std::move(owned), &window);
    dialog->show();
    const auto field = [dialog](const QString &name) { return dialog->findChild<QLineEdit *>(name); };
    auto *main = dialog->findChild<QPushButton *>(u"continueAccount"_s);
    save(*dialog, u"new-account"_s);
    QTest::keyClicks(field(u"accountOwner"_s), u"Anna Becker"_s);
    QTest::keyClicks(field(u"accountAddress"_s), u"anna@gmial.com"_s);
    save(*dialog, u"new-account-misspelt"_s);
    field(u"accountAddress"_s)->clear();
    QTest::keyClicks(field(u"accountAddress"_s), u"anna@gmail.com"_s);
    save(*dialog, u"new-account-browser"_s);
    field(u"accountAddress"_s)->clear();
    QTest::keyClicks(field(u"accountAddress"_s), u"anna@example.org"_s);
    QTest::keyClicks(field(u"accountPassword"_s), u"a secret"_s);
    main->click();
    DiscoveryReport report = midway();
    discovery->answer(report);
    save(*dialog, u"new-account-searching"_s);
    for (DiscoveryStep &step : report.steps) {
        if (!step.isOver()) {
            step.state = StepState::Nothing;
            step.text = u"example.org is not in it."_s;
        }
    }
    report.candidates = {foundAt(u"hoster.net"_s, u"from DNS (SRV records of example.org)"_s, false),
                         foundAt(u"example.org"_s, u"tried, and it answered"_s, false)};
    report.isFinished = true;
    discovery->answer(report);
    save(*dialog, u"new-account-found"_s);
    main->click();
    fixture.engine().answerCheck(
        {ErrorKind::Auth,
         u"Couldn't sign in to imap.hoster.net: the server says the password is wrong."_s,
         {}});
    save(*dialog, u"new-account-failed"_s);
    dialog->findChild<QPushButton *>(u"editServers"_s)->click();
    save(*dialog, u"new-account-by-hand"_s);
    dialog->close();
}

void Shooter::shootDialogs(MainWindow &window, WindowFixture &fixture)
{
    shootNewAccount(window, fixture);
    shootDoctor(window, fixture);
    shootSettings(window);
    window.actions()->palette->trigger();
    auto *finder = window.findChild<Finder *>();
    QTest::keyClicks(finder->findChild<QLineEdit *>(u"finderText"_s), u"in"_s);
    save(*finder, u"palette"_s);
    finder->close();
    QWidget *sheet = showShortcutSheet(*window.actions(), &window);
    save(*sheet, u"shortcuts"_s);
    sheet->close();
}

void Shooter::shootAccountPages(MainWindow &window, WindowFixture &fixture)
{
    AccountDialog *dialog = window.dialogs()->editAccount(fixture.engine().accounts().first().key);
    auto *tabs = dialog->findChild<QTabWidget *>(u"accountTabs"_s);
    const QStringList names{u"account"_s, u"account-identities"_s, u"account-folders"_s,
                            u"account-offline"_s};
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        if (page == 1) {
            dialog->findChild<QPushButton *>(u"addIdentity"_s)->click();
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"identityAddress"_s), u"sales@example.org"_s);
        }
        save(*dialog, names.value(page));
    }
    dialog->close();
    SettingsDialog *settings = window.dialogs()->openSettings();
    settings->showAccounts();
    settings->findChild<QPushButton *>(u"pauseAccount"_s)->click();
    settings->findChild<QPushButton *>(u"removeAccount"_s)->click();
    save(*settings, u"accounts-remove"_s);
    settings->findChild<QPushButton *>(u"removeQuestionButton2"_s)->click();
    settings->findChild<QPushButton *>(u"pauseAccount"_s)->click();
    settings->close();
}

void Shooter::shootDoctor(MainWindow &window, WindowFixture &fixture)
{
    FakeCheckups &checkups = fixture.engine().fakeCheckups;
    DoctorDialog *dialog = window.dialogs()->checkAccount(fixture.engine().accountList.first().key);
    Q_EMIT checkups.planned(checkups.last, Doctor({}, {std::nullopt, u"example.org"_s}, {}).plan());
    const QList<Finding> findings = demoFindings();
    for (const Finding &finding : findings.first(6))
        Q_EMIT checkups.found(checkups.last, finding);
    save(*dialog, u"doctor-running"_s);
    for (const Finding &finding : findings)
        Q_EMIT checkups.found(checkups.last, finding);
    Q_EMIT checkups.finished(checkups.last, {});
    save(*dialog, u"doctor"_s);
    ReportParts parts;
    parts.account = fixture.engine().accountList.first();
    parts.findings = findings;
    ReportDialog report(redactedReportText(parts, fixture.engine().accountList), dialog);
    report.setAttribute(Qt::WA_DeleteOnClose, false);
    report.show();
    save(report, u"doctor-report"_s);
    report.close();
    dialog->close();
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

void Shooter::shootCleanup(MainWindow &window, WindowFixture &fixture)
{
    FakeEngine &engine = fixture.engine();
    const auto tell = [&engine](int account, quint64 usedMb, quint64 limitMb, int crossed) {
        const QString key = engine.accountList.at(account).key;
        engine.fakeStorageUse.tell({engine.accountId(key),
                                    key,
                                    QDateTime::currentMSecsSinceEpoch(),
                                    {{{}, u"STORAGE"_s, usedMb * 1024, limitMb * 1024}}},
                                   crossed);
        engine.fakeStorageUse.report.accounts.append(
            {engine.accountId(key), key, qint64(usedMb) << 16, 800, 12'400, qint64(usedMb) << 12});
    };
    tell(0, 9830, 10'240, QuotaNearlyFull);
    tell(1, 2150, 10'240, 0);
    engine.fakeStorageUse.report.bodiesFile = qint64(900) << 20;
    engine.fakeStorageUse.report.cacheFile = qint64(40) << 20;
    save(window, u"quota-warning"_s);
    window.actions()->cleanUp->trigger();
    auto *cleanup = window.findChild<CleanupWindow *>();
    const auto filled = [cleanup] { return cleanup->model()->rowCount() > 0; };
    for (const auto &[kind, name] : {std::pair(CleanupKind::Largest, u"cleanup-largest"_s),
                                     std::pair(CleanupKind::Senders, u"cleanup-senders"_s),
                                     std::pair(CleanupKind::Newsletters, u"cleanup-newsletters"_s)}) {
        cleanup->setKind(kind);
        if (!QTest::qWaitFor(filled))
            fail(name + u" stays empty"_s);
        settle();
        cleanup->list()->selectAll();
        save(*cleanup, name);
    }
    cleanup->close();
    SettingsDialog *settings = window.dialogs()->openSettings();
    settings->showStorage();
    save(*settings, u"settings-storage"_s);
    settings->close();
    for (const AccountSettings &account : engine.accountList)
        engine.fakeStorageUse.tell({engine.accountId(account.key), account.key, 0, {}});
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
