#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>

// Whole messages that are sent on. Pure, linear; any thread.
namespace kw {

// A message without some of the fields of its own header, folded lines included; all other octets stay.
QByteArray withoutFields(const QByteArray &message, const QByteArrayList &lowerCaseNames);

// A message that is sent on as it is (RFC 5322 3.6.6).
struct Redirected {
    QByteArray octets; // without Bcc and what only concerned its delivery to us
    bool isEightBit = false;
    bool hasUtf8Header = false; // RFC 6532
};

// `original` as it may follow its Resent fields. Error: it cannot be sent without changing it.
Result<Redirected> redirectedMessage(const QByteArray &original, bool takesEightBit);

} // namespace kw
