#include "ui/compose/identitybox.h"

#include "core/account/identities.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int KeyRole = Qt::UserRole;
constexpr int NameRole = Qt::UserRole + 1;
constexpr int EmailRole = Qt::UserRole + 2;
} // namespace

IdentityBox::IdentityBox(QWidget *parent)
    : QComboBox(parent)
{
    setNames(this, "composeFrom"_L1, tr("From"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, &IdentityBox::chosen);
}

void IdentityBox::list(const QString &accountKey, const Address &address, const QColor &color,
                       const QString &account)
{
    addItem(colorDot(color), oneLine(writtenMailbox(address)));
    setItemData(count() - 1, accountKey, KeyRole);
    setItemData(count() - 1, address.name, NameRole);
    setItemData(count() - 1, address.email, EmailRole);
    setItemData(count() - 1, account.toHtmlEscaped(), Qt::ToolTipRole);
}

void IdentityBox::setAccounts(const QList<AccountSettings> &accounts)
{
    const QString key = accountKey();
    const Address before = from();
    const QSignalBlocker quiet(this);
    clear();
    int position = 0;
    for (const AccountSettings &account : accounts) {
        const QColor color = accountColor(account.color, position++);
        for (const Address &address : identities(account))
            list(account.key, address, color, account.name.isEmpty() ? account.address : account.name);
    }
    if (!before.email.isEmpty())
        choose(key, before);
}

void IdentityBox::choose(const QString &accountKey, const Address &from)
{
    int best = -1;
    for (int i = 0; i < count(); ++i) {
        if (itemData(i, EmailRole).toString().compare(from.email, Qt::CaseInsensitive) != 0)
            continue;
        if (best < 0 || itemData(i, KeyRole) == accountKey)
            best = i;
    }
    const QSignalBlocker quiet(this);
    if (best < 0 && from.email.isEmpty()) {
        for (int i = count() - 1; i >= 0; --i) {
            if (itemData(i, KeyRole) == accountKey)
                best = i;
        }
    } else if (best < 0) {
        list(accountKey, from, accountColor({}, 0), {});
        best = count() - 1;
    }
    setCurrentIndex(qMax(0, best));
}

bool IdentityBox::chooseAddress(const QString &email)
{
    for (int i = 0; i < count(); ++i) {
        if (itemData(i, EmailRole).toString().compare(email, Qt::CaseInsensitive) != 0)
            continue;
        setCurrentIndex(i);
        Q_EMIT chosen();
        return true;
    }
    return false;
}

QString IdentityBox::accountKey() const
{
    return currentData(KeyRole).toString();
}

Address IdentityBox::from() const
{
    return {currentData(NameRole).toString(), currentData(EmailRole).toString()};
}

QStringList IdentityBox::addresses() const
{
    QStringList out;
    for (int i = 0; i < count(); ++i)
        out.append(itemData(i, EmailRole).toString().toLower());
    return out;
}

} // namespace kw
