#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

class QMenu;
class QWidget;

#include <functional>

namespace kw {

struct SendTime {
    QString name; // "Tonight"
    QDateTime when; // local
};
// When one may want a message to go out that is written now; those that come too soon, or mean the same, are
// left out.
QList<SendTime> sendTimes(const QDateTime &now);

// Fills itself anew whenever it is opened. `chosen` is given ms since the epoch.
QMenu *makeSendLaterMenu(QWidget *parent, const std::function<void(qint64)> &chosen);

} // namespace kw
