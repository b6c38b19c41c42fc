#include "core/parts/partformats.h"

#include <KContacts/Addressee>
#include <KContacts/VCardConverter>

#include <algorithm>
#include <cctype>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCards = 100;

// The library knows nothing of "item1.EMAIL:…" (RFC 2426 4), so the groups go before it comes.
QByteArray withoutGroups(const QByteArray &octets)
{
    QByteArray out;
    bool goesOn = false; // a soft break of quoted-printable
    for (const QByteArray &line : octets.split('\n')) {
        const auto isName = [](char c) { return isalnum(quint8(c)) || c == '-'; };
        const qsizetype size = std::find_if_not(line.begin(), line.end(), isName) - line.begin();
        const bool hasGroup = !goesOn && size > 0 && size + 1 < line.size() && line[size] == '.'
            && isalpha(quint8(line[size + 1]));
        out += QByteArrayView(line).sliced(hasGroup ? size + 1 : 0);
        out += '\n';
        goesOn = line.trimmed().endsWith('=');
    }
    return out;
}

// RFC 3966
QString withoutScheme(const QString &number)
{
    return number.startsWith("tel:"_L1, Qt::CaseInsensitive) ? number.sliced(4) : number;
}

// The library knows no "\;" outside of lists, and leaves CRLF.
QString textOf(QString text)
{
    return text.replace("\\;"_L1, ";"_L1).replace("\r\n"_L1, "\n"_L1);
}

QList<QUrl> pagesOf(const KContacts::Addressee &person)
{
    QList<QUrl> out;
    if (person.url().isValid())
        out.append(person.url().url());
    for (const KContacts::ResourceLocatorUrl &page : person.extraUrlList()) {
        if (!out.contains(page.url()))
            out.append(page.url());
    }
    return out;
}

ContactCard cardOf(const KContacts::Addressee &person)
{
    ContactCard out;
    out.name = person.formattedName();
    if (out.name.isEmpty())
        out.name = person.assembledName();
    out.organization = person.organization();
    out.title = person.title().isEmpty() ? person.role() : person.title();
    out.emails = person.emails();
    for (const KContacts::PhoneNumber &phone : person.phoneNumbers())
        out.phones.append(withoutScheme(phone.number()));
    for (const KContacts::Address &address : person.addresses()) {
        QStringList parts{address.street(), address.postalCode(), address.locality(), address.region(),
                          address.country()};
        parts.removeAll(QString());
        out.addresses.append(parts.join(QStringLiteral(", ")));
    }
    out.pages = pagesOf(person);
    out.note = textOf(person.note());
    out.birthday = person.birthday().date();
    return out;
}

} // namespace

PartFindings readCard(const QByteArray &octets)
{
    PartFindings out;
    for (const KContacts::Addressee &person :
         KContacts::VCardConverter().parseVCards(withoutGroups(octets))) {
        if (out.cards.size() < MostCards && !person.isEmpty())
            out.cards.append(cardOf(person));
    }
    return out;
}

PartFindings readAs(PartFormat format, const QByteArray &octets)
{
    switch (format) {
    case PartFormat::Tnef:
        return readTnef(octets);
    case PartFormat::Calendar:
        return readCalendar(octets);
    case PartFormat::Card:
        return readCard(octets);
    }
    return {};
}

} // namespace kw
