#include "app/demo/make/assembler.h"

#include "app/demo/make/attachments.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kw::demo {

namespace {

// RFC 5322 3.3, in the sender's own clock.
QByteArray dateText(qint64 date, int offsetMinutes)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(date, QTimeZone(offsetMinutes * 60));
    const QByteArray zone = (offsetMinutes < 0 ? "-" : "+")
        + QByteArray::number(qAbs(offsetMinutes) / 60 * 100 + qAbs(offsetMinutes) % 60)
              .rightJustified(4, '0');
    return QLocale::c().toString(local, u"ddd, d MMM yyyy HH:mm:ss "_s).toLatin1() + zone;
}

QByteArray domainOf(const QString &email)
{
    return email.mid(email.indexOf(u'@') + 1).toLatin1();
}

QByteArray shortHash(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex().left(12);
}

bool isFromOutside(const Item &item)
{
    return item.folder != "Sent"_L1 && item.folder != "Drafts"_L1 && item.from != "me"_L1;
}

} // namespace

Assembler::Assembler(const QList<Item> &items, const QList<Person> &people,
                     const QList<DemoAccount> &accounts, qint64 nowSeconds)
    : m_now(nowSeconds)
{
    for (const Item &item : items) {
        if (item.id.isEmpty())
            continue;
        if (m_byId.contains(item.id))
            m_complaints.append(u"two messages are called %1"_s.arg(item.id));
        m_byId.insert(item.id, item);
    }
    for (const Person &person : people)
        m_people.insert(person.nick, person);
    for (const DemoAccount &account : accounts)
        m_accounts.insert(account.key, account);
}

Person Assembler::person(const QString &nick, const Item &item)
{
    if (nick == "me"_L1)
        return {nick, u"Robin Keller"_s, m_accounts.value(item.account).address, 60};
    if (m_people.contains(nick))
        return m_people.value(nick);
    const qsizetype open = nick.indexOf(u'<');
    if (open < 0 || !nick.endsWith(u'>')) {
        m_complaints.append(u"nobody is called %1"_s.arg(nick));
        return {nick, nick, u"nobody@example.org"_s, 0};
    }
    return {nick, nick.left(open).trimmed(), nick.mid(open + 1).chopped(1), 0};
}

const Item *Assembler::parent(const Item &item) const
{
    const auto it = m_byId.constFind(item.re);
    return item.re.isEmpty() || it == m_byId.constEnd() ? nullptr : &*it;
}

QByteArray Assembler::messageId(const Item &item)
{
    const QString name = item.id.isEmpty()
        ? item.account + item.folder + item.age + item.from + item.subject + item.body
        : item.id;
    return "<" + shortHash(name) + "." + (item.id.isEmpty() ? "mail" : item.id.toLatin1()) + "@"
        + domainOf(person(item.from, item).email) + ">";
}

QByteArray Assembler::references(const Item &item)
{
    QByteArray chain;
    int depth = 0;
    for (const Item *above = parent(item); above && depth < 60; above = parent(*above), ++depth)
        chain = messageId(*above) + (chain.isEmpty() ? "" : "\r\n ") + chain;
    if (!item.re.isEmpty() && chain.isEmpty())
        m_complaints.append(u"%1 answers nothing: %2"_s.arg(item.id, item.re));
    return chain;
}

QString Assembler::subject(const Item &item)
{
    const Item *above = parent(item);
    if (!item.subject.isEmpty() || !above)
        return item.subject;
    const QString theirs = subject(*above);
    return theirs.startsWith("Re: "_L1) ? theirs : "Re: "_L1 + theirs;
}

QStringList Assembler::recipients(const Item &item)
{
    if (!item.to.isEmpty())
        return item.to;
    const Item *above = parent(item);
    if (item.from == "me"_L1 && above)
        return above->from == "me"_L1 ? recipients(*above) : QStringList{above->from};
    return {u"me"_s};
}

QByteArray Assembler::addresses(const QByteArray &field, const QStringList &nicks, const Item &item)
{
    QList<QByteArray> list;
    for (const QString &nick : nicks) {
        const Person who = person(nick, item);
        list.append(addressText(who.name, who.email));
    }
    return list.isEmpty() ? QByteArray() : addressField(field, list);
}

QByteArray Assembler::trace(const Item &item, const Person &sender, qint64 date)
{
    if (!isFromOutside(item))
        return {};
    const QByteArray ours = domainOf(m_accounts.value(item.account).address);
    const QByteArray theirs = domainOf(sender.email);
    return "Return-Path: <" + sender.email.toLatin1() + ">\r\nReceived: from mail." + theirs + " (mail."
        + theirs + " [192.0.2." + QByteArray::number(1 + uchar(theirs.at(0)) % 250) + "])\r\n by mx." + ours
        + " with ESMTPS id " + shortHash(item.subject + item.body) + ";\r\n " + dateText(date + 2, 0)
        + "\r\n";
}

QByteArray Assembler::head(const Item &item, qint64 date)
{
    const Person sender = person(item.from, item);
    QByteArray out = trace(item, sender, date) + addresses("From", {item.from}, item)
        + addresses("To", recipients(item), item) + addresses("Cc", item.cc, item)
        + headerField("Subject", subject(item)) + "Date: " + dateText(date, sender.offsetMinutes)
        + "\r\nMessage-ID: " + messageId(item) + "\r\n";
    if (const Item *above = parent(item))
        out += "In-Reply-To: " + messageId(*above) + "\r\n";
    if (const QByteArray chain = references(item); !chain.isEmpty())
        out += "References: " + chain + "\r\n";
    for (const auto &[name, value] : item.headers)
        out += headerField(name.toLatin1(), value);
    return out + "MIME-Version: 1.0\r\n";
}

Part Assembler::readable(const Item &item)
{
    const Part text
        = item.flowed ? flowedPart(item.body) : textPart("plain", item.body, item.charset, item.encoding);
    QList<Part> alternatives{text};
    if (!item.html.isEmpty()) {
        QFile file(":/demo/html/"_L1 + item.html);
        if (!file.open(QIODevice::ReadOnly))
            m_complaints.append(u"no HTML called %1"_s.arg(item.html));
        Part html = textPart("html", filled(QString::fromUtf8(file.readAll()), item.values));
        if (!item.inlined.isEmpty()) {
            QList<Part> related{html};
            for (const QString &name : item.inlined)
                related.append(inlinePicture(name));
            html = multipart("related", related);
        }
        alternatives.append(html);
    }
    if (item.invitation)
        alternatives.append(invitation(item.subject, person(item.from, item).email,
                                       m_accounts.value(item.account).address, m_now));
    return alternatives.size() == 1 ? text : multipart("alternative", alternatives);
}

// RFC 3464
Part Assembler::bounce(const Item &item)
{
    Part status;
    status.type = "message/delivery-status";
    status.encoding = "7bit";
    status.content = "Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; "
        + item.report.toLatin1()
        + "\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such mailbox\n";
    Part original;
    original.type = "text/rfc822-headers";
    original.encoding = "7bit";
    original.content = "From: " + m_accounts.value(item.account).address.toLatin1()
        + "\nTo: " + item.report.toLatin1() + "\nSubject: Photos for the calendar\n";
    Part report = multipart("report", {readable(item), status, original});
    report.parameters = {{"report-type", u"delivery-status"_s}};
    return report;
}

Part Assembler::content(const Item &item)
{
    if (!item.report.isEmpty())
        return bounce(item);
    Part body = readable(item);
    if (item.attached.isEmpty())
        return body;
    QList<Part> parts{body};
    for (const QString &name : item.attached) {
        parts.append(attachment(name));
        if (parts.constLast().content.isEmpty())
            m_complaints.append(u"no content for the attachment %1"_s.arg(name));
    }
    return multipart("mixed", parts);
}

DemoMessage Assembler::message(const Item &item)
{
    const qint64 date = dateOf(item.age, m_now);
    if (date < 0)
        m_complaints.append(u"not an age: %1 (%2)"_s.arg(item.age, item.subject));
    if (!m_accounts.contains(item.account))
        m_complaints.append(u"no account called %1"_s.arg(item.account));
    const QByteArray raw = head(item, date) + writePart(content(item), messageId(item));
    return {item.account, item.folder, item.flags, date, raw};
}

} // namespace kw::demo
