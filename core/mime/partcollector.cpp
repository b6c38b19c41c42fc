#include "core/mime/partcollector.h"

#include "core/mime/attachmentname.h"
#include "core/mime/charset.h"
#include "core/mime/textflow.h"

#include <cstring>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QByteArray charsetOf(const MimePart &part)
{
    const QByteArray charset = part.type.parameter("charset").trimmed();
    const qsizetype end = charset.indexOf(' '); // "koi8-r format=flowed": a semicolon was forgotten
    QByteArray name = end < 0 ? charset : charset.first(end);
    return name.replace('\'', "").replace('"', "");
}

// What a page says of itself where its sender did not: <meta charset="windows-1251">, or as part of
// "content".
QByteArray charsetOfPage(QByteArrayView html)
{
    constexpr qsizetype MostSearched = 4096;
    const QByteArray head = html.first(std::min(html.size(), MostSearched)).toByteArray().toLower();
    for (qsizetype meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
        const qsizetype end = head.indexOf('>', meta);
        const qsizetype at = head.indexOf("charset=", meta);
        if (at < 0 || end < at)
            continue;
        QByteArray name = head.sliced(at + 8, end - at - 8).replace('"', ' ').replace('\'', ' ').trimmed();
        name = name.first(std::min(name.size(), qsizetype(strcspn(name.constData(), " ;/"))));
        return name.startsWith("utf-") ? QByteArray() : name; // the octets tell that
    }
    return {};
}

bool isShown(const MimePart &part, bool isWhole)
{
    const bool isMultipart = part.mimeType.startsWith("multipart/"); // its boundary never came
    if ((!part.mimeType.startsWith("text/") && !isMultipart) || part.disposition.value() == "attachment")
        return false;
    if (isWhole || isMultipart || part.mimeType == "text/html" || part.disposition.value() == "inline")
        return true;
    // A text with a file name that nobody said to show inline is a file.
    return part.disposition.text("filename").isEmpty() && part.type.text("name").isEmpty();
}

} // namespace

void PartCollector::walk(const MimePart &root)
{
    walk(root, {}, false);
}

// `hasText`: an alternative to this part has given the text already.
void PartCollector::walk(const MimePart &part, const QString &id, bool hasText)
{
    if (part.children.empty()) {
        leaf(part, id, hasText);
        return;
    }
    const bool alternative = part.mimeType == "multipart/alternative";
    const qsizetype before = m_text.size();
    int number = 0;
    for (const MimePart &child : part.children) {
        const bool had = hasText || (alternative && m_text.size() > before);
        walk(child, (id.isEmpty() ? QString() : id + u'.') + QString::number(++number), had);
    }
}

void PartCollector::leaf(const MimePart &part, const QString &id, bool hasText)
{
    const bool isMultipart = part.mimeType.startsWith("multipart/");
    if (isMultipart && part.body.trimmed().isEmpty())
        return;
    const bool shown = isShown(part, id.isEmpty());
    const bool isText = isMultipart || part.mimeType == "text/plain" || part.mimeType == "text/enriched";
    if (shown && isText) {
        if (!hasText)
            addText(part);
    } else if (shown && part.mimeType == "text/html") {
        if (!m_html.isEmpty())
            m_html += "<hr>"_L1;
        m_html += decoded(part);
    } else {
        addAttachment(part, id.isEmpty() ? u"1"_s : id);
    }
}

QString PartCollector::decoded(const MimePart &part)
{
    QByteArray bytes = decodedOctets(part);
    if (bytes.size() > m_maxTextBytes) {
        bytes.truncate(m_maxTextBytes);
        m_cut = true;
    }
    QByteArray charset = charsetOf(part);
    if (charset.isEmpty() && part.mimeType == "text/html" && !bytes.isValidUtf8())
        charset = charsetOfPage(bytes);
    QString text = decodeCharset(bytes, charset);
    text.replace("\r\n"_L1, "\n"_L1);
    text.remove(QChar(u'\0'));
    return text;
}

void PartCollector::addText(const MimePart &part)
{
    QString text = decoded(part);
    if (part.type.parameter("format").compare("flowed", Qt::CaseInsensitive) == 0)
        text = unflow(text, part.type.parameter("delsp").compare("yes", Qt::CaseInsensitive) == 0);
    if (!m_text.isEmpty() && !m_text.endsWith(u'\n'))
        m_text += u'\n';
    m_text += text;
}

void PartCollector::addAttachment(const MimePart &part, const QString &id)
{
    AttachmentInfo info;
    info.mimeType = QString::fromLatin1(part.mimeType);
    info.name = attachmentName(part);
    info.partId = id;
    info.contentId = withoutTricks(QString::fromUtf8(part.contentId));
    info.isInline = part.disposition.value() == "inline";
    m_attachments.append({info, &part});
}

} // namespace kw
