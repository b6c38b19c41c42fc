#include "core/store/filteredkeys.h"

#include "core/store/statement.h"

#include <algorithm>

// What hasWords() looks at.
#define KW_TEXT_COLUMNS ", m.subject, m.from_name, m.from_email, m.recipients, e.recipients, e.cc"
#define KW_TEXT_TABLES " LEFT JOIN envelope e ON e.message_id=m.id"

namespace kw {

namespace {

constexpr int AskEvery = 1000; // rows

// The literal numbers are Flag::Seen, Flagged, HasAttachment and Copy, Trait::ToMe and Known.
static_assert(int(Flag::Seen) == 1 && int(Flag::Flagged) == 4 && int(Flag::HasAttachment) == 65'536
              && int(Flag::Copy) == 131'072);

bool isStarredView(ViewId view)
{
    return view.isUnified() && view.role == FolderRole::Flagged;
}

} // namespace

FilteredKeys::FilteredKeys(Database &db, ViewId view, const PageFilter &filter,
                           const std::function<bool()> &stop)
    : m_db(db)
    , m_view(view)
    , m_filter(filter)
    , m_text(filter.text)
    , m_stop(stop)
{
}

QList<PageKey> FilteredKeys::below(PageKey after, qsizetype limit) const
{
    return merged(after, limit, true);
}

QList<PageKey> FilteredKeys::above(PageKey before, qsizetype limit) const
{
    return merged(before, limit, false);
}

QList<FolderId> FilteredKeys::foldersOfView() const
{
    if (!m_view.isUnified())
        return {m_view.folder};
    QList<FolderId> folders;
    Statement &query = m_db.prepared("SELECT id FROM folder WHERE role=?");
    query.bind(m_view.role);
    while (query.next())
        folders.append(FolderId(query.integer(0)));
    return folders;
}

// What the filter asks for, whatever the index already knows of it.
QByteArray FilteredKeys::rest() const
{
    QByteArray sql;
    if (m_filter.unreadOnly)
        sql += " AND (m.flags&1)=0";
    if (m_filter.starredOnly)
        sql += " AND (m.flags&4)<>0";
    if (m_filter.attachmentsOnly)
        sql += " AND (m.flags&65536)<>0";
    if (m_filter.toMeOnly)
        sql += " AND (m.traits&1)<>0";
    if (m_filter.knownOnly)
        sql += " AND (m.traits&2)<>0";
    if (!m_filter.tag.isEmpty()) // LIKE knows no case, as keywords (RFC 3501 2.3.2); of ASCII, which they are
        sql += " AND ' '||m.keywords||' ' LIKE ?6 ESCAPE '\\'";
    return sql;
}

// Starred mail is few, so that one index over all folders will do; everything else goes folder by folder.
QList<FilteredKeys::Walk> FilteredKeys::walks() const
{
    constexpr auto Starred = "m.hidden=0 AND (m.flags&4)<>0";
    if (isStarredView(m_view))
        return {{"message_flagged", QByteArray(Starred) + " AND (m.flags&131072)=0", {}, {}}};
    if (m_filter.starredOnly) {
        const QByteArray where = QByteArray(Starred)
            + (m_view.isUnified() ? " AND m.role=" + QByteArray::number(int(m_view.role))
                                  : " AND m.folder_id=" + QByteArray::number(raw(m_view.folder)));
        return {{"message_flagged", where, {}, {}}};
    }
    const QList<FolderId> folders = foldersOfView();
    if (!m_filter.tag.isEmpty())
        return taggedWalks(folders);
    QList<Walk> walks;
    for (const FolderId folder : folders) {
        const auto [index, where] = driver(folder);
        walks.append({index, where + " AND m.folder_id=?1", folder, {}});
    }
    return walks;
}

// Messages have few different sets of keywords, however many they are.
QList<FilteredKeys::Walk> FilteredKeys::taggedWalks(const QList<FolderId> &folders) const
{
    QList<Walk> walks;
    for (const QString &keywords : keywordSets()) {
        if (!keywords.split(QLatin1Char(' ')).contains(m_filter.tag, Qt::CaseInsensitive))
            continue;
        for (const FolderId folder : folders)
            walks.append({"message_folder_tagged",
                          "m.hidden=0 AND m.keywords IS NOT NULL AND m.keywords=?5 AND m.folder_id=?1",
                          folder, keywords});
    }
    return walks;
}

// Leaps through the index from each to the next.
QStringList FilteredKeys::keywordSets() const
{
    QStringList sets;
    Statement &query = m_db.prepared(
        "WITH RECURSIVE k(v) AS (SELECT (SELECT MIN(keywords) FROM message INDEXED BY message_folder_tagged "
        "WHERE hidden=0 AND keywords IS NOT NULL) UNION ALL SELECT (SELECT MIN(keywords) FROM message "
        "INDEXED "
        "BY message_folder_tagged WHERE hidden=0 AND keywords IS NOT NULL AND keywords>v) FROM k WHERE v IS "
        "NOT NULL) SELECT v FROM k WHERE v IS NOT NULL");
    query.bind();
    while (query.next())
        sets.append(query.text(0));
    return sets;
}

// Of the indexes that hold what is wanted, the one that holds least of this folder.
FilteredKeys::Driver FilteredKeys::driver(FolderId folder) const
{
    QList<Driver> drivers;
    if (m_filter.unreadOnly)
        drivers.append(Driver("message_folder_unread", "m.hidden=0 AND (m.flags&1)=0"));
    if (m_filter.attachmentsOnly)
        drivers.append(Driver("message_folder_attached", "m.hidden=0 AND (m.flags&65536)<>0"));
    if (m_filter.knownOnly)
        drivers.append(Driver("message_known", "m.hidden=0 AND (m.traits&2)<>0"));
    if (m_filter.toMeOnly)
        drivers.append(Driver("message_to_me", "m.hidden=0 AND (m.traits&1)<>0"));
    if (drivers.isEmpty())
        return {"message_folder", "m.hidden=0"};
    if (drivers.size() == 1)
        return drivers.first();
    const auto count = [&](const Driver &one) { return counted(folder, one); };
    return *std::ranges::min_element(drivers, {}, count);
}

// Up to a number from which on it makes no difference.
qint64 FilteredKeys::counted(FolderId folder, const Driver &driver) const
{
    const auto query
        = m_db.statement("SELECT COUNT(*) FROM (SELECT 1 FROM message m INDEXED BY " + driver.first
                         + " WHERE " + driver.second + " AND m.folder_id=?1 LIMIT 20000)");
    query->bind(folder);
    const qint64 count = query->next() ? query->integer(0) : 0;
    query->rewind();
    return count;
}

// The envelope has all recipients; without one there is what the list shows.
bool FilteredKeys::hasWords(const Statement &row) const
{
    const bool enveloped = !row.isNull(6) || !row.isNull(7);
    return m_text.fits({row.text(2), row.text(3) + QLatin1Char(' ') + row.text(4),
                        enveloped ? row.text(6) : row.text(5), row.text(7)});
}

QString FilteredKeys::tagPattern() const
{
    QString tag = m_filter.tag;
    for (const QChar special : {QLatin1Char('\\'), QLatin1Char('%'), QLatin1Char('_')})
        tag.replace(special, QLatin1Char('\\') + QString(special));
    return QLatin1StringView("% ") + tag + QLatin1StringView(" %");
}

std::optional<PageKey> FilteredKeys::keyIfHeld(MessageId id) const
{
    if (!m_one) {
        const QByteArray place = isStarredView(m_view) ? "(m.flags&4)<>0 AND (m.flags&131072)=0"
            : m_view.isUnified()                       ? "m.role=" + QByteArray::number(int(m_view.role))
                                 : "m.folder_id=" + QByteArray::number(raw(m_view.folder));
        m_one = m_db.statement("SELECT m.date, m.id" KW_TEXT_COLUMNS " FROM message m" KW_TEXT_TABLES
                               " WHERE m.id=?1 AND m.hidden=0 AND "
                               + place + rest() + " AND ?9 IS NULL");
    }
    m_one->bind(id);
    m_one->bindOne(6, tagPattern());
    std::optional<PageKey> key;
    if (m_one->next() && (m_filter.text.isEmpty() || hasWords(*m_one)))
        key = PageKey{m_one->integer(0), m_one->integer(1)};
    m_one->rewind();
    return key;
}

QList<PageKey> FilteredKeys::merged(PageKey from, qsizetype limit, bool newestFirst) const
{
    const bool textual = !m_filter.text.isEmpty();
    const QByteArray order = newestFirst ? " ORDER BY m.date DESC, m.id DESC" : " ORDER BY m.date, m.id";
    const QByteArray columns = textual ? KW_TEXT_COLUMNS : "";
    const QByteArray tables = textual ? KW_TEXT_TABLES : "";
    const QString tag = tagPattern();
    const auto isBefore = [newestFirst](PageKey a, PageKey b) { return newestFirst ? b < a : a < b; };
    QList<PageKey> keys;
    int looked = 0;
    for (const Walk &walk : walks()) {
        // What lies beyond the last of those found is not wanted any more.
        const bool bounded = keys.size() >= limit;
        const auto query = m_db.statement(
            "SELECT m.date, m.id" + columns + " FROM message m INDEXED BY " + walk.index + tables + " WHERE "
            + walk.where + (newestFirst ? " AND (m.date,m.id)<(?2,?3)" : " AND (m.date,m.id)>(?2,?3)")
            + (bounded ? (newestFirst ? " AND (m.date,m.id)>(?7,?8)" : " AND (m.date,m.id)<(?7,?8)") : "")
            + rest() + " AND ?9 IS NULL" // whatever is not asked for may be bound all the same
            + order + (textual ? "" : " LIMIT ?4"));
        query->bind(walk.folder, from.date, from.id, qint64(limit), walk.keywords, tag);
        if (bounded) {
            query->bindOne(7, keys.last().date);
            query->bindOne(8, keys.last().id);
        }
        const qsizetype had = keys.size();
        while (query->next()) {
            if (m_stop && ++looked % AskEvery == 0 && m_stop())
                return keys;
            if (textual && !hasWords(*query))
                continue;
            keys.append({query->integer(0), query->integer(1)});
            if (keys.size() - had >= limit)
                break;
        }
        query->rewind();
        std::inplace_merge(keys.begin(), keys.begin() + had, keys.end(), isBefore);
        if (keys.size() > limit)
            keys.resize(limit);
    }
    return keys;
}

} // namespace kw
