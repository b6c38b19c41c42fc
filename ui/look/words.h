#pragma once

#include "core/base/mailtypes.h"

#include <QColor>
#include <QDateTime>
#include <QString>

// How plain values read to a person, in one place.
namespace kw {

// Today "09:12", this week "Mon 09:12", this year "3 March", else "3 March 2021"; local time.
QString shortDate(qint64 secondsSinceEpoch, const QDateTime &now = QDateTime::currentDateTime());
QString longDate(qint64 secondsSinceEpoch);
QString byteSize(qint64 octets); // "84 KB"
QString number(qint64 n); // grouped as the person writes numbers

QString roleTitle(FolderRole role); // "Inbox"
QLatin1StringView roleIcon(FolderRole role);
QString livenessWord(Liveness liveness); // "up to date", "checking now and then", …
QLatin1StringView livenessIcon(Liveness liveness);
// "home: out of reach since 09:12"
QString livenessSentence(Liveness liveness, qint64 staleSinceMs);

// What has to happen before something of the account can be downloaded, or that it happens: "The account is
// paused."
QString waitSentence(Liveness liveness);

// The account's colour, or one by its position where none is set.
QColor accountColor(const QString &wanted, int position);
// A steady colour for a person or mailing list, dark enough for white initials (≥ 4.5:1).
QColor personColor(const QString &key);
QString initials(const Address &address); // one or two letters, never empty

// The subject without "Re:", "Fwd:", "AW:" … and a mailing list's "[name]" in front: equal within a
// conversation.
QString bareSubject(const QString &subject);
// At most so many characters; what reads as one sign (an emoji, a letter with its accents) is not cut apart.
QString leftPart(const QString &text, qsizetype most);
// Strips what could mislead inside a line of ours: control characters, bidi overrides, line breaks.
QString oneLine(QString text);

} // namespace kw
