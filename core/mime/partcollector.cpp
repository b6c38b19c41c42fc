#include "core/mime/partcollector.h"

#include "core/mime/attachmentname.h"
#include "core/mime/charset.h"
#include "core/mime/encodedword.h"
#include "core/mime/formats/enrichedtext.h"
#include "core/mime/textflow.h"

#include <QSet>

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
    QByteArray head = html.first(std::min(html.size(), MostSearched)).toByteArray().toLower();
    for (qsizetype from = 0; (from = head.indexOf("<!--", from)) >= 0;) { // what is in there declares nothing
        const qsizetype end = head.indexOf("-->", from);
        head.remove(from, (end < 0 ? head.size() : end + 3) - from);
    }
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

bool isUsualText(const QByteArray &mimeType)
{
    return mimeType == "text/plain" || mimeType == "text/html" || mimeType == "text/enriched";
}

// Texts that are the business of other programs, or of readFacts().
bool isFileOfTexts(const QByteArray &mimeType)
{
    static const QSet<QByteArray> types{"text/calendar",  "text/vcard", "text/x-vcard",
                                        "text/directory", "text/rtf",   "text/richtext"};
    return types.contains(mimeType);
}

bool hasFileName(const MimePart &part)
{
    return !part.disposition.text("filename").isEmpty() || !part.type.text("name").isEmpty();
}

bool isShown(const MimePart &part, bool isWhole)
{
    const bool isMultipart = part.mimeType.startsWith("multipart/"); // its boundary never came
    const QByteArray &disposition = part.disposition.value();
    // What is neither of the two counts as attachment (RFC 2183 2.8).
    if ((!part.mimeType.startsWith("text/") && !isMultipart)
        || (!disposition.isEmpty() && disposition != "inline"))
        return false;
    if (isMultipart || part.mimeType == "text/html")
        return true;
    if (isWhole || disposition == "inline")
        return !isFileOfTexts(part.mimeType);
    // A text with a file name that nobody said to show inline is a file.
    return isUsualText(part.mimeType) && !hasFileName(part);
}

bool isTnef(const MimePart &part)
{
    return part.mimeType == "application/ms-tnef" || part.mimeType == "application/vnd.ms-tnef"
        || (part.mimeType == "application/octet-stream"
            && givenName(part).compare("winmail.dat"_L1, Qt::CaseInsensitive) == 0);
}

// The alternatives for a provider's own page and for wrist watches: never a file.
bool isForOthers(const MimePart &part)
{
    return part.mimeType == "text/x-amp-html" || part.mimeType == "text/watch-html";
}

// The part of a multipart/related that the others belong to (RFC 2387 3.2); null where it is no text.
const MimePart *rootOf(const MimePart &related)
{
    QByteArray start = related.type.parameter("start").trimmed();
    if (start.startsWith('<') && start.endsWith('>'))
        start = start.sliced(1, start.size() - 2).trimmed();
    const auto named
        = std::find_if(related.children.begin(), related.children.end(), [&start](const MimePart &child) {
              return !start.isEmpty() && child.contentId == start;
          });
    const MimePart &root = named == related.children.end() ? related.children.front() : *named;
    return root.mimeType == "text/html" || root.mimeType.startsWith("multipart/") ? &root : nullptr;
}

// A page that the root of a multipart/related refers to, as in a frame.
bool isReferredPage(const MimePart &part, const MimePart &parent)
{
    if (parent.mimeType != "multipart/related" || part.mimeType != "text/html"
        || (part.contentId.isEmpty() && part.contentLocation.isEmpty()))
        return false;
    const MimePart *root = rootOf(parent);
    return root && root != &part;
}

// Of the two halves of a Macintosh file the first means nothing elsewhere (RFC 1740).
bool isResourceFork(const MimePart &part, const MimePart &parent)
{
    return parent.mimeType == "multipart/appledouble" && part.mimeType == "application/applefile"
        && parent.children.size() > 1;
}

} // namespace

BodyPieces PartCollector::read(const MimePart &part, const QString &id)
{
    if (part.children.empty())
        return leaf(part, id);
    QList<BodyPieces> all;
    int number = 0;
    for (const MimePart &child : part.children) {
        const QString childId = (id.isEmpty() ? QString() : id + u'.') + QString::number(++number);
        if (isReferredPage(child, part))
            addAttachment(child, childId);
        else if (!isResourceFork(child, part))
            all.append(read(child, childId));
    }
    if (part.mimeType == "multipart/alternative")
        return BodyPieces::best(all);
    BodyPieces joined;
    for (const BodyPieces &pieces : std::as_const(all))
        joined.append(pieces);
    return joined;
}

BodyPieces PartCollector::leaf(const MimePart &part, const QString &id)
{
    const bool isMultipart = part.mimeType.startsWith("multipart/");
    if (isMultipart && part.body.trimmed().isEmpty())
        return {};
    if (isForOthers(part))
        return {};
    if (isTnef(part)) {
        if (const auto inside = tnef(part, id.isEmpty() ? u"1"_s : id))
            return *inside;
    }
    const bool shown = isShown(part, id.isEmpty());
    // A patch or a log that is shown after the text is a file that somebody may want to have, too.
    const bool isShownFile
        = m_hasText && part.mimeType == "text/plain" && !part.disposition.text("filename").isEmpty();
    const bool isFile = !isMultipart && hasFileName(part) && (!isUsualText(part.mimeType) || isShownFile);
    if (!shown || isFile)
        addAttachment(part, id.isEmpty() ? u"1"_s : id);
    if (!shown)
        return {};
    if (part.mimeType != "text/html")
        return text(part, id.isEmpty() ? u"1"_s : id);
    const BodyPiece html{decoded(part, octetsOfText(part)), true};
    return {{html}, {html}};
}

BodyPieces PartCollector::text(const MimePart &part, const QString &id)
{
    const TextWithFiles inside = takeInlineFiles(octetsOfText(part));
    for (const FoundFile &file : inside.files)
        addFile(file, id);
    QString text = decoded(part, inside.text);
    if (part.mimeType == "text/enriched")
        text = enrichedToText(text);
    else if (part.type.parameter("format").compare("flowed", Qt::CaseInsensitive) == 0)
        text = unflow(text, part.type.parameter("delsp").compare("yes", Qt::CaseInsensitive) == 0);
    const BodyPiece piece{text, false};
    return {{piece}, {piece}};
}

// What Outlook packs everything into; where it can be read it is no attachment itself.
std::optional<BodyPieces> PartCollector::tnef(const MimePart &part, const QString &id)
{
    if (m_purpose == Purpose::Finding) {
        m_packed = true;
        return {};
    }
    const auto inside = m_reader.read(PartFormat::Tnef, decodedOctets(part));
    if (!inside || (inside->files.isEmpty() && inside->text.isEmpty() && inside->html.isEmpty()))
        return {};
    for (const FoundFile &file : inside->files)
        addFile(file, id);
    // Beside it there is usually the same text as a part of its own.
    if (m_hasText || inside->text.size() + inside->html.size() > m_textLeft)
        return BodyPieces();
    BodyPieces out;
    if (!inside->text.isEmpty())
        out.plain = out.formatted = {{inside->text, false}};
    if (!inside->html.isEmpty())
        out.formatted = {{inside->html, true}};
    if (out.plain.isEmpty())
        out.plain = out.formatted;
    return out;
}

// Of a text that is far too long only the beginning is decoded.
QByteArray PartCollector::octetsOfText(const MimePart &part) const
{
    constexpr qint64 MostOfCode = 3; // quoted-printable: so many octets for one
    if (m_purpose == Purpose::Reading || part.body.size() <= m_textLeft * MostOfCode)
        return decodedOctets(part);
    MimePart beginning = part;
    beginning.body = part.body.first(m_textLeft * MostOfCode);
    return decodedOctets(beginning);
}

QString PartCollector::decoded(const MimePart &part, QByteArray octets)
{
    if (octets.size() > m_textLeft) {
        octets.truncate(m_textLeft);
        m_cut = true;
    }
    m_textLeft -= octets.size();
    m_hasText = m_hasText || !octets.trimmed().isEmpty();
    QByteArray charset = charsetOf(part);
    if (charset.isEmpty() && part.mimeType == "text/html" && !octets.isValidUtf8())
        charset = charsetOfPage(octets);
    QString text = decodeCharset(octets, charset);
    text.replace("\r\n"_L1, "\n"_L1);
    text.remove(QChar(u'\0'));
    return text;
}

void PartCollector::addAttachment(const MimePart &part, const QString &id)
{
    AttachmentInfo info;
    info.mimeType = QString::fromLatin1(part.mimeType);
    info.name = m_purpose == Purpose::Finding ? givenName(part) : attachmentName(part);
    info.partId = id;
    info.contentId = withoutTricks(QString::fromUtf8(part.contentId));
    info.contentLocation = decodeHeaderText(part.contentLocation);
    info.isInline = part.disposition.value() == "inline";
    m_attachments.append({info, &part, {}});
}

void PartCollector::addFile(const FoundFile &file, const QString &id)
{
    AttachmentInfo info;
    info.mimeType
        = file.mimeType.isEmpty() ? u"application/octet-stream"_s : QString::fromLatin1(file.mimeType);
    info.name = cleanFileName(decodeHeaderText(file.name));
    if (info.name.isEmpty())
        info.name = u"unnamed"_s;
    info.partId = id;
    info.contentId = withoutTricks(QString::fromUtf8(file.contentId));
    m_attachments.append({info, nullptr, file.octets});
    m_damage = m_damage || file.damaged;
}

QByteArray octetsOf(const PartCollector::Attachment &attachment)
{
    return attachment.part ? decodedOctets(*attachment.part) : attachment.octets;
}

} // namespace kw
