#include "core/mime/mimetree.h"

#include "core/mime/formats/inlinefiles.h"
#include "core/mime/headerfields.h"

#include <KCodecs>

#include <vector>

namespace kw {

namespace {

QByteArray typeOf(const MimeField &field, const QByteArray &otherwise)
{
    const QByteArray &type = field.value();
    const qsizetype slash = type.indexOf('/');
    const bool isToken // RFC 2045 5.1
        = std::none_of(type.begin(), type.end(), [](char c) { return quint8(c) < 0x21 || c == 0x7f; });
    return isToken && slash > 0 && slash + 1 < type.size() ? type : otherwise;
}

MimePart readHead(QByteArrayView header, const QByteArray &typeOtherwise)
{
    MimePart part;
    HeaderFieldReader fields(header);
    while (fields.next()) {
        if (fields.is("content-type") && part.type.value().isEmpty())
            part.type = MimeField(fields.value());
        else if (fields.is("content-disposition") && part.disposition.value().isEmpty())
            part.disposition = MimeField(fields.value());
        else if (fields.is("content-transfer-encoding") && part.encoding.isEmpty())
            part.encoding = MimeField(fields.value()).value();
        else if (fields.is("content-id") && part.contentId.isEmpty())
            part.contentId = fields.value().trimmed();
        else if (fields.is("content-location") && part.contentLocation.isEmpty())
            part.contentLocation = fields.value().trimmed();
    }
    if (part.contentId.startsWith('<'))
        part.contentId.remove(0, 1);
    if (const qsizetype end = part.contentId.indexOf('>'); end >= 0)
        part.contentId.truncate(end);
    part.contentId = part.contentId.trimmed();
    part.mimeType = typeOf(part.type, typeOtherwise);
    return part;
}

QByteArrayView withoutTrailingBlanks(QByteArrayView line)
{
    while (!line.isEmpty() && QByteArrayView(" \t\r\n").contains(line.back()))
        line.chop(1);
    return line;
}

class TreeReader
{
public:
    TreeReader(QByteArrayView body, int maxDepth, int maxParts)
        : m_body(body)
        , m_maxDepth(maxDepth)
        , m_maxParts(maxParts)
    {
    }

    MimeTree run(QByteArrayView header)
    {
        m_tree.root = readHead(header, "text/plain");
        begin(m_tree.root);
        while (!m_open.empty() && nextBoundary()) {
            if (++m_parts > m_maxParts) {
                m_tree.tooManyParts = true;
                return std::move(m_tree);
            }
            MimePart &parent = *m_open.back().part;
            const QByteArray otherwise
                = parent.mimeType == "multipart/digest" ? "message/rfc822" : "text/plain";
            parent.children.push_back(readHead(takeHead(), otherwise));
            begin(parent.children.back());
            if (m_tree.tooDeep) {
                parent.children.pop_back();
                return std::move(m_tree);
            }
        }
        endLeaf(m_body.size());
        return std::move(m_tree);
    }

private:
    struct Open {
        QByteArray boundary;
        MimePart *part;
    };

    // What follows belongs to this part.
    void begin(MimePart &part)
    {
        part.body = m_body.sliced(m_at);
        m_leaf = &part;
        if (!part.mimeType.startsWith("multipart/"))
            return;
        const QByteArray boundary = withoutTrailingBlanks(part.type.parameter("boundary")).toByteArray();
        if (boundary.isEmpty())
            return;
        if (int(m_open.size()) >= m_maxDepth)
            m_tree.tooDeep = true;
        else
            m_open.push_back({boundary, &part});
    }

    // A multipart whose boundary never comes is a leaf too, until its first child begins.
    void endLeaf(qsizetype end)
    {
        if (!m_leaf)
            return;
        const qsizetype start = m_leaf->body.data() - m_body.data();
        if (end > start && end < m_body.size() && m_body[end - 1] == '\n')
            --end;
        if (end > start && end < m_body.size() && m_body[end] == '\n' && m_body[end - 1] == '\r')
            --end;
        m_leaf->body = m_body.sliced(start, std::max<qsizetype>(0, end - start));
        m_leaf = nullptr;
    }

    QByteArrayView lineAt(qsizetype start) const
    {
        const qsizetype end = m_body.indexOf('\n', start);
        return m_body.sliced(start, (end < 0 ? m_body.size() : end + 1) - start);
    }

    // The innermost open multipart whose boundary this line is; -1: none.
    int levelOf(QByteArrayView line, bool *closes) const
    {
        if (!line.startsWith("--"))
            return -1;
        const QByteArrayView marker = withoutTrailingBlanks(line).sliced(2);
        for (int i = int(m_open.size()) - 1; i >= 0; --i) {
            const QByteArray &boundary = m_open[size_t(i)].boundary;
            if (!marker.startsWith(boundary))
                continue;
            const QByteArrayView rest = marker.sliced(boundary.size());
            *closes = rest == "--";
            if (*closes || rest.isEmpty())
                return i;
        }
        return -1;
    }

    // Goes behind the line that begins a part; false at the end.
    bool nextBoundary()
    {
        for (qsizetype at = m_at; at < m_body.size();) {
            if (at > 0 && m_body[at - 1] != '\n') {
                const qsizetype found = m_body.indexOf("\n--", at);
                if (found < 0)
                    break;
                at = found + 1;
            }
            const QByteArrayView line = lineAt(at);
            bool closes = false;
            const int level = levelOf(line, &closes);
            if (level < 0) {
                // The next one may follow directly.
                const qsizetype found = m_body.indexOf("\n--", at + line.size() - 1);
                if (found < 0)
                    break;
                at = found + 1;
                continue;
            }
            endLeaf(at);
            m_open.resize(size_t(closes ? level : level + 1));
            at += line.size();
            m_at = at;
            if (!closes)
                return true;
            if (m_open.empty())
                return false;
        }
        m_at = m_body.size();
        return false;
    }

    // The header of the part that begins here: to the empty line, or to where it turns out to be none.
    QByteArrayView takeHead()
    {
        const qsizetype start = m_at;
        while (m_at < m_body.size()) {
            const QByteArrayView line = lineAt(m_at);
            bool closes = false;
            const bool isEmpty = line == "\n" || line == "\r\n";
            const bool isText = m_at == start && line.indexOf(':') <= 0;
            if (!isEmpty && (isText || levelOf(line, &closes) >= 0))
                break;
            m_at += line.size();
            if (isEmpty)
                return m_body.sliced(start, m_at - line.size() - start);
        }
        return m_body.sliced(start, m_at - start);
    }

    const QByteArrayView m_body;
    const int m_maxDepth;
    const int m_maxParts;
    MimeTree m_tree;
    std::vector<Open> m_open;
    MimePart *m_leaf = nullptr;
    qsizetype m_at = 0;
    int m_parts = 0;
};

QByteArray withLf(QByteArrayView bytes)
{
    QByteArray out = bytes.toByteArray();
    return out.contains('\r') ? out.replace("\r\n", "\n") : out;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// One line without its break; what is no code stays as it is. True where the line goes on (a soft break).
bool appendQuotedPrintable(QByteArrayView line, QByteArray &out)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool isCode = line[i] == '=' && i + 2 < line.size() && hexDigit(line[i + 1]) >= 0
            && hexDigit(line[i + 2]) >= 0;
        if (line[i] == '=' && i + 1 == line.size())
            return true;
        out += isCode ? char(hexDigit(line[i + 1]) << 4 | hexDigit(line[i + 2])) : line[i];
        i += isCode ? 2 : 0;
    }
    return false;
}

// RFC 2045 6.7. Blanks at the end of a line are not the sender's (rule 3); a line's end in a file means CRLF
// (rule 4), and that of a text LF.
QByteArray fromQuotedPrintable(QByteArrayView bytes, QByteArrayView lineEnd)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const QByteArrayView line = bytes.sliced(at, (end < 0 ? bytes.size() : end) - at);
        if (!appendQuotedPrintable(withoutTrailingBlanks(line), out) && end >= 0)
            out += lineEnd;
        at = end < 0 ? bytes.size() : end + 1;
    }
    return out;
}

QByteArray fromUuencode(QByteArrayView bytes)
{
    const TextWithFiles found = takeInlineFiles(bytes.toByteArray());
    return found.files.isEmpty() ? withLf(bytes) : found.files.constFirst().octets;
}

} // namespace

MimeTree readMimeTree(QByteArrayView header, QByteArrayView body, int maxDepth, int maxParts)
{
    return TreeReader(body, maxDepth, maxParts).run(header);
}

QByteArray decodedOctets(const MimePart &part)
{
    const bool isText = part.mimeType.startsWith("text/");
    const bool hasLines
        = isText || part.mimeType.startsWith("message/") || part.mimeType.startsWith("multipart/");
    if (part.encoding == "base64")
        return KCodecs::Codec::codecForName("base64")->decode(part.body);
    if (part.encoding == "quoted-printable")
        return fromQuotedPrintable(part.body, hasLines ? "\n" : "\r\n");
    if (part.encoding == "x-uuencode" || part.encoding == "uuencode" || part.encoding == "x-uue")
        return fromUuencode(part.body);
    return isText ? withLf(part.body) : part.body.toByteArray();
}

} // namespace kw
