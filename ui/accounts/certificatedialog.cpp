#include "ui/accounts/certificatedialog.h"

#include "ui/accounts/certificatefacts.h"
#include "ui/look/growing.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

using Verdict = ShownCertificate::Verdict;

CertificateDialog::CertificateDialog(Certificates *certificates, const AccountSettings &settings,
                                     ServerRole role, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_certificates(certificates)
    , m_role(role)
    , m_spinner(new Spinner(20, this))
    , m_headline(plainLabel({}, "certificateHeadline"_L1, this))
    , m_text(plainLabel({}, "certificateText"_L1, this))
    , m_facts(new QWidget(this))
    , m_sure(new QCheckBox(this))
    , m_trust(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "certificateDialog"_L1, tr("Certificate"));
    build();
    growWithContents(this);
    connect(certificates, &Certificates::looked, this, &CertificateDialog::showWhat);
    look();
}

void CertificateDialog::look()
{
    setWindowTitle(tr("Certificate of %1").arg(server().host));
    m_headline->setText(tr("Looking at %1…").arg(server().host));
    m_certificates->look(m_settings, m_role);
}

// Whoever asks because something is wrong does not want to see the one that is in order.
bool CertificateDialog::goesOn(const ShownCertificate &shown) const
{
    return m_role == ServerRole::Receiving && shown.verdict == Verdict::Trusted
        && !m_settings.smtp.host.isEmpty() && m_settings.smtp.security != ConnectionSecurity::None;
}

const ServerSettings &CertificateDialog::server() const
{
    return m_role == ServerRole::Receiving ? m_settings.imap : m_settings.smtp;
}

QString &CertificateDialog::pin(AccountSettings &settings) const
{
    return m_role == ServerRole::Receiving ? settings.pinnedCertificate : settings.smtpPinnedCertificate;
}

void CertificateDialog::build()
{
    QFont bold = m_headline->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    m_headline->setWordWrap(true);
    m_text->setWordWrap(true);
    m_spinner->setObjectName("certificateSpinner"_L1);
    m_facts->setObjectName("certificateFacts"_L1);
    new QVBoxLayout(m_facts);
    m_facts->layout()->setContentsMargins(0, 0, 0, 0);
    setNames(m_sure, "certificateSure"_L1, tr("I have compared the fingerprint"));
    setNames(m_trust, "trustCertificate"_L1, tr("Trust this certificate"));
    m_sure->hide();
    m_trust->setEnabled(false);
    m_trust->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(this);
    setNames(buttons, "certificateButtons"_L1, tr("Actions"));
    QPushButton *close = buttons->addButton(QDialogButtonBox::Close);
    setNames(close, "closeCertificate"_L1, tr("Close"));
    close->setDefault(true); // trusting is never what Enter does
    buttons->addButton(m_trust, QDialogButtonBox::ActionRole);
    m_trust->hide(); // the box shows what it is given
    auto *top = new QHBoxLayout;
    top->addWidget(m_spinner);
    top->addWidget(m_headline, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_text);
    layout->addWidget(m_facts);
    layout->addWidget(m_sure);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(560);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sure, &QCheckBox::toggled, m_trust, &QPushButton::setEnabled);
    connect(m_trust, &QPushButton::clicked, this, &CertificateDialog::trust);
}

void CertificateDialog::showWhat(const AccountSettings &settings, ServerRole role,
                                 const ShownCertificate &shown, const Error &error)
{
    if (role != m_role || settings != m_settings || !m_shown.isEmpty())
        return;
    if (error.text.isEmpty() && goesOn(shown)) {
        m_role = ServerRole::Sending;
        look();
        return;
    }
    m_spinner->hide();
    if (!error.text.isEmpty()) {
        m_headline->setText(tr("%1 shows no certificate").arg(server().host));
        m_text->setText(error.text);
        return;
    }
    m_shown = shown;
    m_headline->setText(headline(shown.verdict));
    const bool bad = shown.verdict == Verdict::Changed || shown.verdict == Verdict::Weak;
    if (bad) {
        QPalette colors = m_headline->palette();
        colors.setColor(QPalette::WindowText, toneText(Tone::Bad, colors));
        m_headline->setPalette(colors);
    }
    m_text->setText(explanation(shown));
    setAccessibleDescription(m_headline->text() + u' ' + m_text->text());
    showFacts(shown);
    showDecision(shown);
}

QString CertificateDialog::headline(Verdict verdict) const
{
    const QString host = server().host;
    switch (verdict) {
    case Verdict::Trusted:
        return tr("The certificate of %1 is in order").arg(host);
    case Verdict::Untrusted:
        return tr("The certificate of %1 cannot be trusted").arg(host);
    case Verdict::Changed:
        return tr("%1 shows another certificate than the one you trusted").arg(host);
    case Verdict::Replaced:
        return tr("%1 has a new certificate").arg(host);
    case Verdict::Weak:
        return tr("The certificate of %1 protects nobody").arg(host);
    }
    return {};
}

QString CertificateDialog::explanation(const ShownCertificate &shown) const
{
    QStringList problems;
    for (const QString &problem : shown.problems)
        problems.append(u"• "_s + problem);
    const QString wrong = problems.join(u'\n');
    switch (shown.verdict) {
    case Verdict::Trusted:
        return pinned().isEmpty() ? tr("An authority that this computer knows vouches for it.")
                                  : tr("It is the one that you trusted.");
    case Verdict::Untrusted:
        return tr("What is wrong:\n%1\n\nNo password was sent. Go on only if you know that this is your "
                  "server: "
                  "compare the fingerprint with what its owner tells you by another way.")
            .arg(wrong);
    case Verdict::Changed:
        return tr("Someone may be listening. Ask your provider whether the certificate was changed, and "
                  "compare "
                  "the fingerprints, before you trust the new one. No password was sent.\n\nWhat is "
                  "wrong:\n%1")
            .arg(wrong);
    case Verdict::Replaced:
        return tr("You had trusted a certificate of this server yourself. Now it shows one that an authority "
                  "vouches for (%1). That is usual when a server is set up properly. No password was sent "
                  "yet.")
            .arg(shown.issuer);
    case Verdict::Weak:
        return tr("What is wrong:\n%1\n\nIt cannot be trusted, not even for this server: whoever runs it has "
                  "to "
                  "replace the certificate. No password was sent.")
            .arg(wrong);
    }
    return {};
}

void CertificateDialog::showFacts(const ShownCertificate &shown)
{
    auto *layout = qobject_cast<QVBoxLayout *>(m_facts->layout());
    const bool other = shown.verdict == Verdict::Changed || shown.verdict == Verdict::Replaced;
    const ShownCertificate old = other ? readCertificate(pinned().toUtf8()) : ShownCertificate();
    layout->addWidget(
        new CertificateFacts(other ? tr("Shown now") : QString(), "shownCertificate"_L1, shown));
    if (!old.isEmpty())
        layout->addWidget(new CertificateFacts(tr("Trusted until now"), "trustedCertificate"_L1, old));
}

void CertificateDialog::showDecision(const ShownCertificate &shown)
{
    const QString host = server().host;
    switch (shown.verdict) {
    case Verdict::Trusted:
    case Verdict::Weak:
        return;
    case Verdict::Replaced:
        m_sure->setText(tr("This is my server"));
        m_trust->setText(tr("Accept the New Certificate"));
        break;
    case Verdict::Untrusted:
    case Verdict::Changed:
        m_sure->setText(tr("I know this server and have compared the fingerprint"));
        m_trust->setText(tr("Trust This Certificate for %1 Only").arg(host));
        break;
    }
    m_sure->setAccessibleName(m_sure->text());
    m_trust->setAccessibleName(m_trust->text());
    m_sure->show();
    m_trust->show();
}

void CertificateDialog::trust()
{
    AccountSettings settings = m_settings;
    pin(settings) = m_shown.verdict == Verdict::Replaced ? QString() : QString::fromLatin1(m_shown.pem);
    Q_EMIT trusted(settings);
    accept();
}

QString fingerprintInGroups(const QString &fingerprint)
{
    const QStringList pairs = fingerprint.split(u':');
    QStringList lines;
    for (qsizetype i = 0; i < pairs.size(); i += 8)
        lines.append(QStringList(pairs.mid(i, 8)).join(u' '));
    return lines.join(u'\n');
}

} // namespace kw
