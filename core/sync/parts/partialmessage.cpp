#include "core/sync/parts/partialmessage.h"

#include "core/mime/mimetree.h"

namespace kw {

namespace {

constexpr int Deepest = 40; // as ParseLimits
constexpr int MostParts = 1000;

QByteArray boundaryOf(const QByteArray &head)
{
    return readMimeTree(head, {}, Deepest, MostParts).root.type.parameter("boundary").trimmed();
}

class Assembler
{
public:
    explicit Assembler(const QHash<QString, QByteArray> &sections)
        : m_sections(sections)
    {
    }

    // What follows this part's head.
    bool write(const ListedPart &part, const QByteArray &head)
    {
        if (part.children.empty()) {
            m_text += m_sections.value(part.id);
            return true;
        }
        const QByteArray boundary = boundaryOf(head);
        if (boundary.isEmpty())
            return false;
        for (const ListedPart &child : part.children) {
            const QByteArray own = m_sections.value(child.id + QLatin1StringView(".MIME"));
            m_text += "--" + boundary + "\r\n" + own;
            if (!own.endsWith("\n\r\n") && !own.endsWith("\n\n"))
                m_text += own.isEmpty() || own.endsWith('\n') ? "\r\n" : "\r\n\r\n";
            if (!write(child, own))
                return false;
            m_text += "\r\n";
        }
        m_text += "--" + boundary + "--\r\n";
        return true;
    }

    const QByteArray &text() const { return m_text; }

private:
    const QHash<QString, QByteArray> &m_sections;
    QByteArray m_text;
};

const MimePart *partAt(const MimePart &root, const QString &id)
{
    const MimePart *part = &root;
    if (id == QLatin1StringView("1") && root.children.empty())
        return part;
    for (const QStringView number : QStringView(id).split(QLatin1Char('.'))) {
        const int index = number.toInt();
        if (index < 1 || size_t(index) > part->children.size())
            return nullptr;
        part = &*std::next(part->children.begin(), index - 1);
    }
    return part;
}

// As we will read it, it is what the server says it is.
bool fits(const ListedPart &listed, const MimePart &root, const QHash<QString, QByteArray> &sections)
{
    for (const ListedPart &child : listed.children) {
        if (!fits(child, root, sections))
            return false;
    }
    if (!listed.children.empty())
        return true;
    const MimePart *read = partAt(root, listed.id);
    return read && read->children.empty() && read->body == sections.value(listed.id);
}

} // namespace

std::optional<QByteArray> assembledText(const QByteArray &header, const ListedPart &root,
                                        const QHash<QString, QByteArray> &sections)
{
    Assembler assembler(sections);
    if (!assembler.write(root, header))
        return std::nullopt;
    const MimeTree tree = readMimeTree(header, assembler.text(), Deepest, MostParts);
    if (!fits(root, tree.root, sections))
        return std::nullopt;
    return assembler.text();
}

std::optional<QByteArray> withPart(const QByteArray &header, const QByteArray &text, const QString &id,
                                   const QByteArray &content)
{
    const MimeTree tree = readMimeTree(header, text, Deepest, MostParts);
    const MimePart *part = partAt(tree.root, id);
    if (!part || !part->children.empty())
        return std::nullopt;
    const qsizetype at = part->body.data() - text.constData();
    QByteArray whole;
    whole.reserve(text.size() + content.size());
    whole += QByteArrayView(text).first(at);
    whole += content;
    whole += QByteArrayView(text).sliced(at + part->body.size());
    return whole;
}

} // namespace kw
