#pragma once

#include "core/imap/imaplink.h"

#include <KIMAP/FetchJob>
#include <KIMAP/ImapSet>

#include <limits>

// KIMAP's values as ours and back.
namespace kw {

inline constexpr quint32 LastUid = std::numeric_limits<quint32>::max();
// KIMAP reads SEARCH results into 31 bits.
inline constexpr quint32 LastSearchable = std::numeric_limits<qint32>::max();

// A record that names its message; one that the server sent unasked has no UID.
inline bool isReal(const KIMAP::Message &m)
{
    return m.uid > 0 && m.uid <= qint64(LastUid);
}

KIMAP::ImapSet toImapSet(const UidSet &uids);
MessageFlags fromKimapFlags(const QList<QByteArray> &flags);
QList<QByteArray> toKimapFlags(const MessageFlags &flags);
// Servers repeat a name where they refuse it, and KIMAP takes words apart even in free text: a quotation mark
// without its second silences the session.
bool isSendable(const QString &path);
ListedFolder toListedFolder(const QString &name, QChar separator, const QList<QByteArray> &attributes);

// Commands stay below 8,000 octets ("4294967295:4294967295," is 22 of them) and `most` UIDs (some servers
// break beyond 2,000 in a FETCH); ascending.
QList<UidSet> inCommandSizes(const UidSet &uids, quint64 most = 2000);
inline constexpr quint64 AnyNumber = quint64(1) << 40;

} // namespace kw
