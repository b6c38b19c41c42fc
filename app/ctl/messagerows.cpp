#include "app/ctl/messagerows.h"

#include "app/ctl/words.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

QJsonObject rowJson(const Reading &reading, const MessageRow &row)
{
    const auto *folder = reading.folder(row.folder);
    return {{u"id"_s, raw(row.id)},
            {u"account"_s, reading.accountKey(row.account)},
            {u"folder"_s, folder ? folder->path : QString()},
            {u"uid"_s, isSet(row.uid) ? QJsonValue(qint64(raw(row.uid))) : QJsonValue(QJsonValue::Null)},
            {u"from"_s, addressJson(row.from)},
            {u"subject"_s, row.subject},
            {u"date"_s, isoDate(row.date)},
            {u"flags"_s, QJsonArray::fromStringList(flagWords(row.flags))},
            {u"keywords"_s, QJsonArray::fromStringList(row.keywords)},
            {u"size"_s, qint64(row.size)},
            {u"downloaded"_s, row.hasBody}};
}

QString marks(const MessageRow &row)
{
    QString text;
    text += row.flags & quint32(Flag::Seen) ? u' ' : u'●';
    text += row.flags & quint32(Flag::Flagged) ? u'★' : u' ';
    text += row.flags & quint32(Flag::HasAttachment) ? u'@' : u' ';
    return text;
}

Result<qint64> limitOf(const Arguments &arguments)
{
    if (!arguments.has(u"limit"_s))
        return qint64(50);
    bool ok = false;
    const auto limit = arguments.value(u"limit"_s).toLongLong(&ok);
    if (ok && limit > 0 && limit <= 10'000'000)
        return limit;
    return Error{ErrorKind::Invalid, u"--limit needs a number of messages from 1 to 10000000."_s, {}};
}

} // namespace kw::ctl
