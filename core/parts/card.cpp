#include "core/parts/partformats.h"

#include <KContacts/Addressee>
#include <KContacts/VCardConverter>

namespace kw {

namespace {

constexpr qsizetype MostCards = 100;

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
        out.phones.append(phone.number());
    for (const KContacts::Address &address : person.addresses()) {
        QStringList parts{address.street(), address.postalCode(), address.locality(), address.region(),
                          address.country()};
        parts.removeAll(QString());
        out.addresses.append(parts.join(QStringLiteral(", ")));
    }
    if (person.url().isValid())
        out.pages.append(person.url().url());
    for (const KContacts::ResourceLocatorUrl &page : person.extraUrlList())
        out.pages.append(page.url());
    out.note = person.note();
    out.birthday = person.birthday().date();
    return out;
}

} // namespace

PartFindings readCard(const QByteArray &octets)
{
    PartFindings out;
    for (const KContacts::Addressee &person : KContacts::VCardConverter().parseVCards(octets)) {
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
