#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kw {

// A charset's name as the decoders know it; empty where the bytes themselves tell more than the name. In the
// wild many texts contain the characters of their label's successor, so that is what a label means (WHATWG
// Encoding 4.2).
QByteArray usualCharset(QByteArray lowerCaseName);

// Romanian; ICU does not know it.
QString fromIso8859_16(QByteArrayView bytes);

} // namespace kw
