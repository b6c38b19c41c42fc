#include "core/compose/addressbook.h"

#include "core/account/identities.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostEntries = 20'000;
constexpr qsizetype MostOfOneCard = 20;
constexpr qsizetype LongestLine = 4096; // of what we look at; pictures are longer and passed over
constexpr qint64 MostOctets = 32 << 20;

// One property: "item1.EMAIL;TYPE=work:anna@example.org".
struct Property {
    QByteArray name; // upper case, without its group
    QByteArrayList parameters; // upper case
    QByteArray value;
};

// Unfolded lines (RFC 6350 3.2), one after the other, without a copy of the whole.
class CardLines
{
public:
    explicit CardLines(QByteArrayView octets)
        : m_rest(octets)
    {
    }

    std::optional<QByteArray> next()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        QByteArrayView first = physical();
        QByteArray line = first.first(std::min(first.size(), LongestLine)).toByteArray();
        while (!m_rest.isEmpty()) {
            const bool folded = m_rest.front() == ' ' || m_rest.front() == '\t';
            // A soft break of quoted-printable, which only vCard 2.1 has.
            const bool soft = line.endsWith('=') && line.toUpper().contains("QUOTED-PRINTABLE");
            if (!folded && !soft)
                break;
            if (soft)
                line.chop(1);
            const QByteArrayView more = physical();
            if (line.size() < LongestLine)
                line += folded ? more.sliced(1) : more;
        }
        line.truncate(LongestLine);
        return line;
    }

private:
    QByteArrayView physical()
    {
        const qsizetype end = m_rest.indexOf('\n');
        QByteArrayView line = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        while (line.endsWith('\r'))
            line.chop(1);
        return line;
    }

    QByteArrayView m_rest;
};

std::optional<Property> propertyIn(const QByteArray &line)
{
    qsizetype colon = -1;
    QList<qsizetype> cuts;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size() && colon < 0; ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (!quoted && line[i] == ':')
            colon = i;
        else if (!quoted && line[i] == ';')
            cuts.append(i);
    }
    if (colon <= 0)
        return std::nullopt;
    cuts.append(colon);
    Property out;
    out.name = line.first(cuts.first()).trimmed().toUpper();
    out.name = out.name.sliced(out.name.lastIndexOf('.') + 1);
    for (qsizetype i = 1; i < cuts.size(); ++i)
        out.parameters.append(line.sliced(cuts[i - 1] + 1, cuts[i] - cuts[i - 1] - 1).toUpper());
    out.value = line.sliced(colon + 1);
    return out;
}

bool isQuotedPrintable(const Property &property)
{
    return property.parameters.contains("QUOTED-PRINTABLE")
        || property.parameters.contains("ENCODING=QUOTED-PRINTABLE");
}

QByteArray withoutQuotedPrintable(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QByteArray octet = text[i] == '=' && i + 2 < text.size()
            ? QByteArray::fromHex(text.sliced(i + 1, 2))
            : QByteArray();
        out += octet.size() == 1 ? octet[0] : text[i];
        i += octet.size() == 1 ? 2 : 0;
    }
    return out;
}

QString decoded(const Property &property)
{
    const QByteArray octets
        = isQuotedPrintable(property) ? withoutQuotedPrintable(property.value) : property.value;
    for (const QByteArray &parameter : property.parameters) {
        if (!parameter.startsWith("CHARSET="))
            continue;
        QStringDecoder decoder(parameter.sliced(8).constData());
        if (decoder.isValid())
            return decoder.decode(octets);
    }
    return QString::fromUtf8(octets);
}

// The parts between ";", their escapes taken away (RFC 6350 3.4).
QStringList partsOf(const QString &value)
{
    QStringList out(QString{});
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u';') {
            out.append(QString());
        } else if (value[i] == u'\\' && i + 1 < value.size()) {
            const QChar next = value[++i];
            out.last() += next == u'n' || next == u'N' ? u' ' : next;
        } else {
            out.last() += value[i];
        }
    }
    return out;
}

// "Becker;Anna;Maria;Dr.;" is Dr. Anna Maria Becker.
QString nameOf(const QStringList &parts)
{
    QStringList out{parts.value(3), parts.value(1), parts.value(2), parts.value(0), parts.value(4)};
    return out.join(u' ').simplified();
}

struct Card {
    QString fullName; // FN
    QString name; // made of N
    QString organization; // ORG
    QStringList emails;

    void take(const Property &property)
    {
        if (property.name == "FN" && fullName.isEmpty())
            fullName = partsOf(decoded(property)).join(u';').simplified();
        else if (property.name == "N")
            name = nameOf(partsOf(decoded(property)));
        else if (property.name == "ORG")
            organization = partsOf(decoded(property)).first().simplified();
        else if (property.name == "EMAIL" && emails.size() < MostOfOneCard)
            emails.append(partsOf(decoded(property)).first().trimmed());
    }

    QList<Address> addresses() const
    {
        const QString shown = !fullName.isEmpty() ? fullName : !name.isEmpty() ? name : organization;
        QList<Address> out;
        for (QString email : emails) {
            if (email.startsWith("mailto:"_L1, Qt::CaseInsensitive))
                email.remove(0, 7);
            if (auto address = readMailbox(email))
                out.append({address->name.isEmpty() ? shown : address->name, address->email});
        }
        return out;
    }
};

} // namespace

QList<Address> addressesInCards(const QByteArray &octets)
{
    QList<Address> out;
    Card card;
    CardLines lines(octets);
    while (const auto line = lines.next()) {
        const auto property = propertyIn(*line);
        if (!property)
            continue;
        if (property->name == "BEGIN") {
            card = {};
        } else if (property->name == "END") {
            out += card.addresses();
            card = {};
            if (out.size() >= MostEntries)
                break;
        } else {
            card.take(*property);
        }
    }
    return out.first(std::min(out.size(), MostEntries));
}

QList<Address> addressesInFolder(const QString &directory)
{
    QList<Address> out;
    qint64 left = MostOctets;
    const QDir folder(directory);
    const QStringList names = folder.entryList({u"*.vcf"_s, u"*.vcard"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray octets = file.read(left);
        left -= octets.size();
        out += addressesInCards(octets);
        if (left <= 0 || out.size() >= MostEntries)
            break;
    }
    return out.first(std::min(out.size(), MostEntries));
}

} // namespace kw
