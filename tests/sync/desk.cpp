#include "tests/sync/desk.h"

#include "core/store/pages.h"
#include "tests/sync/sim/await.h"

using namespace Qt::StringLiterals;

namespace kw::sim {

namespace {

std::unique_ptr<Database> opened(const QString &directory)
{
    auto db = Database::open(directory, Database::Mode::ReadWrite);
    if (!db)
        qFatal("%s", qPrintable(db.error().text));
    return std::move(*db);
}

Task<Result<QString>> noSecret()
{
    co_return QString();
}

QString lineOf(const QString &folder, const QString &subject, quint32 flags, QStringList keywords)
{
    keywords.sort();
    return u"%1: %2 %3 %4"_s.arg(folder, subject)
        .arg(flags & ServerFlagMask)
        .arg(keywords.join(u' '))
        .trimmed();
}

bool isOwn(const QString &path)
{
    return !QStringList{u"INBOX"_s, u"Archive"_s, u"Trash"_s, u"Junk"_s}.contains(path);
}

int numberOf(const SimMail &mail)
{
    return mail.digest.subject.section(u' ', -1).toInt();
}

} // namespace

Desk::Parts::Parts(const QString &directory, Clock &clock)
    : db(opened(directory))
    , folders(*db)
    , messages(*db)
    , bodies(*db)
    , ctx{*db, folders, messages, bodies, clock}
{
    ctx.settings.expungeGraceSeconds = 0;
}

Desk::Desk(int mails, SimFeatures features, int accounts)
    : m_parts(std::make_unique<Parts>(m_dir.path(), m_clock))
{
    for (int i = 0; i < accounts; ++i) {
        auto &account = *m_accounts.emplace_back(std::make_unique<Account>(m_clock, features));
        account.net.maxLatencyMs = 1;
        account.key = u"account%1"_s.arg(i);
        Transaction txn(*m_parts->db);
        account.id = m_parts->folders.account(account.key);
        if (!txn.commit())
            qFatal("no account");
        account.server.createFolder(u"Archive"_s, FolderRole::Archive);
        account.server.createFolder(u"Trash"_s, FolderRole::Trash);
        account.server.createFolder(u"Junk"_s, FolderRole::Junk);
        account.server.createFolder(u"Lists"_s);
    }
    for (int n = 1; n <= mails; ++n)
        server().append(u"INBOX"_s, makeMail(n));
    settle();
}

std::unique_ptr<OnceSync> Desk::sync(Account &account)
{
    return std::make_unique<OnceSync>(m_parts->ctx, account.id, account.key, account.net.factory(),
                                      LinkSettings{}, &noSecret);
}

int Desk::settle()
{
    const int before = net().faults.commands();
    constexpr int Turns = 12; // what was refused for now is asked again
    for (int turn = 0; turn < Turns; ++turn) {
        for (const auto &account : m_accounts) {
            const auto once = sync(*account);
            await(m_clock, once->run());
        }
        if (turn > 0 && waiting() == 0)
            break;
        if (turn > 1)
            m_clock.advance(std::chrono::hours(1));
    }
    return net().faults.commands() - before;
}

bool Desk::syncUntilLost(int command, bool executed)
{
    FaultPlan &faults = net().faults;
    faults.clear();
    faults.arm({executed ? FaultKind::CutAfter : FaultKind::CutBefore, command, false, 0});
    constexpr int MoreThanItTries = 200;
    for (int i = 0; i < MoreThanItTries; ++i)
        faults.arm({FaultKind::CutBefore, command + 1, false, 0});
    const auto once = sync(*m_accounts.front());
    await(m_clock, once->run());
    const bool ended = faults.fired() == 0;
    faults.clear();
    return ended;
}

VerifyReport Desk::verify(bool repair)
{
    const auto once = sync(*m_accounts.front());
    const auto report = await(m_clock, once->verify(repair));
    if (!report)
        qFatal("%s", qPrintable(report.error().text));
    return *report;
}

void Desk::restart()
{
    m_parts.reset();
    m_parts = std::make_unique<Parts>(m_dir.path(), m_clock);
}

ActionRow Desk::perform(const Intent &intent)
{
    const auto done = Organizer(m_parts->ctx).perform(intent);
    if (!done)
        qFatal("%s", qPrintable(done.error().text));
    m_clock.advance(Millis(1)); // two actions never have one moment
    return *done;
}

ActionRow Desk::undo()
{
    const auto done = Undoer(m_parts->ctx).undoNewest();
    if (!done)
        qFatal("%s", qPrintable(done.error().text));
    return *done;
}

int Desk::waiting() const
{
    int count = 0;
    for (const auto &account : m_accounts)
        count += m_parts->ctx.journal.openCount(account->id);
    return count;
}

FolderId Desk::folder(const QString &path, int account)
{
    const auto row = m_parts->folders.folder(m_accounts[size_t(account)]->id, path);
    return row ? row->id : FolderId{};
}

QList<MessageId> Desk::mails(const QString &path, int account)
{
    QList<MessageId> ids;
    for (const MessageRow &row :
         Pages(*m_parts->db).messages(ViewId::of(folder(path, account)), {}, 1'000'000))
        ids.append(row.id);
    return ids;
}

MessageId Desk::mail(int n, const QString &path, int account)
{
    for (const MessageRow &row :
         Pages(*m_parts->db).messages(ViewId::of(folder(path, account)), {}, 1'000'000)) {
        if (row.subject.section(u' ', -1).toInt() == n)
            return row.id;
    }
    return {};
}

void Desk::fetchTexts(int account)
{
    for (const FolderRow &folder : m_parts->folders.folders(m_accounts[size_t(account)]->id)) {
        for (const MessageId id : mails(folder.path, account)) {
            const auto once = sync(*m_accounts[size_t(account)]);
            if (!await(m_clock, once->fetchBody(id)))
                qFatal("no text");
        }
    }
}

QStringList Desk::there(int account) const
{
    QStringList lines;
    for (const auto &[path, folder] : m_accounts[size_t(account)]->server.folders()) {
        if (isOwn(path))
            lines.append(path);
        for (const auto &[uid, message] : folder.messages)
            lines.append(lineOf(path, message.mail->digest.subject, message.bits, message.keywords));
    }
    lines.sort();
    return lines;
}

QStringList Desk::here(int account)
{
    QStringList lines;
    for (const FolderRow &folder : m_parts->folders.folders(m_accounts[size_t(account)]->id)) {
        if (folder.state == FolderState::BeingDeleted)
            continue;
        if (isOwn(folder.path))
            lines.append(folder.path);
        for (const MessageRow &row : Pages(*m_parts->db).messages(ViewId::of(folder.id), {}, 1'000'000))
            lines.append(lineOf(folder.path, row.subject, row.flags, row.keywords));
    }
    lines.sort();
    return lines;
}

QList<int> Desk::there(const QString &path, int account) const
{
    QList<int> numbers;
    if (const SimFolder *folder = m_accounts[size_t(account)]->server.folder(path)) {
        for (const auto &[uid, message] : folder->messages)
            numbers.append(numberOf(*message.mail));
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

UidSet Desk::uids(int n, const QString &path, int account) const
{
    QList<quint32> uids;
    for (const auto &[uid, message] : m_accounts[size_t(account)]->server.folder(path)->messages) {
        if (numberOf(*message.mail) == n)
            uids.append(uid);
    }
    return UidSet::of(uids);
}

void Desk::moveThere(int n, const QString &from, const QString &to)
{
    const UidSet moved = uids(n, from);
    const SimMessage message = server().folder(from)->messages.at(moved.toList().first());
    server().append(to, message.mail, message.bits, message.keywords);
    server().expunge(from, moved);
}

} // namespace kw::sim
