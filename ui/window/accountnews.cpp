#include "ui/window/accountnews.h"

#include "core/account/identities.h"
#include "core/sync/engine.h"
#include "ui/folders/folderpane.h"
#include "ui/look/words.h"
#include "ui/messages/messagelistpane.h"
#include "ui/reader/readerpane.h"
#include "ui/window/notices.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowpanes.h"

namespace kw {

AccountNews::AccountNews(Engine *engine, WindowPanes *panes, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_panes(panes)
{
    connect(engine, &Engine::accountsChanged, this, &AccountNews::tell);
    connect(engine, &Engine::accountStatusChanged, panes->status(), &StatusStrip::setStatus);
    connect(engine, &Engine::accountStatusChanged, panes->folders()->model(), &FolderModel::setAccountStatus);
    connect(engine, &Engine::accountStatusChanged, this, [panes](const AccountStatus &status) {
        panes->list()->setLiveness(status.account, status.liveness);
    });
    connect(engine, &Engine::folderStatusChanged, panes->folders()->model(), &FolderModel::setFolderStatus);
}

void AccountNews::tell()
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    m_looks.clear();
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountSettings &a = accounts.at(i);
        m_looks.insert(m_engine->accountId(a.key),
                       {a.name.isEmpty() ? a.address : a.name, accountColor(a.color, i)});
    }
    m_panes->list()->setAccounts(m_looks);
    m_panes->reader()->setOwnAddresses(ownAddresses(accounts));
    m_panes->notices()->setAccounts(accounts);
    m_panes->status()->setAccounts(accounts);
    m_panes->folders()->setAccounts(accounts);
    for (const AccountStatus &state : m_engine->statuses()) {
        m_panes->list()->setLiveness(state.account, state.liveness);
        m_panes->status()->setStatus(state);
        m_panes->notices()->setStatus(state);
        m_panes->folders()->model()->setAccountStatus(state);
    }
    m_panes->showFirstRun(accounts.isEmpty());
    Q_EMIT changed();
}

} // namespace kw
