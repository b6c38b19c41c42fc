#include "core/store/acquaintances.h"

#include "core/store/statement.h"

#include <QRegularExpression>
#include <QSet>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QString likePattern(QString text)
{
    return u'%' + text.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1) + u'%';
}

} // namespace

Acquaintances::Acquaintances(Database &db)
    : m_db(db)
{
}

bool Acquaintances::hasWrittenTo(const QString &email) const
{
    if (email.isEmpty())
        return false;
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM message WHERE hidden=0 AND role=?1 AND "
                                     "recipients LIKE ?2 ESCAPE '\\')");
    query.bind(FolderRole::Sent, likePattern(email));
    return query.holds();
}

bool Acquaintances::hasHeardFrom(const QString &email, MessageId before) const
{
    if (email.isEmpty())
        return false;
    // Another message's copy in a second folder is no older mail: the date must differ.
    Statement &query = m_db.prepared(
        "SELECT EXISTS(SELECT 1 FROM message WHERE from_email=?1 COLLATE NOCASE AND id<>?2 AND "
        "date<(SELECT date FROM message WHERE id=?2))");
    query.bind(email, before);
    return query.holds();
}

QStringList Acquaintances::writtenTo(int most) const
{
    static const QRegularExpression address(u"[^\\s<>,;\"()]+@[^\\s<>,;\"()]+"_s);
    QStringList out;
    QSet<QString> seen;
    Statement &query = m_db.prepared("SELECT recipients FROM message WHERE hidden=0 AND role=?1 "
                                     "ORDER BY date DESC, id DESC LIMIT 20000");
    query.bind(FolderRole::Sent);
    while (out.size() < most && query.next()) {
        auto found = address.globalMatch(query.text(0));
        while (found.hasNext() && out.size() < most) {
            const QString email = found.next().captured().toLower();
            if (!seen.contains(email)) {
                seen.insert(email);
                out.append(email);
            }
        }
    }
    query.rewind();
    return out;
}

} // namespace kw
