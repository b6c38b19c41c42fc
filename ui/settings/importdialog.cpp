#include "ui/settings/importdialog.h"

#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/settings/settingwords.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LeftShown = 6;

bool isTicked(const QTreeWidgetItem *item)
{
    return item && item->checkState(0) == Qt::Checked;
}

} // namespace

ImportDialog::ImportDialog(const ImportPlan &plan, const QStringList &left, QWidget *parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_left(left)
    , m_list(new QTreeWidget(this))
    , m_text(plainLabel({}, "importText"_L1, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "importDialog"_L1, tr("Import Settings"));
    setWindowTitle(tr("Import Settings"));
    setNames(m_list, "importList"_L1, tr("What would change"));
    m_list->setHeaderHidden(true);
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_text->setWordWrap(true);
    m_text->setText(plan.isEmpty()
                        ? tr("All that this file holds is here already.")
                        : tr("Choose what is taken from the file. Everything else stays as it is."));
    auto *leftOut = plainLabel(leftText(), "importLeft"_L1, this);
    leftOut->setWordWrap(true);
    leftOut->setVisible(!m_left.isEmpty());
    setQuiet(leftOut);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    setNames(buttons, "importButtons"_L1, tr("Actions"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("importCancel"_L1);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName("importNow"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(leftOut);
    layout->addWidget(buttons);
    fill();
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::onTicked);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(choice());
        accept();
    });
    m_import->setEnabled(!choice().isEmpty());
    m_list->setWordWrap(true); // what is accepted with a tick is read to its end
    m_list->setTextElideMode(Qt::ElideNone);
    resize(620, 520);
}

QString ImportDialog::leftText() const
{
    QStringList lines{tr("Not taken from the file:")};
    for (const QString &sentence : m_left.first(std::min(m_left.size(), LeftShown)))
        lines.append(u"• "_s + oneLine(sentence));
    if (m_left.size() > LeftShown)
        lines.append(tr("… and %Ln more", nullptr, int(m_left.size() - LeftShown)));
    return lines.join(u'\n');
}

QTreeWidgetItem *ImportDialog::addPart(const QString &text, bool ticked)
{
    auto *item = new QTreeWidgetItem(m_list, {text});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, ticked ? Qt::Checked : Qt::Unchecked);
    return item;
}

void ImportDialog::fill()
{
    if (!m_plan.settings.isEmpty())
        addSettings();
    if (m_plan.tagsChange)
        m_tags = addPart(tr("Tags: their names, colours and order"), true);
    if (m_plan.keysChange)
        m_keys = addPart(tr("Keyboard: the keys of all actions"), true);
    if (!m_plan.signatures.isEmpty())
        m_signatures
            = addPart(oneLine(tr("Signatures of %1").arg(m_plan.signatures.keys().join(", "_L1))), true);
    if (!m_plan.searches.isEmpty()) {
        QStringList names;
        for (const SavedSearch &search : std::as_const(m_plan.searches))
            names.append(search.name);
        m_searches = addPart(oneLine(tr("Saved searches: %1").arg(names.join(", "_L1))), true);
    }
    for (const AccountImport &import : std::as_const(m_plan.accounts))
        addAccount(import);
    m_list->expandAll();
}

void ImportDialog::addSettings()
{
    const SettingWords words;
    m_settings = addPart(tr("%Ln setting(s)", nullptr, int(m_plan.settings.size())), true);
    for (const SettingChange &change : std::as_const(m_plan.settings)) {
        auto *item = new QTreeWidgetItem(m_settings, {words.sentence(change)});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
}

void ImportDialog::addAccount(const AccountImport &import)
{
    const QString name
        = oneLine(tr("%1 — %2", "account, address").arg(import.account.name, import.account.address));
    const bool isNew = import.state == AccountImport::State::New;
    const bool same = import.state == AccountImport::State::Same;
    QTreeWidgetItem *item = addPart(same        ? tr("Account %1: here already, the same").arg(name)
                                        : isNew ? tr("New account %1").arg(name)
                                                : tr("Account %1: here already, and different").arg(name),
                                    isNew && import.problem.isEmpty());
    m_accounts.append(item);
    m_trust.append(nullptr);
    if (same) {
        item->setFlags(Qt::NoItemFlags);
        item->setData(0, Qt::CheckStateRole, QVariant());
        return;
    }
    // Both get the password that the person is going to type.
    for (const ServerSettings &server : {import.account.imap, import.account.smtp}) {
        if (isNew && !server.host.isEmpty())
            new QTreeWidgetItem(
                item, {oneLine(tr("Signs in at %1 as %2").arg(server.host.left(80), server.user.left(80)))});
    }
    for (const QString &change : import.changes)
        new QTreeWidgetItem(item, {change});
    if (!import.problem.isEmpty())
        new QTreeWidgetItem(item, {oneLine(import.problem)});
    for (int i = 0; i < item->childCount(); ++i) {
        item->child(i)->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->child(i)->setToolTip(0, item->child(i)->text(0).toHtmlEscaped()); // a line may be long
    }
    if (!import.trust.isEmpty()) {
        auto *trust = new QTreeWidgetItem(item, {import.trust.join(u'\n')});
        trust->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        trust->setCheckState(0, Qt::Unchecked);
        m_trust.last() = trust;
    }
}

// What cannot be taken without trust is ticked together with it.
void ImportDialog::onTicked(QTreeWidgetItem *item)
{
    const QSignalBlocker quiet(m_list);
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        const AccountImport &import = m_plan.accounts.at(i);
        const bool needed = !import.problem.isEmpty();
        if (item == m_trust.at(i) && isTicked(item))
            m_accounts.at(i)->setCheckState(0, Qt::Checked);
        else if (item == m_trust.at(i) && item && needed)
            m_accounts.at(i)->setCheckState(0, Qt::Unchecked);
        else if (item == m_accounts.at(i) && isTicked(item) && needed && !isTicked(m_trust.at(i)))
            item->setCheckState(0, Qt::Unchecked);
        else if (item == m_accounts.at(i) && !isTicked(item) && m_trust.at(i))
            m_trust.at(i)->setCheckState(0, Qt::Unchecked);
    }
    m_import->setEnabled(!choice().isEmpty());
}

ImportChoice ImportDialog::choice() const
{
    ImportChoice choice;
    choice.settings = isTicked(m_settings);
    choice.tags = isTicked(m_tags);
    choice.keys = isTicked(m_keys);
    if (isTicked(m_signatures))
        choice.signatures = m_plan.signatures;
    if (isTicked(m_searches))
        choice.searches = m_plan.searches;
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        const AccountImport &import = m_plan.accounts.at(i);
        const bool trusted = isTicked(m_trust.at(i));
        const QString &problem = trusted ? import.trustedProblem : import.problem;
        if (import.state != AccountImport::State::Same && isTicked(m_accounts.at(i)) && problem.isEmpty())
            choice.accounts.append(trusted ? import.trusted : import.account);
    }
    return choice;
}

} // namespace kw
