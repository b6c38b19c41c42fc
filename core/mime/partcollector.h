#pragma once

#include "core/mime/messageview.h"
#include "core/mime/mimetree.h"

namespace kw {

// One walk over the parts: text and HTML as they are read one after the other, the rest as attachments.
class PartCollector
{
public:
    struct Attachment {
        AttachmentInfo info; // without size and digest
        const MimePart *part;
    };

    explicit PartCollector(qint64 maxTextBytes)
        : m_maxTextBytes(maxTextBytes)
    {
    }
    void walk(const MimePart &root);

    const QString &text() const { return m_text; }
    const QString &html() const { return m_html; } // as received, not safe to show
    bool wasCut() const { return m_cut; }
    const QList<Attachment> &attachments() const { return m_attachments; }

private:
    void walk(const MimePart &part, const QString &id, bool hasText);
    void leaf(const MimePart &part, const QString &id, bool hasText);
    QString decoded(const MimePart &part);
    void addText(const MimePart &part);
    void addAttachment(const MimePart &part, const QString &id);

    const qint64 m_maxTextBytes;
    QString m_text;
    QString m_html;
    QList<Attachment> m_attachments;
    bool m_cut = false;
};

} // namespace kw
