#pragma once

#include "core/account/accountsettings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace kw {

// Host, port, protection and user name of one server. The sending one may be left out: nothing of it counts
// without a host.
class ServerFields : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Imap, Smtp };
    // `prefix` starts the object names ("imap": imapHost, imapPort, …).
    ServerFields(Kind kind, QWidget *parent = nullptr);
    void setServer(const ServerSettings &server);
    ServerSettings server() const;
    QString problem() const; // empty when complete

Q_SIGNALS:
    void edited();

private:
    bool isLeftOut() const;
    void onSecurity(int index);
    quint16 usualPort(ConnectionSecurity security) const;

    Kind m_kind;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_security;
    QLineEdit *m_user;
    ConnectionSecurity m_lastSecurity = ConnectionSecurity::Tls;
};

} // namespace kw
