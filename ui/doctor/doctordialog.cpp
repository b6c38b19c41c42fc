#include "ui/doctor/doctordialog.h"

#include "core/sync/facade/checkups.h"
#include "ui/doctor/findingdelegate.h"
#include "ui/doctor/findingsmodel.h"
#include "ui/doctor/reportdialog.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::EnterPassword:
        return DoctorDialog::tr("Enter &Password…");
    case Remedy::SignInAgain:
        return DoctorDialog::tr("&Sign In Again…");
    case Remedy::EditServers:
        return DoctorDialog::tr("&Edit Servers…");
    case Remedy::CleanUp:
        return DoctorDialog::tr("Clean &Up…");
    case Remedy::ShowCertificate:
        return DoctorDialog::tr("Show &Certificate…");
    case Remedy::ChooseFolders:
        return DoctorDialog::tr("Choose &Folders…");
    case Remedy::ShowChanges:
        return DoctorDialog::tr("Show &Changes…");
    case Remedy::None:
        break;
    }
    return {};
}

DoctorDialog::DoctorDialog(Engine *engine, const QString &accountKey, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_model(new FindingsModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "doctorDialog"_L1, tr("Check an account"));
    setWindowTitle(tr("Check an Account"));
    build();
    Checkups *checkups = engine->checkups();
    connect(checkups, &Checkups::planned, this, &DoctorDialog::onPlanned);
    connect(checkups, &Checkups::found, this, &DoctorDialog::onFound);
    connect(checkups, &Checkups::finished, this, &DoctorDialog::onFinished);
    connect(engine, &Engine::accountsChanged, this, [this] { fillAccounts(this->accountKey()); });
    fillAccounts(accountKey);
    resize(680, 720);
    start();
}

DoctorDialog::~DoctorDialog()
{
    if (m_examination > 0)
        m_engine->checkups()->cancel(m_examination);
}

QString DoctorDialog::accountKey() const
{
    return m_accounts->currentData().toString();
}

void DoctorDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    buildTop(layout);
    m_list = new QListView(this);
    setNames(m_list, "findingsList"_L1, tr("Findings"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    layout->addWidget(m_list, 3);
    buildDetails(layout);
    buildButtons(layout);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DoctorDialog::showCurrent);
    connect(m_list, &QListView::activated, this, [this] {
        if (m_remedy->isEnabled())
            pressRemedy();
    });
    connect(m_list, &QListView::pressed, this, [this] { m_chosen = true; });
    // Sentences are of other heights than the words that held their place.
    m_layout.setSingleShot(true);
    connect(&m_layout, &QTimer::timeout, m_list, &QListView::doItemsLayout);
    m_list->setFocus();
}

void DoctorDialog::buildTop(QVBoxLayout *layout)
{
    m_accounts = new QComboBox(this);
    setNames(m_accounts, "doctorAccount"_L1, tr("Account to be checked"));
    m_spinner = new Spinner(18, this);
    setNames(m_spinner, "doctorSpinner"_L1, tr("Checking"));
    m_summary = plainLabel({}, "doctorSummary"_L1, this);
    m_summary->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->addWidget(m_accounts, 1);
    m_again = makeButton("checkAgain"_L1, tr("Check &Again"));
    top->addWidget(m_again);
    auto *state = new QHBoxLayout;
    state->addWidget(m_spinner);
    state->addWidget(m_summary, 1);
    layout->addLayout(top);
    layout->addLayout(state);
    connect(m_again, &QPushButton::clicked, this, &DoctorDialog::start);
    connect(m_accounts, &QComboBox::activated, this, &DoctorDialog::start);
}

void DoctorDialog::buildDetails(QVBoxLayout *layout)
{
    auto *area = new QScrollArea(this);
    setNames(area, "findingDetailsArea"_L1, tr("Details of the finding"));
    m_details = plainLabel({}, "findingDetails"_L1, area);
    m_details->setWordWrap(true);
    m_details->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setContentsMargins(8, 8, 8, 8);
    m_details->setBackgroundRole(QPalette::Base);
    m_details->setAutoFillBackground(true);
    area->setWidget(m_details);
    area->setWidgetResizable(true);
    area->setMinimumHeight(90);
    layout->addWidget(area, 1);
}

QPushButton *DoctorDialog::makeButton(QLatin1StringView name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    setNames(button, name, QString(text).remove(u'&'));
    button->setAutoDefault(false);
    return button;
}

void DoctorDialog::buildButtons(QVBoxLayout *layout)
{
    m_remedy = makeButton("doRemedy"_L1, tr("What to Do"));
    m_report = makeButton("copyReport"_L1, tr("Copy &Report…"));
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(close, "doctorButtons"_L1, tr("Actions"));
    setNames(close->button(QDialogButtonBox::Close), "closeDoctor"_L1, tr("Close"));
    close->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_remedy, &QPushButton::clicked, this, &DoctorDialog::pressRemedy);
    connect(m_report, &QPushButton::clicked, this, &DoctorDialog::openReport);
    auto *row = new QHBoxLayout;
    row->addWidget(m_remedy);
    row->addStretch(1);
    row->addWidget(m_report);
    row->addWidget(close);
    layout->addLayout(row);
}

void DoctorDialog::fillAccounts(const QString &key)
{
    m_accounts->clear();
    const QList<AccountSettings> accounts = m_engine->accounts();
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountSettings &a = accounts.at(i);
        m_accounts->addItem(colorDot(accountColor(a.color, i)),
                            oneLine(a.name.isEmpty() ? a.address : a.name), a.key);
    }
    m_accounts->setCurrentIndex(std::max(0, m_accounts->findData(key)));
    m_accounts->setVisible(accounts.size() > 1);
    m_again->setEnabled(!accounts.isEmpty());
}

void DoctorDialog::examine(const QString &accountKey)
{
    const int row = m_accounts->findData(accountKey);
    if (row < 0)
        return;
    m_accounts->setCurrentIndex(row);
    start();
}

void DoctorDialog::start()
{
    if (m_examination > 0)
        m_engine->checkups()->cancel(std::exchange(m_examination, 0));
    m_model->clear();
    m_chosen = false;
    m_error.clear();
    if (!accountKey().isEmpty())
        m_examination = m_engine->checkups()->examineAccount(accountKey());
    setWindowTitle(m_accounts->currentText().isEmpty() ? tr("Check an Account")
                                                       : tr("Check of %1").arg(m_accounts->currentText()));
    showSummary();
    showCurrent();
}

void DoctorDialog::onPlanned(int examination, const QList<Finding> &findings)
{
    if (examination != m_examination)
        return;
    m_model->plan(findings);
    showSummary();
}

void DoctorDialog::onFound(int examination, const Finding &finding)
{
    if (examination != m_examination)
        return;
    m_model->apply(finding);
    m_layout.start(0);
    const Finding *current = m_model->finding(m_list->currentIndex());
    if (current && current->id == finding.id)
        showCurrent();
    showSummary();
}

void DoctorDialog::onFinished(int examination, const QString &error)
{
    if (examination != m_examination)
        return;
    m_examination = 0;
    m_error = error;
    // The worst is what the person came for.
    for (const FindingState worst : {FindingState::Bad, FindingState::Warning}) {
        for (const Finding &finding : m_model->findings()) {
            if (!m_chosen && finding.state == worst) {
                m_list->setCurrentIndex(m_model->indexOf(finding.id));
                m_chosen = true;
            }
        }
    }
    showSummary();
}

void DoctorDialog::showSummary()
{
    const int bad = m_model->count(FindingState::Bad);
    const int warnings = m_model->count(FindingState::Warning);
    const int left = m_model->count(FindingState::Running);
    QString text;
    if (m_examination > 0)
        text = left > 0 ? tr("Checking… %n to go.", nullptr, left) : tr("Checking…");
    else if (!m_error.isEmpty())
        text = m_error;
    else if (m_model->findings().isEmpty())
        text = tr("There is no account to be checked yet.");
    else if (bad > 0)
        text = tr("%n things do not work.", nullptr, bad);
    else if (warnings > 0)
        text = tr("It works; you should look at %n things.", nullptr, warnings);
    else
        text = tr("All is well.");
    m_spinner->setVisible(m_examination > 0);
    m_summary->setText(text);
    m_summary->setAccessibleName(text);
    m_report->setEnabled(m_examination == 0 && !m_model->findings().isEmpty());
}

void DoctorDialog::showCurrent()
{
    const Finding *finding = m_model->finding(m_list->currentIndex());
    QStringList lines;
    for (const QString &line : finding ? finding->details : QStringList())
        lines.append(shownText(line));
    QString text = lines.join(u'\n');
    if (finding && text.isEmpty())
        text = tr("There is nothing more to say about this.");
    m_details->setText(finding ? text : tr("Choose a line to see more about it."));
    m_details->setAccessibleName(m_details->text());
    const QString remedy = finding ? remedyText(finding->remedy) : QString();
    m_remedy->setVisible(!remedy.isEmpty());
    m_remedy->setEnabled(!remedy.isEmpty());
    if (!remedy.isEmpty()) {
        m_remedy->setText(remedy);
        m_remedy->setAccessibleName(QString(remedy).remove(u'&'));
    }
}

void DoctorDialog::pressRemedy()
{
    const Finding *finding = m_model->finding(m_list->currentIndex());
    if (finding && finding->remedy != Remedy::None)
        Q_EMIT remedyWanted(finding->remedy, accountKey());
}

void DoctorDialog::openReport()
{
    const Checkups *checkups = m_engine->checkups();
    auto *dialog = new ReportDialog(checkups->report(accountKey(), m_model->findings(), true), this);
    dialog->show();
}

} // namespace kw
