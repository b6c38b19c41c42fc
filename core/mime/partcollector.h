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

    explicit PartCollector(qint64 maxTextBytes)
        : m_textLeft(maxTextBytes)
    {
    }
    void walk(const MimePart &root) { m_body = read(root, {}); }

    const BodyPieces &body() const { return m_body; }
    bool wasCut() const { return m_cut; } // a text was longer than allowed
    bool hasDamage() const { return m_damage; } // a file within a text is incomplete
    const QList<Attachment> &attachments() const { return m_attachments; }

private:
    BodyPieces read(const MimePart &part, const QString &id);
    BodyPieces leaf(const MimePart &part, const QString &id);
    BodyPieces text(const MimePart &part, const QString &id);
    std::optional<BodyPieces> tnef(const MimePart &part, const QString &id);
    QString decoded(const MimePart &part, QByteArray octets);
    void addAttachment(const MimePart &part, const QString &id);
    void addFile(const FoundFile &file, const QString &id);

    qint64 m_textLeft; // octets
    BodyPieces m_body;
    QList<Attachment> m_attachments;
    PartReader m_reader;
    bool m_hasText = false;
    bool m_cut = false;
    bool m_damage = false;
};

// The decoded octets.
QByteArray octetsOf(const PartCollector::Attachment &attachment);

} // namespace kw
