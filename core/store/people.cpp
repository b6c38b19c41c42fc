#include "core/store/people.h"

#include "core/store/mailinventory.h"
#include "core/store/statement.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace kw {

namespace {

constexpr double HalfLife = 60 * 86'400.0; // seconds
constexpr double Lasting = 0.1; // of its weight that no age takes away
constexpr double OfMachines = 0.01;

struct Sender {
    Address address;
    int times = 0;
    int inBulk = 0;
    qint64 last = -1;
};

double freshness(qint64 lately, qint64 now)
{
    const double age = double(std::max<qint64>(now - lately, 0));
    return Lasting + (1 - Lasting) * std::exp2(-age / HalfLife);
}

// Addresses as they are written, so that most rows find theirs without another spelling of it.
QHash<QString, Sender> sendersOfReadMail(Database &db)
{
    // The literal numbers are Flag::Seen and the roles of drafts, sent mail, trash and junk.
    static_assert(int(Flag::Seen) == 1 && int(FolderRole::Drafts) == 2 && int(FolderRole::Sent) == 3
                  && int(FolderRole::Trash) == 5 && int(FolderRole::Junk) == 6);
    QHash<QString, Sender> out;
    Statement &query
        = db.prepared("SELECT from_email, from_name, date, flags FROM message WHERE hidden=0 AND "
                      "(flags&1)<>0 AND role NOT IN (2,3,5,6) AND from_email IS NOT NULL");
    query.bind();
    while (query.next()) {
        Sender &sender = out[query.text(0)];
        ++sender.times;
        sender.inBulk += (query.number(3) & quint32(Flag::Bulk)) != 0 ? 1 : 0;
        if (query.integer(2) <= sender.last)
            continue;
        sender.last = query.integer(2);
        const QString name = query.text(1);
        if (!name.isEmpty() || sender.address.name.isEmpty())
            sender.address.name = name;
    }
    for (auto it = out.begin(); it != out.end(); ++it)
        it->address.email = it.key();
    return out;
}

void merge(Sender &into, const Sender &other)
{
    if (into.last < other.last && (!other.address.name.isEmpty() || into.address.name.isEmpty()))
        into.address = other.address;
    into.times += other.times;
    into.inBulk += other.inBulk;
    into.last = std::max(into.last, other.last);
}

QHash<QString, Sender> withoutCase(const QHash<QString, Sender> &asWritten)
{
    QHash<QString, Sender> out;
    out.reserve(asWritten.size());
    for (const Sender &sender : asWritten)
        merge(out[sender.address.email.toLower()], sender);
    return out;
}

// "anna@example.org" as a name says nothing.
QString usefulName(const Address &address)
{
    return address.name.compare(address.email, Qt::CaseInsensitive) == 0 ? QString() : address.name;
}

bool isComplete(const QString &email)
{
    const qsizetype at = email.indexOf(QLatin1Char('@'));
    return at > 0 && at + 1 < email.size();
}

} // namespace

double weightOfWritten(int times, qint64 lately, qint64 now)
{
    return 1 + std::max(times, 1) * freshness(lately, now);
}

double weightOfRead(int times, qint64 lately, qint64 now)
{
    return double(times) / (times + 10.0) * freshness(lately, now);
}

QList<KnownPerson> knownPeople(Database &db, qint64 now, int most)
{
    QHash<QString, Sender> senders = withoutCase(sendersOfReadMail(db));
    QList<KnownPerson> out;
    Statement &written = db.prepared("SELECT email, name, last, count FROM correspondent");
    written.bind();
    while (written.next()) {
        const QString email = written.text(0);
        // Nobody's own spelling of it is known; the sender's may be.
        const Sender sender = senders.take(email);
        KnownPerson person{{written.text(1), email},
                           weightOfWritten(int(written.integer(3)), written.integer(2), now)};
        if (person.address.name.isEmpty())
            person.address.name = sender.address.name;
        if (MailInventory::soundsLikeBulk(email))
            person.weight = 1; // an answer to a machine, once
        out.append(person);
    }
    for (const Sender &sender : std::as_const(senders)) {
        const bool machine
            = sender.inBulk * 2 > sender.times || MailInventory::soundsLikeBulk(sender.address.email);
        out.append(
            {sender.address, weightOfRead(sender.times, sender.last, now) * (machine ? OfMachines : 1)});
    }
    out.removeIf([](const KnownPerson &person) { return !isComplete(person.address.email); });
    std::ranges::sort(out, [](const KnownPerson &a, const KnownPerson &b) {
        return a.weight != b.weight ? a.weight > b.weight : a.address.email < b.address.email;
    });
    out.resize(std::min<qsizetype>(out.size(), most));
    for (KnownPerson &person : out)
        person.address.name = usefulName(person.address);
    return out;
}

} // namespace kw
