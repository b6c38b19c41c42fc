#include "core/mime/mimefield.h"

#include "core/mime/charset.h"
#include "core/mime/encodedword.h"

#include <cctype>

namespace kw {

namespace {

constexpr qsizetype MaxField = 100'000; // octets
constexpr qsizetype MaxParameters = 200;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// A "%" that is nothing but itself is meant so: "100%.pdf".
QByteArray fromPercents(const QByteArray &value)
{
    QByteArray out;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const bool isOctet = value[at] == '%' && at + 2 < value.size() && isxdigit(quint8(value[at + 1]))
            && isxdigit(quint8(value[at + 2]));
        if (isOctet)
            out += QByteArray::fromHex(value.sliced(at + 1, 2));
        else
            out += value[at];
        at += isOctet ? 2 : 0;
    }
    return out;
}

// "utf-8'en'r%C3%A4k": the charset and the octets.
struct Extended {
    QByteArray charset;
    QByteArray octets;
};

Extended extended(const QByteArray &value, bool withCharset)
{
    const qsizetype first = withCharset ? value.indexOf('\'') : -1;
    const qsizetype second = first < 0 ? -1 : value.indexOf('\'', first + 1);
    if (second < 0)
        return {{}, fromPercents(value)};
    return {value.first(first), fromPercents(value.sliced(second + 1))};
}

} // namespace

MimeField::MimeField(QByteArrayView field)
{
    field = field.first(std::min(field.size(), MaxField));
    qsizetype at = 0;
    while (at < field.size() && (isBlank(field[at]) || field[at] == '"'))
        ++at;
    const qsizetype start = at;
    while (at < field.size() && !isBlank(field[at]) && !QByteArrayView(";(\"").contains(field[at]))
        ++at;
    m_value = field.sliced(start, at - start).toByteArray().toLower();
    while (at < field.size() && m_parameters.size() < MaxParameters)
        readParameter(field, at);
}

void MimeField::readParameter(QByteArrayView field, qsizetype &at)
{
    while (at < field.size() && (isBlank(field[at]) || field[at] == ';' || field[at] == '"'))
        ++at;
    const qsizetype nameStart = at;
    while (at < field.size() && field[at] != '=' && field[at] != ';')
        ++at;
    const QByteArray name = field.sliced(nameStart, at - nameStart).trimmed().toByteArray().toLower();
    if (at >= field.size() || field[at] == ';')
        return;
    ++at;
    while (at < field.size() && isBlank(field[at]))
        ++at;
    QByteArray value;
    if (at < field.size() && field[at] == '"') {
        for (++at; at < field.size() && field[at] != '"'; ++at) {
            // Other backslashes are those of a path, which Windows programs do not double.
            if (field[at] == '\\' && at + 1 < field.size() && QByteArrayView("\\\"").contains(field[at + 1]))
                ++at;
            value += field[at];
        }
    } else {
        const qsizetype end
            = std::max(at, field.indexOf(';', at) < 0 ? field.size() : field.indexOf(';', at));
        value = field.sliced(at, end - at).trimmed().toByteArray();
        at = end;
    }
    m_parameters.append({name, value});
}

QByteArray MimeField::parameter(QByteArrayView lowerCaseName) const
{
    for (const Parameter &parameter : m_parameters) {
        if (parameter.name == lowerCaseName)
            return parameter.value;
    }
    // Tokens are hardly ever continued or encoded, but then they mean the same.
    const QByteArray name = lowerCaseName.toByteArray();
    QByteArray joined;
    for (int i = 0; i < MaxParameters; ++i) {
        const QByteArray section = name + '*' + QByteArray::number(i);
        const auto found = std::find_if(m_parameters.begin(), m_parameters.end(), [&](const Parameter &p) {
            return p.name == section || p.name == section + '*' || (i == 0 && p.name == name + '*');
        });
        if (found == m_parameters.end())
            break;
        joined += found->name.endsWith('*') ? extended(found->value, i == 0).octets : found->value;
    }
    return joined;
}

QString MimeField::text(const QByteArray &lowerCaseName) const
{
    QByteArray charset;
    QByteArray octets;
    bool isExtended = false;
    const auto take = [&](const QByteArray &name, bool first) {
        for (const Parameter &parameter : m_parameters) {
            const bool encoded = parameter.name == name + '*';
            if (!encoded && (parameter.name != name || name == lowerCaseName))
                continue;
            const Extended part = encoded ? extended(parameter.value, first) : Extended{{}, parameter.value};
            if (!part.charset.isEmpty())
                charset = part.charset;
            octets += part.octets;
            isExtended = isExtended || encoded;
            return true;
        }
        return false;
    };
    if (!take(lowerCaseName, true)) {
        for (int i = 0; i < MaxParameters && take(lowerCaseName + '*' + QByteArray::number(i), i == 0); ++i) {
        }
    }
    if (octets.isEmpty())
        octets = parameter(lowerCaseName);
    return isExtended ? decodeCharset(octets, charset) : decodeHeaderText(octets);
}

} // namespace kw
