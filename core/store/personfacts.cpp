#include "core/store/personfacts.h"

#include "core/store/bodystore.h"
#include "core/store/envelopes.h"
#include "core/store/statement.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kw {

namespace {

constexpr int AskEvery = 2000; // rows
constexpr qsizetype MostNames = 6;
constexpr qsizetype MostOthers = 6;

// The keys of `counts`, those that occur most first.
QStringList mostUsual(const QHash<QString, qint64> &counts, qsizetype most)
{
    QStringList out = counts.keys();
    std::ranges::sort(out, [&counts](const QString &a, const QString &b) {
        return counts.value(a) != counts.value(b) ? counts.value(a) > counts.value(b) : a < b;
    });
    return out.mid(0, most);
}

class Gathering
{
public:
    Gathering(Database &db, const Address &person, const std::function<bool()> &stop)
        : m_db(db)
        , m_name(person.name)
        , m_stop(stop)
    {
        m_facts.email = person.email.toLower();
    }

    std::optional<PersonFacts> run()
    {
        if (m_facts.email.isEmpty() || !readTheirs() || !readOurs())
            return {};
        m_facts.names = mostUsual(m_names, MostNames);
        m_facts.alsoAs = mostUsual(m_others, MostOthers);
        std::ranges::stable_sort(m_facts.attached, std::greater(), &PersonFacts::Attached::date);
        return m_facts;
    }

private:
    bool isStopped() { return m_stop && ++m_rows % AskEvery == 0 && m_stop(); }

    void met(qint64 date)
    {
        if (date <= 0)
            return;
        m_facts.first = m_facts.first == 0 ? date : std::min(m_facts.first, date);
        m_facts.last = std::max(m_facts.last, date);
    }

    // Theirs and, in the same walk, what came under their name from elsewhere. 5 and 6: trash and junk.
    bool readTheirs()
    {
        static_assert(int(FolderRole::Trash) == 5 && int(FolderRole::Junk) == 6);
        Statement &query = m_db.prepared(
            "SELECT id, folder_id, date, flags, from_name, from_email, subject, header_hash FROM message "
            "WHERE "
            "hidden=0 AND role NOT IN (5,6) AND (flags&131072)=0 AND (from_email=?1 COLLATE NOCASE OR "
            "(from_name=?2 COLLATE NOCASE AND from_email IS NOT NULL)) ORDER BY id DESC");
        query.bind(m_facts.email, m_name);
        while (query.next()) {
            if (isStopped()) {
                query.rewind();
                return false;
            }
            const QString email = query.text(5).toLower();
            if (email != m_facts.email)
                ++m_others[email];
            else
                readOne(query);
        }
        return true;
    }

    void readOne(const Statement &row)
    {
        const qint64 header = row.integer(7);
        if (header != 0 && m_seen.contains(header))
            return;
        m_seen.insert(header);
        ++m_facts.from;
        met(row.integer(2));
        if (const QString name = row.text(4); !name.isEmpty())
            ++m_names[name];
        if ((row.number(3) & quint32(Flag::HasAttachment)) == 0)
            return;
        m_facts.attached.append(
            {MessageId(row.integer(0)), FolderId(row.integer(1)), row.integer(2), row.text(6)});
        if (m_facts.attached.size() <= 2 * PersonFacts::MostAttached)
            return;
        std::ranges::stable_sort(m_facts.attached, std::greater(), &PersonFacts::Attached::date);
        m_facts.attached.resize(PersonFacts::MostAttached);
    }

    bool readOurs()
    {
        static_assert(int(FolderRole::Sent) == 3);
        Statement &query = m_db.prepared(
            "SELECT m.date, e.recipients, e.cc FROM message m JOIN envelope e ON e.message_id=m.id WHERE "
            "m.role=3 AND m.role>0 AND m.hidden=0 AND (instr(lower(e.recipients),?1)>0 OR "
            "instr(lower(e.cc),?1)>0)");
        query.bind(m_facts.email);
        while (query.next()) {
            if (isStopped()) {
                query.rewind();
                return false;
            }
            if (!emailsIn(query.text(1)).contains(m_facts.email)
                && !emailsIn(query.text(2)).contains(m_facts.email))
                continue;
            ++m_facts.to;
            met(query.integer(0));
        }
        return true;
    }

    Database &m_db;
    const QString m_name;
    const std::function<bool()> &m_stop;
    PersonFacts m_facts;
    QHash<QString, qint64> m_names;
    QHash<QString, qint64> m_others;
    QSet<qint64> m_seen; // by header: a message may lie in several folders
    int m_rows = 0;
};

} // namespace

std::optional<PersonFacts> personFacts(Database &db, const Address &person, const std::function<bool()> &stop)
{
    auto facts = Gathering(db, person, stop).run();
    if (facts && facts->attached.size() > PersonFacts::MostAttached)
        facts->attached.resize(PersonFacts::MostAttached);
    return facts;
}

std::optional<StoredBody> attachedText(Database &db, MessageId message)
{
    return BodyStore(db).get(message);
}

} // namespace kw
