#include "app/ctl/partjson.h"

#include "app/ctl/words.h"

#include <QJsonArray>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

template <class Enum, size_t N> QString wordOf(Enum value, const std::array<const char *, N> &words)
{
    return QString::fromLatin1(words.at(size_t(value)));
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate))
                          : QJsonValue();
}

QString outcome(DeliveryReport::Outcome value)
{
    static constexpr std::array words{"failed",   "delayed",   "delivered", "relayed",
                                      "expanded", "displayed", "deleted",   "other"};
    return wordOf(value, words);
}

QString answer(Invitation::Answer value)
{
    static constexpr std::array words{"none",      "needs-action", "accepted",
                                      "tentative", "declined",     "delegated"};
    return wordOf(value, words);
}

QString method(Invitation::Method value)
{
    static constexpr std::array words{"publish", "request", "reply", "cancel", "add", "counter", "refresh"};
    return wordOf(value, words);
}

} // namespace

QJsonValue reportJson(const MessageView &view)
{
    if (!view.report)
        return {};
    QJsonArray recipients;
    for (const DeliveryReport::Recipient &one : view.report->recipients)
        recipients.append(QJsonObject{{u"address"_s, one.address},
                                      {u"outcome"_s, outcome(one.outcome)},
                                      {u"status"_s, textOrNull(one.status)},
                                      {u"diagnostic"_s, textOrNull(one.diagnostic)},
                                      {u"remote_server"_s, textOrNull(one.remoteServer)},
                                      {u"retried_until"_s, timeOrNull(one.retriedUntil)}});
    return QJsonObject{{u"reported_by"_s, textOrNull(view.report->reportedBy)},
                       {u"recipients"_s, recipients}};
}

QJsonValue invitationJson(const MessageView &view)
{
    if (!view.invitation)
        return {};
    const Invitation &one = *view.invitation;
    QJsonArray attendees;
    for (const Invitation::Attendee &attendee : one.attendees)
        attendees.append(QJsonObject{{u"name"_s, attendee.who.name},
                                     {u"email"_s, attendee.who.email},
                                     {u"answer"_s, answer(attendee.answer)},
                                     {u"optional"_s, attendee.isOptional}});
    const auto day = [&one](const QDateTime &time) {
        return one.isAllDay && time.isValid() ? QJsonValue(time.date().toString(Qt::ISODate))
                                              : timeOrNull(time);
    };
    return QJsonObject{{u"method"_s, method(one.method)},
                       {u"uid"_s, one.uid},
                       {u"sequence"_s, one.sequence},
                       {u"summary"_s, one.summary},
                       {u"location"_s, textOrNull(one.location)},
                       {u"description"_s, textOrNull(one.description)},
                       {u"organizer"_s, addressJson(one.organizer)},
                       {u"attendees"_s, attendees},
                       {u"start"_s, day(one.start)},
                       {u"end"_s, day(one.end)},
                       {u"all_day"_s, one.isAllDay},
                       {u"repeats"_s, one.repeats}};
}

QJsonArray cardsJson(const MessageView &view)
{
    QJsonArray out;
    for (const ContactCard &card : view.cards) {
        QJsonArray pages;
        for (const QUrl &page : card.pages)
            pages.append(page.toString(QUrl::FullyEncoded));
        out.append(QJsonObject{{u"name"_s, card.name},
                               {u"organization"_s, textOrNull(card.organization)},
                               {u"title"_s, textOrNull(card.title)},
                               {u"emails"_s, QJsonArray::fromStringList(card.emails)},
                               {u"phones"_s, QJsonArray::fromStringList(card.phones)},
                               {u"addresses"_s, QJsonArray::fromStringList(card.addresses)},
                               {u"pages"_s, pages},
                               {u"note"_s, textOrNull(card.note)},
                               {u"birthday"_s, textOrNull(card.birthday.toString(Qt::ISODate))}});
    }
    return out;
}

QJsonValue unsubscribeJson(const MessageView &view)
{
    if (!view.unsubscribing.isPossible())
        return {};
    return QJsonObject{{u"page"_s, textOrNull(view.unsubscribing.page.toString(QUrl::FullyEncoded))},
                       {u"one_click"_s, view.unsubscribing.oneClick},
                       {u"mailto"_s, textOrNull(view.unsubscribing.mailTo)}};
}

} // namespace kw::ctl
