#pragma once

#include "core/base/mailtypes.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kw {

struct DemoAccount {
    QString key; // accounts.ini group and user name on the demo's server
    QString name;
    QString address;
    QString color; // "#rrggbb"
};

struct DemoMessage {
    QString account; // DemoAccount::key
    QString folder; // "INBOX", "Lists/Bikes"
    Flags flags;
    qint64 date = 0; // seconds since the epoch, as in the Date header
    QByteArray raw; // RFC 5322, CRLF
};

// The demo's mail: people, conversations, lists, newsletters and attachments made up for this project. Equal
// times give equal bytes. All hosts are reserved names (RFC 2606), so nothing in it leads anywhere. The texts
// are in app/demo/mail.
class DemoMail
{
public:
    static QList<DemoAccount> accounts();
    // In the order of the scripts; takes some 100 ms, mostly for painting pictures.
    static QList<DemoMessage> messages(qint64 nowSeconds);
    // What is wrong with the scripts (unknown people, replies to nothing); empty when all is well. For the
    // tests.
    static QStringList complaints();
};

} // namespace kw
