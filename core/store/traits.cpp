#include "core/store/traits.h"

#include "core/store/messagerow.h"
#include "core/store/statement.h"

#include <algorithm>

namespace kw {

namespace {

constexpr qint64 Slice = 5000; // rows: some milliseconds

// Within a line of addresses as Envelopes keeps it: "Anna Becker <anna@example.org>, lars@example.org".
bool names(const QString &line, const QString &address)
{
    for (qsizetype at = line.indexOf(address, 0, Qt::CaseInsensitive); at >= 0;
         at = line.indexOf(address, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + address.size();
        const bool begins = at == 0 || line[at - 1] == u'<' || line[at - 1] == u' ';
        if (begins && (end == line.size() || line[end] == u'>' || line[end] == u','))
            return true;
    }
    return false;
}

} // namespace

Traits::Traits(Database &db)
    : m_db(db)
{
}

bool Traits::isOwn(const Address &address) const
{
    if (address.email.isEmpty())
        return false;
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM own_address WHERE email=?)");
    query.bind(address.email.toLower());
    return query.holds();
}

bool Traits::isToMe(const HeaderDigest &digest) const
{
    const auto own = [this](const Address &address) { return isOwn(address); };
    return std::ranges::any_of(digest.to, own) || std::ranges::any_of(digest.cc, own);
}

quint32 Traits::of(const HeaderDigest &digest) const
{
    quint32 traits = isToMe(digest) ? quint32(Trait::ToMe) : 0;
    if (digest.from.email.isEmpty())
        return traits;
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM correspondent WHERE email=?)");
    query.bind(digest.from.email.toLower());
    return query.holds() ? traits | quint32(Trait::Known) : traits;
}

void Traits::headerRead(MessageId id, const HeaderDigest &digest)
{
    if (isToMe(digest))
        set(id, Trait::ToMe, true);
}

void Traits::set(MessageId id, Trait trait, bool on)
{
    Statement &query = m_db.prepared(
        "UPDATE message SET traits=CASE WHEN ?3 THEN traits|?2 ELSE traits&~?2 END WHERE id=?1 AND "
        "((traits&?2)<>0)<>?3 RETURNING id");
    query.bind(id, trait, on);
    const bool changed = query.next();
    query.rewind();
    if (!changed)
        return;
    if (const auto row = storedMessage(m_db, id))
        m_db.changes().message(id, row->place(), row->place());
}

void Traits::setOwnAddresses(const QStringList &addresses)
{
    QStringList wanted;
    for (const QString &address : addresses)
        wanted.append(address.toLower());
    wanted.sort();
    wanted.removeDuplicates();
    QStringList known;
    Statement &query = m_db.prepared("SELECT email FROM own_address ORDER BY email");
    query.bind();
    while (query.next())
        known.append(query.text(0));
    known.sort();
    if (known == wanted)
        return;
    m_db.prepared("DELETE FROM own_address").run();
    for (const QString &address : std::as_const(wanted))
        m_db.prepared("INSERT INTO own_address VALUES(?)").bind(address).run();
    walkFromTop(Trait::ToMe);
}

// --- rows that are there already

void Traits::walkFromTop(Trait trait)
{
    m_db.prepared("INSERT OR REPLACE INTO trait_walk SELECT ?, COALESCE(MAX(id),0)+1 FROM message")
        .bind(trait)
        .run();
}

// 0: no walk is under way.
qint64 Traits::below(Trait trait) const
{
    Statement &query = m_db.prepared("SELECT below FROM trait_walk WHERE trait=?");
    query.bind(trait);
    const qint64 id = query.next() ? query.integer(0) : 0;
    query.rewind();
    return id;
}

bool Traits::walkedTo(Trait trait, qint64 id)
{
    if (id > 0)
        m_db.prepared("UPDATE trait_walk SET below=?2 WHERE trait=?1").bind(trait, id).run();
    else
        m_db.prepared("DELETE FROM trait_walk WHERE trait=?").bind(trait).run();
    return id > 0;
}

bool Traits::walkSome()
{
    return walkToMe() || walkKnown();
}

bool Traits::walkToMe()
{
    const qint64 end = below(Trait::ToMe);
    if (end == 0)
        return false;
    QStringList own;
    Statement &addresses = m_db.prepared("SELECT email FROM own_address");
    addresses.bind();
    while (addresses.next())
        own.append(addresses.text(0));
    const qint64 begin = std::max<qint64>(end - Slice, 0);
    QList<std::pair<MessageId, bool>> changed;
    Statement &rows
        = m_db.prepared("SELECT m.id, m.traits, e.recipients, e.cc FROM message m LEFT JOIN envelope e ON "
                        "e.message_id=m.id WHERE m.id>=? AND m.id<?");
    rows.bind(begin, end);
    while (rows.next()) {
        const QString lines[] = {rows.text(2), rows.text(3)};
        const bool is = std::ranges::any_of(own, [&lines](const QString &address) {
            return names(lines[0], address) || names(lines[1], address);
        });
        if (is != ((rows.number(1) & quint32(Trait::ToMe)) != 0))
            changed.append({MessageId(rows.integer(0)), is});
    }
    for (const auto &[id, is] : std::as_const(changed))
        set(id, Trait::ToMe, is);
    walkedTo(Trait::ToMe, begin);
    return true; // and then perhaps the other walk
}

// Those whose address was not known when they came. Who becomes known while a walk is under way waits for the
// next one.
bool Traits::walkKnown()
{
    qint64 end = below(Trait::Known);
    if (end == 0) {
        Statement &waits = m_db.prepared("SELECT EXISTS(SELECT 1 FROM known_anew)");
        waits.bind();
        if (!waits.holds())
            return false;
        m_db.prepared("UPDATE known_anew SET walking=1").run();
        walkFromTop(Trait::Known);
        end = below(Trait::Known);
    }
    const qint64 begin = std::max<qint64>(end - Slice, 0);
    QList<MessageId> found;
    Statement &rows = m_db.prepared("SELECT id FROM message WHERE id>=? AND id<? AND (traits&2)=0 AND "
                                    "lower(from_email) IN (SELECT email FROM known_anew WHERE walking=1)");
    rows.bind(begin, end);
    while (rows.next())
        found.append(MessageId(rows.integer(0)));
    for (const MessageId id : std::as_const(found))
        set(id, Trait::Known, true);
    if (!walkedTo(Trait::Known, begin))
        m_db.prepared("DELETE FROM known_anew WHERE walking=1").run();
    return true;
}

} // namespace kw
