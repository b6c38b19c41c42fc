#include "support/cachefiller.h"

#include "core/store/folderstore.h"
#include "core/store/messagestore.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kw::test {

namespace {

constexpr int Slice = 2000;
constexpr qint64 FirstDate = 1'500'000'000;
constexpr qint64 Apart = 311; // seconds between two messages

const std::array Firsts{u"Anna"_s, u"Lars"_s,  u"Marta"_s, u"Jürgen"_s, u"Søren"_s, u"Ewa"_s,
                        u"Paul"_s, u"Zoë"_s,   u"Ivan"_s,  u"Mei"_s,    u"Omar"_s,  u"Priya"_s,
                        u"Tom"_s,  u"Nadia"_s, u"Björn"_s, u"Kim"_s};
const std::array Lasts{u"Becker"_s, u"Hansen"_s, u"Kowalska"_s, u"Müller"_s, u"Novák"_s, u"Okafor"_s,
                       u"Tanaka"_s, u"Silva"_s,  u"Smith"_s,    u"Dubois"_s, u"Rossi"_s, u"Petrov"_s};
const std::array Words{u"meeting"_s,  u"budget"_s,  u"draft"_s,  u"release"_s,  u"question"_s,
                       u"about"_s,    u"the"_s,     u"next"_s,   u"week"_s,     u"report"_s,
                       u"invoice"_s,  u"for"_s,     u"garden"_s, u"train"_s,    u"tickets"_s,
                       u"patch"_s,    u"series"_s,  u"build"_s,  u"fails"_s,    u"with"_s,
                       u"compiler"_s, u"holiday"_s, u"photos"_s, u"reminder"_s, u"newsletter"_s};
const std::array Foreign{u"Größere Änderung"_s, u"Réunion"_s, u"お知らせ"_s,
                         u"Заказ принят"_s,     u"مرحبا"_s,   u"Überweisung"_s};

quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

template <class Array> const QString &pick(const Array &from, quint64 n)
{
    return from[n % from.size()];
}

} // namespace

MailMaker::MailMaker(quint64 seed, int box)
    : m_seed(mixed(seed * 1009 + quint64(box)))
{
}

quint64 MailMaker::random(int index, quint64 purpose) const
{
    return mixed(m_seed ^ mixed(quint64(index) * 16 + purpose));
}

int MailMaker::parent(int index) const
{
    const quint64 n = random(index, 0);
    if (index == 0 || n % 100 >= 45)
        return -1;
    return std::max(0, index - 1 - int((n >> 8) % 40));
}

quint64 MailMaker::idHash(int index) const
{
    const quint64 n = random(index, 1);
    return n % 500 == 0 ? 0 : n | 1; // a few messages have no Message-ID
}

QString MailMaker::subject(int index) const
{
    int root = index;
    for (int up = parent(root); up >= 0; up = parent(up))
        root = up;
    const quint64 n = random(root, 2);
    QString text = n % 100 < 8 ? pick(Foreign, n >> 8) : pick(Words, n >> 8);
    for (quint64 i = 0; i < 3 + (n >> 16) % 6; ++i)
        text += u' ' + pick(Words, random(root, 3) >> (i * 6));
    text[0] = text[0].toUpper();
    return root == index ? text : u"Re: "_s + text;
}

Address MailMaker::person(int index) const
{
    const quint64 n = random(index, 4);
    const QString &first = pick(Firsts, n >> 8);
    const QString &last = pick(Lasts, n >> 24);
    const QString address = u"%1.%2@example%3.net"_s.arg(first.toLower(), last.toLower()).arg((n >> 40) % 40);
    return {n % 12 == 0 ? QString() : first + u' ' + last, address};
}

NewMessage MailMaker::message(int index) const
{
    const quint64 n = random(index, 5);
    NewMessage m;
    m.uid = Uid(quint32(index + 1));
    m.size = quint32(2000 + n % 60'000);
    if ((n >> 20) % 100 < 92)
        m.flags |= quint32(Flag::Seen);
    if ((n >> 28) % 100 < 2)
        m.flags |= quint32(Flag::Flagged);
    if ((n >> 36) % 100 < 20)
        m.flags |= quint32(Flag::Answered);
    if ((n >> 44) % 100 < 3)
        m.keywords = {u"$label%1"_s.arg(1 + n % 5)};
    m.digest.from = person(index);
    m.digest.to = {{u"Me Myself"_s, u"me@example.org"_s}};
    if ((n >> 52) % 4 == 0)
        m.digest.to.append(person(index + 1'000'003));
    m.digest.subject = subject(index);
    m.digest.date = FirstDate + index * Apart + qint64(n % 2000);
    m.digest.messageIdHash = idHash(index);
    m.digest.headerHash = random(index, 6) | 1;
    for (int up = parent(index); up >= 0 && m.digest.references.size() < 10; up = parent(up)) {
        if (const quint64 hash = idHash(up))
            m.digest.references.prepend(hash);
    }
    m.digest.hasAttachment = (n >> 12) % 10 == 0;
    return m;
}

QList<NewMessage> MailMaker::newestFirst(int first, int count) const
{
    QList<NewMessage> out;
    out.reserve(count);
    for (int i = first + count - 1; i >= first; --i)
        out.append(message(i));
    return out;
}

namespace {

struct FolderPlan {
    QString path;
    FolderRole role;
    int messages;
};

Result<void> fillFolder(Database &db, AccountId account, const FolderPlan &plan, const MailMaker &mail)
{
    FolderStore folders(db);
    MessageStore messages(db);
    FolderRow row;
    row.account = account;
    row.path = plan.path;
    row.separator = u'/';
    row.role = plan.role;
    for (int end = plan.messages; end >= 0; end -= Slice) {
        Transaction transaction(db);
        if (!isSet(row.id))
            row.id = folders.upsert(row);
        const int begin = std::max(0, end - Slice);
        messages.insert(row.id, mail.newestFirst(begin, end - begin), Threading::Later);
        if (begin == 0) {
            row.uidValidity = 1;
            row.uidNext = quint32(plan.messages + 1);
            row.lowUid = 1;
            row.serverTotal = quint32(plan.messages);
            row.provenAt = (FirstDate + plan.messages * Apart) * 1000;
            folders.saveSyncState(row);
        }
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    return {};
}

Result<void> threadAll(Database &db)
{
    MessageStore messages(db);
    for (int waiting = 1; waiting > 0;) {
        Transaction transaction(db);
        waiting = messages.threadSome(Slice);
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    return {};
}

} // namespace

Result<void> fillCache(const QString &directory, int accounts, int messagesPerInbox, quint64 seed)
{
    auto opened = Database::open(directory, Database::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    Database &db = **opened;
    const int few = std::min(messagesPerInbox / 20, 500);
    for (int i = 0; i < accounts; ++i) {
        AccountId account{};
        {
            Transaction transaction(db);
            account = FolderStore(db).account(u"account%1"_s.arg(i + 1));
            if (const auto done = transaction.commit(); !done)
                return done.error();
        }
        const QList<FolderPlan> plans{{u"INBOX"_s, FolderRole::Inbox, messagesPerInbox},
                                      {u"Sent"_s, FolderRole::Sent, few},
                                      {u"Archive"_s, FolderRole::Archive, few},
                                      {u"Lists/kittiwake"_s, FolderRole::None, few}};
        for (qsizetype k = 0; k < plans.size(); ++k) {
            if (const auto done = fillFolder(db, account, plans[k], MailMaker(seed, i * 16 + int(k))); !done)
                return done.error();
        }
    }
    if (const auto done = threadAll(db); !done)
        return done.error();
    return db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace kw::test
