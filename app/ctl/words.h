#pragma once

#include "core/account/accountsettings.h"
#include "core/base/mailtypes.h"
#include "core/store/operation.h"
#include "core/store/rows.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

// How values are written on the command line and in JSON (docs/kittiwakectl.md).
namespace kw::ctl {

QString roleWord(FolderRole role); // "inbox"; empty for None
std::optional<FolderRole> roleFromWord(const QString &word);
QStringList flagWords(quint32 flags); // "seen", "flagged", …
QString livenessWord(Liveness liveness);

QString securityWord(ConnectionSecurity security); // "tls", "starttls", "none"

QString actionWord(ActionKind kind); // "move", "archive", …
QString actionStateWord(const ActionRow &row); // "waiting", "running", "done" or "refused"

// "2024-05-01T12:30:00Z", or with the offset given; null where the date is unknown (0).
QJsonValue isoDate(qint64 secondsUtc, int offsetMinutes = 0);
// For people, in this computer's zone; empty where unknown.
QString shownDate(qint64 secondsUtc);

QJsonObject addressJson(const Address &address);
QJsonArray addressesJson(const QList<Address> &addresses);
QJsonValue textOrNull(const QString &text);

// --after's key: opaque to scripts, stable while the message keeps its date.
QString keyWord(const PageKey &key);
std::optional<PageKey> keyFromWord(const QString &word);

} // namespace kw::ctl
