#include "core/setup/mailaddress.h"
#include "tests/support/fakeengine.h"

#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountspage.h"
#include "ui/reader/bannerstack.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

template <class T> T *part(QWidget *where, const char *name)
{
    T *found = where->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

AccountSettings workAccount()
{
    AccountSettings a;
    a.key = u"work"_s;
    a.name = u"Work"_s;
    a.address = u"anna@example.org"_s;
    a.color = u"#3b82d6"_s;
    a.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
    a.smtp = {u"smtp.example.org"_s, 465, ConnectionSecurity::Tls, u"anna"_s};
    return a;
}

struct Dialog {
    Dialog()
        : widget(new AccountDialog(&engine, workAccount()))
    {
        widget->show();
    }
    ~Dialog() { delete widget; }
    void type(const char *name, const QString &text)
    {
        auto *edit = part<QLineEdit>(widget, name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    QPushButton *check() { return part<QPushButton>(widget, "checkConnection"); }
    QPushButton *save() { return part<QPushButton>(widget, "saveAccount"); }
    Banner *banner(const QString &name) { return widget->findChild<BannerStack *>()->find(name); }

    FakeEngine engine;
    QPointer<AccountDialog> widget;
};

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_are_checked_before_anything_is_sent()
    {
        QVERIFY(isMailAddress(u"anna@example.org"_s));
        QVERIFY(isMailAddress(u"anna+x@localhost"_s));
        for (const QString &bad :
             {u""_s, u"anna"_s, u"anna@"_s, u"@x"_s, u"a b@x"_s, u"a@b@c"_s, u"a@x..y"_s})
            QVERIFY2(!isMailAddress(bad), qPrintable(bad));
    }

    void another_server_cannot_be_saved_before_a_check_succeeded()
    {
        Dialog d;
        d.type("imapHost", u"mail.example.org"_s);
        QVERIFY(d.check()->isEnabled());
        QVERIFY(!d.save()->isEnabled());
        d.type("accountPassword", u"secret"_s);
        d.check()->click();
        QCOMPARE(d.engine.checks.size(), 1);
        QCOMPARE(d.engine.checks.first().password, u"secret"_s);
        QVERIFY(!d.check()->isEnabled());
        d.engine.answerCheck({});
        QVERIFY(d.save()->isEnabled());
        QVERIFY(d.banner(u"checkWorked"_s));
        d.save()->click();
        QCOMPARE(d.engine.saves.size(), 1);
        QCOMPARE(d.engine.saves.first().settings.key, u"work"_s);
        QCOMPARE(d.engine.saves.first().settings.imap.host, u"mail.example.org"_s);
    }

    void what_is_no_address_cannot_be_checked()
    {
        Dialog d;
        d.type("accountAddress", u"anna@"_s);
        QVERIFY(!d.check()->isEnabled());
        QVERIFY(!d.save()->isEnabled());
    }

    void a_failed_check_says_why_in_place_and_offers_to_save_anyway()
    {
        Dialog d;
        d.type("accountPassword", u"wrong"_s);
        d.check()->click();
        d.engine.answerCheck({ErrorKind::Auth, u"imap.example.org says the password is wrong."_s, {}});
        QVERIFY(!d.save()->isEnabled());
        QVERIFY(d.banner(u"checkFailed"_s)->text().contains(u"password is wrong"_s));
        part<QPushButton>(d.widget, "checkFailedButton1")->click();
        QCOMPARE(d.engine.saves.size(), 1);
    }

    void changing_anything_after_the_check_asks_for_a_new_one()
    {
        Dialog d;
        d.type("accountPassword", u"secret"_s);
        d.check()->click();
        d.engine.answerCheck({});
        part<QSpinBox>(d.widget, "imapPort")->setValue(1993);
        QVERIFY(!d.save()->isEnabled());
    }

    void an_answer_to_an_older_question_is_ignored()
    {
        Dialog d;
        d.type("accountPassword", u"secret"_s);
        d.check()->click();
        d.type("imapHost", u"other.example.org"_s);
        d.engine.answerCheck({});
        QVERIFY(!d.save()->isEnabled());
    }

    void clear_text_outside_loopback_wants_a_tick()
    {
        Dialog d;
        d.type("accountPassword", u"secret"_s);
        auto *security = part<QComboBox>(d.widget, "imapSecurity");
        auto *tick = part<QCheckBox>(d.widget, "clearTextConfirmed");
        QVERIFY(!tick->isVisible());
        security->setCurrentIndex(security->findData(int(ConnectionSecurity::None)));
        QCOMPARE(part<QSpinBox>(d.widget, "imapPort")->value(), 143);
        QVERIFY(tick->isVisible());
        QVERIFY(d.banner(u"clearTextWarning"_s));
        QVERIFY(!d.check()->isEnabled());
        tick->click();
        QVERIFY(d.check()->isEnabled());
        QVERIFY(d.widget->settings().clearTextConfirmed);
    }

    void clear_text_on_loopback_needs_none()
    {
        Dialog d;
        d.type("imapHost", u"localhost"_s);
        auto *security = part<QComboBox>(d.widget, "imapSecurity");
        security->setCurrentIndex(security->findData(int(ConnectionSecurity::None)));
        QVERIFY(!part<QCheckBox>(d.widget, "clearTextConfirmed")->isVisible());
        QVERIFY(d.check()->isEnabled());
    }

    void a_new_name_of_a_known_account_needs_no_check()
    {
        Dialog d;
        d.type("accountName", u"Office"_s);
        QVERIFY(d.save()->isEnabled());
        d.save()->click();
        QCOMPARE(d.engine.saves.first().settings.name, u"Office"_s);
        QCOMPARE(d.engine.saves.first().settings.key, u"work"_s);
        QCOMPARE(d.engine.saves.first().password, QString());
    }

    void removing_an_account_is_asked_once_and_says_what_happens()
    {
        FakeEngine engine;
        engine.accountList = {workAccount()};
        AccountsPage page(&engine);
        page.show();
        part<QPushButton>(&page, "removeAccount")->click();
        QVERIFY(engine.removed.isEmpty());
        QVERIFY(page.findChild<BannerStack *>()
                    ->find(u"removeQuestion"_s)
                    ->text()
                    .contains(u"on the server stays"_s));
        part<QPushButton>(&page, "removeQuestionButton1")->click();
        QCOMPARE(engine.removed, QStringList{u"work"_s});
        QCOMPARE(part<QListWidget>(&page, "accountList")->count(), 0);
    }

    void keeping_the_account_removes_nothing()
    {
        FakeEngine engine;
        engine.accountList = {workAccount()};
        AccountsPage page(&engine);
        part<QPushButton>(&page, "removeAccount")->click();
        part<QPushButton>(&page, "removeQuestionButton2")->click();
        QVERIFY(engine.removed.isEmpty());
        QCOMPARE(page.findChild<BannerStack *>()->count(), 0);
    }
};

QTEST_MAIN(AccountsTest)
#include "accounts_test.moc"
