#include "ui/accounts/foldersettingspage.h"

#include "core/store/pages.h"
#include "ui/accounts/folderticks.h"
#include "ui/accounts/rolesform.h"
#include "ui/look/widgets.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

FolderSettingsPage::FolderSettingsPage(Engine *engine, Database *database, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_database(database)
    , m_roles(new RolesForm(this))
    , m_ticks(new FolderTicks(this))
    , m_subscribedOnly(new QCheckBox(tr("Show only &subscribed folders in the folder list"), this))
    , m_empty(
          plainLabel(tr("The folders show here once the account has been reached."), "noFoldersYet"_L1, this))
{
    setNames(this, "folderSettingsPage"_L1, tr("Folders"));
    setNames(m_subscribedOnly, "subscribedOnly"_L1, tr("Show only subscribed folders in the folder list"));
    setQuiet(m_empty);
    layOut();
    const auto changed = [this] {
        m_edited = true;
        Q_EMIT edited();
    };
    connect(m_roles, &RolesForm::edited, this, changed);
    connect(m_ticks, &FolderTicks::edited, this, changed);
    connect(m_subscribedOnly, &QCheckBox::toggled, this, &FolderSettingsPage::edited);
    connect(m_engine, &Engine::changed, this, [this](const ChangeSet &changes) {
        if (changes.folderListChanged && !m_edited)
            reload();
    });
}

void FolderSettingsPage::layOut()
{
    auto *text
        = plainLabel(tr("What the special folders are and how Kittiwake knows. Choose another one where it "
                        "is wrong."),
                     "rolesText"_L1, this);
    text->setWordWrap(true);
    setQuiet(text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(10);
    layout->addWidget(text);
    layout->addWidget(m_roles);
    layout->addSpacing(6);
    layout->addWidget(m_empty);
    layout->addWidget(m_ticks, 1);
    layout->addWidget(m_subscribedOnly);
}

void FolderSettingsPage::setAccount(const AccountSettings &account, bool subscribedOnly)
{
    m_account = account;
    m_edited = false;
    m_subscribedOnly->setChecked(subscribedOnly);
    reload();
}

void FolderSettingsPage::reload()
{
    const AccountId id = m_engine->accountId(m_account.key);
    QList<FolderRow> folders;
    QMap<FolderRole, DetectedRole> detected;
    if (m_database && isSet(id)) {
        folders = Pages(*m_database).folders();
        folders.removeIf([id](const FolderRow &row) { return row.account != id; });
        detected = detectedRoles(folders, AccountFacts(*m_database).folders(id));
    }
    m_hasFolders = !folders.isEmpty();
    m_empty->setVisible(!m_hasFolders);
    m_roles->setEnabled(m_hasFolders);
    m_ticks->setEnabled(m_hasFolders);
    m_roles->setFolders(folders, detected, m_account.folders.roles);
    m_ticks->setFolders(folders, m_account.folders);
}

FolderChoices FolderSettingsPage::applied(FolderChoices choices) const
{
    if (!m_edited || !m_hasFolders)
        return choices;
    choices.roles = m_roles->chosen();
    return m_ticks->applied(std::move(choices));
}

bool FolderSettingsPage::subscribedOnly() const
{
    return m_subscribedOnly->isChecked();
}

void FolderSettingsPage::sendSubscriptions()
{
    const auto wanted = m_ticks->subscriptions();
    for (const auto &[folder, on] : wanted.asKeyValueRange())
        m_engine->perform(Intent::subscribe(folder, on));
}

} // namespace kw
