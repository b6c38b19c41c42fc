#pragma once

#include "core/base/mailtypes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kw {

// Writes header fields (RFC 5322 2.2, 3.6; RFC 2047; RFC 2231), folded at 78 octets where there is a place to
// fold and never longer than 998. Whatever a text holds, it cannot begin a field of its own: control
// characters become blanks. Empty values write no field. Linear; one thread.
class HeaderWriter
{
public:
    // Unstructured text ("Subject").
    void text(QByteArrayView name, const QString &value);
    // Those that have an address no server could take are written as words alone (see sendableAddress()).
    void mailboxes(QByteArrayView name, const QList<Address> &list);
    void ids(QByteArrayView name, const QStringList &idsWithoutBrackets);
    // RFC 5322 3.3.
    void date(QByteArrayView name, qint64 secondsSinceEpoch, int offsetMinutes);
    // ASCII, written by the program itself.
    void tokens(QByteArrayView name, const QByteArray &value);

    // A MIME field with parameters. `plain` ones are quoted strings of ASCII.
    void begin(QByteArrayView name, const QByteArray &value);
    void plainParameter(QByteArrayView name, const QByteArray &value);
    // RFC 2231, in pieces where it is long; plain where it is short ASCII.
    void parameter(QByteArrayView name, const QString &value);
    // RFC 2047 within quotes, which RFC 2231 forbids and Outlook needs.
    void legacyParameter(QByteArrayView name, const QString &value);
    void end();

    const QByteArray &fields() const { return m_out; } // each ends with CRLF
    bool hasUtf8() const { return m_hasUtf8; } // a local part is not ASCII (RFC 6532)

private:
    void word(const QByteArray &word); // behind a blank, on a new line where this one is full
    void words(const QByteArrayList &words);
    void attribute(const QByteArray &written);

    QByteArray m_out;
    qsizetype m_column = 0;
    bool m_hasUtf8 = false;
};

// Text for one header field: control characters and line separators are blanks, none at the ends.
QString oneLine(const QString &text);
// An id that can stand between < and >: visible ASCII without brackets and blanks.
QString cleanId(const QString &id);

} // namespace kw
