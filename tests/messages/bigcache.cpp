#include "messages/bigcache.h"

#include "core/store/database.h"

#include <QByteArray>

namespace kw::test {

Result<void> makeBigCache(const QString &directory, int messages)
{
    auto db = Database::open(directory, Database::Mode::ReadWrite);
    if (!db)
        return db.error();
    // Newest last, about nine minutes apart; threads of four.
    const QByteArray sql = R"sql(
BEGIN;
INSERT INTO account(id, key) VALUES(1, 'work'), (2, 'home');
INSERT INTO folder(id, account_id, path, separator, role) VALUES(1, 1, 'INBOX', '/', 1), (2, 2, 'INBOX', '/', 1);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
INSERT INTO message(folder_id, uid, role, date, flags, server_flags, size, header_hash, thread_id, from_name, from_email, subject,
                    preview)
SELECT 1 + i % 2, i, 1, 1700000000 + (i - %1) * 540 + i % 7 * 60, (i % 9 <> 0) + 4 * (i % 97 = 0) + 65536 * (i % 6 = 0),
       i % 9 <> 0, 2000 + i * 37 % 90000, i, i - i % 4 + 1,
       CASE i % 5 WHEN 0 THEN 'Anna Becker' WHEN 1 THEN 'Lars Hansen' WHEN 2 THEN 'Zoë O''Connor' WHEN 3 THEN '田中 美咲'
                  ELSE 'The Morning Brief' END,
       'sender' || (i % 5000) || '@example.org',
       CASE i % 3 WHEN 0 THEN 'Re: ' ELSE '' END || 'Quarterly forecast and what follows from it, part ' || i,
       CASE i % 4 WHEN 0 THEN 'Here are the numbers we discussed on Friday; the second sheet has the regional split ' || i END
FROM n;
INSERT INTO conversation(view, thread_id, date, count, unread, last_id)
SELECT -1, thread_id, MAX(date), COUNT(*), SUM((flags & 1) = 0), MAX(id) FROM message GROUP BY thread_id;
UPDATE folder SET total = (SELECT COUNT(*) FROM message WHERE folder_id = folder.id),
                  unread = (SELECT COUNT(*) FROM message WHERE folder_id = folder.id AND (flags & 1) = 0);
COMMIT;
)sql";
    return (*db)->execute(QByteArray(sql).replace("%1", QByteArray::number(messages)).constData());
}

} // namespace kw::test
