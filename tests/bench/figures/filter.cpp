#include "bench/figures/bench.h"

#include "core/account/paths.h"
#include "core/store/database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

// Everything that a filter may ask for lies at the far end, where the list is read last: one in a hundred is
// unread, and so on. What is addressed to the person is half of all mail, as in an inbox.
Result<void> putAtFarEnd(const QString &cache, int rows)
{
    auto opened = Database::open(cache, Database::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    const auto oldest = [rows](int part, int skip = 0) {
        return " WHERE id IN (SELECT id FROM message ORDER BY date, id LIMIT "
            + QByteArray::number(rows / part) + " OFFSET " + QByteArray::number(skip) + ");";
    };
    const QByteArray sql = "BEGIN;"
                           "UPDATE message SET flags=(flags|1)&~65540, keywords=NULL, traits=(id&1);"
                           "UPDATE message SET flags=flags&~1"
        + oldest(100) + "UPDATE message SET flags=flags|65536" + oldest(50, rows / 200)
        + "UPDATE message SET flags=flags|4" + oldest(1000) + "UPDATE message SET traits=traits|2"
        + oldest(40, rows / 400) + "UPDATE message SET keywords='$label1 project'" + oldest(500)
        + "UPDATE folder SET unread=(SELECT COUNT(*) FROM message m WHERE m.folder_id=folder.id AND "
          "m.hidden=0 "
          "AND (m.flags&1)=0);"
          "COMMIT; PRAGMA wal_checkpoint(TRUNCATE);";
    return (*opened)->execute(sql.constData());
}

Result<void> copyOf(const QString &from, const QString &to, int rows)
{
    const Paths source = Paths::profile(from);
    const Paths copy = Paths::profile(to);
    if (const auto made = copy.create(); !made)
        return made.error();
    const QDir cache(source.cache);
    for (const QString &file : cache.entryList({u"*.db"_s}, QDir::Files)) {
        if (!QFile::copy(cache.filePath(file), copy.cache + u'/' + file))
            return Error{ErrorKind::Storage, u"Couldn't copy %1."_s.arg(file), {}};
    }
    return putAtFarEnd(copy.cache, rows);
}

} // namespace

QList<Figure> measureFilter(Bench &bench)
{
    Figure unread{u"filter_unread"_s, u"ms"_s, {}, Figure::Judge::Value, 50, {}, {}};
    Figure combined{u"filter_combined"_s, u"ms"_s, {}, Figure::Judge::Value, 50, {}, {}};
    const QString warm = bench.warmProfile(bench.large());
    const QTemporaryDir scratch(bench.options().buildDir + "/bench-cache/filter-XXXXXX"_L1);
    const auto copied = warm.isEmpty() ? Result<void>(Error{{}, bench.problem(), {}})
                                       : copyOf(warm, scratch.path(), bench.large());
    if (!copied) {
        unread.note = combined.note = copied.error().text;
        return {unread, combined};
    }
    for (int run = 0; run < bench.options().runs; ++run) {
        const auto child = bench.child({u"filter"_s, scratch.path()});
        if (child.answer.contains("error"_L1)) {
            unread.note = combined.note = child.answer.value("error"_L1).toString();
            break;
        }
        unread.samples.append({child.answer.value("unread_ms"_L1).toDouble(), 0});
        combined.samples.append({child.answer.value("combined_ms"_L1).toDouble(), 0});
        unread.note = u"slowest: %1"_s.arg(child.answer.value("unread_slowest"_L1).toString());
        combined.note = u"slowest: %1"_s.arg(child.answer.value("combined_slowest"_L1).toString());
    }
    return {unread, combined};
}

} // namespace kw::bench
