#include "core/mime/messageparser.h"

#include "core/mime/attachmentname.h"
#include "core/mime/charset.h"
#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"
#include "core/mime/htmlsanitizer.h"
#include "core/mime/htmltree.h"
#include "core/mime/mailboxes.h"
#include "core/mime/structureguard.h"
#include "core/mime/textflow.h"

#include <KMime/Content>
#include <KMime/Headers>
#include <KMime/Message>
#include <KMime/Util>

#include <QCoreApplication>
#include <QCryptographicHash>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRecipients = 20'000;
constexpr qsizetype MaxShownFields = 1000;

QString say(const char *text)
{
    return QCoreApplication::translate("kw::Mime", text);
}

// One walk over the parts; gathers text, HTML and attachments in order.
class Collector
{
public:
    struct Part {
        AttachmentInfo info;
        KMime::Content *content;
    };

    explicit Collector(const ParseLimits &limits)
        : m_limits(limits)
    {
    }

    void walk(KMime::Content *part, const QString &id, bool inAlternative)
    {
        const QByteArray type = mimeTypeOf(*part);
        if (type.startsWith("multipart/")) {
            const auto children = part->contents();
            const bool alternative = type == "multipart/alternative";
            int number = 0;
            for (KMime::Content *child : children)
                walk(child, (id.isEmpty() ? QString() : id + u'.') + QString::number(++number),
                     inAlternative || alternative);
            if (!children.isEmpty() || part->body().trimmed().isEmpty())
                return;
        }
        const QString here = id.isEmpty() ? u"1"_s : id;
        const bool shown = isShown(*part, type);
        if (shown && (type == "text/plain" || type.startsWith("multipart/") || type == "text/enriched"))
            addText(*part);
        else if (shown && type == "text/html")
            addHtml(*part);
        else
            addAttachment(part, type, here);
    }

    QString text() const { return m_text; }
    QString rawHtml() const { return m_html; }
    bool wasCut() const { return m_cut; }
    QList<Part> &attachments() { return m_attachments; }

private:
    static QByteArray mimeTypeOf(const KMime::Content &part)
    {
        const auto *type = part.contentType();
        const QByteArray name = type ? type->mimeType().toLower() : QByteArray();
        return name.isEmpty() ? QByteArray("text/plain") : name;
    }

    static bool isShown(const KMime::Content &part, const QByteArray &type)
    {
        if (!type.startsWith("text/") && !type.startsWith("multipart/"))
            return false;
        const auto *disposition = part.contentDisposition();
        if (disposition && disposition->disposition() == KMime::Headers::CDattachment)
            return false;
        // A text with a file name that nobody said to show inline is a file.
        const bool named = disposition && !disposition->filename().isEmpty();
        return !named || disposition->disposition() == KMime::Headers::CDinline || type == "text/html";
    }

    QString decoded(const KMime::Content &part)
    {
        QByteArray bytes = part.decodedContent();
        if (bytes.size() > m_limits.maxTextBytes) {
            bytes.truncate(m_limits.maxTextBytes);
            m_cut = true;
        }
        const auto *type = part.contentType();
        QString text = decodeCharset(bytes, type ? type->charset() : QByteArray());
        text.replace("\r\n"_L1, "\n"_L1);
        text.remove(QChar(u'\0'));
        return text;
    }

    void addText(const KMime::Content &part)
    {
        QString text = decoded(part);
        const auto *type = part.contentType();
        if (type && type->parameter("format").compare("flowed"_L1, Qt::CaseInsensitive) == 0)
            text = unflow(text, type->parameter("delsp").compare("yes"_L1, Qt::CaseInsensitive) == 0);
        if (!m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u'\n';
        m_text += text;
    }

    void addHtml(const KMime::Content &part)
    {
        if (!m_html.isEmpty())
            m_html += "<hr>"_L1;
        m_html += decoded(part);
    }

    void addAttachment(KMime::Content *part, const QByteArray &type, const QString &id)
    {
        AttachmentInfo info;
        info.mimeType = QString::fromLatin1(type);
        info.name = attachmentName(*part, type);
        info.partId = id;
        if (const auto *contentId = part->contentID())
            info.contentId = QString::fromUtf8(contentId->identifier());
        const auto *disposition = part->contentDisposition();
        info.isInline = disposition && disposition->disposition() == KMime::Headers::CDinline;
        m_attachments.append({info, part});
    }

    const ParseLimits &m_limits;
    QString m_text;
    QString m_html;
    QList<Part> m_attachments;
    bool m_cut = false;
};

QByteArray octets(const KMime::Content &part)
{
    const auto *type = part.contentType();
    // An embedded message is its own octets; KMime would give its parsed form.
    if (type && type->mimeType().toLower() == "message/rfc822")
        return part.body();
    return part.decodedContent();
}

struct Parsed {
    std::unique_ptr<KMime::Message> message;
    QByteArray header; // as shown: at most maxHeaderBytes
    QStringList warnings;
};

QByteArray withLf(QByteArray bytes)
{
    return bytes.contains('\r') ? KMime::CRLFtoLF(bytes) : bytes;
}

Parsed parseTree(const QByteArray &header, const QByteArray &body, const ParseLimits &limits)
{
    Parsed out;
    out.header = header;
    if (out.header.size() > limits.maxHeaderBytes) {
        out.header.truncate(limits.maxHeaderBytes);
        out.warnings.append(
            say("The header of this message is unusually long; only its beginning is shown."));
    }
    QByteArray whole = withLf(out.header);
    while (whole.endsWith('\n'))
        whole.chop(1);
    whole += "\n\n";
    whole += withLf(body);
    const StructureCheck check = checkStructure(whole, limits.maxDepth, limits.maxParts);
    if (check.tooDeep || check.tooManyParts) {
        whole.truncate(check.safeLength);
        out.warnings.append(
            check.tooDeep ? say("This message is nested unusually deep; what lies deeper is not shown.")
                          : say("This message has unusually many parts; only the first ones are shown."));
    }
    out.message = std::make_unique<KMime::Message>();
    out.message->setContent(whole);
    // message/rfc822 parts stay unparsed: they are attachments here, and KMime recurses into them.
    out.message->parse();
    return out;
}

void readHeader(const QByteArray &header, MessageView &view)
{
    HeaderFieldReader fields(header);
    while (fields.next()) {
        const QByteArray value = fields.value();
        if (view.headers.size() < MaxShownFields)
            view.headers.append(
                {QString::fromLatin1(fields.name()),
                 decodeHeaderText(QByteArrayView(value).first(std::min<qsizetype>(value.size(), 20'000)))});
        if (fields.is("from") && view.from == Address{}) {
            const auto from = parseMailboxes(value, 1);
            view.from = from.isEmpty() ? Address{} : from.first();
        } else if (fields.is("to")) {
            view.to += parseMailboxes(value, MaxRecipients);
        } else if (fields.is("cc")) {
            view.cc += parseMailboxes(value, MaxRecipients);
        } else if (fields.is("reply-to")) {
            view.replyTo = parseMailboxes(value, 20);
        } else if (fields.is("subject") && view.subject.isEmpty()) {
            view.subject = decodeHeaderText(value).left(1000);
        } else if (fields.is("date") && view.date == 0) {
            view.date = parseHeaderDate(value, &view.dateOffsetMinutes);
        } else if (fields.is("message-id") && view.messageId.isEmpty()) {
            QByteArray id = value.trimmed();
            id = id.sliced(id.indexOf('<') + 1);
            const qsizetype end = id.indexOf('>');
            view.messageId = QString::fromUtf8(end < 0 ? id : id.first(end)).trimmed();
        }
    }
}

void readAttachments(Collector &collector, MessageView &view)
{
    for (Collector::Part &part : collector.attachments()) {
        const QByteArray bytes = octets(*part.content);
        part.info.size = bytes.size();
        part.info.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        if (!part.info.contentId.isEmpty() && view.html.contains("cid:"_L1 + part.info.contentId))
            part.info.isInline = true;
        if (part.info.mimeType == "message/rfc822"_L1 && part.info.name == "message.eml"_L1) {
            MessageView inner;
            readHeader(withLf(bytes.first(std::min<qsizetype>(bytes.size(), 64'000))), inner);
            if (const QString name = cleanFileName(inner.subject); !name.isEmpty())
                part.info.name = name.left(100) + ".eml"_L1;
        }
        view.attachments.append(part.info);
    }
}

} // namespace

MessageView parseMessage(const QByteArray &header, const QByteArray &body, const ParseLimits &limits)
{
    Parsed parsed = parseTree(header, body, limits);
    MessageView view;
    view.warnings = parsed.warnings;
    readHeader(withLf(parsed.header), view);
    Collector collector(limits);
    collector.walk(parsed.message.get(), {}, false);
    view.text = collector.text();
    if (!collector.rawHtml().isEmpty()) {
        const HtmlTree tree(collector.rawHtml());
        const SanitizedHtml safe = sanitizeHtml(tree);
        view.html = safe.html;
        view.remoteResources = safe.remoteResources;
        if (safe.cut)
            view.warnings.append(say("This message is too large or too deeply nested to be shown whole."));
        if (view.text.trimmed().isEmpty()) {
            view.text = htmlToText(tree);
            view.textIsFromHtml = true;
        }
    }
    if (collector.wasCut())
        view.warnings.append(say("This message is very long; its end is not shown."));
    readAttachments(collector, view);
    view.preview = previewOf(view.text);
    return view;
}

MessageView parseMessage(const QByteArray &message, const ParseLimits &limits)
{
    // The empty line, whatever the line ends; an mbox's From_ line is no field and is skipped by the reader.
    const qsizetype lf = message.indexOf("\n\n");
    const qsizetype crlf = message.indexOf("\r\n\r\n");
    const bool useCrlf = crlf >= 0 && (lf < 0 || crlf < lf);
    const qsizetype end = useCrlf ? crlf : lf;
    if (end < 0)
        return parseMessage(message, QByteArray(), limits);
    return parseMessage(message.first(end), message.sliced(end + (useCrlf ? 4 : 2)), limits);
}

Result<QByteArray> attachmentData(const QByteArray &header, const QByteArray &body, int attachment,
                                  const ParseLimits &limits)
{
    Parsed parsed = parseTree(header, body, limits);
    Collector collector(limits);
    collector.walk(parsed.message.get(), {}, false);
    if (attachment < 0 || attachment >= collector.attachments().size())
        return Error{ErrorKind::NotFound, say("This attachment is no longer part of the message."), {}};
    return octets(*collector.attachments().at(attachment).content);
}

} // namespace kw
