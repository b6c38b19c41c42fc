#include "ui/accounts/addaccountdialog.h"

#include "core/account/accountrules.h"
#include "core/setup/mailaddress.h"
#include "core/setup/providers.h"
#include "core/setup/serverguess.h"
#include "core/sync/facade/certificates.h"
#include "core/sync/facade/vault.h"
#include "core/tls/tlstarget.h"
#include "ui/accounts/accountkey.h"
#include "ui/accounts/browsersignin.h"
#include "ui/accounts/certificatedialog.h"
#include "ui/accounts/discoverysteps.h"
#include "ui/accounts/foundservers.h"
#include "ui/accounts/personfields.h"
#include "ui/accounts/secretshint.h"
#include "ui/look/alignforms.h"
#include "ui/look/growing.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

AddAccountDialog::AddAccountDialog(Engine *engine, std::unique_ptr<Discovery> discovery, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_discovery(std::move(discovery))
    , m_person(new PersonFields(this))
    , m_banners(new BannerStack(this))
    , m_notes(m_banners,
              {[this](const QString &meant) { m_person->setAddress(meant); },
               [this] { m_browser->open(m_browser->page()); }})
    , m_steps(new DiscoverySteps(this))
    , m_servers(new FoundServers(this))
    , m_browser(new BrowserSignIn(engine->signIns(), this))
    , m_spinner(new Spinner(20, this))
    , m_state(plainLabel({}, "checkState"_L1, this))
    , m_manual(new QPushButton(tr("Set Up by &Hand"), this))
    , m_main(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "addAccountDialog"_L1, tr("Add Account"));
    setWindowTitle(tr("Add Account"));
    build();
    connectParts();
    setStage(Stage::Typing);
}

AddAccountDialog::~AddAccountDialog() = default;

void AddAccountDialog::build()
{
    m_spinner->setObjectName("checkSpinner"_L1);
    m_state->setWordWrap(true);
    auto *stateLine = new QHBoxLayout;
    stateLine->addWidget(m_spinner);
    stateLine->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_person);
    layout->addWidget(m_banners);
    layout->addWidget(m_steps);
    layout->addWidget(m_servers);
    layout->addLayout(stateLine);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    setMinimumWidth(620);
    alignForms(this);
    growWithContents(this);
    new SecretsHint(m_engine->vault(), m_banners, this);
}

QWidget *AddAccountDialog::makeButtons()
{
    setNames(m_main, "continueAccount"_L1, tr("Continue"));
    setNames(m_manual, "setUpByHand"_L1, tr("Set up by hand"));
    auto *buttons = new QDialogButtonBox(this);
    setNames(buttons, "accountButtons"_L1, tr("Actions"));
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    setNames(cancel, "cancelAccount"_L1, tr("Cancel"));
    buttons->addButton(m_manual, QDialogButtonBox::ResetRole);
    buttons->addButton(m_main, QDialogButtonBox::AcceptRole);
    m_manual->setAutoDefault(false);
    m_main->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void AddAccountDialog::connectParts()
{
    m_browser->isShared = [engine = m_engine](const AccountSettings &asked) {
        return std::ranges::any_of(engine->accounts(), [&asked](const AccountSettings &saved) {
            return saved.oauth == asked.oauth && saved.imap.host == asked.imap.host
                && saved.imap.user == asked.imap.user;
        });
    };
    connect(m_main, &QPushButton::clicked, this, &AddAccountDialog::goOn);
    connect(m_manual, &QPushButton::clicked, this, &AddAccountDialog::typeServers);
    connect(m_person, &PersonFields::addressEdited, this, &AddAccountDialog::onAddressEdited);
    connect(m_person, &PersonFields::edited, this, &AddAccountDialog::onEdited);
    connect(m_person, &PersonFields::browserPressed, this, &AddAccountDialog::goOn);
    connect(m_servers, &FoundServers::changed, this, &AddAccountDialog::onEdited);
    connect(m_discovery.get(), &Discovery::changed, this, &AddAccountDialog::onFound);
    connect(m_browser, &BrowserSignIn::browserOpened, this, &AddAccountDialog::updateNotes);
    connect(m_browser, &BrowserSignIn::signedIn, this, &AddAccountDialog::check);
    connect(m_browser, &BrowserSignIn::failed, this, &AddAccountDialog::showFailure);
    connect(m_engine, &Engine::accountChecked, this, &AddAccountDialog::onChecked);
}

void AddAccountDialog::setStage(Stage stage)
{
    m_stage = stage;
    m_steps->setVisible(!m_servers->isEditing() && !m_discovery->report().steps.isEmpty()
                        && stage != Stage::Typing);
    m_servers->setVisible(!m_servers->isEmpty());
    updateNotes();
    updateButtons();
}

AccountSettings AddAccountDialog::settings() const
{
    AccountSettings s;
    QStringList taken;
    for (const AccountSettings &account : m_engine->accounts())
        taken.append(account.key);
    s.address = m_person->address();
    s.key = newAccountKey({}, s.address, taken);
    s.color = accountColor({}, int(taken.size())).name();
    s.imap = m_servers->imap();
    s.smtp = m_servers->smtp();
    s.clearTextConfirmed = m_servers->isClearTextConfirmed();
    if (!m_person->name().isEmpty())
        s.aliases.append(mailbox(m_person->name(), s.address));
    s.oauth = m_person->browserName();
    s.pinnedCertificate = m_pinned.pinnedCertificate;
    s.smtpPinnedCertificate = m_pinned.smtpPinnedCertificate;
    return withoutForeignPins(s, m_pinned);
}

void AddAccountDialog::onAddressEdited()
{
    m_discovery->cancel();
    m_browser->cancel();
    m_mayGoOn = false;
    const bool isByHand = m_servers->isEditing(); // what the person typed stays
    if (!isByHand)
        m_servers->reset();
    // The large providers are known before anybody is asked.
    const auto address = parseMailAddress(m_person->address());
    const Provider *known = address ? providerOfDomain(address->domain) : nullptr;
    m_person->offerBrowser(m_browser->provider(known ? known->oauth : QString()),
                           !known || known->hint != ProviderHint::BrowserOnly);
    m_banners->remove(u"checkFailed"_s);
    setStage(isByHand ? Stage::Choosing : Stage::Typing);
}

void AddAccountDialog::onEdited()
{
    m_banners->remove(u"checkFailed"_s);
    if (m_stage == Stage::InBrowser)
        m_browser->cancel();
    if (m_servers->isEditing() || m_stage > Stage::Choosing)
        setStage(Stage::Choosing);
    else
        setStage(m_stage);
}

void AddAccountDialog::goOn()
{
    m_banners->remove(u"checkFailed"_s);
    if (m_stage == Stage::Typing)
        search();
    else if (m_stage == Stage::Choosing && m_person->wantsBrowser())
        signIn();
    else if (m_stage == Stage::Choosing)
        check();
}

void AddAccountDialog::search()
{
    m_mayGoOn = true;
    m_discovery->start(m_person->address());
    setStage(Stage::Searching);
}

void AddAccountDialog::onFound()
{
    const DiscoveryReport &report = m_discovery->report();
    m_steps->setSteps(report.steps);
    m_servers->setCandidates(report.candidates);
    if (m_servers->isTouched() || m_stage > Stage::Choosing)
        return; // the person decides, or what was decided is being tried
    if (const Candidate *best = m_servers->chosen())
        m_person->offerBrowser(m_browser->provider(best->oauth), best->passwordAllowed);
    const bool isClear = report.isDecided && m_person->isReady() && m_mayGoOn;
    if (m_stage == Stage::Searching && report.isFinished && !report.best()) {
        typeServers();
    } else if (m_stage == Stage::Searching && (report.isDecided || report.isFinished)) {
        setStage(Stage::Choosing);
        if (isClear)
            goOn();
    } else {
        setStage(m_stage);
    }
}

void AddAccountDialog::typeServers()
{
    const ServerGuess guess = guessServers(m_person->address());
    m_discovery->cancel();
    m_servers->edit(guess.imap, guess.smtp);
    setStage(Stage::Choosing);
}

void AddAccountDialog::signIn()
{
    m_servers->settle();
    m_asked = settings();
    setStage(Stage::InBrowser);
    m_browser->begin(m_asked);
}

void AddAccountDialog::check()
{
    m_servers->settle();
    m_asked = settings();
    setStage(Stage::Checking);
    m_engine->checkAccount(m_asked, m_person->wantsBrowser() ? QString() : m_person->password());
}

void AddAccountDialog::onChecked(const AccountSettings &checked, const Error &error)
{
    if (m_stage != Stage::Checking || checked != m_asked)
        return; // answers a check of settings that have been changed since
    if (error.text.isEmpty())
        save();
    else
        showFailure(error);
}

void AddAccountDialog::showFailure(const Error &error)
{
    m_mayGoOn = false;
    setStage(Stage::Choosing);
    QList<BannerButton> buttons{{tr("Save Anyway"), [this] { save(); }}};
    const QString local = m_person->address().section(u'@', 0, -2);
    if (error.kind == ErrorKind::Auth && m_servers->imap().user != local && !m_person->wantsBrowser())
        buttons.append(BannerButton{tr("Use “%1” as User Name").arg(oneLine(local)), [this, local] {
                                        m_servers->setUser(local);
                                        check();
                                    }});
    if (isAboutCertificate(error.code))
        buttons.prepend({tr("Look at Certificate…"), [this] { showCertificate(); }});
    m_banners->add(u"checkFailed"_s, Tone::Bad, "error"_L1, error.text, buttons);
    if (error.kind == ErrorKind::Auth)
        m_person->focusPassword();
}

void AddAccountDialog::showCertificate()
{
    auto *dialog
        = new CertificateDialog(m_engine->vault()->certificates(), m_asked, ServerRole::Receiving, this);
    connect(dialog, &CertificateDialog::trusted, this, [this](const AccountSettings &trusted) {
        m_pinned = trusted;
        if (m_stage == Stage::Choosing)
            check();
    });
    dialog->show();
}

void AddAccountDialog::save()
{
    const AccountSettings s = settings();
    m_engine->saveAccount(s, m_person->wantsBrowser() ? QString() : m_person->password());
    m_browser->keep();
    m_person->forgetPassword();
    Q_EMIT accountSaved(s.key);
    accept();
}

void AddAccountDialog::updateNotes()
{
    const auto address = parseMailAddress(m_person->address());
    const Provider *known = address ? providerOfDomain(address->domain) : nullptr;
    const bool areServersShown = m_stage >= Stage::Choosing;
    AccountNotes::Matter matter;
    matter.address = m_person->address();
    matter.chosen = m_servers->chosen();
    matter.suggestion = address ? likelyAddress(*address) : QString();
    if (!m_person->wantsBrowser()) {
        matter.hint = matter.chosen ? matter.chosen->hint : known ? known->hintText() : QString();
        const auto provider = m_browser->provider(matter.chosen ? matter.chosen->oauth
                                                      : known   ? known->oauth
                                                                : QString());
        if (provider && !provider->isReady)
            matter.hint = u"%1 %2"_s.arg(matter.hint, provider->hint).trimmed();
    }
    if (m_servers->isEditing() && address && m_discovery->report().address == address->full())
        matter.nothingFound = m_discovery->report().problem;
    matter.isClearText = m_servers->needsClearTextTick();
    matter.areServersShown = areServersShown;
    if (m_stage == Stage::InBrowser)
        matter.page = m_browser->page();
    m_notes.show(matter);
}

QString AddAccountDialog::problem() const
{
    const QString address = m_person->address();
    if (!isMailAddress(address))
        return address.isEmpty() ? tr("Type your mail address.") : tr("This is not a complete mail address.");
    if (m_stage != Stage::Choosing)
        return {};
    if (!m_person->isReady())
        return tr("Type your password.");
    return m_servers->problem();
}

QString AddAccountDialog::stateText() const
{
    switch (m_stage) {
    case Stage::Searching:
        return tr("Looking for your servers… Your password stays here meanwhile.");
    case Stage::InBrowser:
        return tr("Sign in on the page that opens in your browser, then come back here.");
    case Stage::Checking:
        return tr("Signing in to %1…").arg(m_asked.imap.host);
    case Stage::Typing:
    case Stage::Choosing:
        break;
    }
    return problem();
}

void AddAccountDialog::updateButtons()
{
    const bool isBusy = m_stage == Stage::Searching || m_stage > Stage::Choosing;
    m_main->setText(m_stage < Stage::Choosing ? tr("&Continue") : tr("&Sign In"));
    m_main->setAccessibleName(m_stage < Stage::Choosing ? tr("Continue") : tr("Sign in"));
    m_main->setEnabled(!isBusy && problem().isEmpty());
    m_manual->setVisible(!m_servers->isEditing());
    m_manual->setEnabled(isMailAddress(m_person->address()) && m_stage <= Stage::Choosing);
    m_spinner->setVisible(isBusy);
    m_state->setText(stateText());
    m_state->setAccessibleName(m_state->text());
}

} // namespace kw
