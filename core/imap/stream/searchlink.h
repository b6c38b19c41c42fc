#pragma once

#include "core/imap/stream/imaptalk.h"

namespace kw {

// A session that asks the server what is in its mail (RFC 3501 6.4.4), and for header fields of many messages
// at once. KIMAP's own searches are not safe (docs/decisions.md). Errors and life as of ImapTalk. Nothing is
// marked as read.
class SearchLink
{
public:
    explicit SearchLink(LinkSettings settings);

    Task<Result<void>> open(QString secret) { return m_talk.open(std::move(secret)); }
    void close() { m_talk.close(); }
    bool isOpen() const { return m_talk.isOpen(); }

    // Its UIDVALIDITY.
    Task<Result<quint32>> examine(QString path) { return m_talk.examine(std::move(path)); }
    // X-GM-RAW is understood.
    Task<Result<bool>> isGmail();

    // UID SEARCH in the open mailbox: criteria as text and literals by turns. Servers read the mail itself
    // for that, which may take minutes. Refused with the code BADCHARSET: not in UTF-8.
    Task<Result<UidSet>> search(QByteArrayList criteria, bool isUtf8);

    struct Head {
        Uid uid{};
        quint32 size = 0; // this, flags and gmailId only with Ask::Rows
        MessageFlags flags;
        quint64 gmailId = 0;
        QByteArray fields; // as sent, with the empty line after them
    };
    enum class Ask { Fields, Rows };
    // Fields ("TO CC") of these messages, at most 2,000 and in as few ranges as RangesPerCommand; what the
    // server does not have is left out.
    Task<Result<QList<Head>>> heads(UidSet uids, QByteArray fields, Ask ask);

private:
    const LinkSettings m_settings;
    ImapTalk m_talk;
};

} // namespace kw
