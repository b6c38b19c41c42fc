#pragma once

#include "core/account/accountsettings.h"
#include "core/store/storagepages.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace kw {

// One account on the storage page. GUI thread.
class AccountRoom : public QFrame
{
    Q_OBJECT
public:
    AccountRoom(const AccountSettings &account, QWidget *parent = nullptr);
    void setAccount(const AccountSettings &account);
    // `largest`: what the account that takes most has; the bars are of one scale where there is no limit.
    void setUse(const CacheUse &use, qint64 largest);
    void setFreed(qint64 bytes);

Q_SIGNALS:
    void limitChosen(int mb); // 0: none
    void freeWanted();

private:
    void build();
    int limit() const;

    AccountSettings m_account;
    CacheUse m_use;
    QLabel *m_name;
    QLabel *m_words;
    QProgressBar *m_bar;
    QComboBox *m_limit;
    QPushButton *m_free;
};

} // namespace kw
