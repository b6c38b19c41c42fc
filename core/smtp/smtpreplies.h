#pragma once

#include "core/base/linebuffer.h"
#include "core/smtp/submission.h"

#include <optional>

namespace kw {

// A server's octets, taken reply by reply (RFC 5321 4.2.1): in whatever pieces they come, of however many
// lines. Holds at most 64 KB of one reply. No thread of its own.
class SmtpReplies
{
public:
    void add(const QByteArray &octets) { m_heard.add(octets); }
    // The next whole reply; nothing: more must come, or it makes no sense.
    std::optional<SmtpReply> take();
    // What came is no reply, and nothing after it counts.
    bool isSenseless() const { return m_senseless; }
    bool isEmpty() const { return m_heard.rest().isEmpty() && m_code == 0; }

private:
    bool addLine(const QByteArray &line);

    LineBuffer m_heard;
    int m_code = 0; // of the reply that has begun
    qsizetype m_size = 0;
    QString m_enhanced;
    QByteArray m_text;
    bool m_senseless = false;
};

} // namespace kw
