#pragma once

#include <QRegularExpression>
#include <QString>

namespace kw::doctor {

// Together they match a value in every writing that texts of programs and mail can have: plain (composed or
// not), percent, quoted-printable, HTML entities, \u and \x escapes, hex, base64 wherever it begins, modified
// UTF-7 (RFC 3501 5.1.3) and punycode; any case. Short plain values only as whole words; of long ones, each
// piece by itself.
QList<QRegularExpression> everyWritingOf(const QString &value);

} // namespace kw::doctor
