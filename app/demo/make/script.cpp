#include "app/demo/make/script.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kw::demo {

namespace {

constexpr auto BlockMark = "=== "_L1;
constexpr auto EachMark = "each: "_L1;

QStringList words(const QString &list, QChar separator)
{
    QStringList out;
    for (const QString &word : list.split(separator, Qt::SkipEmptyParts))
        out.append(word.trimmed());
    return out;
}

Flags flagsOf(const QStringList &names, QStringList &complaints)
{
    static const QHash<QString, Flag> known{{u"seen"_s, Flag::Seen},
                                            {u"flagged"_s, Flag::Flagged},
                                            {u"answered"_s, Flag::Answered},
                                            {u"draft"_s, Flag::Draft}};
    Flags flags;
    for (const QString &name : names) {
        if (known.contains(name))
            flags |= known.value(name);
        else if (name != "new"_L1)
            complaints.append(u"unknown flag %1"_s.arg(name));
    }
    return flags;
}

// "work INBOX 3d 09:12 seen": the account, the folder ("_" stands for a space), the age, the flags.
void readPlace(const QString &line, Item &item, QStringList &complaints)
{
    QStringList parts = words(line, u' ');
    if (parts.size() < 3) {
        complaints.append(u"no place in: %1"_s.arg(line));
        return;
    }
    item.account = parts.takeFirst();
    item.folder = parts.takeFirst().replace(u'_', u' ');
    item.age = parts.takeFirst();
    if (!parts.isEmpty() && parts.constFirst().contains(u':'))
        item.age += u' ' + parts.takeFirst();
    item.flags = flagsOf(parts, complaints);
}

bool readOwnField(const QString &name, const QString &value, Item &item)
{
    const QHash<QString, QString *> texts{{u"id"_s, &item.id},           {u"re"_s, &item.re},
                                          {u"from"_s, &item.from},       {u"subject"_s, &item.subject},
                                          {u"html"_s, &item.html},       {u"report"_s, &item.report},
                                          {u"charset"_s, &item.charset}, {u"encoding"_s, &item.encoding}};
    const QHash<QString, QStringList *> lists{{u"to"_s, &item.to},
                                              {u"cc"_s, &item.cc},
                                              {u"inline"_s, &item.inlined},
                                              {u"attach"_s, &item.attached}};
    const QHash<QString, bool *> switches{{u"flowed"_s, &item.flowed}, {u"invitation"_s, &item.invitation}};
    if (texts.contains(name))
        *texts.value(name) = value;
    else if (lists.contains(name))
        *lists.value(name) = words(value, u',');
    else if (switches.contains(name))
        *switches.value(name) = true;
    else
        return false;
    return true;
}

Item readItem(const QString &block, const QStringList &values, QStringList &complaints)
{
    Item item;
    item.values = values;
    const QString text = filled(block, values);
    const qsizetype headEnd = text.indexOf("\n\n"_L1);
    item.body = headEnd < 0 ? QString() : text.mid(headEnd + 2).trimmed() + u'\n';
    QStringList lines = text.left(headEnd).split(u'\n', Qt::SkipEmptyParts);
    readPlace(lines.takeFirst(), item, complaints);
    for (const QString &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(colon).trimmed();
        const QString value = line.mid(colon + 1).trimmed();
        if (colon < 1)
            complaints.append(u"not a field: %1"_s.arg(line));
        else if (!readOwnField(name, value, item))
            item.headers.append({name, value});
    }
    return item;
}

} // namespace

QString filled(QString text, const QStringList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        text.replace(u"{%1}"_s.arg(i + 1), values.at(i));
    return text;
}

QList<Item> parseScript(const QString &text, QStringList &complaints)
{
    QList<Item> items;
    const QStringList blocks = (u'\n' + text).split(u'\n' + BlockMark);
    for (qsizetype i = 1; i < blocks.size(); ++i) {
        QStringList kept;
        QStringList each;
        for (const QString &line : blocks.at(i).split(u'\n')) {
            if (line.startsWith(EachMark))
                each.append(line.mid(EachMark.size()));
            else
                kept.append(line);
        }
        const QString block = kept.join(u'\n');
        if (each.isEmpty())
            items.append(readItem(block, {}, complaints));
        for (const QString &line : std::as_const(each))
            items.append(readItem(block, words(line, u'|'), complaints));
    }
    return items;
}

QList<Person> parsePeople(const QString &text, QStringList &complaints)
{
    QList<Person> people;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList parts = words(line, u'|');
        if (parts.size() == 4)
            people.append({parts.at(0), parts.at(1), parts.at(2), parts.at(3).toInt()});
        else
            complaints.append(u"not a person: %1"_s.arg(line));
    }
    return people;
}

qint64 dateOf(const QString &age, qint64 nowSeconds)
{
    static const QRegularExpression relative(u"^(\\d+)([mh])$"_s);
    static const QRegularExpression onDay(u"^(\\d+)d (\\d\\d):(\\d\\d)$"_s);
    if (const auto match = relative.match(age); match.hasMatch())
        return nowSeconds - match.captured(1).toLongLong() * (match.captured(2) == "h"_L1 ? 3600 : 60);
    const auto match = onDay.match(age);
    if (!match.hasMatch())
        return -1;
    const QDate day = QDateTime::fromSecsSinceEpoch(nowSeconds, QTimeZone::UTC)
                          .date()
                          .addDays(-match.captured(1).toInt());
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt());
    return QDateTime(day, time, QTimeZone::UTC).toSecsSinceEpoch();
}

} // namespace kw::demo
