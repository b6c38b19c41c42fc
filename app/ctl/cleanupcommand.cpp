#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "core/store/cleanupfinder.h"
#include "core/store/inventoryreader.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr qint64 Month = 2'629'800; // seconds

std::optional<CleanupKind> kindFromWord(const QString &word)
{
    static const QHash<QString, CleanupKind> kinds{{u"largest"_s, CleanupKind::Largest},
                                                   {u"senders"_s, CleanupKind::Senders},
                                                   {u"newsletters"_s, CleanupKind::Newsletters},
                                                   {u"attachments"_s, CleanupKind::Attachments},
                                                   {u"waste"_s, CleanupKind::Waste}};
    const auto found = kinds.constFind(word);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

// A number of its option, or `otherwise` where it is not given.
Result<qint64> numberOf(const Arguments &arguments, const QString &option, qint64 otherwise)
{
    if (!arguments.has(option))
        return otherwise;
    bool ok = false;
    const qint64 number = arguments.value(option).toLongLong(&ok);
    if (ok && number > 0 && number <= 1'000'000)
        return number;
    return Error{ErrorKind::Invalid, u"--%1 needs a number from 1 to 1000000."_s.arg(option), {}};
}

Result<CleanupQuery> queryOf(const Invocation &run)
{
    const auto kind = kindFromWord(run.arguments.operands.first());
    if (!kind)
        return Error{
            ErrorKind::Invalid, u"cleanup needs largest, senders, newsletters, attachments or waste."_s, {}};
    const auto limit = numberOf(run.arguments, u"limit"_s, 50);
    const auto months = numberOf(run.arguments, u"older-than"_s, *kind == CleanupKind::Newsletters ? 6 : 0);
    if (!limit || !months)
        return limit ? months.error() : limit.error();
    CleanupQuery query;
    query.kind = *kind;
    query.limit = int(*limit);
    if (*months > 0)
        query.before = QDateTime::currentSecsSinceEpoch() - *months * Month;
    return query;
}

bool isOfMessages(const CleanupQuery &query)
{
    return query.kind == CleanupKind::Largest || query.kind == CleanupKind::Attachments;
}

QJsonValue attachmentJson(const CleanupLine &line)
{
    // Known of those whose text is here, or whose header told.
    return (line.flags & quint32(Flag::HasAttachment)) != 0 ? QJsonValue(true) : QJsonValue(QJsonValue::Null);
}

QJsonObject lineJson(const Reading &reading, const MailInventory &inventory, const CleanupQuery &query,
                     const CleanupLine &line)
{
    QJsonObject out{{u"size"_s, line.bytes}};
    if (query.kind != CleanupKind::Waste)
        out.insert(u"from"_s, addressJson(line.from));
    if (isSet(line.folder)) {
        const auto *folder = reading.folder(line.folder);
        out.insert(u"account"_s, reading.accountKey(line.account));
        out.insert(u"folder"_s, folder ? folder->path : QString());
    }
    if (isOfMessages(query)) {
        const auto row = reading.pages().message(line.message);
        out.insert(u"id"_s, raw(line.message));
        out.insert(u"subject"_s, row ? row->subject : QString());
        out.insert(u"date"_s, isoDate(line.date));
        out.insert(u"attachment"_s, attachmentJson(line));
        return out;
    }
    QJsonArray ids;
    for (const MailInventory::Mail &mail : mailsOf(inventory, query, line))
        ids.append(raw(mail.id));
    out.insert(u"count"_s, line.count);
    out.insert(u"unopened"_s, line.unopened);
    out.insert(u"newest"_s, isoDate(line.date));
    out.insert(u"ids"_s, ids);
    if (query.kind == CleanupKind::Newsletters)
        out.insert(u"certain"_s, line.isCertain);
    return out;
}

void printTable(const Invocation &run, const Reading &reading, const CleanupQuery &query,
                const CleanupFindings &found)
{
    QList<QStringList> rows;
    for (const CleanupLine &line : found.lines) {
        const QString size = QString::number(line.bytes);
        const QString from = elided(printable(displayName(line.from)), 32);
        if (isOfMessages(query)) {
            const auto row = reading.pages().message(line.message);
            rows.append({QString::number(raw(line.message)), size, shownDate(line.date), from,
                         row ? printable(row->subject) : QString()});
        } else {
            const auto *folder = reading.folder(line.folder);
            rows.append({QString::number(line.count), size, QString::number(line.unopened),
                         shownDate(line.date),
                         query.kind == CleanupKind::Waste && folder
                             ? reading.accountKey(line.account) + u':' + printable(folder->path)
                             : from});
        }
    }
    if (isOfMessages(query))
        run.out.table({u"ID"_s, u"SIZE"_s, u"DATE"_s, u"FROM"_s, u"SUBJECT"_s}, rows, {0, 1});
    else
        run.out.table({u"MESSAGES"_s, u"SIZE"_s, u"UNOPENED"_s, u"NEWEST"_s, u"WHAT"_s}, rows, {0, 1, 2});
}

} // namespace

int runCleanup(const Invocation &run)
{
    auto query = queryOf(run);
    if (!query) {
        run.out.error(query.error());
        return WrongUsage;
    }
    const auto reading = Reading::open(run.paths);
    if (!reading) {
        run.out.error(reading.error());
        return Failed;
    }
    if (run.arguments.has(u"account"_s)) {
        const QString key = run.arguments.value(u"account"_s);
        const auto account = (*reading)->accountOf(key);
        if (!account) {
            run.out.error(account.error());
            return Failed;
        }
        query->account = *account;
    }
    MailInventory inventory;
    const InventoryReader reader((*reading)->database());
    InventoryReader::Progress progress;
    while (!progress.isDone)
        progress = reader.step(inventory, progress);
    const ListedShare share = listedShare((*reading)->database(), query->account);
    const CleanupFindings found = findCleanup(inventory, *query);
    if (const auto whole = (*reading)->database().readSoFar(); !whole) {
        run.out.error(whole.error());
        return Failed;
    }
    if (!run.out.wantsJson()) {
        printTable(run, **reading, *query, found);
        return Fine;
    }
    QJsonArray lines;
    for (const CleanupLine &line : found.lines)
        lines.append(lineJson(**reading, inventory, *query, line));
    run.out.json({{u"kind"_s, run.arguments.operands.first()},
                  {u"lines"_s, lines},
                  {u"all_lines"_s, found.allLines},
                  {u"count"_s, found.count},
                  {u"size"_s, found.bytes},
                  {u"listed"_s, share.listed},
                  {u"on_server"_s, share.onServer}});
    return Fine;
}

} // namespace kw::ctl
