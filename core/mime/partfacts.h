#pragma once

#include "core/base/mailtypes.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

// What parts of a message say to a program rather than to a person, as plain values. Texts are made safe to
// show; everything in here was written by the sender and proves nothing.
namespace kw {

// What became of a message (RFC 3464), or that it was seen (RFC 8098).
struct DeliveryReport {
    enum class Outcome { Failed, Delayed, Delivered, Relayed, Expanded, Displayed, Deleted, Other };
    struct Recipient {
        QString address;
        Outcome outcome = Outcome::Other;
        QString status; // "5.1.1" (RFC 3463); empty where it is not told
        QString diagnostic; // what the server said, without the name of the protocol
        QString remoteServer;
        QDateTime retriedUntil; // invalid where it is not told
    };
    QString reportedBy; // a server's name
    QList<Recipient> recipients;
};

// An invitation or an answer to one (RFC 5545, 5546): the first event of the calendar.
struct Invitation {
    enum class Method { Publish, Request, Reply, Cancel, Add, Counter, Refresh };
    enum class Answer { None, NeedsAction, Accepted, Tentative, Declined, Delegated };
    struct Attendee {
        Address who;
        Answer answer = Answer::None;
        bool isOptional = false;
    };
    Method method = Method::Publish;
    QString uid;
    int sequence = 0;
    QString summary;
    QString location;
    QString description;
    Address organizer;
    QList<Attendee> attendees;
    QDateTime start; // in the zone that it was written in
    QDateTime end; // the first moment after it; invalid where it has none
    bool isAllDay = false;
    bool repeats = false;
    QString repetition; // RRULE as it stands there, for those who can read it
};

// A visiting card (RFC 6350).
struct ContactCard {
    QString name;
    QString organization;
    QString title;
    QStringList emails;
    QStringList phones;
    QStringList addresses; // one line each
    QList<QUrl> pages; // http and https
    QString note;
    QDate birthday;
};

// How to leave a list or newsletter (RFC 2369, RFC 8058).
struct Unsubscribing {
    QUrl page; // https or http
    bool oneClick = false; // an HTTPS POST to it does it
    QString mailTo; // mailto: address as it stands there
    bool isPossible() const { return !page.isEmpty() || !mailTo.isEmpty(); }
};

// Something on the network that the message's HTML wants to show; never loaded unless the person allows it.
struct RemoteContent {
    enum class Kind {
        Picture,
        Background,
        Tracker, // too small to be seen: it is there to tell the sender that the message was read
    };
    QString url; // http or https, encoded
    Kind kind = Kind::Picture;
};

// A link whose text reads like an address, so that it can be compared with where the link goes.
struct ShownLink {
    QString text;
    QString url;
};

} // namespace kw
