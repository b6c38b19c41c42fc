#include "ui/accounts/accountspage.h"

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
    , m_edit(new QPushButton(icon("edit"_L1), tr("&Edit…"), this))
    , m_check(new QPushButton(icon("checkup"_L1), tr("&Check…"), this))
    , m_remove(new QPushButton(icon("trash"_L1), tr("&Remove…"), this))
{
    setNames(this, "accountsPage"_L1, tr("Accounts"));
    setNames(m_list, "accountList"_L1, tr("Accounts"));
    setNames(m_edit, "editAccount"_L1, tr("Edit account"));
    setNames(m_check, "checkAccountHealth"_L1, tr("Check this account"));
    setNames(m_remove, "removeAccount"_L1, tr("Remove account"));
    auto *add = new QPushButton(icon("add"_L1), tr("&Add…"), this);
    setNames(add, "addAccount"_L1, tr("Add account"));
    m_list->setSpacing(2);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_banners);
    layout->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &AccountsPage::addRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(currentKey()); });
    connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkupRequested(currentKey()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { Q_EMIT editRequested(currentKey()); });
    connect(m_remove, &QPushButton::clicked, this, &AccountsPage::askRemove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_edit->setEnabled(row >= 0);
        m_check->setEnabled(row >= 0);
        m_remove->setEnabled(row >= 0);
        m_banners->clear();
    });
    connect(m_engine, &Engine::accountsChanged, this, &AccountsPage::reload);
    reload();
}

void AccountsPage::reload()
{
    const QString key = currentKey();
    m_list->clear();
    const QList<AccountSettings> accounts = m_engine->accounts();
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountSettings &a = accounts.at(i);
        const QString text
            = a.name.isEmpty() ? a.address : tr("%1 — %2", "account, address").arg(a.name, a.address);
        auto *item = new QListWidgetItem(colorDot(accountColor(a.color, i)), oneLine(text), m_list);
        item->setData(Qt::UserRole, a.key);
        if (a.key == key)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(accounts.isEmpty() ? -1 : 0);
    m_edit->setEnabled(m_list->currentRow() >= 0);
    m_check->setEnabled(m_list->currentRow() >= 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

QString AccountsPage::currentKey() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void AccountsPage::askRemove()
{
    const QString key = currentKey();
    const QString sentence = tr("Remove “%1”? Its mail on this computer is deleted, together with changes "
                                "that have not reached the "
                                "server yet. The mail on the server stays.")
                                 .arg(m_list->currentItem()->text());
    m_banners->add(u"removeQuestion"_s, Tone::Bad, "warning"_L1, sentence,
                   {{tr("Remove"),
                     [this, key] {
                         m_banners->clear();
                         m_engine->removeAccount(key);
                     }},
                    {tr("Keep"), [this] { m_banners->clear(); }}});
}

} // namespace kw
