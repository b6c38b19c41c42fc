#pragma once

#include "core/store/quota.h"
#include "core/store/rows.h"

#include <QHash>
#include <QObject>

class QMenu;

namespace kw {

class Engine;
class WindowPanes;

// Tells the window how full the accounts are on their servers: the meter in the status line, the accounts'
// lines in the folder pane, a banner once per crossing. GUI thread.
class QuotaNews : public QObject
{
    Q_OBJECT
public:
    QuotaNews(Engine *engine, WindowPanes *panes, QObject *parent);
    // All of it again: accounts came, went or have another name.
    void tell();
    // The meter is about this view's account; in unified views about the fullest.
    void lookAt(ViewId view);

Q_SIGNALS:
    void cleanUpWanted(const QString &accountKey); // empty: of all accounts

private:
    void onQuota(const AccountQuota &quota);
    void onCrossed(const AccountQuota &quota, int percent);
    void showMeter();
    void fillMenu(QMenu *menu);
    QString nameOf(const QString &key) const;

    Engine *m_engine;
    WindowPanes *m_panes;
    QHash<QString, QString> m_names; // by accounts.ini group
    ViewId m_view;
};

} // namespace kw
