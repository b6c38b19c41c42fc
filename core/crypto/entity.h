#pragma once

#include "core/mime/mimefield.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace kw {

// One MIME entity (RFC 2045 2.4) as octets: what signatures are about, so nothing of it is ever changed.
struct Entity {
    QByteArray header; // its empty line included
    QByteArray body;

    static Entity of(QByteArrayView octets);
    MimeField field(QByteArrayView lowerCaseName) const;
    QByteArray type() const; // lower case; text/plain where there is none
    QByteArray decoded() const; // of a leaf
    // The octets of the parts of a multipart, as RFC 2046 5.1.1 and RFC 1847 2.1 count them: without the line
    // break before the boundary. Borrow `body`.
    QList<QByteArrayView> parts() const;
};

// With CRLF at every line's end, as signatures are made (RFC 1847 2.1).
QByteArray withCrlf(QByteArrayView octets);
// `header` without the fields of the names given (lower case).
QByteArray withoutFields(QByteArrayView header, const QList<QByteArray> &names);
// The fields of the names given alone, as they stand there.
QByteArray onlyFields(QByteArrayView header, const QList<QByteArray> &names);

} // namespace kw
