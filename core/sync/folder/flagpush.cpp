#include "core/sync/folder/flagpush.h"

#include "core/sync/folder/headerslices.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

namespace kw {

namespace {

UidSet uidsOf(const QList<MessageStore::PendingFlags> &changes)
{
    QList<quint32> uids;
    for (const auto &c : changes)
        uids.append(raw(c.uid));
    return UidSet::of(std::move(uids));
}

// Changes that one STORE can make.
QString likeness(const MessageStore::PendingFlags &change)
{
    return QString::number(change.add) + QLatin1Char('/') + QString::number(change.remove) + QLatin1Char('/')
        + change.addKeywords.join(QLatin1Char(' ')) + QLatin1Char('/')
        + change.removeKeywords.join(QLatin1Char(' '));
}

// Of our bits those that are keywords to a server.
constexpr quint32 KeywordBits
    = quint32(Flag::Forwarded) | quint32(Flag::Junk) | quint32(Flag::NotJunk) | quint32(Flag::MdnSent);

Error readOnly()
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("kw::Sync", "This folder is read-only; its marks cannot be changed."),
            {}};
}

Error noKeywords()
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("kw::Sync", "The server of this account does not keep tags."),
            {}};
}

} // namespace

FlagPush::FlagPush(ImapLink &link, SyncContext &ctx, FolderId folder)
    : m_link(link)
    , m_ctx(ctx)
    , m_folder(folder)
{
}

Task<Result<FlagPush::Outcome>> FlagPush::run(bool rereadAfterwards)
{
    const auto row = m_ctx.folders.folder(m_folder);
    if (!row)
        co_return m_outcome;
    const auto box = co_await m_link.select(row->serverPath, ResyncPoint{}, false);
    if (!box)
        co_return box.error();
    if (box->uidValidity != row->uidValidity)
        co_return m_outcome; // our UIDs mean nothing there; the pass that renumbers comes first

    constexpr int Batch = 10'000;
    while (true) {
        auto pending = m_ctx.messages.pendingFlags(m_folder, Batch);
        if (pending.isEmpty())
            break;
        if (!box->keywordsAllowed && !box->readOnly) {
            const auto possible = withoutKeywords(pending, box->kept);
            if (!possible)
                co_return possible.error();
            pending = *possible;
        }
        if (const auto noted = setOnWay(true); !noted)
            co_return noted.error();
        std::map<QString, QList<MessageStore::PendingFlags>> groups;
        for (const auto &change : pending)
            groups[likeness(change)].append(change);
        for (const auto &group : groups) {
            const auto done = co_await push(group.second, *box);
            if (!done)
                co_return done.error();
            if (!*done || rereadAfterwards) {
                if (const auto read = co_await readBack(uidsOf(group.second)); !read)
                    co_return read.error();
            }
        }
    }
    if (const auto noted = setOnWay(false); !noted)
        co_return noted.error();
    co_return m_outcome;
}

// Durable before the first byte, as what the journal sends. A session that is lost leaves it so.
Result<void> FlagPush::setOnWay(bool onWay)
{
    if (m_onWay == onWay)
        return {};
    Transaction txn(m_ctx.db, onWay);
    m_ctx.messages.setFlagsOnWay(m_folder, onWay);
    m_onWay = onWay;
    return txn.commit();
}

// True: the server took it. False: it said no for good, and it is undone here.
Task<Result<bool>> FlagPush::push(QList<MessageStore::PendingFlags> same, SelectedBox box)
{
    const UidSet uids = uidsOf(same);
    const MessageFlags add{same.first().add, same.first().addKeywords};
    const MessageFlags remove{same.first().remove, same.first().removeKeywords};
    Result<void> done;
    if (box.readOnly)
        done = readOnly();
    if (done && (add.bits != 0 || !add.keywords.isEmpty()))
        done = co_await m_link.addFlags(uids, add);
    if (done && (remove.bits != 0 || !remove.keywords.isEmpty()))
        done = co_await m_link.removeFlags(uids, remove);
    // Invalid: a keyword that cannot be sent (another server's, of a message that was copied).
    if (!done && done.error().kind != ErrorKind::Refused && done.error().kind != ErrorKind::Invalid)
        co_return done.error();
    Transaction txn(m_ctx.db);
    if (done) {
        m_ctx.messages.flagsStored(same);
        m_outcome.stored += int(same.size());
    } else {
        m_outcome.onlyReading = m_outcome.onlyReading && box.readOnly && add.bits == quint32(Flag::Seen)
            && remove.bits == 0 && add.keywords.isEmpty() && remove.keywords.isEmpty();
        m_ctx.messages.revertFlags(same);
        refuse(same, done.error());
    }
    if (const auto written = txn.commit(); !written)
        co_return written.error();
    co_return bool(done);
}

void FlagPush::refuse(const QList<MessageStore::PendingFlags> &changes, const Error &error)
{
    m_outcome.refused = true;
    m_outcome.refusal = error;
    for (const auto &change : changes)
        m_outcome.refusedMessages.append(change.id);
}

// A server without keywords: marks that only programs understand are not worth a complaint; a tag is what the
// person asked for. Returns what can be sent.
Result<QList<MessageStore::PendingFlags>> FlagPush::withoutKeywords(QList<MessageStore::PendingFlags> changes,
                                                                    const MessageFlags &kept)
{
    const quint32 lost = KeywordBits & ~kept.bits;
    const auto isKept
        = [&kept](const QString &word) { return kept.keywords.contains(word, Qt::CaseInsensitive); };
    const auto takeLost = [&isKept](QStringList &words) {
        QStringList taken;
        std::ranges::copy_if(words, std::back_inserter(taken), std::not_fn(isKept));
        words.removeIf(std::not_fn(isKept));
        return taken;
    };
    QList<MessageStore::PendingFlags> impossible;
    QList<MessageStore::PendingFlags> tagged;
    for (auto &change : changes) {
        const MessageStore::PendingFlags part{change.id,
                                              change.uid,
                                              change.add & lost,
                                              change.remove & lost,
                                              takeLost(change.addKeywords),
                                              takeLost(change.removeKeywords)};
        if (!part.addKeywords.isEmpty())
            tagged.append(part);
        impossible.append(part);
        change.add &= ~lost;
        change.remove &= ~lost;
    }
    changes.removeIf([](const auto &change) {
        return change.add == 0 && change.remove == 0 && change.addKeywords.isEmpty()
            && change.removeKeywords.isEmpty();
    });
    if (!tagged.isEmpty()) {
        m_outcome.refused = true;
        m_outcome.onlyReading = false;
        m_outcome.refusal = noKeywords();
        for (const auto &change : std::as_const(tagged))
            m_outcome.refusedTags.append(change.id);
    }
    Transaction txn(m_ctx.db);
    m_ctx.messages.revertFlags(impossible);
    if (const auto done = txn.commit(); !done)
        return done.error();
    return changes;
}

Task<Result<void>> FlagPush::readBack(UidSet uids)
{
    const auto records = co_await m_link.flags(uids, 0);
    if (!records)
        co_return records.error();
    Transaction txn(m_ctx.db);
    m_ctx.messages.applyServerFlags(m_folder, toNewMessages(*records));
    co_return txn.commit();
}

} // namespace kw
