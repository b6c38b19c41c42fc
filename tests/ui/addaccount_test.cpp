#include "tests/support/fakediscovery.h"
#include "tests/support/fakeengine.h"

#include "ui/accounts/accountkey.h"
#include "ui/accounts/addaccountdialog.h"
#include "ui/accounts/browsersignin.h"
#include "ui/accounts/foundservers.h"
#include "ui/reader/bannerstack.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString anna = u"anna@example.org"_s;

template <class T> T *part(QWidget *where, const char *name)
{
    T *found = where->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

FoundServer server(const QString &host, quint16 port, const QString &from)
{
    FoundServer found;
    found.server = {host, port, ConnectionSecurity::Tls, anna};
    found.from = from;
    found.vouched = true;
    found.state = ServerState::Verified;
    return found;
}

Candidate candidate(const QString &domain, const QString &from)
{
    Candidate c;
    c.imap = server(u"imap."_s + domain, 993, from);
    c.smtp = server(u"smtp."_s + domain, 465, from);
    return c;
}

DiscoveryReport reportOf(const QList<Candidate> &candidates, bool isDecided)
{
    DiscoveryReport report;
    report.address = anna;
    report.candidates = candidates;
    report.isDecided = isDecided;
    report.isFinished = true;
    report.steps
        = {{SettingsSource::Table, StepState::Nothing, u"Kittiwake's list"_s, u"It is not in it."_s},
           {SettingsSource::OwnPage, StepState::Found, u"Your provider's own page"_s, u"imap.example.org"_s}};
    return report;
}

const QString ownPage = u"from your provider's own page (autoconfig.example.org)"_s;

struct Dialog {
    Dialog()
    {
        auto owned = std::make_unique<FakeDiscovery>();
        discovery = owned.get();
        widget = new AddAccountDialog(&engine, std::move(owned));
        widget->browser()->open = [this](const QUrl &url) { opened.append(url); };
        widget->show();
    }
    ~Dialog() { delete widget; }
    void type(const char *name, const QString &text)
    {
        auto *edit = part<QLineEdit>(widget, name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void fillIn(const QString &address = anna, const QString &password = u"secret"_s)
    {
        type("accountAddress", address);
        if (!password.isEmpty())
            type("accountPassword", password);
    }
    QPushButton *main() { return part<QPushButton>(widget, "continueAccount"); }
    Banner *banner(const QString &name) { return widget->findChild<BannerStack *>()->find(name); }
    QString text(const char *name) { return part<QLabel>(widget, name)->text(); }
    bool isShown(const char *name) { return part<QWidget>(widget, name)->isVisible(); }

    FakeEngine engine;
    FakeDiscovery *discovery = nullptr;
    QPointer<AddAccountDialog> widget;
    QList<QUrl> opened;
};

} // namespace

// Adding an account, from typing to saved, with an engine and a search that do as they are told.
class AddAccountTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void one_press_leads_from_typing_to_the_saved_account()
    {
        Dialog d;
        QSignalSpy saved(d.widget, &AddAccountDialog::accountSaved);
        d.type("accountOwner", u"Anna Becker"_s);
        d.fillIn();
        d.main()->click();
        QCOMPARE(d.discovery->started, QStringList{anna});
        QVERIFY(d.engine.checks.isEmpty()); // nobody is told a password while servers are looked for
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, true));
        QCOMPARE(d.engine.checks.size(), 1);
        QCOMPARE(d.engine.checks.first().password, u"secret"_s);
        QVERIFY(d.engine.saves.isEmpty());
        d.engine.answerCheck({});
        QCOMPARE(d.engine.saves.size(), 1);
        const AccountSettings &s = d.engine.saves.first().settings;
        QCOMPARE(s.key, u"example"_s);
        QCOMPARE(s.address, anna);
        QCOMPARE(s.imap, (ServerSettings{u"imap.example.org"_s, 993, ConnectionSecurity::Tls, anna}));
        QCOMPARE(s.aliases, QStringList{u"Anna Becker <anna@example.org>"_s});
        QCOMPARE(d.engine.saves.first().password, u"secret"_s);
        QCOMPARE(saved.size(), 1);
    }

    void what_was_found_is_one_readable_line_each_with_where_it_comes_from()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        QVERIFY(d.isShown("checkSpinner"));
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, false));
        QCOMPARE(d.text("readingServer"), u"imap.example.org, port 993, encrypted — "_s + ownPage);
        QCOMPARE(d.text("sendingServer"), u"smtp.example.org, port 465, encrypted — "_s + ownPage);
        QVERIFY(d.isShown("discoverySteps"));
        QCOMPARE(d.text("stepTitle1"), u"Your provider's own page"_s);
    }

    void all_that_is_asked_and_found_begins_at_one_line()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, false));
        const auto left = [&d](const char *name) {
            const auto *field = part<QWidget>(d.widget, name);
            return field->mapTo(d.widget.data(), QPoint(0, 0)).x();
        };
        QTRY_COMPARE(left("readingServer"), left("accountAddress"));
        part<QPushButton>(d.widget, "editServers")->click();
        for (const char *name : {"accountOwner", "accountPassword", "imapHost", "imapUser", "smtpHost"})
            QTRY_COMPARE(left(name), left("accountAddress"));
    }

    void the_password_can_be_seen_while_it_is_typed()
    {
        Dialog d;
        d.fillIn();
        auto *password = part<QLineEdit>(d.widget, "accountPassword");
        auto *show = part<QAbstractButton>(d.widget, "accountPasswordShow");
        QVERIFY(!show->accessibleName().isEmpty());
        QVERIFY(show->focusPolicy() & Qt::TabFocus);
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        show->click();
        QCOMPARE(password->echoMode(), QLineEdit::Normal);
        QVERIFY(password->inputMethodHints() & Qt::ImhSensitiveData);
        show->click();
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        show->click();
        password->clear();
        QCOMPARE(password->echoMode(), QLineEdit::Password); // the next secret is hidden again
    }

    void nothing_can_be_looked_for_before_the_address_is_complete()
    {
        Dialog d;
        QVERIFY(!d.main()->isEnabled());
        d.type("accountAddress", u"anna@"_s);
        QVERIFY(!d.main()->isEnabled());
        d.fillIn();
        QVERIFY(d.main()->isEnabled());
    }

    void a_server_that_nobody_vouches_for_is_shown_before_it_gets_the_password()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        Candidate c = candidate(u"hoster.net"_s, u"from DNS (SRV records of example.org)"_s);
        c.imap.vouched = c.smtp.vouched = false;
        c.imap.elsewhere = c.smtp.elsewhere = true;
        d.discovery->answer(reportOf({c}, false));
        QVERIFY(d.engine.checks.isEmpty());
        QVERIFY2(d.banner(u"serverWarning"_s)->text().contains(u"imap.hoster.net is outside example.org"_s),
                 qPrintable(d.banner(u"serverWarning"_s)->text()));
        QVERIFY(d.main()->isEnabled());
        d.main()->click();
        QCOMPARE(d.engine.checks.size(), 1);
    }

    void a_bad_certificate_is_said_and_never_passed_by_itself()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        Candidate c = candidate(u"example.org"_s, ownPage);
        c.imap.state = ServerState::BadCertificate;
        c.imap.problem = u"The certificate of imap.example.org cannot be verified: it expired."_s;
        d.discovery->answer(reportOf({c}, false));
        QVERIFY(d.engine.checks.isEmpty());
        QVERIFY(d.banner(u"serverWarning"_s)->text().contains(u"it expired"_s));
    }

    void clear_text_wants_a_tick_before_anything_is_sent()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        Candidate c = candidate(u"example.org"_s, u"tried, and it answered"_s);
        c.imap.server.security = ConnectionSecurity::None;
        c.imap.state = ServerState::ClearTextOnly;
        d.discovery->answer(reportOf({c}, false));
        QVERIFY(d.banner(u"clearTextWarning"_s));
        QVERIFY(d.isShown("clearTextConfirmed"));
        QVERIFY(!d.main()->isEnabled());
        QVERIFY(d.text("readingServer").contains(u"not encrypted"_s));
        part<QCheckBox>(d.widget, "clearTextConfirmed")->click();
        QVERIFY(d.main()->isEnabled());
        d.main()->click();
        QVERIFY(d.engine.checks.first().settings.clearTextConfirmed);
    }

    void editing_opens_the_fields_with_what_was_found()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        Candidate c = candidate(u"example.org"_s, ownPage);
        d.discovery->answer(reportOf({c}, false));
        part<QPushButton>(d.widget, "editServers")->click();
        QCOMPARE(part<QLineEdit>(d.widget, "imapHost")->text(), u"imap.example.org"_s);
        d.type("imapHost", u"mail.example.org"_s);
        part<QSpinBox>(d.widget, "imapPort")->setValue(1993);
        d.discovery->answer(reportOf({candidate(u"example.net"_s, ownPage)}, true)); // too late
        d.main()->click();
        QCOMPARE(d.engine.checks.first().settings.imap.host, u"mail.example.org"_s);
        QCOMPARE(d.engine.checks.first().settings.imap.port, 1993);
    }

    void another_answer_can_be_chosen_and_stays_chosen()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        const QList<Candidate> both{candidate(u"example.org"_s, ownPage),
                                    candidate(u"example.net"_s, u"tried, and it answered"_s)};
        d.discovery->answer(reportOf(both, false));
        auto *others = part<QComboBox>(d.widget, "otherServers");
        QCOMPARE(others->count(), 2);
        QTest::keyClick(others, Qt::Key_Down);
        QVERIFY(d.text("readingServer").startsWith(u"imap.example.net"_s));
        d.discovery->answer(reportOf({both.at(0), candidate(u"example.com"_s, ownPage), both.at(1)}, false));
        QVERIFY(d.text("readingServer").startsWith(u"imap.example.net"_s));
        d.main()->click();
        QCOMPARE(d.engine.checks.first().settings.imap.host, u"imap.example.net"_s);
    }

    void nothing_found_gives_a_sentence_and_fields_to_fill_in()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        DiscoveryReport report = reportOf({}, false);
        report.problem = u"Nothing was found about example.org."_s;
        d.discovery->answer(report);
        QCOMPARE(d.banner(u"nothingFound"_s)->text(), report.problem);
        QVERIFY(d.isShown("imapHost"));
        QCOMPARE(part<QLineEdit>(d.widget, "imapHost")->text(), u"imap.example.org"_s);
        QVERIFY(d.main()->isEnabled());
        d.main()->click();
        QCOMPARE(d.engine.checks.size(), 1);
    }

    void servers_can_be_typed_without_looking_for_any()
    {
        Dialog d;
        d.fillIn();
        part<QPushButton>(d.widget, "setUpByHand")->click();
        QVERIFY(d.discovery->started.isEmpty());
        d.type("imapHost", u"mail.example.org"_s);
        d.type("smtpHost", u"mail.example.org"_s);
        d.main()->click();
        QCOMPARE(d.engine.checks.first().settings.smtp.host, u"mail.example.org"_s);
    }

    void an_account_may_be_without_a_server_that_sends()
    {
        Dialog d;
        d.fillIn();
        part<QPushButton>(d.widget, "setUpByHand")->click();
        d.type("imapHost", u"mail.example.org"_s);
        part<QLineEdit>(d.widget, "smtpHost")->selectAll();
        QTest::keyClick(part<QLineEdit>(d.widget, "smtpHost"), Qt::Key_Delete);
        QVERIFY(d.main()->isEnabled());
        d.main()->click();
        QCOMPARE(d.engine.checks.size(), 1);
        QCOMPARE(d.engine.checks.first().settings.smtp, ServerSettings());
        d.engine.answerCheck({});
        QCOMPARE(d.engine.saves.size(), 1);
    }

    void a_failed_check_says_why_in_place_and_offers_what_may_help()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, true));
        d.engine.answerCheck({ErrorKind::Auth, u"imap.example.org says the password is wrong."_s, {}});
        QVERIFY(d.engine.saves.isEmpty());
        QVERIFY(d.banner(u"checkFailed"_s)->text().contains(u"password is wrong"_s));
        part<QPushButton>(d.widget, "checkFailedButton2")->click(); // the part before the @ alone
        QCOMPARE(d.engine.checks.size(), 2);
        QCOMPARE(d.engine.checks.last().settings.imap.user, u"anna"_s);
        d.engine.answerCheck({ErrorKind::Network, u"imap.example.org cannot be reached."_s, {}});
        part<QPushButton>(d.widget, "checkFailedButton1")->click(); // Save Anyway
        QCOMPARE(d.engine.saves.size(), 1);
    }

    void an_answer_to_an_older_question_saves_nothing()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, true));
        d.type("accountPassword", u"another"_s);
        d.engine.answerCheck({});
        QVERIFY(d.engine.saves.isEmpty());
        QVERIFY(d.main()->isEnabled());
    }

    void another_address_begins_anew()
    {
        Dialog d;
        d.fillIn();
        d.main()->click();
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, false));
        const int cancels = d.discovery->cancels;
        d.type("accountAddress", u"bert@example.net"_s);
        QVERIFY(d.discovery->cancels > cancels);
        QVERIFY(!d.isShown("foundServers"));
        d.main()->click();
        QCOMPARE(d.discovery->started.last(), u"bert@example.net"_s);
        QVERIFY(d.engine.checks.isEmpty());
    }

    void a_missing_password_is_asked_for_once_the_servers_are_known()
    {
        Dialog d;
        d.fillIn(anna, {});
        d.main()->click();
        d.discovery->answer(reportOf({candidate(u"example.org"_s, ownPage)}, true));
        QVERIFY(d.engine.checks.isEmpty());
        QCOMPARE(d.text("checkState"), u"Type your password."_s);
        d.type("accountPassword", u"secret"_s);
        d.main()->click();
        QCOMPARE(d.engine.checks.size(), 1);
    }

    void a_misspelt_provider_is_asked_about()
    {
        Dialog d;
        d.fillIn(u"anna@gmial.com"_s);
        QVERIFY(d.banner(u"addressSuggestion"_s)->text().contains(u"anna@gmail.com"_s));
        part<QPushButton>(d.widget, "addressSuggestionButton1")->click();
        QCOMPARE(part<QLineEdit>(d.widget, "accountAddress")->text(), u"anna@gmail.com"_s);
        QVERIFY(!d.banner(u"addressSuggestion"_s));
    }

    void a_provider_with_a_page_of_its_own_takes_the_place_of_the_password()
    {
        Dialog d;
        d.type("accountAddress", u"anna@gmail.com"_s);
        QVERIFY(!d.isShown("accountPassword"));
        auto *button = part<QPushButton>(d.widget, "browserSignIn");
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), u"Sign In with Google"_s);
        button->click();
        QCOMPARE(d.discovery->started.size(), 1);
        Candidate c = candidate(u"gmail.com"_s, u"from Kittiwake's list"_s);
        c.oauth = u"google"_s;
        d.discovery->answer(reportOf({c}, true));
        QCOMPARE(d.engine.fakeSignIns.begun.size(), 1);
        QCOMPARE(d.engine.fakeSignIns.begun.first().oauth, u"google"_s);
        QCOMPARE(d.engine.fakeSignIns.begun.first().imap.host, u"imap.gmail.com"_s);
        d.engine.fakeSignIns.answerBrowser(QUrl(u"https://accounts.google.com/x"_s));
        QCOMPARE(d.opened.size(), 1);
        QVERIFY(d.engine.checks.isEmpty());
        d.engine.fakeSignIns.answerSuccess();
        QCOMPARE(d.engine.checks.size(), 1);
        QCOMPARE(d.engine.checks.first().password, QString());
        d.engine.answerCheck({});
        QCOMPARE(d.engine.saves.first().settings.oauth, u"google"_s);
        QVERIFY(d.engine.fakeSignIns.forgotten.isEmpty());
    }

    void adding_an_account_a_second_time_and_giving_up_does_not_sign_out_the_first_data()
    {
        QTest::addColumn<QString>("saved");
        QTest::addColumn<int>("forgotten");
        QTest::newRow("the same login") << u"anna@gmail.com"_s << 0;
        QTest::newRow("another one") << u"berta@gmail.com"_s << 1;
    }
    void adding_an_account_a_second_time_and_giving_up_does_not_sign_out_the_first()
    {
        QFETCH(QString, saved);
        QFETCH(int, forgotten);
        Dialog d;
        Candidate c = candidate(u"gmail.com"_s, u"from Kittiwake's list"_s);
        c.oauth = u"google"_s;
        c.imap.server.user = u"anna@gmail.com"_s;
        AccountSettings first;
        first.key = u"first"_s;
        first.address = saved;
        first.oauth = u"google"_s;
        first.imap = c.imap.server;
        first.imap.user = saved;
        d.engine.accountList = {first};
        d.type("accountAddress", u"anna@gmail.com"_s);
        d.main()->click();
        d.discovery->answer(reportOf({c}, true));
        d.engine.fakeSignIns.answerSuccess();
        delete d.widget;
        QCOMPARE(d.engine.fakeSignIns.forgotten.size(), forgotten);
    }

    void a_password_may_be_preferred_where_the_provider_takes_one()
    {
        Dialog d;
        d.type("accountAddress", u"anna@gmail.com"_s);
        part<QPushButton>(d.widget, "otherSignIn")->click();
        QVERIFY(d.isShown("accountPassword"));
        QVERIFY(d.banner(u"providerHint"_s)->text().contains(u"app password"_s));
        d.type("accountPassword", u"abcd efgh"_s);
        d.main()->click();
        Candidate c = candidate(u"gmail.com"_s, u"from Kittiwake's list"_s);
        c.oauth = u"google"_s;
        d.discovery->answer(reportOf({c}, true));
        QVERIFY(d.engine.fakeSignIns.begun.isEmpty());
        QCOMPARE(d.engine.checks.first().settings.oauth, QString());
        QCOMPARE(d.engine.checks.first().password, u"abcd efgh"_s);
    }

    void a_provider_that_is_not_ready_says_what_to_do()
    {
        Dialog d;
        d.engine.fakeSignIns.providerList
            = {{u"google"_s, u"Google"_s, false, u"Write a client id into oauth.ini."_s}};
        d.type("accountAddress", u"anna@gmail.com"_s);
        QVERIFY(d.isShown("accountPassword"));
        QVERIFY(d.banner(u"providerHint"_s)->text().contains(u"client id"_s));
    }

    void a_refused_sign_in_is_said_in_place_and_can_be_repeated()
    {
        Dialog d;
        d.type("accountAddress", u"anna@gmail.com"_s);
        d.main()->click();
        Candidate c = candidate(u"gmail.com"_s, u"from Kittiwake's list"_s);
        c.oauth = u"google"_s;
        d.discovery->answer(reportOf({c}, true));
        d.engine.fakeSignIns.answerFailure({ErrorKind::Auth, u"Google was told not to let you in."_s, {}});
        QVERIFY(d.banner(u"checkFailed"_s)->text().contains(u"Google was told"_s));
        d.main()->click();
        QCOMPARE(d.engine.fakeSignIns.begun.size(), 2);
    }

    void a_page_that_did_not_open_can_be_opened_again_or_copied()
    {
        Dialog d;
        d.type("accountAddress", u"anna@gmail.com"_s);
        d.main()->click();
        Candidate c = candidate(u"gmail.com"_s, u"from Kittiwake's list"_s);
        c.oauth = u"google"_s;
        d.discovery->answer(reportOf({c}, true));
        QVERIFY(!d.banner(u"browserPage"_s));
        const QUrl page(u"https://accounts.google.com/x?scope=a%20b"_s);
        d.engine.fakeSignIns.answerBrowser(page);
        QVERIFY(d.banner(u"browserPage"_s));
        part<QPushButton>(d.widget, "browserPageButton1")->click();
        QCOMPARE(d.opened, (QList<QUrl>{page, page}));
        part<QPushButton>(d.widget, "browserPageButton2")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://accounts.google.com/x?scope=a%20b"_s);
        d.engine.fakeSignIns.answerSuccess();
        QVERIFY(!d.banner(u"browserPage"_s));
    }

    void closing_the_window_gives_the_sign_in_up()
    {
        Dialog d;
        d.type("accountAddress", u"anna@gmail.com"_s);
        d.main()->click();
        Candidate c = candidate(u"gmail.com"_s, u"from Kittiwake's list"_s);
        c.oauth = u"google"_s;
        d.discovery->answer(reportOf({c}, true));
        QCOMPARE(d.engine.fakeSignIns.begun.size(), 1);
        delete d.widget;
        QCOMPARE(d.engine.fakeSignIns.cancelled, QList<int>{1});
    }

    void two_accounts_never_share_a_key_and_names_are_quoted_where_they_must_be()
    {
        QCOMPARE(newAccountKey({}, anna, {u"example"_s}), u"example2"_s);
        QCOMPARE(newAccountKey(u"My Wörk!"_s, anna, {}), u"mywrk"_s);
        QCOMPARE(newAccountKey({}, u"a@☃.net"_s, {}), u"account"_s);
        QCOMPARE(mailbox(u"Becker, Anna"_s, anna), u"\"Becker, Anna\" <anna@example.org>"_s);
        QCOMPARE(mailbox(u"Anna \"A\" Becker."_s, anna), u"\"Anna \\\"A\\\" Becker.\" <anna@example.org>"_s);
    }
};

QTEST_MAIN(AddAccountTest)
#include "addaccount_test.moc"
