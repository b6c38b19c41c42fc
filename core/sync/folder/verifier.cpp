#include "core/sync/folder/verifier.h"

#include "core/sync/folder/folderpass.h"
#include "core/sync/folder/headerslices.h"
#include "core/sync/folder/keeping.h"

#include <QCoreApplication>

#include <limits>

namespace kw {

namespace {

QString flagWords(quint32 bits)
{
    QStringList words;
    for (const auto &[flag, word] : {std::pair(Flag::Seen, "seen"), std::pair(Flag::Answered, "answered"),
                                     std::pair(Flag::Flagged, "starred"), std::pair(Flag::Deleted, "deleted"),
                                     std::pair(Flag::Draft, "draft"), std::pair(Flag::Forwarded, "forwarded"),
                                     std::pair(Flag::Junk, "junk"), std::pair(Flag::NotJunk, "not junk"),
                                     std::pair(Flag::MdnSent, "receipt sent")}) {
        if (bits & quint32(flag))
            words.append(QLatin1StringView(word));
    }
    return words.isEmpty() ? QStringLiteral("none") : words.join(QLatin1StringView(", "));
}

// The session stands, and the other folders can be compared.
bool isOfOneFolder(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound
        || error.kind == ErrorKind::Unsupported;
}

} // namespace

Verifier::Verifier(ImapLink &link, SyncContext &ctx, AccountId account)
    : m_link(link)
    , m_ctx(ctx)
    , m_account(account)
{
}

Task<Result<VerifyReport>> Verifier::run(bool repair)
{
    for (const FolderRow &row : m_ctx.folders.folders(m_account)) {
        if (!row.isReachable() || Keeping(m_ctx).isSkipped(row))
            continue;
        const auto done = co_await folder(row, repair);
        if (!done && !isOfOneFolder(done.error()))
            co_return done.error();
        if (done)
            ++m_report.folders;
        else
            m_report.errors.append({row.path, done.error().text});
    }
    m_report.repaired = repair;
    co_return m_report;
}

void Verifier::missing(const FolderRow &row, const UidSet &uids, Difference::Kind kind)
{
    for (const quint32 uid : uids.toList())
        m_report.differences.append({row.path, Uid(uid), kind, {}});
}

Task<Result<void>> Verifier::folder(FolderRow row, bool repair)
{
    if (repair) {
        // What an ordinary pass would bring (new mail, a renumbered folder) is no damage.
        FolderPass pass(m_link, m_ctx, row.id, FolderPass::Trust::FreshSession);
        if (const auto passed = co_await pass.run(); !passed)
            co_return passed.error();
        row = *m_ctx.folders.folder(row.id);
    }
    const auto box = co_await m_link.select(row.serverPath, ResyncPoint{});
    if (!box)
        co_return box.error();
    const bool renumbered = box->uidValidity != row.uidValidity;
    const auto found = co_await m_link.existing(UidSet::range(1, std::numeric_limits<quint32>::max()));
    if (!found)
        co_return found.error();
    const UidSet ours = renumbered ? UidSet{} : m_ctx.messages.uids(row.id);
    const UidSet gone = ours.minus(*found);
    // What is older than the person wants to have listed is no difference.
    const bool cutOff = !renumbered && Keeping(m_ctx).isCutOff(row);
    const UidSet wanted = UidSet::range(cutOff ? row.lowUid : 1, std::numeric_limits<quint32>::max());
    const UidSet lacking = found->intersected(wanted).minus(ours);
    missing(row, gone, Difference::Kind::MissingThere);
    missing(row, lacking, Difference::Kind::MissingHere);
    if (repair) {
        Transaction txn(m_ctx.db);
        m_ctx.messages.removeUids(row.id, gone);
        if (const auto done = txn.commit(); !done)
            co_return done.error();
        const auto added = co_await listHeaders(m_link, m_ctx, row.id, lacking, Threading::Now);
        if (!added)
            co_return added.error();
    }
    for (UidSet both = ours.intersected(*found); !both.isEmpty();) {
        const auto [slice, rest] = both.splitNewest(m_ctx.limits.headerSlice);
        if (const auto done = co_await compareSlice(row, slice, repair); !done)
            co_return done.error();
        both = rest;
    }
    m_report.messages += qint64(found->intersected(wanted).count());
    co_return Result<void>{};
}

void Verifier::compare(const FolderRow &row, const HeaderRecord &there, const MessageStore::Known &here)
{
    const quint32 expected = (there.flags.bits & ~here.pending) | (here.flags & here.pending);
    if ((here.flags & ServerFlagMask) != expected || here.serverFlags != there.flags.bits
        || here.keywords != there.flags.keywords) {
        m_report.differences.append(
            {row.path, there.uid, Difference::Kind::Flags,
             QCoreApplication::translate("kw::Sync", "server: %1; here: %2")
                 .arg(flagWords(there.flags.bits), flagWords(here.flags & ServerFlagMask))});
    }
    if (here.size != there.size && here.size != 0) {
        m_report.differences.append(
            {row.path, there.uid, Difference::Kind::Size,
             QCoreApplication::translate("kw::Sync", "server: %1 bytes; here: %2 bytes")
                 .arg(there.size)
                 .arg(here.size)});
    }
}

Task<Result<void>> Verifier::compareSlice(FolderRow row, UidSet slice, bool repair)
{
    const auto records = co_await m_link.headers(slice);
    if (!records)
        co_return records.error();
    QHash<quint32, MessageStore::Known> here;
    for (const auto &known : m_ctx.messages.known(row.id, slice))
        here.insert(raw(known.uid), known);
    const qsizetype before = m_report.differences.size();
    for (const HeaderRecord &record : *records) {
        const auto known = here.constFind(raw(record.uid));
        if (known != here.cend())
            compare(row, record, *known);
    }
    if (!repair || m_report.differences.size() == before)
        co_return Result<void>{};
    UidSet wrongSize;
    for (qsizetype i = before; i < m_report.differences.size(); ++i) {
        if (m_report.differences[i].kind == Difference::Kind::Size)
            wrongSize.add(raw(m_report.differences[i].uid));
    }
    Transaction txn(m_ctx.db);
    // A row with another size is another message: it is listed again, and its body goes.
    m_ctx.messages.removeUids(row.id, wrongSize);
    m_ctx.messages.insert(row.id, toNewMessages(*records), Threading::Now);
    m_ctx.messages.applyServerFlags(row.id, toNewMessages(*records));
    co_return txn.commit();
}

} // namespace kw
