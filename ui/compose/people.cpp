#include "ui/compose/people.h"

#include "core/compose/addressbook.h"
#include "core/store/people.h"
#include "ui/changes/storereader.h"
#include "ui/compose/peopleindex.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw {

namespace {

constexpr int Most = 50'000;
// Reading all of a large cache takes a second of another core, and longer where the disk is slow.
constexpr auto Coarsely = 5min;
constexpr int SeldomBy = 200; // times as long as reading took
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
    reload();
}

People::~People() = default;

void People::reload()
{
    m_stale = false;
    m_notBefore = QDeadlineTimer(Coarsely);
    m_reader->read(
        this,
        [contacts = m_contacts](Database &db) {
            QElapsedTimer timer;
            timer.start();
            const auto known = knownPeople(db, QDateTime::currentSecsSinceEpoch(), Most);
            auto index
                = std::make_shared<const PeopleIndex>(withAddressBooks(known, addressesInFolder(contacts)));
            return std::pair(std::shared_ptr<const PeopleIndex>(index), timer.durationElapsed());
        },
        [this](const auto &read) {
            m_index = read.first;
            const auto seldom = std::chrono::duration_cast<std::chrono::milliseconds>(read.second) * SeldomBy;
            m_notBefore = QDeadlineTimer(std::max<std::chrono::milliseconds>(Coarsely, seldom));
            Q_EMIT loaded();
        });
}

void People::noteChanges(const ChangeSet &changes)
{
    m_stale = m_stale || std::ranges::any_of(changes.messages, [](const MessageChange &change) {
                  return change.isVisible && !change.wasVisible;
              });
}

QList<Suggestion> People::suggest(const QString &typed, const QList<Address> &already, int most)
{
    if (m_stale && m_notBefore.hasExpired())
        reload(); // counts for what is typed next
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
