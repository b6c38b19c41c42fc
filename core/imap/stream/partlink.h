#pragma once

#include "core/imap/stream/imaptalk.h"
#include "core/imap/stream/listedpart.h"

#include <QHash>

namespace kw {

// A session that reads single parts of messages (RFC 3501 6.4.5): small ones at once, large ones as they
// come. Errors and life as of ImapTalk; NotFound: the message is gone. Nothing is marked as read.
class PartLink
{
public:
    explicit PartLink(LinkSettings settings)
        : m_talk(std::move(settings))
    {
    }

    Task<Result<void>> open(QString secret) { return m_talk.open(std::move(secret)); }
    void close() { m_talk.close(); }
    bool isOpen() const { return m_talk.isOpen(); }

    // Its UIDVALIDITY. Asked anew each time: a mailbox that stays selected shows no deletions.
    Task<Result<quint32>> examine(QString path) { return m_talk.examine(std::move(path)); }

    struct Listed {
        QByteArray header; // up to and including the empty line
        ListedPart root;
    };
    Task<Result<Listed>> structure(Uid uid);
    // Sections ("1.2", "2.MIME") as they are, NIL as nothing.
    Task<Result<QHash<QString, QByteArray>>> sections(Uid uid, QStringList wanted);
    // `octets` of one part from this offset on. The sink may see fewer: the server has no more.
    Task<Result<void>> stream(Uid uid, QString section, qint64 from, qint64 octets,
                              ResponseReader::Sink sink);

private:
    Task<Result<std::vector<ImapValue>>> fetch(Uid uid, QByteArray items);

    ImapTalk m_talk;
};

} // namespace kw
