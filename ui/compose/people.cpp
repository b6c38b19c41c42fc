#include "ui/compose/people.h"

#include "core/compose/addressbook.h"
#include "core/store/people.h"
#include "ui/changes/storereader.h"
#include "ui/compose/peopleindex.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw {

namespace {

constexpr int Most = 50'000;
constexpr auto Coarsely = 5min; // reading all of a large cache takes a second of another core
constexpr double OfAddressBook = 0.5; // between those written to and those read now and then

// A name that the person gave counts more than what a sender calls himself.
QList<KnownPerson> withAddressBooks(QList<KnownPerson> people, const QList<Address> &entries)
{
    QHash<QString, qsizetype> at;
    for (qsizetype i = 0; i < people.size(); ++i)
        at.insert(people.at(i).address.email.toLower(), i);
    for (const Address &entry : entries) {
        const auto known = at.constFind(entry.email.toLower());
        if (known == at.cend()) {
            at.insert(entry.email.toLower(), people.size());
            people.append({entry, OfAddressBook});
            continue;
        }
        KnownPerson &person = people[*known];
        person.weight = std::max(person.weight, OfAddressBook);
        if (!entry.name.isEmpty())
            person.address.name = entry.name;
    }
    std::ranges::stable_sort(people, std::ranges::greater(), &KnownPerson::weight);
    return people;
}

} // namespace

People::People(const QString &cacheDirectory, const QString &configDirectory, QObject *parent)
    : QObject(parent)
    , m_contacts(configDirectory + "/contacts"_L1)
    , m_reader(new StoreReader(cacheDirectory, this))
{
    m_later.setSingleShot(true);
    m_later.setInterval(Coarsely);
    connect(&m_later, &QTimer::timeout, this, &People::reload);
    reload();
}

People::~People() = default;

void People::reload()
{
    m_later.stop();
    m_reader->read(
        this,
        [contacts = m_contacts](Database &db) {
            const auto known = knownPeople(db, QDateTime::currentSecsSinceEpoch(), Most);
            return std::make_shared<const PeopleIndex>(withAddressBooks(known, addressesInFolder(contacts)));
        },
        [this](const std::shared_ptr<const PeopleIndex> &index) {
            m_index = index;
            Q_EMIT loaded();
        });
}

void People::noteChanges(const ChangeSet &changes)
{
    const bool arrived = std::ranges::any_of(
        changes.messages, [](const MessageChange &change) { return change.isVisible && !change.wasVisible; });
    if (arrived && !m_later.isActive())
        m_later.start();
}

QList<Suggestion> People::suggest(const QString &typed, const QList<Address> &already, int most) const
{
    if (!m_index)
        return {};
    QSet<QString> without;
    for (const Address &address : already)
        without.insert(address.email.toLower());
    QList<Suggestion> out;
    for (const Address &address : m_index->find(typed, without, most))
        out.append({address});
    return out;
}

} // namespace kw
