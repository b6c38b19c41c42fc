#pragma once

#include "core/mime/formats/inlinefiles.h"
#include "core/mime/partfacts.h"

#include <QByteArray>
#include <QString>

namespace kw {

// Formats that only large libraries know; read by a program of its own (PartReader).
enum class PartFormat {
    Tnef, // application/ms-tnef, "winmail.dat"
    Calendar, // text/calendar
    Card, // text/vcard
};
QString nameOf(PartFormat format); // as the part reader's argument
bool readFormat(const QString &name, PartFormat *format);

// What such a part holds.
struct PartFindings {
    QList<FoundFile> files; // of a TNEF part
    QString text; // of a TNEF part that has the message's text in it
    QString html; // likewise
    QList<Invitation> invitations;
    QList<ContactCard> cards;
};

// For the way between the two programs. What comes back is not believed: any octets give findings, at worst
// empty ones.
QByteArray toOctets(const PartFindings &findings);
PartFindings findingsFrom(const QByteArray &octets);

} // namespace kw
