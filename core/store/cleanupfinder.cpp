#include "core/store/cleanupfinder.h"

#include <algorithm>

namespace kw {

namespace {

using Mail = MailInventory::Mail;

bool has(const Mail &mail, Flag flag)
{
    return (mail.flags & quint32(flag)) != 0;
}

bool isWaste(FolderRole role)
{
    return role == FolderRole::Trash || role == FolderRole::Junk;
}

bool isOwn(FolderRole role)
{
    return role == FolderRole::Sent || role == FolderRole::Drafts;
}

// Whether the message can be in a line of this kind at all.
bool concerns(const MailInventory &inventory, const Mail &mail, const CleanupQuery &query)
{
    const FolderRow &folder = inventory.folderOf(mail);
    if (isSet(query.account) && folder.account != query.account)
        return false;
    if (query.before > 0 && mail.date >= query.before)
        return false;
    switch (query.kind) {
    case CleanupKind::Largest:
        return !isWaste(folder.role);
    case CleanupKind::Senders:
    case CleanupKind::Newsletters:
        return !isWaste(folder.role) && !isOwn(folder.role);
    case CleanupKind::Attachments:
        return !isWaste(folder.role) && mail.size >= BigAttachment;
    case CleanupKind::Waste:
        return isWaste(folder.role);
    }
    return false;
}

void add(CleanupLine &line, const Mail &mail)
{
    line.bytes += mail.size;
    ++line.count;
    if (!has(mail, Flag::Seen))
        ++line.unopened;
    if (mail.size == 0)
        ++line.unsized;
    line.date = std::max(line.date, mail.date);
}

CleanupLine lineOf(const MailInventory &inventory, const Mail &mail)
{
    const FolderRow &folder = inventory.folderOf(mail);
    CleanupLine line;
    line.message = mail.id;
    line.folder = folder.id;
    line.account = folder.account;
    line.from = inventory.senders()[mail.sender].address;
    line.flags = mail.flags;
    line.count = 0;
    add(line, mail);
    return line;
}

bool isBefore(const CleanupLine &a, const CleanupLine &b)
{
    if (a.bytes != b.bytes)
        return a.bytes > b.bytes;
    if (a.count != b.count)
        return a.count > b.count;
    if (a.message != b.message)
        return raw(a.message) > raw(b.message);
    if (a.from.email != b.from.email)
        return a.from.email < b.from.email;
    return raw(a.folder) < raw(b.folder);
}

// The first `limit` of them, and what all of them come to.
CleanupFindings inOrder(QList<CleanupLine> lines, int limit)
{
    CleanupFindings found;
    found.allLines = int(lines.size());
    for (const CleanupLine &line : std::as_const(lines)) {
        found.bytes += line.bytes;
        found.count += line.count;
    }
    const qsizetype kept = std::min<qsizetype>(lines.size(), limit);
    std::partial_sort(lines.begin(), lines.begin() + kept, lines.end(), isBefore);
    lines.resize(kept);
    found.lines = std::move(lines);
    return found;
}

CleanupFindings messages(const MailInventory &inventory, const CleanupQuery &query)
{
    CleanupFindings found;
    QList<CleanupLine> lines; // the largest so far; cut back when twice too many
    quint32 atLeast = 0;
    for (const Mail &mail : inventory.mails()) {
        if (!concerns(inventory, mail, query))
            continue;
        ++found.allLines;
        ++found.count;
        found.bytes += mail.size;
        if (query.limit <= 0 || mail.size < atLeast)
            continue;
        lines.append(lineOf(inventory, mail));
        if (lines.size() >= qsizetype(2) * std::max(query.limit, 1)) {
            lines = inOrder(std::move(lines), query.limit).lines;
            atLeast = quint32(lines.constLast().bytes);
        }
    }
    found.lines = inOrder(std::move(lines), query.limit).lines;
    return found;
}

// What is known of a sender over all its mail, whatever the age asked for.
struct Habit {
    int count = 0;
    bool isBulk = false; // its header says so
    bool isAnswered = false; // somebody the person writes to
};

std::vector<Habit> habitsOf(const MailInventory &inventory)
{
    std::vector<Habit> habits(inventory.senders().size());
    for (const Mail &mail : inventory.mails()) {
        Habit &habit = habits[mail.sender];
        ++habit.count;
        habit.isBulk = habit.isBulk || has(mail, Flag::Bulk);
        habit.isAnswered = habit.isAnswered || has(mail, Flag::Answered);
    }
    return habits;
}

bool isNewsletter(const Habit &habit, const MailInventory::Sender &sender)
{
    return habit.isBulk || (sender.soundsBulk && !habit.isAnswered && habit.count >= ManyLikeANewsletter);
}

CleanupFindings senders(const MailInventory &inventory, const CleanupQuery &query)
{
    const bool letters = query.kind == CleanupKind::Newsletters;
    const std::vector<Habit> habits = letters ? habitsOf(inventory) : std::vector<Habit>();
    std::vector<CleanupLine> bySender(inventory.senders().size(), CleanupLine{.count = 0});
    for (const Mail &mail : inventory.mails()) {
        if (concerns(inventory, mail, query))
            add(bySender[mail.sender], mail);
    }
    QList<CleanupLine> lines;
    for (size_t i = 0; i < bySender.size(); ++i) {
        CleanupLine &line = bySender[i];
        const MailInventory::Sender &sender = inventory.senders()[i];
        if (line.count == 0 || (letters && !isNewsletter(habits[i], sender)))
            continue;
        line.from = sender.address;
        line.isCertain = letters && habits[i].isBulk;
        lines.append(line);
    }
    return inOrder(std::move(lines), query.limit);
}

CleanupFindings waste(const MailInventory &inventory, const CleanupQuery &query)
{
    std::vector<CleanupLine> byFolder(size_t(inventory.folders().size()), CleanupLine{.count = 0});
    for (const Mail &mail : inventory.mails()) {
        if (concerns(inventory, mail, query))
            add(byFolder[mail.folder], mail);
    }
    QList<CleanupLine> lines;
    for (qsizetype i = 0; i < inventory.folders().size(); ++i) {
        CleanupLine &line = byFolder[size_t(i)];
        if (line.count == 0)
            continue;
        line.folder = inventory.folders()[i].id;
        line.account = inventory.folders()[i].account;
        lines.append(line);
    }
    return inOrder(std::move(lines), query.limit);
}

bool belongs(const MailInventory &inventory, const Mail &mail, const CleanupQuery &query,
             const CleanupLine &line)
{
    if (query.kind == CleanupKind::Waste)
        return inventory.folderOf(mail).id == line.folder;
    return inventory.senders()[mail.sender].address == line.from;
}

} // namespace

CleanupFindings findCleanup(const MailInventory &inventory, const CleanupQuery &query)
{
    switch (query.kind) {
    case CleanupKind::Largest:
    case CleanupKind::Attachments:
        return messages(inventory, query);
    case CleanupKind::Senders:
    case CleanupKind::Newsletters:
        return senders(inventory, query);
    case CleanupKind::Waste:
        return waste(inventory, query);
    }
    return {};
}

QList<Mail> mailsOf(const MailInventory &inventory, const CleanupQuery &query, const CleanupLine &line)
{
    QList<Mail> mails;
    if (isSet(line.message)) {
        if (const Mail *mail = inventory.find(line.message))
            mails.append(*mail);
        return mails;
    }
    for (const Mail &mail : inventory.mails()) {
        if (concerns(inventory, mail, query) && belongs(inventory, mail, query, line))
            mails.append(mail);
    }
    std::ranges::sort(mails, [](const Mail &a, const Mail &b) {
        return a.size != b.size ? a.size > b.size : raw(a.id) > raw(b.id);
    });
    return mails;
}

} // namespace kw
