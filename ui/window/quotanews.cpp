#include "ui/window/quotanews.h"

#include "core/sync/engine.h"
#include "core/sync/facade/storageuse.h"
#include "ui/cleanup/quotameter.h"
#include "ui/cleanup/quotawords.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/window/notices.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowpanes.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace kw {

QuotaNews::QuotaNews(Engine *engine, WindowPanes *panes, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_panes(panes)
{
    connect(engine->storageUse(), &StorageUse::quotaChanged, this, &QuotaNews::onQuota);
    connect(engine->storageUse(), &StorageUse::quotaCrossed, this, &QuotaNews::onCrossed);
    connect(panes->folders(), &FolderPane::menuAboutToShow, this, &QuotaNews::fillMenu);
    connect(panes->notices(), &Notices::cleanUpRequested, this, &QuotaNews::cleanUpWanted);
    connect(panes->status()->quota(), &QToolButton::clicked, this,
            [this] { Q_EMIT cleanUpWanted(m_panes->status()->quota()->quota().key); });
}

QString QuotaNews::nameOf(const QString &key) const
{
    return m_names.value(key, key);
}

void QuotaNews::tell()
{
    m_names.clear();
    for (const AccountSettings &account : m_engine->accounts())
        m_names.insert(account.key, account.name.isEmpty() ? account.address : account.name);
    for (const AccountQuota &quota : m_engine->storageUse()->quotas())
        onQuota(quota);
    showMeter();
}

void QuotaNews::lookAt(ViewId view)
{
    m_view = view;
    showMeter();
}

void QuotaNews::onQuota(const AccountQuota &quota)
{
    const QuotaRow *row = quota.fullest();
    m_panes->folders()->model()->setRoom(quota.key, row ? quotaDetails(quota) : QString());
    if (!row || row->percent() < QuotaNearlyFull)
        m_panes->notices()->removeQuota(quota.key);
    showMeter();
}

void QuotaNews::onCrossed(const AccountQuota &quota, int percent)
{
    if (const QuotaRow *row = quota.fullest())
        m_panes->notices()->addQuota(quota.key, percent >= QuotaFull ? Tone::Bad : Tone::Warning,
                                     quotaWarning(nameOf(quota.key), *row));
}

void QuotaNews::showMeter()
{
    AccountId account{};
    const FolderModel *model = m_panes->folders()->model();
    if (const FolderNode *node = model->line(model->indexOf(m_view)); node && !m_view.isUnified())
        account = node->account;
    AccountQuota shown;
    for (const AccountQuota &quota : m_engine->storageUse()->quotas()) {
        const QuotaRow *row = quota.fullest();
        if (!row || (isSet(account) && quota.account != account))
            continue;
        if (!shown.fullest() || row->percent() > shown.fullest()->percent())
            shown = quota;
    }
    m_panes->status()->quota()->setQuota(nameOf(shown.key), shown);
}

void QuotaNews::fillMenu(QMenu *menu)
{
    for (QModelIndex up = m_panes->folders()->commandLine(); up.isValid(); up = up.parent()) {
        const QString key = up.data(FolderModel::KeyRole).toString();
        if (!key.startsWith("account:"_L1) || key.size() <= 8)
            continue;
        const AccountQuota quota = m_engine->storageUse()->quota(key.mid(8));
        const QuotaRow *row = quota.fullest();
        auto *action = menu->addAction(icon("clean-up"_L1),
                                       row ? tr("Clean Up… (%1)").arg(quotaShort(*row)) : tr("Clean Up…"),
                                       this, [this, key] { Q_EMIT cleanUpWanted(key.mid(8)); });
        action->setObjectName("cleanUpAccount"_L1);
    }
}

} // namespace kw
