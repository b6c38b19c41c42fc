#include "core/mime/messageparser.h"

#include "core/mime/attachmentname.h"
#include "core/mime/charset.h"
#include "core/mime/contentid.h"
#include "core/mime/formats/deliveryreport.h"
#include "core/mime/formats/partreader.h"
#include "core/mime/headerfields.h"
#include "core/mime/html/htmlsanitizer.h"
#include "core/mime/html/htmltree.h"
#include "core/mime/messageheader.h"
#include "core/mime/mimetree.h"
#include "core/mime/partcollector.h"
#include "core/mime/textflow.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QSet>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Mime)
};

// The header as shown: at most maxHeaderBytes.
QByteArrayView boundedHeader(const QByteArray &header, const ParseLimits &limits)
{
    return QByteArrayView(header).first(std::min<qsizetype>(header.size(), limits.maxHeaderBytes));
}

void warnOfLimits(const QByteArray &header, const MimeTree &tree, const ParseLimits &limits,
                  MessageView &view)
{
    if (header.size() > limits.maxHeaderBytes)
        view.warnings.append(
            Words::tr("The header of this message is unusually long; only its beginning is shown."));
    if (tree.tooDeep)
        view.warnings.append(
            Words::tr("This message is nested unusually deep; what lies deeper is not shown."));
    else if (tree.tooManyParts)
        view.warnings.append(
            Words::tr("This message has unusually many parts; only the first ones are shown."));
}

// Plain text between pieces of HTML: a list's footer, a note above a forwarded newsletter.
QString asHtml(const QString &text)
{
    return u"<div style=\"white-space: pre-wrap\">"_s + text.toHtmlEscaped() + u"</div>"_s;
}

QSet<QString> locationsOf(const PartCollector &parts)
{
    QSet<QString> out;
    for (const PartCollector::Attachment &attachment : parts.attachments()) {
        if (!attachment.info.contentLocation.isEmpty() && isShownPicture(attachment.info.mimeType))
            out.insert(attachment.info.contentLocation);
    }
    return out;
}

// Each piece by itself, so that what one leaves open cannot swallow the next. `texts`, where it is wanted,
// gets each HTML's text, so that no tree is built twice. Gives what of the message's own the HTML names.
QSet<QString> readFormatted(const PartCollector &parts, MessageView &view, QHash<QString, QString> *texts)
{
    const QSet<QString> locations = locationsOf(parts);
    QSet<QString> carried;
    bool cut = false;
    for (const BodyPiece &piece : parts.body().formatted) {
        if (!piece.isHtml && piece.text.trimmed().isEmpty())
            continue;
        if (!view.html.isEmpty())
            view.html += "<hr>"_L1;
        if (!piece.isHtml) {
            view.html += asHtml(piece.text);
            continue;
        }
        const HtmlTree tree(piece.text);
        const SanitizedHtml safe = sanitizeHtml(tree, view.remote.size(), locations);
        if (texts)
            texts->insert(piece.text, htmlToText(tree));
        view.html += safe.html;
        view.remoteResources += safe.remoteResources;
        view.remote += safe.remote;
        view.links += safe.links;
        carried += safe.carried;
        cut = cut || safe.cut;
    }
    if (cut)
        view.warnings.append(Words::tr("This message is too large or too deeply nested to be shown whole."));
    return carried;
}

void readPlain(const QList<BodyPiece> &pieces, MessageView &view, const QHash<QString, QString> &texts)
{
    for (const BodyPiece &piece : pieces) {
        if (!view.text.isEmpty() && !view.text.endsWith(u'\n'))
            view.text += u'\n';
        view.text += piece.isHtml ? texts.value(piece.text) : piece.text;
    }
    view.textIsFromHtml = hasHtml(pieces) && !hasPlain(pieces);
}

// Gives what of the message's own its HTML names.
QSet<QString> readTexts(const PartCollector &parts, MessageView &view)
{
    const BodyPieces &body = parts.body();
    QHash<QString, QString> texts;
    QSet<QString> carried;
    if (hasHtml(body.formatted))
        carried = readFormatted(parts, view, hasHtml(body.plain) ? &texts : nullptr);
    readPlain(body.plain, view, texts);
    if (parts.wasCut())
        view.warnings.append(Words::tr("This message is very long; its end is not shown."));
    if (parts.hasDamage())
        view.warnings.append(Words::tr("A file in the text of this message is incomplete or damaged."));
    view.preview = previewOf(view.text);
    return carried;
}

// A nested message is called what its subject says.
QString nameOfMessage(const QByteArray &octets)
{
    constexpr qsizetype MaxInnerHeader = 64'000;
    MessageView inner;
    readHeader(QByteArrayView(octets).first(std::min(octets.size(), MaxInnerHeader)), inner);
    QString subject = inner.subject; // is no path
    const QString name = cleanFileName(subject.replace(u'/', u'_').replace(u'\\', u'_'));
    return name.isEmpty() ? u"message.eml"_s : cleanFileName(name + ".eml"_L1);
}

// Of one part its text in UTF-8. A line may have been folded within a character (RFC 5545 3.1, RFC 6350 3.2).
QByteArray utf8Of(const PartCollector::Attachment &attachment, const QByteArray &octets)
{
    const QByteArray charset = attachment.part ? attachment.part->type.parameter("charset") : QByteArray();
    return decodeCharset(withWholeCharacters(octets), charset).toUtf8();
}

bool isCard(const PartCollector::Attachment &attachment)
{
    const QString &type = attachment.info.mimeType;
    return type == "text/vcard"_L1 || type == "text/x-vcard"_L1
        || (type == "text/directory"_L1 && attachment.part // RFC 2425
            && attachment.part->type.parameter("profile").compare("vcard", Qt::CaseInsensitive) == 0);
}

void readFacts(const PartCollector::Attachment &attachment, const QByteArray &octets, PartReader &reader,
               MessageView &view)
{
    constexpr qsizetype MostCards = 20;
    const QString &type = attachment.info.mimeType;
    if (isDeliveryReport(type)) {
        view.report = readDeliveryReport(octets);
    } else if (type == "text/calendar"_L1 && !view.invitation) {
        const auto found = reader.read(PartFormat::Calendar, utf8Of(attachment, octets));
        if (found && !found->invitations.isEmpty())
            view.invitation = found->invitations.constFirst();
    } else if (isCard(attachment) && view.cards.size() < MostCards) {
        if (const auto found = reader.read(PartFormat::Card, utf8Of(attachment, octets)))
            view.cards += found->cards.mid(0, MostCards);
    }
}

// Takes out of `carried` what a picture is shown for; a second part of the same name is not shown.
bool takeShown(const AttachmentInfo &info, QSet<QString> &carried)
{
    const QStringList names = info.names();
    return std::any_of(names.begin(), names.end(),
                       [&carried](const QString &name) { return carried.remove(name); });
}

void readAttachments(const PartCollector &parts, QSet<QString> carried, MessageView &view)
{
    PartReader reader;
    for (const PartCollector::Attachment &attachment : parts.attachments()) {
        AttachmentInfo info = attachment.info;
        const QByteArray octets = octetsOf(attachment);
        info.size = octets.size();
        info.sha256 = QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex();
        if (takeShown(info, carried)) {
            info.isInline = true;
            info.isShownInHtml = isShownPicture(info.mimeType);
        }
        if (info.mimeType == "message/rfc822"_L1 && info.name == "message.eml"_L1)
            info.name = nameOfMessage(octets);
        readFacts(attachment, octets, reader, view);
        view.attachments.append(info);
    }
}

} // namespace

MessageHalves splitMessage(const QByteArray &message)
{
    const qsizetype length = headerLength(message);
    return {message.first(length), message.sliced(length)};
}

MessageView parseMessage(const QByteArray &header, const QByteArray &body, const ParseLimits &limits)
{
    const QByteArrayView shown = boundedHeader(header, limits);
    const MimeTree tree = readMimeTree(shown, body, limits.maxDepth, limits.maxParts);
    MessageView view;
    warnOfLimits(header, tree, limits, view);
    readHeader(shown, view);
    PartCollector parts(limits.maxTextBytes);
    parts.walk(tree.root);
    readAttachments(parts, readTexts(parts, view), view);
    return view;
}

MessageView parseMessage(const QByteArray &message, const ParseLimits &limits)
{
    QByteArray whole = message;
    if (whole.startsWith("\xef\xbb\xbf")) // what some editors put before UTF-8
        whole.remove(0, 3);
    if (!whole.contains('\n')) // line ends of old Macs
        whole.replace('\r', '\n');
    const MessageHalves halves = splitMessage(whole);
    return parseMessage(halves.header, halves.body, limits);
}

namespace {

// Gives what `take` makes of one attachment.
template <class F>
Result<QByteArray> ofAttachment(const QByteArray &header, const QByteArray &body, int attachment,
                                const ParseLimits &limits, const F &take)
{
    const MimeTree tree = readMimeTree(boundedHeader(header, limits), body, limits.maxDepth, limits.maxParts);
    PartCollector parts(limits.maxTextBytes);
    parts.walk(tree.root);
    if (attachment < 0 || attachment >= parts.attachments().size())
        return Error{ErrorKind::NotFound, Words::tr("This attachment is no longer part of the message."), {}};
    return QByteArray(take(parts.attachments().at(attachment)));
}

} // namespace

Result<QByteArray> attachmentData(const QByteArray &header, const QByteArray &body, int attachment,
                                  const ParseLimits &limits)
{
    return ofAttachment(header, body, attachment, limits, octetsOf);
}

QList<QByteArray> attachmentsData(const QByteArray &header, const QByteArray &body,
                                  const QList<qsizetype> &attachments)
{
    const ParseLimits limits;
    const MimeTree tree = readMimeTree(boundedHeader(header, limits), body, limits.maxDepth, limits.maxParts);
    PartCollector parts(limits.maxTextBytes);
    parts.walk(tree.root);
    QList<QByteArray> out;
    for (const qsizetype i : attachments)
        out.append(i >= 0 && i < parts.attachments().size() ? octetsOf(parts.attachments().at(i))
                                                            : QByteArray());
    return out;
}

Result<QByteArray> attachmentText(const QByteArray &header, const QByteArray &body, int attachment,
                                  qsizetype most)
{
    return ofAttachment(header, body, attachment, {}, [most](const PartCollector::Attachment &one) {
        QByteArray octets = octetsOf(one);
        octets.truncate(most);
        return utf8Of(one, octets);
    });
}

} // namespace kw
