#pragma once

#include "core/store/journalpages.h"
#include "core/sync/engine.h"

#include <QMap>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace kw {

class ElidedLabel;
class QuotaMeter;

// The line at the bottom: online or not, what each account does, progress, changes waiting, the target of a
// link.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void setOnline(bool online);
    void setAccounts(const QList<AccountSettings> &accounts);
    void setStatus(const AccountStatus &status);
    // Changes are what the person did, as the Changes panel lists it; a message read by being looked at is
    // none.
    void setChanges(const JournalPages::Counts &counts);
    void showLink(const QString &target); // empty: back to the accounts
    QString text() const;
    QuotaMeter *quota() const { return m_quota; }

Q_SIGNALS:
    void onlineToggled(bool online);
    void changesClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void renew();
    void renewSwitch();
    void noteConnection();
    void renewChanges();
    QString sentence(const AccountStatus &status) const;

    bool m_online = false;
    bool m_connected = true; // as far as is known
    JournalPages::Counts m_counts;
    QString m_link;
    QStringList m_order;
    QMap<QString, QString> m_names;
    QMap<QString, AccountStatus> m_statuses;
    QToolButton *m_onlineButton;
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_changes;
    QuotaMeter *m_quota;
};

} // namespace kw
