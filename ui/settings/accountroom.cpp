#include "ui/settings/accountroom.h"

#include "ui/cleanup/quotawords.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

AccountRoom::AccountRoom(const AccountSettings &account, QWidget *parent)
    : QFrame(parent)
    , m_name(plainLabel({}, "roomAccount"_L1, this))
    , m_words(plainLabel(tr("measuring…"), "roomWords"_L1, this))
    , m_bar(new QProgressBar(this))
    , m_limit(new QComboBox(this))
    , m_free(new QPushButton(tr("Free Space Now"), this))
{
    setNames(this, "accountRoom"_L1, tr("Account"));
    build();
    setAccount(account);
    connect(m_limit, &QComboBox::activated, this,
            [this] { Q_EMIT limitChosen(m_limit->currentData().toInt()); });
    connect(m_free, &QPushButton::clicked, this, [this] {
        m_free->setEnabled(false);
        Q_EMIT freeWanted();
    });
}

void AccountRoom::build()
{
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_words->setWordWrap(true);
    setQuiet(m_words);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setRange(0, 1000);
    m_free->setAutoDefault(false);
    m_free->setToolTip(tr("Removes the downloaded texts of this account from this computer; they stay on the "
                          "server. Drafts and what waits to be sent are kept."));
    auto *top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(plainLabel(tr("At most:"), "roomLimitLabel"_L1, this));
    top->addWidget(m_limit);
    top->addWidget(m_free);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_words);
}

void AccountRoom::setAccount(const AccountSettings &account)
{
    m_account = account;
    const QString name = account.name.isEmpty() ? account.address : account.name;
    m_name->setText(name);
    setAccessibleName(name);
    setNames(m_bar, "roomBar"_L1, tr("Room that %1 takes").arg(name));
    setNames(m_limit, "roomLimit"_L1, tr("At most for %1").arg(name));
    setNames(m_free, "roomFree"_L1, tr("Free space now: %1").arg(name));
    m_limit->clear();
    m_limit->addItem(tr("no limit of its own"), 0);
    QList<int> sizes{100, 250, 500, 1024, 2048, 5120, 10'240};
    const int own = account.folders.cacheLimitMb;
    if (own > 0 && !sizes.contains(own)) { // from the file
        sizes.append(own);
        std::ranges::sort(sizes);
    }
    for (const int mb : std::as_const(sizes))
        m_limit->addItem(roomSize(qint64(mb) << 20), mb);
    m_limit->setCurrentIndex(m_limit->findData(own));
}

int AccountRoom::limit() const
{
    return m_account.folders.cacheLimitMb;
}

void AccountRoom::setUse(const CacheUse &use, qint64 largest)
{
    m_use = use;
    const qint64 whole = limit() > 0 ? qint64(limit()) << 20 : std::max<qint64>(largest, 1);
    m_bar->setValue(int(std::min(1.0, double(use.texts) / double(whole)) * 1000));
    m_words->setText(
        tr("%1 of texts (%2 of %3 messages downloaded), and about %4 for the lists.")
            .arg(roomSize(use.texts), number(use.downloaded), number(use.listed), roomSize(use.lists)));
    m_free->setEnabled(use.downloaded > 0);
}

void AccountRoom::setFreed(qint64 bytes)
{
    m_free->setEnabled(true);
    m_words->setText(bytes > 0 ? tr("%1 freed.").arg(roomSize(bytes)) : tr("There was nothing to free."));
}

} // namespace kw
