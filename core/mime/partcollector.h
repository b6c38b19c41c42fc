#pragma once

#include "core/mime/bodypieces.h"
#include "core/mime/formats/inlinefiles.h"
#include "core/mime/formats/partreader.h"
#include "core/mime/messageview.h"
#include "core/mime/mimetree.h"

#include <optional>

namespace kw {

// One walk over the parts: what is read, one piece after the other, and the rest as attachments. Files that
// are written into a text, or packed into a TNEF part (see PartReader), are attachments too.
class PartCollector
{
public:
    struct Attachment {
        AttachmentInfo info; // without size and digest
        const MimePart *part = nullptr; // null: a file that was found inside another part
        QByteArray octets; // of such a file
    };

    enum class Purpose {
        Reading,
        Finding, // only texts and the names that senders gave: no helper program, nothing decoded beyond
    };

    explicit PartCollector(qint64 maxTextBytes, Purpose purpose = Purpose::Reading)
        : m_textLeft(maxTextBytes)
        , m_purpose(purpose)
    {
    }
    void walk(const MimePart &root) { m_body = read(root, {}); }

    const BodyPieces &body() const { return m_body; }
    bool wasCut() const { return m_cut; } // a text was longer than allowed
    qint64 textLeft() const { return m_textLeft; } // octets of text that might still have come
    bool hasPacked() const { return m_packed; } // a TNEF part that was not looked into
    bool hasDamage() const { return m_damage; } // a file within a text is incomplete
    const QList<Attachment> &attachments() const { return m_attachments; }

private:
    BodyPieces read(const MimePart &part, const QString &id);
    BodyPieces leaf(const MimePart &part, const QString &id);
    BodyPieces text(const MimePart &part, const QString &id);
    std::optional<BodyPieces> tnef(const MimePart &part, const QString &id);
    QByteArray octetsOfText(const MimePart &part) const;
    QString decoded(const MimePart &part, QByteArray octets);
    void addAttachment(const MimePart &part, const QString &id);
    void addFile(const FoundFile &file, const QString &id);

    qint64 m_textLeft; // octets
    const Purpose m_purpose;
    BodyPieces m_body;
    QList<Attachment> m_attachments;
    PartReader m_reader;
    bool m_hasText = false;
    bool m_cut = false;
    bool m_damage = false;
    bool m_packed = false;
};

// The decoded octets.
QByteArray octetsOf(const PartCollector::Attachment &attachment);

} // namespace kw
