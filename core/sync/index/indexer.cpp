#include "core/sync/index/indexer.h"

#include <QPromise>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <limits>
#include <utility>

namespace kw {

namespace {

constexpr qint64 MostOfOne = 100'000; // octets that one message counts as: more is attachments
constexpr qint64 MostUnpacked = 16 << 20; // octets of one batch in memory
constexpr qsizetype Portion = 32; // messages that one thread takes at once
constexpr int LookedAtOnce = 5000;

} // namespace

struct Indexer::Batch {
    QList<QFuture<QList<IndexDocument>>> portions;
    QList<MessageId> gone;
    IndexFile::Progress progress;
    Result<void> reading; // whether the cache could be read
};

Indexer::Indexer(Database &db, IndexFile &file)
    : m_db(db)
    , m_file(file)
    , m_source(db)
    , m_bodies(db)
    , m_read(file.progress())
{
    setPace({});
    if (m_read.walkedTo == 0) {
        m_read.feed = m_source.lastChange(); // all is walked over anyway
        return;
    }
    // Another cache than was indexed, or one without its newest or oldest changes.
    const qint64 last = raw(m_source.lastMessage());
    if (m_read.walkedTo <= last && m_source.hasAllSince(m_read.feed))
        return;
    m_read.walkedTo = std::min(m_read.walkedTo, last);
    m_read.feed = m_read.feed > m_source.lastChange() ? 0 : m_read.feed;
    verify();
}

Indexer::~Indexer()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Indexer::setPace(const IndexPace &pace)
{
    m_pace = pace;
    m_pool.setMaxThreadCount(pace.threads > 0 ? pace.threads : QThread::idealThreadCount());
    m_pool.setThreadPriority(pace.isIdle ? QThread::IdlePriority : QThread::InheritPriority);
}

void Indexer::stopWhen(const std::function<bool()> &stop)
{
    m_stop = stop;
    m_file.stopWhen(stop);
}

void Indexer::verify()
{
    m_walk = {true, MessageId(0)};
    m_mended = {};
}

void Indexer::readAttachmentsAgain(MessageId from)
{
    m_attachments = {true, from};
}

std::optional<MessageId> Indexer::attachmentsReadTo() const
{
    return m_attachments.isOpen ? std::optional(m_attachments.next) : std::nullopt;
}

qint64 Indexer::waitingChanges() const
{
    return m_source.waiting(m_file.progress().feed);
}

Result<void> Indexer::clear()
{
    m_next.reset();
    m_again.clear();
    m_walk = m_attachments = {};
    const auto cleared = m_file.clear();
    if (cleared)
        m_read = {m_source.lastChange(), 0};
    return cleared;
}

Result<Indexer::Step> Indexer::step()
{
    if (isStopped())
        return Error{ErrorKind::Cancelled, {}, {}};
    if (!m_next)
        m_next = begin();
    if (const auto batch = std::exchange(m_next, nullptr)) {
        if (!batch->reading)
            return batch->reading.error();
        m_next = begin(); // its texts are read while this one is written
        return write(*batch);
    }
    if (m_walk.isOpen)
        return look();
    if (m_attachments.isOpen)
        return lookForAttachments();
    const auto more = m_file.tidy();
    if (!more)
        return more.error();
    return *more ? Step::Tidied : Step::Rest;
}

// What is to be taken in next, already on its way through the pool; null: nothing.
std::shared_ptr<Indexer::Batch> Indexer::begin()
{
    const auto batch = std::make_shared<Batch>();
    const bool isSomething = readChanges(*batch) || readNew(*batch) || readAgain(*batch);
    batch->progress = m_read;
    batch->reading = m_db.readSoFar();
    return isSomething || !batch->reading ? batch : nullptr;
}

bool Indexer::readChanges(Batch &batch)
{
    const QList<IndexSource::Change> changes = m_source.feed(m_read.feed, m_pace.messages);
    if (changes.isEmpty())
        return false;
    QList<MessageId> ids;
    QList<qint64> seqs; // of the change that comes before each id
    QSet<MessageId> seen;
    for (const IndexSource::Change &change : changes) {
        // What was not walked to yet is read then.
        if (raw(change.id) > m_read.walkedTo || seen.contains(change.id))
            continue;
        seen.insert(change.id);
        ids.append(change.id);
        seqs.append(change.seq - 1);
    }
    const qsizetype taken = read(ids, batch);
    m_read.feed = taken < ids.size() ? seqs.at(taken) : changes.last().seq;
    return true;
}

bool Indexer::readNew(Batch &batch)
{
    const QList<MessageId> ids = m_source.messages(MessageId(m_read.walkedTo), m_pace.messages);
    const qsizetype taken = read(ids, batch);
    if (taken > 0)
        m_read.walkedTo = raw(ids.at(taken - 1));
    return taken > 0;
}

bool Indexer::readAgain(Batch &batch)
{
    if (m_again.isEmpty())
        return false;
    const qsizetype taken = read(m_again.first(std::min<qsizetype>(m_again.size(), m_pace.messages)), batch);
    m_again.remove(0, taken);
    return taken > 0;
}

// Gives how many of them came along: at least one, where nobody stopped it.
qsizetype Indexer::read(const QList<MessageId> &ids, Batch &batch)
{
    qint64 texts = 0;
    qint64 unpacked = 0;
    qsizetype taken = 0;
    QList<IndexInput> portion;
    while (taken < ids.size() && texts < m_pace.octets && unpacked < MostUnpacked && !isStopped()) {
        const MessageId id = ids.at(taken++);
        const auto row = m_source.row(id);
        if (!row) {
            batch.gone.append(id);
            continue;
        }
        const auto body = m_bodies.packed(id);
        const qint64 octets = body ? body->octets() : 0;
        texts += std::min(octets, MostOfOne);
        unpacked += octets;
        portion.append({*row, body});
        if (portion.size() >= Portion)
            extract(std::exchange(portion, {}), batch);
    }
    extract(portion, batch);
    return taken;
}

void Indexer::extract(const QList<IndexInput> &inputs, Batch &batch)
{
    if (inputs.isEmpty())
        return;
    const auto promise = std::make_shared<QPromise<QList<IndexDocument>>>();
    promise->start();
    batch.portions.append(promise->future());
    const IndexTexts texts{m_attachmentTexts, m_stop};
    m_pool.start([promise, inputs, texts] {
        QList<IndexDocument> documents;
        for (const IndexInput &input : inputs) {
            if (texts.stop && texts.stop())
                break;
            documents.append(documentOf(input, texts));
        }
        promise->addResult(documents);
        promise->finish();
    });
}

bool Indexer::isDeeper(const IndexDocument &document) const
{
    const auto known = document.depth < IndexDepth::Text ? m_file.known(document.id) : std::nullopt;
    return known && known->headerHash == document.headerHash && known->depth > document.depth;
}

Result<Indexer::Step> Indexer::write(const Batch &batch)
{
    QList<IndexDocument> documents;
    for (const auto &portion : batch.portions)
        documents += portion.result();
    if (isStopped())
        return Error{ErrorKind::Cancelled, {}, {}};
    documents.removeIf([this](const IndexDocument &document) { return isDeeper(document); });
    const auto written = m_file.write(documents, batch.gone, batch.progress);
    if (!written)
        return written.error();
    return documents.isEmpty() && batch.gone.isEmpty() ? Step::Looked : Step::Wrote;
}

Result<Indexer::Step> Indexer::look()
{
    const QList<IndexSource::State> there = m_source.states(m_walk.next, LookedAtOnce);
    const QList<IndexFile::Known> known = m_file.known(m_walk.next, LookedAtOnce);
    if (const auto read = m_db.readSoFar(); !read)
        return read.error();
    const auto endOf = [](const auto &list) {
        return list.size() < LookedAtOnce ? std::numeric_limits<qint64>::max() : raw(list.last().id);
    };
    const qint64 end = std::min(endOf(there), endOf(known));
    auto one = there.cbegin();
    auto other = known.cbegin();
    const auto isIn = [end](auto at, const auto &list) { return at != list.cend() && raw(at->id) <= end; };
    while (isIn(one, there) || isIn(other, known)) {
        const bool hasOne = isIn(one, there) && (!isIn(other, known) || one->id <= other->id);
        const bool hasOther = isIn(other, known) && (!isIn(one, there) || other->id <= one->id);
        compare(hasOne ? &*one : nullptr, hasOther ? &*other : nullptr);
        one += hasOne ? 1 : 0;
        other += hasOther ? 1 : 0;
    }
    m_walk.isOpen = end != std::numeric_limits<qint64>::max();
    m_walk.next = MessageId(m_walk.isOpen ? end + 1 : 0);
    return Step::Looked;
}

void Indexer::compare(const IndexSource::State *there, const IndexFile::Known *known)
{
    m_mended.looked += there ? 1 : 0;
    if (!there) {
        ++m_mended.superfluous;
        m_again.append(known->id);
        return;
    }
    const bool isForeign = known && known->headerHash != there->headerHash;
    const bool isMissing = !known || known->depth < there->depth;
    if (raw(there->id) > m_read.walkedTo || (!isForeign && !isMissing))
        return; // comes anyway, or is well
    ++(isForeign ? m_mended.foreign : m_mended.missing);
    m_again.append(there->id);
}

Result<Indexer::Step> Indexer::lookForAttachments()
{
    const QList<IndexSource::State> some = m_source.states(m_attachments.next, LookedAtOnce);
    if (const auto read = m_db.readSoFar(); !read)
        return read.error();
    for (const IndexSource::State &state : some) {
        if (state.hasAttachment && state.depth == IndexDepth::Text && raw(state.id) <= m_read.walkedTo)
            m_again.append(state.id);
    }
    m_attachments.isOpen = some.size() == LookedAtOnce;
    m_attachments.next = MessageId(some.isEmpty() ? 0 : raw(some.last().id) + 1);
    return Step::Looked;
}

} // namespace kw
