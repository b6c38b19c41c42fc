#include "core/imap/stream/listedpart.h"

namespace kw {

namespace {

class StructureReader
{
public:
    std::optional<ListedPart> read(const ImapValue &value, const QString &id)
    {
        if (!value.isList() || value.list.size() < 2 || ++m_parts > MostListedParts)
            return std::nullopt;
        return value.list.front().isList() ? multipart(value.list, id) : leaf(value.list, id);
    }

private:
    using Values = std::vector<ImapValue>;

    std::optional<ListedPart> multipart(const Values &values, const QString &id)
    {
        ListedPart part;
        part.id = id;
        size_t at = 0;
        for (; at < values.size() && values[at].isList(); ++at) {
            const QString number = QString::number(at + 1);
            auto child = read(values[at], id.isEmpty() ? number : id + QLatin1Char('.') + number);
            if (!child)
                return std::nullopt;
            part.children.push_back(std::move(*child));
        }
        if (at >= values.size())
            return std::nullopt;
        part.type = "multipart/" + values[at].text.toLower();
        part.disposition = dispositionAt(values, at + 2);
        return part;
    }

    static std::optional<ListedPart> leaf(const Values &values, const QString &id)
    {
        constexpr size_t Encoding = 5;
        constexpr size_t Octets = 6;
        if (values.size() <= Octets)
            return std::nullopt;
        ListedPart part;
        part.id = id.isEmpty() ? QStringLiteral("1") : id;
        part.type = values[0].text.toLower() + '/' + values[1].text.toLower();
        part.encoding = values[Encoding].text.toLower();
        bool isNumber = false;
        part.octets = values[Octets].text.toLongLong(&isNumber);
        if (!isNumber || part.octets < 0)
            return std::nullopt;
        size_t extension = Octets + 1;
        if (part.type.startsWith("text/"))
            extension += 1; // lines
        else if (part.type == "message/rfc822" || part.type == "message/global")
            extension += 3; // envelope, structure, lines
        part.disposition = dispositionAt(values, extension + 1);
        return part;
    }

    static QByteArray dispositionAt(const Values &values, size_t at)
    {
        if (at >= values.size())
            return {};
        const ImapValue &value = values[at];
        if (value.isList())
            return value.list.empty() ? QByteArray() : value.list.front().text.toLower();
        return value.text.toLower(); // some servers forget the list
    }

    int m_parts = 0;
};

} // namespace

std::optional<ListedPart> readBodyStructure(const ImapValue &value)
{
    return StructureReader().read(value, {});
}

} // namespace kw
