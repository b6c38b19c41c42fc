#pragma once

#include "core/base/mailtypes.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

// The compact text format of app/demo/mail/*.mail, explained at the top of people.mail.
namespace kw::demo {

struct Item {
    QString account;
    QString folder;
    QString age; // "12m", "5h", "3d 09:12"
    Flags flags;
    QString id; // name of this message for `re`
    QString re; // id of the message it answers
    QString from; // nick of people.mail, or "Name <address>"
    QStringList to;
    QStringList cc;
    QString subject;
    QList<std::pair<QString, QString>> headers; // any other field, in order
    QString html; // name of a file in mail/html, the HTML alternative
    QString report; // a bounce: the address that failed
    QString charset; // of the text part; empty: UTF-8
    QString encoding; // of the text part; empty: what fits
    bool flowed = false;
    bool invitation = false; // with a text/calendar alternative
    QStringList inlined; // pictures the HTML refers to by cid:NAME@demo.example
    QStringList attached; // file names; the contents are made from the name
    QString body;
    QStringList values; // of the `each` line that made this item, for placeholders in the HTML
};

struct Person {
    QString nick;
    QString name;
    QString email;
    int offsetMinutes = 0; // of their clock from UTC
};

// Both name what they could not read in `complaints`.
QList<Item> parseScript(const QString &text, QStringList &complaints);
QList<Person> parsePeople(const QString &text, QStringList &complaints);

// "{1}" … "{9}" become values[0] … values[8].
QString filled(QString text, const QStringList &values);

// Seconds between the message and now; -1 when unreadable. "3d 09:12" is that time of day (UTC) three days
// before today.
qint64 dateOf(const QString &age, qint64 nowSeconds);

} // namespace kw::demo
