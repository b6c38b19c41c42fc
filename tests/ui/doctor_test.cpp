#include "tests/support/windowfixture.h"

#include "ui/actions/windowactions.h"
#include "ui/doctor/doctordialog.h"
#include "ui/doctor/findingsmodel.h"
#include "ui/doctor/reportdialog.h"
#include "ui/folders/folderpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/windowdialogs.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

Finding finding(const QString &id, FindingState state, Remedy remedy = Remedy::None)
{
    Finding one{id, u"Title of "_s + id, state, u"Sentence of "_s + id, {}, {u"Detail of "_s + id}, remedy};
    if (state == FindingState::Bad)
        one.advice = u"Do this."_s;
    return one;
}

QList<Finding> plan()
{
    return {finding(u"dns.mx"_s, FindingState::Running), finding(u"imap.reach"_s, FindingState::Running),
            finding(u"imap.signin"_s, FindingState::Running),
            finding(u"computer.clock"_s, FindingState::Running)};
}

struct Window {
    Window()
    {
        for (const QString &key : {u"work"_s, u"home"_s}) {
            AccountSettings settings;
            settings.key = key;
            settings.name = key;
            settings.address = key + "@example.org"_L1;
            fixture.addFolder(fixture.addAccount(settings), u"INBOX"_s, FolderRole::Inbox);
        }
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.theme = Theme::Light;
        window = std::make_unique<MainWindow>(&fixture.engine(), setup);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
    }
    FakeCheckups &checkups() { return fixture.engine().fakeCheckups; }
    DoctorDialog *dialog() const { return window->findChild<DoctorDialog *>(); }

    WindowFixture fixture;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class DoctorDialogTest : public QObject
{
    Q_OBJECT

    static QListView *list(const DoctorDialog *dialog)
    {
        return dialog->findChild<QListView *>(u"findingsList"_s);
    }
    static FindingsModel *model(const DoctorDialog *dialog)
    {
        return static_cast<FindingsModel *>(list(dialog)->model());
    }
    static QString summary(const DoctorDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"doctorSummary"_s)->text();
    }
    static QPushButton *button(const DoctorDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(name);
    }

private Q_SLOTS:
    void it_opens_from_the_menu_the_settings_and_an_error()
    {
        Window w;
        w.window->actions()->checkup->trigger();
        QVERIFY(w.dialog());
        QCOMPARE(w.checkups().examined.size(), 1);
        Q_EMIT w.window->findChild<FolderPane *>()->checkupRequested(u"home"_s);
        QCOMPARE(w.checkups().examined.last(), u"home"_s);
        QVERIFY(w.checkups().cancelled.contains(1)); // the one before
        SettingsDialog *settings = w.window->dialogs()->openSettings();
        settings->showAccounts();
        settings->findChild<QPushButton *>(u"checkAccountHealth"_s)->click();
        QCOMPARE(w.checkups().examined.last(), u"work"_s);
        AccountStatus status = w.fixture.engine().statusList.value(u"home"_s);
        status.key = u"home"_s;
        status.liveness = Liveness::NeedsYou;
        status.error = {ErrorKind::Auth, u"Wrong password."_s, {}};
        w.fixture.engine().setStatus(status);
        QAbstractButton *check = nullptr;
        for (auto *one : w.window->findChild<Notices *>()->findChildren<QAbstractButton *>()) {
            if (one->text() == u"Check…")
                check = one;
        }
        QVERIFY(check);
        check->click();
        QCOMPARE(w.checkups().examined.last(), u"home"_s);
    }

    void findings_fill_in_as_they_come()
    {
        Window w;
        DoctorDialog *dialog = w.window->dialogs()->checkAccount(u"work"_s);
        FakeCheckups &checkups = w.checkups();
        Q_EMIT checkups.planned(checkups.last, plan());
        QCOMPARE(model(dialog)->findings().size(), 4);
        QVERIFY(summary(dialog).contains("4"_L1));
        QVERIFY(!button(dialog, u"copyReport"_s)->isEnabled());
        Q_EMIT checkups.found(checkups.last, finding(u"dns.mx"_s, FindingState::Good));
        QVERIFY(summary(dialog).contains("3"_L1));
        Q_EMIT checkups.found(checkups.last, finding(u"dns.resolver"_s, FindingState::Bad)); // unannounced
        QCOMPARE(model(dialog)->findings().size(), 5);
        QCOMPARE(model(dialog)->findings().first().id, u"dns.resolver"_s);
        Q_EMIT checkups.found(checkups.last - 1, finding(u"imap.reach"_s, FindingState::Bad)); // of another
        QCOMPARE(model(dialog)->count(FindingState::Bad), 1);
        for (const QString &id : {u"imap.reach"_s, u"computer.clock"_s})
            Q_EMIT checkups.found(checkups.last, finding(id, FindingState::Good));
        Q_EMIT checkups.found(checkups.last, finding(u"imap.signin"_s, FindingState::Warning));
        Q_EMIT checkups.finished(checkups.last, {});
        QVERIFY(button(dialog, u"copyReport"_s)->isEnabled());
        // The worst is chosen by itself.
        QCOMPARE(model(dialog)->finding(list(dialog)->currentIndex())->id, u"dns.resolver"_s);
    }

    void each_state_has_a_shape_and_a_word_of_its_own()
    {
        QSet<QString> words;
        for (const auto state : {FindingState::Good, FindingState::Warning, FindingState::Bad,
                                 FindingState::Unknown, FindingState::Skipped, FindingState::Running})
            words.insert(findingStateTitle(state));
        QCOMPARE(words.size(), 6);
        QSet<QString> shapes;
        for (const auto state :
             {FindingState::Good, FindingState::Warning, FindingState::Bad, FindingState::Unknown})
            shapes.insert(QString(findingIcon(state)));
        QCOMPARE(shapes.size(), 4);
    }

    void a_screen_reader_hears_all_of_a_finding()
    {
        Window w;
        DoctorDialog *dialog = w.window->dialogs()->checkAccount(u"work"_s);
        Q_EMIT w.checkups().planned(w.checkups().last, plan());
        Q_EMIT w.checkups().found(w.checkups().last, finding(u"imap.signin"_s, FindingState::Bad));
        const QModelIndex index = model(dialog)->indexOf(u"imap.signin"_s);
        const QString said = index.data(Qt::AccessibleTextRole).toString();
        for (const QString &part :
             {u"Title of imap.signin"_s, u"does not work"_s, u"Sentence of imap.signin"_s, u"Do this."_s})
            QVERIFY2(said.contains(part), qPrintable(said));
        for (QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                && !widget->objectName().startsWith("qt_"_L1))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void what_to_do_is_one_key_away()
    {
        Window w;
        DoctorDialog *dialog = w.window->dialogs()->checkAccount(u"work"_s);
        Q_EMIT w.checkups().planned(w.checkups().last, plan());
        Q_EMIT w.checkups().found(w.checkups().last,
                                  finding(u"imap.signin"_s, FindingState::Bad, Remedy::EnterPassword));
        QSignalSpy wanted(dialog, &DoctorDialog::remedyWanted);
        list(dialog)->setCurrentIndex(model(dialog)->indexOf(u"dns.mx"_s));
        QVERIFY(button(dialog, u"doRemedy"_s)->isHidden());
        while (model(dialog)->finding(list(dialog)->currentIndex())->id != "imap.signin"_L1)
            QTest::keyClick(list(dialog), Qt::Key_Down);
        QVERIFY(!button(dialog, u"doRemedy"_s)->isHidden());
        QVERIFY(
            dialog->findChild<QLabel *>(u"findingDetails"_s)->text().contains("Detail of imap.signin"_L1));
        QTest::keyClick(list(dialog), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).value<Remedy>(), Remedy::EnterPassword);
        QCOMPARE(wanted.first().at(1).toString(), u"work"_s);
    }

    void what_is_copied_is_what_was_shown()
    {
        Window w;
        DoctorDialog *dialog = w.window->dialogs()->checkAccount(u"work"_s);
        Q_EMIT w.checkups().planned(w.checkups().last, plan());
        Q_EMIT w.checkups().finished(w.checkups().last, {});
        button(dialog, u"copyReport"_s)->click();
        auto *report = dialog->findChild<ReportDialog *>();
        QVERIFY(report);
        const QString shown = report->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.startsWith("redacted report about work"_L1));
        report->findChild<QPushButton *>(u"copyReportText"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), shown);
    }

    void closing_it_ends_the_examination()
    {
        Window w;
        DoctorDialog *dialog = w.window->dialogs()->checkAccount(u"work"_s);
        const int number = w.checkups().last;
        dialog->close();
        QTRY_VERIFY(!w.dialog());
        QVERIFY(w.checkups().cancelled.contains(number));
    }

    void an_examination_that_cannot_be_made_says_why()
    {
        Window w;
        DoctorDialog *dialog = w.window->dialogs()->checkAccount(u"work"_s);
        Q_EMIT w.checkups().finished(w.checkups().last, u"There is no account called \"work\"."_s);
        QVERIFY(summary(dialog).contains("no account"_L1));
    }
};

QTEST_MAIN(DoctorDialogTest)
#include "doctor_test.moc"
