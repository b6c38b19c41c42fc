#pragma once

#include "core/account/accountsettings.h"

#include <QComboBox>

namespace kw {

// As whom one writes: every address of every account. GUI thread.
class IdentityBox : public QComboBox
{
    Q_OBJECT
public:
    explicit IdentityBox(QWidget *parent = nullptr);

    void setAccounts(const QList<AccountSettings> &accounts);
    // One that no account has is listed, too.
    void choose(const QString &accountKey, const Address &from);
    bool chooseAddress(const QString &email); // false: there is none
    QString accountKey() const;
    Address from() const;
    QStringList addresses() const; // all of them, lower case

Q_SIGNALS:
    void chosen(); // by the person, or by chooseAddress

private:
    void list(const QString &accountKey, const Address &address, const QColor &color, const QString &account);
};

} // namespace kw
