#include "core/compose/partwriter.h"

#include "core/compose/bodyencoding.h"
#include "core/compose/flowedtext.h"
#include "core/compose/headerwriter.h"
#include "core/compose/redirection.h"
#include "core/mime/attachmentname.h"
#include "core/mime/contentid.h"
#include "core/mime/html/htmlsanitizer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 SmallText = 1 << 20; // octets of a text that is looked at for its charset

Error unreadable(const QString &name, const QString &why)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("kw::Compose", "“%1” cannot be read: %2.").arg(name, why),
            {}};
}

// A type that can be attached. Multiparts and most kinds of messages may not be encoded (RFC 2045 6.4), so
// they go as mere files.
QByteArray attachableType(const QString &mimeType)
{
    QByteArray type = mimeType.section(u';', 0, 0).trimmed().toLower().toUtf8();
    const QByteArrayList halves = type.split('/');
    const auto isToken = [](const QByteArray &half) {
        return !half.isEmpty() && half.size() < 128
            && std::all_of(
                half.cbegin(), half.cend(),
                [](char c) {
                    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                        || QByteArrayView("!#$&^_.+-").contains(c);
                });
    };
    if (halves.size() != 2 || !isToken(halves[0]) || !isToken(halves[1]) || halves[0] == "multipart"
        || (halves[0] == "message" && type != "message/rfc822"))
        return "application/octet-stream";
    return type;
}

bool isUtf8(const QByteArray &octets)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(octets);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

QString contentIdInUrl(const QString &id)
{
    return cidUrl(id).sliced(qsizetype(qstrlen("cid:")));
}

// Between the multipart's parts. The line break before it belongs to it, so bodies keep their own.
void appendBoundary(QByteArray &out, const QByteArray &boundary)
{
    out += "\r\n--" + boundary + "\r\n";
}

void appendEnd(QByteArray &out, const QByteArray &boundary)
{
    out += "\r\n--" + boundary + "--\r\n";
}

Result<void> appendFile(QByteArray &out, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(QFileInfo(path).fileName(), file.errorString());
    QByteArray piece;
    while (!file.atEnd()) {
        const QByteArray more = file.read(Base64Piece * 4096 - piece.size());
        if (more.isEmpty())
            break;
        piece += more;
        const qsizetype whole = piece.size() - piece.size() % Base64Piece;
        appendBase64(out, QByteArrayView(piece).first(whole));
        piece.remove(0, whole);
    }
    appendBase64(out, piece);
    return file.error() == QFileDevice::NoError
        ? Result<void>()
        : Result<void>(unreadable(QFileInfo(path).fileName(), file.errorString()));
}

} // namespace

PartWriter::PartWriter(const Draft &draft, const QByteArray &seed, Way way)
    : m_draft(draft)
    , m_seed(seed)
    , m_way(way)
{
}

// Messages must be seen as a whole before anything is written, short texts for their charset; all other files
// stay on the disk until it is their turn.
Result<void> PartWriter::loadSmall(DraftAttachment &file, const QByteArray &type)
{
    if (file.path.isEmpty())
        return {};
    const QFileInfo info(file.path);
    if (info.exists() && !info.isFile()) // reading a pipe might never end
        return unreadable(info.fileName(), QCoreApplication::translate("kw::Compose", "it is not a file"));
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly))
        return unreadable(info.fileName(), source.errorString());
    if (type == "message/rfc822" || (type.startsWith("text/") && source.size() <= SmallText)) {
        file.data = source.readAll();
        file.path.clear();
    }
    return {};
}

PartWriter::Part PartWriter::partOf(const DraftAttachment &file, const QByteArray &type) const
{
    Part part{file, type, "base64", false};
    if (type == "message/rfc822") {
        part.file.data = withoutFields(file.data, {"bcc", "resent-bcc"});
        NestedMessage message = nestedMessage(part.file.data);
        if (!message.fits || (message.isEightBit && !m_way.takesEightBit)
            || (message.isFragile && m_way.staysAsWritten)) {
            part.type = "application/octet-stream"; // every octet arrives, and programs open it by its name
            return part;
        }
        part.file.data = std::move(message.octets);
        part.encoding = message.isEightBit ? "8bit" : "7bit";
    } else if (type.startsWith("text/") && file.path.isEmpty() && file.data.size() <= SmallText) {
        part.isUtf8 = isUtf8(file.data);
    }
    return part;
}

Result<void> PartWriter::prepare()
{
    for (DraftAttachment file : m_draft.attachments) {
        const QByteArray type = attachableType(file.mimeType);
        if (const auto loaded = loadSmall(file, type); !loaded)
            return loaded.error();
        const bool isPicture = !m_draft.html.isEmpty() && file.isInline && !file.contentId.isEmpty();
        Part part = partOf(file, type);
        m_isEightBit = m_isEightBit || part.encoding == "8bit";
        (isPicture ? m_pictures : m_files).append(std::move(part));
    }
    return {};
}

qint64 PartWriter::size() const
{
    qint64 size = 4096 + 2 * (m_draft.text.size() + m_draft.html.size());
    for (const QList<Part> *parts : {&m_pictures, &m_files}) {
        for (const Part &part : *parts) {
            const qint64 octets
                = part.file.path.isEmpty() ? part.file.data.size() : QFileInfo(part.file.path).size();
            size += 1024 + (part.encoding == "base64" ? base64Size(octets) : octets);
        }
    }
    return size;
}

QByteArray PartWriter::begin(QByteArray &out, const QByteArray &subtype, bool isEightBit,
                             const QByteArray &root)
{
    // "=_" occurs neither in quoted-printable nor in base64 (RFC 2045 6.7 (4)); the rest cannot be known to
    // whoever wrote the other parts.
    const QByteArray boundary = "=_"
        + QCryptographicHash::hash(m_seed + '/' + QByteArray::number(m_boundaries++),
                                   QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding)
              .first(24);
    HeaderWriter head;
    head.begin("Content-Type", "multipart/" + subtype);
    if (!root.isEmpty())
        head.plainParameter("type", root);
    head.plainParameter("boundary", boundary);
    head.end();
    if (isEightBit)
        head.tokens("Content-Transfer-Encoding", "8bit");
    out += head.fields();
    appendBoundary(out, boundary);
    return boundary;
}

void PartWriter::appendText(QByteArray &out) const
{
    const QString text
        = m_draft.text.isEmpty() && !m_draft.html.isEmpty() ? htmlToText(m_draft.html) : m_draft.text;
    const bool flowed = m_draft.options.flowed;
    const EncodedBody body = encodedText(flowed ? flowedText(text) : text, m_way.staysAsWritten);
    HeaderWriter head;
    head.begin("Content-Type", "text/plain");
    head.plainParameter("charset", "utf-8");
    if (flowed) {
        head.plainParameter("format", "flowed");
        head.plainParameter("delsp", "no");
    }
    head.end();
    head.tokens("Content-Transfer-Encoding", body.encoding);
    out += head.fields() + "\r\n" + body.octets;
}

void PartWriter::appendHtml(QByteArray &out) const
{
    const EncodedBody body
        = encodedText("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"_L1 + m_draft.html
                          + "\n</body></html>\n"_L1,
                      m_way.staysAsWritten);
    HeaderWriter head;
    head.begin("Content-Type", "text/html");
    head.plainParameter("charset", "utf-8");
    head.end();
    head.tokens("Content-Transfer-Encoding", body.encoding);
    out += head.fields() + "\r\n" + body.octets;
}

void PartWriter::appendWords(QByteArray &out)
{
    if (m_draft.html.isEmpty()) {
        appendText(out);
        return;
    }
    const QByteArray boundary = begin(out, "alternative", false);
    appendText(out);
    appendBoundary(out, boundary);
    appendHtml(out);
    appendEnd(out, boundary);
}

// RFC 2387.
Result<void> PartWriter::appendPage(QByteArray &out)
{
    if (m_pictures.isEmpty()) {
        appendWords(out);
        return {};
    }
    const bool isEightBit = std::any_of(m_pictures.cbegin(), m_pictures.cend(),
                                        [](const Part &part) { return part.encoding == "8bit"; });
    const QByteArray boundary = begin(out, "related", isEightBit, "multipart/alternative");
    appendWords(out);
    for (const Part &part : std::as_const(m_pictures)) {
        appendBoundary(out, boundary);
        if (const auto written = appendPart(out, part); !written)
            return written.error();
    }
    appendEnd(out, boundary);
    return {};
}

Result<void> PartWriter::appendPart(QByteArray &out, const Part &part)
{
    QString name = cleanFileName(part.file.name);
    if (name.isEmpty())
        name = part.encoding == "base64" ? u"attachment"_s : u"message.eml"_s;
    HeaderWriter head;
    head.begin("Content-Type", part.type);
    if (part.isUtf8)
        head.plainParameter("charset", "utf-8");
    head.legacyParameter("name", name);
    head.end();
    head.tokens("Content-Transfer-Encoding", part.encoding);
    head.begin("Content-Disposition", part.file.isInline ? "inline" : "attachment");
    head.parameter("filename", name);
    head.end();
    // What cannot stand there is written as in the HTML's URL (RFC 2392).
    const QString id = part.file.contentId;
    if (!id.isEmpty())
        head.ids("Content-ID", {cleanId(id) == id ? id : contentIdInUrl(id)});
    out += head.fields() + "\r\n";
    if (part.encoding != "base64")
        out += part.file.data;
    else if (part.file.path.isEmpty())
        appendBase64(out, part.file.data);
    else
        return appendFile(out, part.file.path);
    return {};
}

Result<void> PartWriter::appendTo(QByteArray &out)
{
    if (m_files.isEmpty())
        return appendPage(out);
    const QByteArray boundary = begin(out, "mixed", m_isEightBit);
    if (const auto page = appendPage(out); !page)
        return page.error();
    for (const Part &part : std::as_const(m_files)) {
        appendBoundary(out, boundary);
        if (const auto written = appendPart(out, part); !written)
            return written.error();
    }
    appendEnd(out, boundary);
    return {};
}

} // namespace kw
