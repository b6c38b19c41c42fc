// What a told run says of one message.
#include "core/store/statement.h"
#include "tests/sync/property/world.h"

using namespace Qt::StringLiterals;

namespace kw::sim {

namespace {

// Every column of the rows, as "  what: 1 | 2 | NULL".
QString table(Database &db, const QString &what, const char *sql, const QString &subject)
{
    QString out;
    Statement &query = db.prepared(sql);
    query.bind(subject);
    while (query.next())
        out += u"\n      %1: %2"_s.arg(what, query.text(0));
    return out;
}

} // namespace

QString World::whereabouts(const QString &subject)
{
    QString out;
    for (const auto &[path, folder] : server.folders()) {
        for (const auto &[uid, message] : folder.messages) {
            if (message.mail->digest.subject == subject)
                out += u"\n      there: %1/%2 flags %3 %4"_s.arg(path)
                           .arg(uid)
                           .arg(message.bits)
                           .arg(message.keywords.join(u' '));
        }
    }
    if (!local.isRunning())
        return out;
    out += table(
        local.db(), u"here"_s,
        "SELECT format('%d in %s/%d flags %d of %d, pending %d, hidden %d, %s', m.id, f.path, m.uid, "
        "m.flags, m.server_flags, m.pending, m.hidden, m.keywords) FROM message m JOIN folder f ON "
        "f.id=m.folder_id WHERE m.subject=? ORDER BY m.id",
        subject);
    out += table(
        local.db(), u"op"_s,
        "SELECT format('%d of action %d: kind %d state %d phase %d message %d source %d from %d/%d to "
        "%d %s', id, action_id, kind, state, phase, message_id, source_id, src_folder, src_uid, "
        "dest_folder, error) FROM op WHERE header_hash IN (SELECT header_hash FROM message "
        "WHERE subject=?) ORDER BY id",
        subject);
    return out;
}

} // namespace kw::sim
