#pragma once

#include "core/smtp/smtplink.h"

namespace kw {

// The sentences of what can go wrong with a submission server: the same as for the server that keeps the
// mail.
Error smtpUnreachableError(const SmtpSettings &settings);
Error smtpTimeoutError(const SmtpSettings &settings);
Error smtpLostError(const SmtpSettings &settings); // before signed in
Error smtpBusyError(const SmtpSettings &settings, const QString &text);
Error smtpRefusedError(const SmtpSettings &settings, const QString &text);
Error smtpSenselessError(const SmtpSettings &settings);
Error smtpClosedError();
// Of a refused sign-in; `text`: the server's own words, may be empty.
Error smtpSignInError(const SmtpSettings &settings, const QString &text);
// No way to sign in that both sides know.
Error smtpNoMechanismError(const SmtpSettings &settings);

// Before anything of a message was said.
Error smtpGoneError(const SmtpSettings &settings); // the session has ended meanwhile
Error smtpNotOpenError(); // there has been none
Error smtpOccupiedError(); // another message is on its way
Error smtpEmptyError();
Error smtpNobodyError();
Error smtpAddressError(const QString &address);
Error smtpTooLargeError(const SmtpSettings &settings, qint64 size, qint64 limit); // octets
Error smtpNoUtf8Error(const SmtpSettings &settings);
Error smtpNoEightBitError(const SmtpSettings &settings);

bool soundsTemporary(const QString &text);
// A server's words without control characters, at most 300 characters.
QString smtpPlainText(const QByteArray &octets);

} // namespace kw
