#include "bench/server/mailgenerator.h"

#include "app/demo/server/maildirwriter.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTimeZone>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int RecentMessages = 400;
constexpr int LongestChain = 12; // References entries

const char *const Names[]
    = {"Anna Becker",  "Lars Hansen",  "Priya Raman", "Mei Tanaka",    "Omar Haddad",   "Grace Okafor",
       "Nils Akesson", "Ruth Feldman", "Ken Mori",    "Sofia Alvarez", "Walter Brandt", "Paul Nguyen"};
const char *const Words[]
    = {"harbour", "timetable", "review",    "budget",   "winter", "release",   "meeting", "notes", "the",
       "of",      "ferry",     "report",    "draft",    "and",    "question",  "about",   "delay", "figures",
       "invoice", "platform",  "quarterly", "proposal", "server", "migration", "photos",  "from",  "weekend"};
const char *const Foreign[]
    = {"Grüße aus Überlingen", "Встреча во вторник", "会議のお知らせ", "Réunion de présentation",
       "مواعيد الاجتماع",      "Ελληνική μετάφραση", "Żółta łódź"};

QByteArray dateText(qint64 date)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(date, QTimeZone::UTC);
    return QLocale::c().toString(time, u"ddd, d MMM yyyy HH:mm:ss '+0000'"_s).toLatin1();
}

QByteArray encodedWord(const QByteArray &utf8)
{
    return "=?UTF-8?B?" + utf8.toBase64() + "?=";
}

QByteArray address(quint32 n)
{
    const QByteArray name = Names[n % std::size(Names)];
    const QByteArray number = QByteArray::number(n % 997);
    return name + " <" + name.toLower().replace(' ', '.') + number + "@department"
        + QByteArray::number(n % 13) + ".example.org>";
}

// One id a line, as most mailers fold it.
QByteArray foldedReferences(const QByteArray &chain)
{
    return QByteArray(chain).replace(' ', "\n\t");
}

} // namespace

MailGenerator::MailGenerator(int total)
    : m_total(total)
{
}

// SplitMix64: small, fast, the same everywhere.
quint32 MailGenerator::random(quint32 below)
{
    quint64 z = (m_state += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return quint32((z ^ (z >> 31)) % below);
}

QByteArray MailGenerator::words(int bytes)
{
    QByteArray out;
    int column = 0;
    while (out.size() < bytes) {
        const QByteArray word = Words[random(std::size(Words))];
        column += int(word.size()) + 1;
        out += word + (column > 64 ? '\n' : ' ');
        column = column > 64 ? 0 : column;
    }
    return out + '\n';
}

QByteArray MailGenerator::subject()
{
    if (random(100) < 8)
        return encodedWord(Foreign[random(std::size(Foreign))] + QByteArray(" ")
                           + QByteArray::number(m_index));
    QByteArray text = words(18 + int(random(36))).replace('\n', ' ').trimmed();
    return text + " " + QByteArray::number(m_index);
}

QByteArray MailGenerator::head(const QByteArray &type)
{
    const QByteArray id = "<" + QByteArray::number(random(0x7FFFFFFF), 16) + "."
        + QByteArray::number(m_index).rightJustified(8, '0') + ".mailer@department"
        + QByteArray::number(m_index % 13) + ".example.org>";
    const bool reply = !m_recent.isEmpty() && random(100) < 45;
    Recent mine{id, {}, {}};
    QByteArray thread;
    if (reply) {
        // The longer of two conversations: people answer where something is going on.
        const Recent &one = m_recent.at(random(quint32(m_recent.size())));
        const Recent &other = m_recent.at(random(quint32(m_recent.size())));
        const Recent parent = one.references.size() > other.references.size() ? one : other;
        QByteArrayList chain = parent.references.isEmpty() ? QByteArrayList() : parent.references.split(' ');
        chain.append(parent.id);
        mine.references = chain.mid(qMax<qsizetype>(0, chain.size() - LongestChain)).join(' ');
        mine.subject = parent.subject.startsWith("Re: ") ? parent.subject : "Re: " + parent.subject;
        thread = "In-Reply-To: " + parent.id + "\nReferences: " + foldedReferences(mine.references) + "\n";
    } else {
        mine.subject = subject();
    }
    QByteArray to = address(random(500));
    for (quint32 i = random(3); i > 0; --i)
        to += ",\n\t" + address(random(500));
    const qint64 date = Newest - (m_total - m_index) * Step;
    const QByteArray out = "Return-Path: <bounce-" + QByteArray::number(random(100000)) + "@example.org>\n"
        + "Received: from mail.example.org (mail.example.org [192.0.2.25])\n\tby mx.example.net with ESMTPS "
          "id "
        + QByteArray::number(random(0x7FFFFFFF), 36) + ";\n\t" + dateText(date + 3)
        + "\nFrom: " + address(random(500)) + "\nTo: " + to + "\nSubject: " + mine.subject
        + "\nDate: " + dateText(date) + "\nMessage-ID: " + id + "\n" + thread
        + "MIME-Version: 1.0\nX-Mailer: Example Mailer 4.2\nContent-Type: " + type + "\n\n";
    if (m_recent.size() < RecentMessages)
        m_recent.append(mine);
    else
        m_recent[random(RecentMessages)] = mine;
    return out;
}

MailGenerator::Message MailGenerator::next()
{
    const quint32 kind = random(100);
    // Mostly short, some long: 0.5–4 KB.
    const int size = 500 + int(random(700)) + (random(4) == 0 ? int(random(2800)) : 0);
    const QByteArray text = words(size);
    QByteArray raw;
    if (kind < 62) {
        raw = head("text/plain; charset=utf-8") + text;
    } else if (kind < 92) {
        raw = head("multipart/alternative; boundary=\"=_b\"")
            + "--=_b\nContent-Type: text/plain; charset=utf-8\n\n" + text
            + "\n--=_b\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>" + text.left(400)
            + "</p></body></html>\n\n--=_b--\n";
    } else {
        raw = head("multipart/mixed; boundary=\"=_b\"") + "--=_b\nContent-Type: text/plain; charset=utf-8\n\n"
            + text
            + "\n--=_b\nContent-Type: application/pdf; name=\"report.pdf\"\nContent-Disposition: "
              "attachment;\n\t"
              "filename=\"report.pdf\"\nContent-Transfer-Encoding: base64\n\n"
            + text.left(540).toBase64() + "\n\n--=_b--\n";
    }
    Message message{raw, Newest - (m_total - m_index) * Step, {}};
    message.flags.setFlag(Flag::Seen, random(100) < 85);
    message.flags.setFlag(Flag::Answered, random(100) < 12);
    message.flags.setFlag(Flag::Flagged, random(100) < 2);
    ++m_index;
    return message;
}

bool writeMaildir(const QString &maildir, int count)
{
    for (const auto sub : {"/cur"_L1, "/new"_L1, "/tmp"_L1}) {
        if (!QDir().mkpath(maildir + sub))
            return false;
    }
    const int folder = ::open(QFile::encodeName(maildir + "/cur"_L1).constData(), O_RDONLY | O_DIRECTORY);
    MailGenerator generator(count);
    bool good = folder >= 0;
    for (int i = 0; good && i < count; ++i) {
        const MailGenerator::Message message = generator.next();
        const QByteArray name = QByteArray::number(message.date) + ".M"
            + QByteArray::number(i).rightJustified(7, '0') + ".bench,S="
            + QByteArray::number(message.raw.size()) + ":2," + MaildirWriter::flagLetters(message.flags);
        const int file = ::openat(folder, name.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
        good = file >= 0
            && ::write(file, message.raw.constData(), size_t(message.raw.size())) == message.raw.size();
        const timespec times[2] = {{time_t(message.date), 0}, {time_t(message.date), 0}};
        good = good && ::futimens(file, times) == 0;
        if (file >= 0)
            ::close(file);
    }
    if (folder >= 0)
        ::close(folder);
    return good;
}

} // namespace kw::bench
