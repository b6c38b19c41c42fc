#include "tests/shots/shooter.h"

#include "tests/support/fakeengine.h"
#include "tests/support/testcertificates.h"
#include "ui/accounts/certificatedialog.h"
#include "ui/accounts/secretdialogs.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

VaultState stateOf(VaultState::Door door, SecretPlace place, bool keyring)
{
    VaultState state;
    state.door = door;
    state.place = place;
    state.keyringKnown = true;
    state.hasKeyring = keyring;
    return state;
}

} // namespace

// Passwords and certificates.
void Shooter::shootSecrets(MainWindow &window, WindowFixture &fixture)
{
    FakeVault &vault = fixture.engine().fakeVault;
    vault.setState(stateOf(VaultState::Door::NoKeyring, SecretPlace::Keyring, false));
    save(window, u"no-keyring"_s);
    showSecretsChoice(&vault, &window);
    auto *choice = window.findChild<QDialog *>(u"secretsDialog"_s);
    save(*choice, u"passwords-choice"_s);
    choice->close();
    vault.setState(stateOf(VaultState::Door::Locked, SecretPlace::File, false));
    save(window, u"passwords-locked"_s);
    SecretPrompt *prompt = SecretPrompt::forPassphrase(&vault, &window);
    prompt->show();
    prompt->findChild<QLineEdit *>(u"secretEdit"_s)->setText(u"a passphrase"_s);
    prompt->findChild<QPushButton *>(u"secretOk"_s)->click();
    vault.answer({ErrorKind::Auth, u"This is not the passphrase of your saved passwords. Try again."_s, {}});
    save(*prompt, u"passwords-unlock"_s);
    prompt->close();
    vault.setState(stateOf(VaultState::Door::Damaged, SecretPlace::File, false));
    save(window, u"passwords-damaged"_s);
    vault.setState(stateOf(VaultState::Door::Open, SecretPlace::Keyring, true));
    shootCertificates(window, vault.fakeCertificates);
}

void Shooter::shootCertificates(MainWindow &window, FakeCertificates &certificates)
{
    using Verdict = ShownCertificate::Verdict;
    const TestCertificates files;
    const QString host = u"mail.example.org"_s;
    AccountSettings account;
    account.imap = {host, 993, ConnectionSecurity::Tls, u"anna"_s};
    account.pinnedCertificate = QString::fromLatin1(files.make(u"old"_s, host).certificate);
    const ShownCertificate made = readCertificate(files.make(u"new"_s, host).certificate);
    const QList<std::tuple<QString, Verdict, QStringList>> cases{
        {u"certificate-untrusted"_s,
         Verdict::Untrusted,
         {u"it is signed by itself, not by an authority"_s, u"it expired on 3 May 2025"_s}},
        {u"certificate-changed"_s,
         Verdict::Changed,
         {u"it is not the one that you trusted"_s, u"it is signed by itself, not by an authority"_s}},
        {u"certificate-replaced"_s, Verdict::Replaced, {u"it is not the one that you trusted"_s}},
        {u"certificate-weak"_s,
         Verdict::Weak,
         {u"its key of 1024 bits is too short; anybody with enough computers can forge it"_s}}};
    for (const auto &[name, verdict, problems] : cases) {
        auto *dialog = new CertificateDialog(&certificates, account, ServerRole::Receiving, &window);
        dialog->show();
        ShownCertificate shown = made;
        shown.verdict = verdict;
        shown.problems = problems;
        certificates.answer(shown);
        if (verdict == Verdict::Untrusted)
            dialog->findChild<QCheckBox *>(u"certificateSure"_s)->setChecked(true);
        save(*dialog, name);
        dialog->close();
    }
}

} // namespace kw
