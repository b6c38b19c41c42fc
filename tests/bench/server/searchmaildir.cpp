#include "bench/server/searchmaildir.h"

#include "bench/server/vocabulary.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr qint64 Newest = 1'795'000'000;
constexpr qint64 Step = 313; // seconds
constexpr quint32 WithHtml = 40; // percent
constexpr quint32 WithFile = 8;
constexpr int FileOctets = 30'000;

QByteArray dateText(qint64 date)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(date, QTimeZone::UTC), u"ddd, d MMM yyyy HH:mm:ss '+0000'"_s)
        .toLatin1();
}

} // namespace

QByteArray SearchMail::text()
{
    QByteArray out = m_words.text(60 + int(m_words.random(240)));
    if (m_words.random(2) == 0) {
        out += "\nOn Monday " + m_words.person() + " wrote:\n";
        for (const QByteArray &line : m_words.text(40 + int(m_words.random(120))).split('\n'))
            out += "> " + line + '\n';
    }
    return out;
}

QByteArray SearchMail::html()
{
    QByteArray out = "<html><head><style>p { margin: 0 } .big { font-size: 16px }</style></head><body>\n";
    for (int i = 0; i < 6; ++i)
        out += "<p class=\"big\" style=\"color:#333333\">" + m_words.text(30)
            + "<br><a href=\"https://example.org/" + m_words.word() + "\">" + m_words.word() + "</a></p>\n";
    return out + "</body></html>\n";
}

QByteArray SearchMail::message(int number)
{
    QByteArray out;
    for (int hop = 0; hop < 3; ++hop)
        out += "Received: from relay" + QByteArray::number(hop) + ".example.org (relay.example.org [192.0.2."
            + QByteArray::number(hop) + "])\n\tby mx.example.net with ESMTPS id "
            + QByteArray::number(m_words.random(0x7FFFFFFF), 16) + ";\n\t" + dateText(Newest - number * Step)
            + '\n';
    out += "From: " + m_words.person() + "\nTo: " + m_words.person() + "\nCc: " + m_words.person()
        + "\nSubject: " + m_words.text(3 + int(m_words.random(6))).simplified()
        + "\nDate: " + dateText(Newest - number * Step) + "\nMessage-ID: <" + QByteArray::number(number)
        + ".bench@example.org>\nMIME-Version: 1.0\n";
    const bool hasHtml = m_words.random(100) < WithHtml;
    const bool hasFile = m_words.random(100) < WithFile;
    QByteArray inner = hasHtml ? "Content-Type: multipart/alternative; boundary=\"alt\"\n\n--alt\n"
                                 "Content-Type: text/plain; charset=utf-8\n\n"
            + text() + "\n--alt\nContent-Type: text/html; charset=utf-8\n\n" + html() + "\n--alt--\n"
                               : "Content-Type: text/plain; charset=utf-8\n\n" + text();
    if (!hasFile)
        return out + inner;
    QByteArray octets;
    for (int i = 0; i < FileOctets; ++i)
        octets += char(m_words.random(256));
    QByteArray lines;
    const QByteArray base64 = octets.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 76)
        lines += base64.mid(at, 76) + '\n';
    return out + "Content-Type: multipart/mixed; boundary=\"mix\"\n\n--mix\n" + inner
        + "\n--mix\nContent-Type: application/pdf; name=\"" + m_words.word()
        + ".pdf\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n" + lines
        + "--mix--\n";
}

bool writeSearchMaildir(const QString &maildir, int count)
{
    for (const QString &part : {u"/cur"_s, u"/new"_s, u"/tmp"_s}) {
        if (!QDir().mkpath(maildir + part))
            return false;
    }
    Vocabulary words(815);
    SearchMail mail(words);
    for (int i = 0; i < count; ++i) {
        QFile file(maildir + u"/cur/%1.M%2.bench:2,S"_s.arg(Newest - i * Step).arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(mail.message(i)) < 0)
            return false;
    }
    return true;
}

} // namespace kw::bench
