#include "core/mime/searchtext.h"

#include "core/mime/attachmentname.h"
#include "core/mime/headerfields.h"
#include "core/mime/mimetree.h"
#include "core/mime/partcollector.h"

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// A plain text shorter than this beside HTML often only says that one should look at the HTML.
constexpr qsizetype ShortText = 500;

// The line after `at`, its break included.
QStringView lineAt(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return text.sliced(at, (end < 0 ? text.size() : end + 1) - at);
}

// RFC 9580 6.2
bool beginsCode(QStringView line)
{
    return line.startsWith("-----BEGIN PGP "_L1) && !line.startsWith("-----BEGIN PGP SIGNED"_L1);
}

// RFC 3676 4.5: quoted lines begin with ">".
void splitPlain(QStringView text, TextHalves &out)
{
    qsizetype start = 0; // of lines of one half
    bool isQuoted = false;
    bool codeEnds = true; // somewhere after this line
    const auto put = [&](qsizetype end) {
        (isQuoted ? out.quoted : out.own) += text.sliced(start, end - start);
        start = end;
    };
    for (qsizetype at = 0; at < text.size();) {
        const QStringView line = lineAt(text, at);
        const bool isQuote = line.startsWith(u'>');
        if (isQuote != isQuoted) {
            put(at);
            isQuoted = isQuote;
        }
        at += line.size();
        if (!codeEnds || !beginsCode(line))
            continue;
        const qsizetype end = text.indexOf("\n-----END PGP "_L1, at - 1);
        codeEnds = end >= 0;
        if (codeEnds) {
            put(at - line.size());
            at = end + 1 + lineAt(text, end + 1).size();
            start = at;
        }
    }
    put(text.size());
    out.own += u'\n';
    out.quoted += u'\n';
}

void append(const QList<BodyPiece> &pieces, TextHalves &out)
{
    for (const BodyPiece &piece : pieces) {
        if (piece.isHtml)
            skimHtml(piece.text, out);
        else
            splitPlain(piece.text, out);
    }
}

bool saysLittle(const QList<BodyPiece> &pieces)
{
    qsizetype size = 0;
    for (const BodyPiece &piece : pieces)
        size += QStringView(piece.text).trimmed().size();
    return size < ShortText;
}

class Reader
{
public:
    explicit Reader(const SearchTextLimits &limits)
        : m_limits(limits)
        , m_textLeft(limits.maxTextBytes)
        , m_partsLeft(limits.maxParts)
        , m_messagesLeft(limits.maxMessages)
    {
    }

    SearchText run(QByteArrayView header, QByteArrayView body)
    {
        header = header.first(std::min<qsizetype>(header.size(), m_limits.maxHeaderBytes));
        m_out.header = digestHeader(header);
        read(header, body);
        return std::move(m_out);
    }

private:
    void read(QByteArrayView header, QByteArrayView body)
    {
        const MimeTree tree = readMimeTree(header, body, m_limits.maxDepth, m_partsLeft);
        m_partsLeft -= count(tree.root) - 1;
        using Purpose = PartCollector::Purpose;
        PartCollector parts(m_textLeft, m_limits.opensPacked ? Purpose::Reading : Purpose::Finding);
        parts.walk(tree.root);
        m_textLeft = parts.textLeft();
        m_out.hasPacked = m_out.hasPacked || parts.hasPacked();
        append(parts.body().plain, m_out.text);
        if (hasHtml(parts.body().formatted) && !hasHtml(parts.body().plain) && saysLittle(parts.body().plain))
            append(parts.body().formatted, m_out.text);
        for (const PartCollector::Attachment &attachment : parts.attachments())
            take(attachment);
    }

    static int count(const MimePart &part)
    {
        int all = 1;
        for (const MimePart &child : part.children)
            all += count(child);
        return all;
    }

    void take(const PartCollector::Attachment &attachment)
    {
        if (!attachment.info.name.isEmpty())
            m_out.files.append(attachment.info.name);
        if (attachment.part && attachment.info.mimeType == "message/rfc822"_L1 && m_messagesLeft > 0
            && m_partsLeft > 0)
            readCarried(*attachment.part, attachment.info.name.isEmpty());
    }

    void readCarried(const MimePart &part, bool isUnnamed)
    {
        --m_messagesLeft;
        const bool isCoded = part.encoding == "base64" || part.encoding == "quoted-printable";
        const QByteArray decoded = isCoded ? decodedOctets(part) : QByteArray();
        const QByteArrayView octets = isCoded ? QByteArrayView(decoded) : part.body;
        const qsizetype length = headerLength(octets);
        const QByteArrayView header = octets.first(std::min<qsizetype>(length, m_limits.maxHeaderBytes));
        const HeaderDigest digest = digestHeader(header);
        m_out.text.own += digest.subject + u'\n' + displayName(digest.from) + u'\n';
        if (isUnnamed && !digest.subject.isEmpty())
            m_out.files.append(digest.subject + ".eml"_L1);
        read(header, octets.sliced(length));
    }

    const SearchTextLimits m_limits;
    SearchText m_out;
    qint64 m_textLeft;
    int m_partsLeft;
    int m_messagesLeft;
};

} // namespace

SearchText readSearchText(QByteArrayView header, QByteArrayView body, const SearchTextLimits &limits)
{
    return Reader(limits).run(header, body);
}

} // namespace kw
