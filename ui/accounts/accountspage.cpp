#include "ui/accounts/accountspage.h"

#include "ui/accounts/accountwords.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

AccountsPage::AccountsPage(Engine *engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_list(new QListWidget(this))
    , m_banners(new BannerStack(this))
    , m_add(new QPushButton(icon("add"_L1), tr("&Add…"), this))
    , m_edit(new QPushButton(icon("edit"_L1), tr("&Edit…"), this))
    , m_check(new QPushButton(icon("checkup"_L1), tr("&Check…"), this))
    , m_pause(new QPushButton(icon("paused"_L1), tr("&Pause"), this))
    , m_up(new QPushButton(icon("up"_L1), tr("&Up"), this))
    , m_down(new QPushButton(icon("down"_L1), tr("Do&wn"), this))
    , m_remove(new QPushButton(icon("trash"_L1), tr("&Remove…"), this))
{
    setNames(this, "accountsPage"_L1, tr("Accounts"));
    setNames(m_list, "accountList"_L1, tr("Accounts"));
    setNames(m_add, "addAccount"_L1, tr("Add account"));
    setNames(m_edit, "editAccount"_L1, tr("Edit account"));
    setNames(m_check, "checkAccountHealth"_L1, tr("Check this account"));
    setNames(m_pause, "pauseAccount"_L1, tr("Pause account"));
    setNames(m_up, "accountUp"_L1, tr("Move account up"));
    setNames(m_down, "accountDown"_L1, tr("Move account down"));
    setNames(m_remove, "removeAccount"_L1, tr("Remove account"));
    layOut();
    connectParts();
    reload();
}

void AccountsPage::layOut()
{
    m_list->setSpacing(2);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    auto *hint
        = plainLabel(tr("The order here is that of the folder list. Drag an account, or use Up and Down."),
                     "orderHint"_L1, this);
    hint->setWordWrap(true);
    setQuiet(hint);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_edit, m_check, m_pause, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(hint);
    layout->addWidget(m_banners);
    layout->addLayout(buttons);
}

void AccountsPage::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, &AccountsPage::addRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(currentKey()); });
    connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkupRequested(currentKey()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { Q_EMIT editRequested(currentKey()); });
    connect(m_pause, &QPushButton::clicked, this, &AccountsPage::togglePause);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &AccountsPage::askRemove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        renewButtons();
        m_banners->clear();
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &AccountsPage::sendOrder);
    connect(m_engine, &Engine::accountsChanged, this, &AccountsPage::reload);
}

void AccountsPage::reload()
{
    const QString key = currentKey();
    m_list->clear();
    const QList<AccountSettings> accounts = m_engine->accounts();
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountSettings &a = accounts.at(i);
        const QString title = accountTitle(a);
        auto *item = new QListWidgetItem(colorDot(accountColor(a.color, i)),
                                         a.paused ? tr("%1 (paused)").arg(title) : title, m_list);
        item->setData(Qt::UserRole, a.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
        if (a.key == key)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(accounts.isEmpty() ? -1 : 0);
    renewButtons();
}

void AccountsPage::renewButtons()
{
    const int row = m_list->currentRow();
    const QList<AccountSettings> accounts = m_engine->accounts();
    const AccountSettings *account = current(accounts);
    for (QPushButton *button : {m_edit, m_check, m_pause, m_remove})
        button->setEnabled(account);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    const bool paused = account && account->paused;
    m_pause->setText(paused ? tr("&Go On") : tr("&Pause"));
    m_pause->setIcon(icon(paused ? "play"_L1 : "paused"_L1));
    m_pause->setAccessibleName(paused ? tr("Go on with account") : tr("Pause account"));
}

QString AccountsPage::currentKey() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

const AccountSettings *AccountsPage::current(const QList<AccountSettings> &accounts) const
{
    const auto found = std::ranges::find(accounts, currentKey(), &AccountSettings::key);
    return found == accounts.end() ? nullptr : &*found;
}

void AccountsPage::togglePause()
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    if (const AccountSettings *account = current(accounts)) {
        AccountSettings settings = *account;
        settings.paused = !settings.paused;
        m_engine->saveAccount(settings, {});
    }
}

void AccountsPage::move(int step)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + step < 0 || row + step >= m_list->count())
        return;
    QListWidgetItem *item = m_list->takeItem(row);
    m_list->insertItem(row + step, item);
    m_list->setCurrentItem(item);
    sendOrder();
}

void AccountsPage::sendOrder()
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row)
        keys.append(m_list->item(row)->data(Qt::UserRole).toString());
    m_engine->orderAccounts(keys);
    renewButtons();
}

void AccountsPage::askRemove()
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    const AccountSettings *account = current(accounts);
    if (!account)
        return;
    const QString key = account->key;
    Database *database = m_database ? m_database() : nullptr;
    const QString sentence
        = removalQuestion(*account) + u'\n' + removalDetail(holdingsOf(database, m_engine->accountId(key)));
    m_banners->add(u"removeQuestion"_s, Tone::Bad, "warning"_L1, sentence,
                   {{tr("Remove"),
                     [this, key] {
                         m_banners->clear();
                         m_engine->removeAccount(key);
                     }},
                    {tr("Keep"), [this] { m_banners->clear(); }}});
}

} // namespace kw
