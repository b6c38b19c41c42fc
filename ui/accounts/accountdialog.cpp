#include "ui/accounts/accountdialog.h"

#include "core/sync/facade/vault.h"
#include "core/tls/tlstarget.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/certificatedialog.h"
#include "ui/accounts/foldersettingspage.h"
#include "ui/accounts/identitiespage.h"
#include "ui/accounts/offlinepage.h"
#include "ui/accounts/secretshint.h"
#include "ui/look/growing.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/reader/bannerstack.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

AccountDialog::AccountDialog(Engine *engine, const AccountSettings &account, QWidget *parent,
                             const AccountDialogParts &parts)
    : QDialog(parent)
    , m_engine(engine)
    , m_form(new AccountForm(account, this))
    , m_tabs(new QTabWidget(this))
    , m_identities(new IdentitiesPage(m_tabs))
    , m_folders(new FolderSettingsPage(engine, parts.database, m_tabs))
    , m_offline(new OfflinePage(m_tabs))
    , m_banners(new BannerStack(this))
    , m_spinner(new Spinner(20, this))
    , m_state(plainLabel({}, "checkState"_L1, this))
    , m_check(new QPushButton(tr("&Check Connection"), this))
    , m_save(new QPushButton(tr("&Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "accountDialog"_L1, tr("Account Settings"));
    setWindowTitle(tr("%1 — Account Settings").arg(accountTitle(account)));
    fillPages(account, parts);
    build();
    new SecretsHint(m_engine->vault(), m_banners, this);
    connect(m_engine, &Engine::accountChecked, this, &AccountDialog::onChecked);
    onEdited();
}

void AccountDialog::fillPages(const AccountSettings &account, const AccountDialogParts &parts)
{
    setNames(m_tabs, "accountTabs"_L1, tr("Account settings"));
    m_signaturesFile = parts.signaturesFile;
    const auto signatures = SignatureFile::load(m_signaturesFile);
    if (!m_signaturesFile.isEmpty() && signatures)
        m_identities->setSignatures(*signatures);
    else if (!m_signaturesFile.isEmpty())
        m_banners->add(u"noSignatures"_s, Tone::Warning, "warning"_L1, signatures.error().text);
    m_identities->setAccount(account);
    m_folders->setAccount(account, parts.subscribedOnly);
    m_offline->setChoices(account.folders);
    if (!account.oauth.isEmpty())
        addSignIn(account);
    connect(m_identities, &IdentitiesPage::edited, this, &AccountDialog::updateButtons);
    connect(m_folders, &FolderSettingsPage::edited, this, &AccountDialog::updateButtons);
    connect(m_offline, &OfflinePage::edited, this, &AccountDialog::updateButtons);
    connect(m_form, &AccountForm::edited, m_identities,
            [this] { m_identities->setOwnAddress(m_form->settings().address); });
}

// Instead of a password: whoever signs in through a page in the browser does so again there.
void AccountDialog::addSignIn(const AccountSettings &account)
{
    m_banners->add(u"signsInByBrowser"_s, Tone::Info, "info"_L1,
                   tr("This account signs in through a page in your browser and has no password here."),
                   {{tr("Sign In Again…"), [this, key = account.key] { Q_EMIT signInRequested(key); }}});
}

QWidget *AccountDialog::accountPage()
{
    auto *page = new QWidget(this);
    setNames(page, "accountPage"_L1, tr("Account"));
    auto *checkLine = new QHBoxLayout;
    checkLine->addWidget(m_check);
    checkLine->addWidget(m_spinner);
    checkLine->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(m_form);
    layout->addWidget(m_banners);
    layout->addLayout(checkLine);
    layout->addStretch(1);
    return page;
}

void AccountDialog::build()
{
    setNames(m_check, "checkConnection"_L1, tr("Check connection"));
    setNames(m_save, "saveAccount"_L1, tr("Save account"));
    m_spinner->setObjectName("checkSpinner"_L1);
    m_spinner->hide();
    auto *buttons = new QDialogButtonBox(this);
    setNames(buttons, "accountButtons"_L1, tr("Actions"));
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    setNames(cancel, "cancelAccount"_L1, tr("Cancel"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    m_tabs->addTab(accountPage(), tr("&Account"));
    m_tabs->addTab(m_identities, tr("&Identities"));
    m_tabs->addTab(m_folders, tr("&Folders"));
    m_tabs->addTab(m_offline, tr("&Offline"));
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    setMinimumWidth(540);
    growWithContents(this);
    connect(m_check, &QPushButton::clicked, this, &AccountDialog::check);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &AccountForm::edited, this, &AccountDialog::onEdited);
}

void AccountDialog::focusPassword()
{
    m_form->focusPassword();
}

AccountSettings AccountDialog::settings() const
{
    AccountSettings s = m_form->settings();
    s.aliases = m_identities->aliases();
    s.folders = m_offline->applied(m_folders->applied(s.folders));
    // Paused or going on as it is by now, not as it was when this window opened.
    for (const AccountSettings &now : m_engine->accounts()) {
        if (now.key == s.key)
            s.paused = now.paused;
    }
    return s;
}

QString AccountDialog::problem() const
{
    const QString why = m_form->problem();
    return why.isEmpty() ? m_identities->problem() : why;
}

void AccountDialog::onEdited()
{
    m_checkedOk = false;
    m_checking = false;
    m_spinner->hide();
    m_banners->remove(u"checkFailed"_s);
    m_banners->remove(u"checkWorked"_s);
    updateClearText();
    updateButtons();
}

void AccountDialog::updateClearText()
{
    if (!m_form->needsClearTextTick())
        m_banners->remove(u"clearTextWarning"_s);
    else if (!m_banners->find(u"clearTextWarning"_s))
        m_banners->add(u"clearTextWarning"_s, Tone::Bad, "warning"_L1,
                       tr("Without protection, everybody between you and the server can read your password "
                          "and your mail. "
                          "Choose TLS if the server offers it."));
}

void AccountDialog::updateButtons()
{
    const QString why = problem();
    const bool complete = why.isEmpty();
    // Name and colour of an account that works need no new check.
    const bool onlyLook = m_form->isOnlyLookChanged();
    m_check->setEnabled(complete && !m_checking);
    m_save->setEnabled(complete && !m_checking && (m_checkedOk || onlyLook));
    m_check->setDefault(!m_save->isEnabled());
    m_save->setDefault(m_save->isEnabled());
    if (!m_checking)
        m_state->setText(complete ? QString() : why);
    m_state->setAccessibleName(m_state->text());
}

void AccountDialog::check()
{
    m_banners->remove(u"checkFailed"_s);
    m_checking = true;
    m_checkedOk = false;
    m_asked = settings();
    m_spinner->show();
    m_state->setText(tr("Signing in to %1…").arg(m_asked.imap.host));
    updateButtons();
    m_engine->checkAccount(m_asked, m_form->password());
}

void AccountDialog::onChecked(const AccountSettings &checked, const Error &error)
{
    if (!m_checking || checked != m_asked)
        return; // answers a check of settings that have been changed since
    m_checking = false;
    m_spinner->hide();
    m_checkedOk = error.text.isEmpty();
    if (m_checkedOk) {
        m_banners->add(u"checkWorked"_s, Tone::Good, "check"_L1, tr("The connection works."));
    } else {
        QList<BannerButton> buttons{{tr("Save Anyway"), [this] { save(); }}};
        if (isAboutCertificate(error.code))
            buttons.prepend({tr("Look at Certificate…"), [this] { showCertificate(); }});
        m_banners->add(u"checkFailed"_s, Tone::Bad, "error"_L1, error.text, buttons);
    }
    updateButtons();
    if (m_checkedOk)
        m_save->setFocus(Qt::OtherFocusReason);
}

void AccountDialog::showCertificate()
{
    auto *dialog
        = new CertificateDialog(m_engine->vault()->certificates(), m_asked, ServerRole::Receiving, this);
    connect(dialog, &CertificateDialog::trusted, this, [this](const AccountSettings &settings) {
        m_form->trust(settings);
        if (m_check->isEnabled())
            check();
    });
    dialog->show();
}

// False: one cannot be kept; the window stays, and says why.
bool AccountDialog::saveSignatures()
{
    const Signatures changed = m_identities->changedSignatures();
    for (const auto &[address, signature] : changed.asKeyValueRange()) {
        const auto saved = SignatureFile::save(m_signaturesFile, address, signature);
        if (saved)
            continue;
        m_banners->remove(u"signatureFailed"_s);
        m_banners->add(u"signatureFailed"_s, Tone::Bad, "error"_L1, saved.error().text);
        m_tabs->setCurrentIndex(0); // where it is seen
        return false;
    }
    return true;
}

void AccountDialog::save()
{
    if (!saveSignatures())
        return;
    const AccountSettings s = settings();
    m_engine->saveAccount(s, m_form->password());
    m_form->forgetPassword();
    m_folders->sendSubscriptions();
    Q_EMIT subscribedOnlyChanged(s.key, m_folders->subscribedOnly());
    Q_EMIT accountSaved(s.key);
    accept();
}

} // namespace kw
