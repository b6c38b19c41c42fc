#pragma once

#include "core/base/result.h"
#include "core/compose/draft.h"

#include <QByteArray>

namespace kw {

// Writes the body of a message: what begins with its Content-Type. Text, HTML and files become parts, in
// multiparts (mixed > related > alternative) as far as they are needed. Used once; one thread.
class PartWriter
{
public:
    struct Way {
        bool takesEightBit = true;
        bool staysAsWritten = false; // WriteOptions
    };
    // `seed`: what boundaries are made of, so that one message always gets the same.
    PartWriter(const Draft &draft, const QByteArray &seed, Way way);

    // Looks at all parts; before the others. Error: a file cannot be read, as a sentence.
    Result<void> prepare();
    bool isEightBit() const { return m_isEightBit; } // something is 8bit (RFC 2045 6.2)
    qint64 size() const; // octets to come, roughly
    Result<void> appendTo(QByteArray &out);

private:
    struct Part {
        DraftAttachment file;
        QByteArray type;
        QByteArray encoding; // "base64", or "7bit" and "8bit" for messages
        bool isUtf8 = false; // a text that reads so
    };

    static Result<void> loadSmall(DraftAttachment &file, const QByteArray &type);
    Part partOf(const DraftAttachment &file, const QByteArray &type) const;
    QByteArray begin(QByteArray &out, const QByteArray &subtype, bool isEightBit,
                     const QByteArray &root = {}); // gives the boundary
    void appendText(QByteArray &out) const;
    void appendHtml(QByteArray &out) const;
    void appendWords(QByteArray &out);
    Result<void> appendPage(QByteArray &out);
    static Result<void> appendPart(QByteArray &out, const Part &part);

    const Draft &m_draft;
    const QByteArray m_seed;
    const Way m_way;
    QList<Part> m_pictures; // those of the HTML
    QList<Part> m_files;
    int m_boundaries = 0;
    bool m_isEightBit = false;
};

} // namespace kw
