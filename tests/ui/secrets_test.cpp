#include "tests/support/fakeengine.h"

#include "ui/accounts/accountdialog.h"
#include "ui/accounts/certificatedialog.h"
#include "ui/accounts/secretdialogs.h"
#include "ui/accounts/secretshint.h"
#include "ui/reader/bannerstack.h"
#include "ui/settings/secretspage.h"
#include "ui/window/notices.h"
#include "ui/window/vaultwindows.h"

#include "core/tls/tlstarget.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
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

AccountSettings account()
{
    AccountSettings a;
    a.key = u"work"_s;
    a.name = u"Work"_s;
    a.address = u"anna@example.org"_s;
    a.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
    a.smtp = {u"smtp.example.org"_s, 465, ConnectionSecurity::Tls, u"anna"_s};
    return a;
}

ShownCertificate shownAs(ShownCertificate::Verdict verdict)
{
    ShownCertificate shown;
    shown.pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    shown.fingerprint = QStringList(32, u"AB"_s).join(u':');
    shown.verdict = verdict;
    shown.problems = {u"it is signed by itself"_s, u"it expired on 3 May 2025"_s};
    shown.subject = u"imap.example.org"_s;
    shown.names = {u"imap.example.org"_s};
    shown.issuer = u"imap.example.org"_s;
    shown.selfSigned = true;
    shown.from = QDateTime::currentDateTime().addDays(-10);
    shown.until = QDateTime::currentDateTime().addDays(355);
    shown.key = u"RSA, 2048 bits"_s;
    return shown;
}

VaultState without(VaultState::Door door, SecretPlace place, bool keyring)
{
    VaultState state;
    state.door = door;
    state.place = place;
    state.keyringKnown = true;
    state.hasKeyring = keyring;
    return state;
}

} // namespace

// What the person sees of passwords and certificates.
class SecretsUiTest : public QObject
{
    Q_OBJECT

    static CertificateDialog *looking(FakeCertificates &certificates, const ShownCertificate &shown)
    {
        auto *dialog = new CertificateDialog(&certificates, account(), ServerRole::Receiving);
        dialog->show();
        certificates.answer(shown);
        return dialog;
    }

private Q_SLOTS:
    void a_certificate_is_trusted_only_after_a_tick()
    {
        FakeCertificates certificates;
        QPointer<CertificateDialog> dialog
            = looking(certificates, shownAs(ShownCertificate::Verdict::Untrusted));
        QSignalSpy trusted(dialog, &CertificateDialog::trusted);
        auto *trust = part<QPushButton>(dialog, "trustCertificate");
        QVERIFY(trust->isVisible() && !trust->isEnabled());
        QVERIFY(trust->text().contains("imap.example.org"_L1));
        QVERIFY(!trust->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return); // closes it, and nothing else
        QCOMPARE(trusted.size(), 0);
        dialog = looking(certificates, shownAs(ShownCertificate::Verdict::Untrusted));
        QSignalSpy now(dialog, &CertificateDialog::trusted);
        part<QCheckBox>(dialog, "certificateSure")->click();
        QTest::mouseClick(part<QPushButton>(dialog, "trustCertificate"), Qt::LeftButton);
        QCOMPARE(now.size(), 1);
        const auto settings = now.at(0).at(0).value<AccountSettings>();
        QVERIFY(settings.pinnedCertificate.contains("BEGIN CERTIFICATE"_L1));
        QCOMPARE(settings.smtpPinnedCertificate, QString());
    }

    void it_says_who_what_is_wrong_and_the_fingerprint_in_groups()
    {
        FakeCertificates certificates;
        auto *dialog = looking(certificates, shownAs(ShownCertificate::Verdict::Untrusted));
        const QString text = part<QLabel>(dialog, "certificateText")->text();
        QVERIFY(text.contains("signed by itself"_L1) && text.contains("3 May 2025"_L1));
        QCOMPARE(part<QLabel>(dialog, "certificateFingerprint")->text().count(u'\n'), 3);
        QVERIFY(part<QLabel>(dialog, "certificateSubject")->text().contains("imap.example.org"_L1));
        dialog->close();
    }

    void a_weak_certificate_cannot_be_trusted()
    {
        FakeCertificates certificates;
        auto *dialog = looking(certificates, shownAs(ShownCertificate::Verdict::Weak));
        QVERIFY(!part<QPushButton>(dialog, "trustCertificate")->isVisible());
        QVERIFY(!part<QCheckBox>(dialog, "certificateSure")->isVisible());
        dialog->close();
    }

    void one_that_an_authority_vouches_for_takes_the_pin_away()
    {
        FakeCertificates certificates;
        auto *dialog = looking(certificates, shownAs(ShownCertificate::Verdict::Replaced));
        QSignalSpy trusted(dialog, &CertificateDialog::trusted);
        part<QCheckBox>(dialog, "certificateSure")->click();
        part<QPushButton>(dialog, "trustCertificate")->click();
        QCOMPARE(trusted.at(0).at(0).value<AccountSettings>().pinnedCertificate, QString());
    }

    void where_the_receiving_server_is_in_order_the_sending_one_is_looked_at()
    {
        FakeCertificates certificates;
        auto *dialog = looking(certificates, shownAs(ShownCertificate::Verdict::Trusted));
        QCOMPARE(certificates.looks.size(), 2);
        QCOMPARE(certificates.looks.at(1).second, ServerRole::Sending);
        certificates.answer(shownAs(ShownCertificate::Verdict::Untrusted));
        QSignalSpy trusted(dialog, &CertificateDialog::trusted);
        auto *trust = part<QPushButton>(dialog, "trustCertificate");
        QVERIFY(trust->text().contains("smtp.example.org"_L1));
        part<QCheckBox>(dialog, "certificateSure")->click();
        trust->click();
        const auto settings = trusted.at(0).at(0).value<AccountSettings>();
        QCOMPARE(settings.pinnedCertificate, QString());
        QVERIFY(settings.smtpPinnedCertificate.contains("BEGIN"_L1));
    }

    void an_unreachable_server_is_told()
    {
        FakeCertificates certificates;
        auto *dialog = new CertificateDialog(&certificates, account(), ServerRole::Sending);
        dialog->show();
        certificates.answer({}, {ErrorKind::Network, u"cannot be reached"_s, {}});
        QVERIFY(part<QLabel>(dialog, "certificateText")->text().contains("cannot be reached"_L1));
        QVERIFY(!part<QPushButton>(dialog, "trustCertificate")->isVisible());
        dialog->close();
    }

    void a_failed_check_leads_to_the_certificate_and_a_trusted_one_is_checked_again()
    {
        FakeEngine engine;
        auto existing = account();
        auto *dialog = new AccountDialog(&engine, existing);
        dialog->show();
        part<QPushButton>(dialog, "checkConnection")->click();
        engine.answerCheck({ErrorKind::Tls, u"cannot be trusted"_s, QLatin1StringView(TlsCode::Untrusted)});
        part<QPushButton>(dialog, "checkFailedButton1")->click();
        QCOMPARE(engine.fakeVault.fakeCertificates.looks.size(), 1);
        auto *certificate = part<CertificateDialog>(dialog, "certificateDialog");
        engine.fakeVault.fakeCertificates.answer(shownAs(ShownCertificate::Verdict::Untrusted));
        part<QCheckBox>(certificate, "certificateSure")->click();
        part<QPushButton>(certificate, "trustCertificate")->click();
        QCOMPARE(engine.checks.size(), 2);
        QVERIFY(engine.checks.at(1).settings.pinnedCertificate.contains("BEGIN"_L1));
        engine.answerCheck({});
        auto *host = part<QLineEdit>(dialog, "imapHost");
        host->setText(u"other.example.org"_s); // the pin stays behind
        QCOMPARE(dialog->settings().pinnedCertificate, QString());
        dialog->close();
    }

    void the_file_needs_the_same_passphrase_twice()
    {
        FakeVault vault;
        vault.now = without(VaultState::Door::NoKeyring, SecretPlace::Keyring, false);
        SecretsPage page(&vault);
        page.show();
        QVERIFY(!part<QRadioButton>(&page, "secretsKeyring")->isEnabled());
        QVERIFY(part<QRadioButton>(&page, "secretsFile")->isChecked());
        QVERIFY(!part<QLineEdit>(&page, "oldPassphrase")->isVisible());
        auto *apply = part<QPushButton>(&page, "applySecrets");
        QTest::keyClicks(part<QLineEdit>(&page, "newPassphrase"), u"short"_s);
        QVERIFY(!apply->isEnabled());
        QTest::keyClicks(part<QLineEdit>(&page, "newPassphrase"), u" but long"_s);
        QTest::keyClicks(part<QLineEdit>(&page, "repeatPassphrase"), u"short but lonf"_s);
        QVERIFY(!apply->isEnabled());
        part<QLineEdit>(&page, "repeatPassphrase")->setText(u"short but long"_s);
        QVERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(vault.choices.size(), 1);
        QCOMPARE(vault.choices.at(0).first, SecretPlace::File);
        QCOMPARE(vault.choices.at(0).second, u"short but long"_s);
        QVERIFY(!apply->isEnabled());
        vault.now = without(VaultState::Door::Open, SecretPlace::File, false);
        QSignalSpy done(&page, &SecretsPage::done);
        vault.answer();
        QCOMPARE(done.size(), 1);
        QCOMPARE(part<QLineEdit>(&page, "newPassphrase")->text(), QString()); // not left on screen
    }

    void a_failed_choice_is_told_and_can_be_repeated()
    {
        FakeVault vault;
        vault.now = without(VaultState::Door::Open, SecretPlace::Ask, true);
        SecretsPage page(&vault);
        page.show();
        part<QRadioButton>(&page, "secretsKeyring")->click();
        part<QPushButton>(&page, "applySecrets")->click();
        QCOMPARE(vault.choices.at(0).first, SecretPlace::Keyring);
        vault.answer({ErrorKind::Busy, u"The keyring did not answer."_s, {}});
        QVERIFY(part<QLabel>(&page, "secretsState")->text().contains("did not answer"_L1));
    }

    void the_passphrase_is_changed_with_the_old_one()
    {
        FakeVault vault;
        vault.now = without(VaultState::Door::Open, SecretPlace::File, true);
        SecretsPage page(&vault);
        page.show();
        QVERIFY(part<QLineEdit>(&page, "oldPassphrase")->isVisible());
        part<QLineEdit>(&page, "newPassphrase")->setText(u"a new passphrase"_s);
        part<QLineEdit>(&page, "repeatPassphrase")->setText(u"a new passphrase"_s);
        QVERIFY(!part<QPushButton>(&page, "applySecrets")->isEnabled());
        part<QLineEdit>(&page, "oldPassphrase")->setText(u"the old one"_s);
        part<QPushButton>(&page, "applySecrets")->click();
        QCOMPARE(vault.changes,
                 (QList<std::pair<QString, QString>>{{u"the old one"_s, u"a new passphrase"_s}}));
        QVERIFY(vault.choices.isEmpty());
    }

    void locked_passwords_are_one_line_for_all_accounts_and_mail_stays_readable()
    {
        FakeEngine engine;
        engine.fakeVault.now = without(VaultState::Door::Locked, SecretPlace::File, false);
        QWidget window;
        Notices notices(&engine, &window);
        AccountSettings second = account();
        second.key = u"home"_s;
        notices.setAccounts({account(), second});
        VaultWindows windows(&engine, &notices, &window);
        for (const QString &key : {u"work"_s, u"home"_s})
            engine.setStatus({{},
                              key,
                              Liveness::NeedsYou,
                              0,
                              {ErrorKind::Auth, u"locked"_s, QLatin1StringView(SecretCode::Locked)}});
        QCOMPARE(notices.count(), 1);
        part<QPushButton>(&notices, "secretsHintButton1")->click();
        QPointer<SecretPrompt> prompt = part<SecretPrompt>(&window, "secretPrompt");
        QVERIFY(!prompt->isModal());
        QTest::keyClicks(part<QLineEdit>(prompt, "secretEdit"), u"open sesame"_s);
        QTest::keyClick(part<QLineEdit>(prompt, "secretEdit"), Qt::Key_Return);
        QCOMPARE(engine.fakeVault.unlocks, QStringList{u"open sesame"_s});
        engine.fakeVault.answer({ErrorKind::Auth, u"This is not the passphrase"_s, {}});
        QVERIFY(part<QLabel>(prompt, "secretProblem")->text().contains("not the passphrase"_L1));
        QTest::keyClick(part<QLineEdit>(prompt, "secretEdit"), Qt::Key_Return);
        engine.fakeVault.setState(without(VaultState::Door::Open, SecretPlace::File, false));
        engine.fakeVault.answer();
        QTRY_VERIFY(!prompt);
        QCOMPARE(notices.count(), 0);
    }

    void a_password_that_is_asked_for_is_typed_and_handed_on()
    {
        FakeEngine engine;
        engine.accountList = {account()};
        engine.fakeVault.now = without(VaultState::Door::Open, SecretPlace::Ask, false);
        QWidget window;
        Notices notices(&engine, &window);
        notices.setAccounts({account()});
        VaultWindows windows(&engine, &notices, &window);
        engine.setStatus({{},
                          u"work"_s,
                          Liveness::NeedsYou,
                          0,
                          {ErrorKind::Auth, u"asked for"_s, QLatin1StringView(SecretCode::Ask)}});
        part<QPushButton>(&notices, "account:workButton1")->click();
        QPointer<SecretPrompt> prompt = part<SecretPrompt>(&window, "secretPrompt");
        QTest::keyClicks(part<QLineEdit>(prompt, "secretEdit"), u"pass"_s);
        part<QPushButton>(prompt, "secretOk")->click();
        QCOMPARE(engine.fakeVault.provided, (QList<std::pair<QString, QString>>{{u"work"_s, u"pass"_s}}));
        engine.fakeVault.answer();
        QTRY_VERIFY(!prompt);
    }

    void an_accounts_line_leads_to_its_certificate_and_trusting_saves_it()
    {
        FakeEngine engine;
        engine.accountList = {account()};
        QWidget window;
        Notices notices(&engine, &window);
        notices.setAccounts({account()});
        VaultWindows windows(&engine, &notices, &window);
        engine.setStatus({{},
                          u"work"_s,
                          Liveness::NeedsYou,
                          0,
                          {ErrorKind::Tls, u"changed"_s, QLatin1StringView(TlsCode::Changed)}});
        part<QPushButton>(&notices, "account:workButton1")->click();
        auto *dialog = part<CertificateDialog>(&window, "certificateDialog");
        engine.fakeVault.fakeCertificates.answer(shownAs(ShownCertificate::Verdict::Changed));
        part<QCheckBox>(dialog, "certificateSure")->click();
        part<QPushButton>(dialog, "trustCertificate")->click();
        QCOMPARE(engine.saves.size(), 1);
        QVERIFY(engine.saves.at(0).settings.pinnedCertificate.contains("BEGIN"_L1));
        QCOMPARE(engine.saves.at(0).password, QString());
    }
};

QTEST_MAIN(SecretsUiTest)
#include "secrets_test.moc"
