#include "core/mime/formats/partfindings.h"

#include "core/mime/charset.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QHash>
#include <QTimeZone>

#include <array>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostItems = 1000;
constexpr qsizetype LongestLine = 2000;
constexpr qsizetype LongestText = 200'000;

struct FormatName {
    PartFormat format;
    QLatin1StringView name;
};
constexpr std::array<FormatName, 3> FormatNames{FormatName{PartFormat::Tnef, "tnef"_L1},
                                                FormatName{PartFormat::Calendar, "calendar"_L1},
                                                FormatName{PartFormat::Card, "card"_L1}};

// The members of a map by their names. QCborMap's own search crashes over some maps that are keys themselves.
class Members
{
public:
    explicit Members(const QCborMap &map)
    {
        for (auto it = map.constBegin(); it != map.constEnd(); ++it) {
            if (it.key().isString())
                m_values.insert(it.key().toString(), it.value());
        }
    }
    QCborValue operator[](const QString &name) const { return m_values.value(name); }

private:
    QHash<QString, QCborValue> m_values;
};

// A line to be shown.
QString line(const QCborValue &value)
{
    return withoutTricks(value.toString().left(LongestLine)).simplified();
}

// A text of several lines to be shown.
QString lines(const QCborValue &value)
{
    QStringList out;
    const QString text = value.toString().left(LongestText);
    for (const QStringView one : QStringView(text).tokenize(u'\n'))
        out.append(withoutTricks(one.toString()));
    return out.join(u'\n');
}

template <class T> int number(const QCborValue &value, T last)
{
    const qint64 n = value.toInteger();
    return n >= 0 && n <= qint64(last) ? int(n) : 0;
}

template <class T, class Write> QCborArray arrayOf(const QList<T> &list, Write write)
{
    QCborArray out;
    for (const T &one : list)
        out.append(write(one));
    return out;
}

template <class T, class Read> QList<T> listOf(const QCborValue &value, Read read)
{
    QList<T> out;
    const QCborArray array = value.toArray();
    for (qsizetype i = 0; i < std::min(array.size(), MostItems); ++i)
        out.append(read(array.at(i)));
    return out;
}

QCborValue written(const Address &address)
{
    return QCborArray{address.name, address.email};
}

Address addressFrom(const QCborValue &value)
{
    const QCborArray pair = value.toArray();
    return {line(pair.at(0)), line(pair.at(1))};
}

// The zone is kept, so that a time can be told as it was written.
QCborValue written(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return QCborArray{time.toMSecsSinceEpoch(), QString::fromLatin1(time.timeZone().id()),
                      time.timeSpec() == Qt::LocalTime};
}

QDateTime timeFrom(const QCborValue &value)
{
    const QCborArray array = value.toArray();
    if (array.size() < 3 || !array.at(0).isInteger())
        return {};
    const QTimeZone zone(array.at(1).toString().left(100).toLatin1());
    const bool floats = array.at(2).toBool() || !zone.isValid();
    return QDateTime::fromMSecsSinceEpoch(array.at(0).toInteger(),
                                          floats ? QTimeZone(QTimeZone::LocalTime) : zone);
}

QCborValue written(const FoundFile &file)
{
    return QCborArray{file.name, file.octets, file.mimeType, file.damaged, file.contentId};
}

FoundFile fileFrom(const QCborValue &value)
{
    const QCborArray array = value.toArray();
    return {array.at(0).toByteArray().left(LongestLine), array.at(1).toByteArray(),
            array.at(2).toByteArray().left(100).toLower(), array.at(3).toBool(),
            array.at(4).toByteArray().left(LongestLine)};
}

QCborValue written(const Invitation::Attendee &attendee)
{
    return QCborArray{written(attendee.who), int(attendee.answer), attendee.isOptional};
}

Invitation::Attendee attendeeFrom(const QCborValue &value)
{
    const QCborArray array = value.toArray();
    return {addressFrom(array.at(0)), Invitation::Answer(number(array.at(1), Invitation::Answer::Delegated)),
            array.at(2).toBool()};
}

QCborValue written(const Invitation &one)
{
    return QCborMap{
        {u"method"_s, int(one.method)},
        {u"uid"_s, one.uid},
        {u"sequence"_s, one.sequence},
        {u"summary"_s, one.summary},
        {u"location"_s, one.location},
        {u"description"_s, one.description},
        {u"organizer"_s, written(one.organizer)},
        {u"attendees"_s, arrayOf(one.attendees, [](const auto &a) { return written(a); })},
        {u"start"_s, written(one.start)},
        {u"end"_s, written(one.end)},
        {u"allDay"_s, one.isAllDay},
        {u"repeats"_s, one.repeats},
        {u"repetition"_s, one.repetition},
    };
}

Invitation invitationFrom(const QCborValue &value)
{
    const Members map(value.toMap());
    Invitation out;
    out.method = Invitation::Method(number(map[u"method"_s], Invitation::Method::Refresh));
    out.uid = line(map[u"uid"_s]);
    out.sequence = int(std::clamp<qint64>(map[u"sequence"_s].toInteger(), 0, 1'000'000));
    out.summary = line(map[u"summary"_s]);
    out.location = line(map[u"location"_s]);
    out.description = lines(map[u"description"_s]);
    out.organizer = addressFrom(map[u"organizer"_s]);
    out.attendees = listOf<Invitation::Attendee>(map[u"attendees"_s], attendeeFrom);
    out.start = timeFrom(map[u"start"_s]);
    out.end = timeFrom(map[u"end"_s]);
    out.isAllDay = map[u"allDay"_s].toBool();
    out.repeats = map[u"repeats"_s].toBool();
    out.repetition = line(map[u"repetition"_s]);
    return out;
}

QCborValue written(const ContactCard &card)
{
    return QCborMap{
        {u"name"_s, card.name},
        {u"organization"_s, card.organization},
        {u"title"_s, card.title},
        {u"emails"_s, QCborArray::fromStringList(card.emails)},
        {u"phones"_s, QCborArray::fromStringList(card.phones)},
        {u"addresses"_s, QCborArray::fromStringList(card.addresses)},
        {u"pages"_s, arrayOf(card.pages, [](const QUrl &url) { return QCborValue(url.toString()); })},
        {u"note"_s, card.note},
        {u"birthday"_s, card.birthday.toString(Qt::ISODate)},
    };
}

ContactCard cardFrom(const QCborValue &value)
{
    const Members map(value.toMap());
    ContactCard out;
    out.name = line(map[u"name"_s]);
    out.organization = line(map[u"organization"_s]);
    out.title = line(map[u"title"_s]);
    out.emails = listOf<QString>(map[u"emails"_s], line);
    out.phones = listOf<QString>(map[u"phones"_s], line);
    out.addresses = listOf<QString>(map[u"addresses"_s], line);
    for (const QString &page : listOf<QString>(map[u"pages"_s], line)) {
        const QUrl url(page, QUrl::StrictMode);
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
            out.pages.append(url);
    }
    out.note = lines(map[u"note"_s]);
    out.birthday = QDate::fromString(map[u"birthday"_s].toString(), Qt::ISODate);
    return out;
}

} // namespace

QString nameOf(PartFormat format)
{
    const auto *found = std::find_if(FormatNames.begin(), FormatNames.end(),
                                     [format](const FormatName &one) { return one.format == format; });
    return found->name;
}

bool readFormat(const QString &name, PartFormat *format)
{
    const auto *found = std::find_if(FormatNames.begin(), FormatNames.end(),
                                     [&name](const FormatName &one) { return one.name == name; });
    if (found == FormatNames.end())
        return false;
    *format = found->format;
    return true;
}

QByteArray toOctets(const PartFindings &findings)
{
    const QCborMap map{
        {u"files"_s, arrayOf(findings.files, [](const auto &file) { return written(file); })},
        {u"text"_s, findings.text},
        {u"html"_s, findings.html},
        {u"invitations"_s, arrayOf(findings.invitations, [](const auto &one) { return written(one); })},
        {u"cards"_s, arrayOf(findings.cards, [](const auto &card) { return written(card); })},
    };
    return map.toCborValue().toCbor();
}

PartFindings findingsFrom(const QByteArray &octets)
{
    const Members map(QCborValue::fromCbor(octets).toMap());
    PartFindings out;
    out.files = listOf<FoundFile>(map[u"files"_s], fileFrom);
    out.text = map[u"text"_s].toString();
    out.html = map[u"html"_s].toString();
    out.invitations = listOf<Invitation>(map[u"invitations"_s], invitationFrom);
    out.cards = listOf<ContactCard>(map[u"cards"_s], cardFrom);
    return out;
}

} // namespace kw
