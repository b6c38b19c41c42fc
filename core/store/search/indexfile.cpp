#include "core/store/search/indexfile.h"

#include "core/store/search/indexconnection.h"
#include "core/store/search/indexschema.h"
#include "core/store/storagefault.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLockFile>
#include <QScopeGuard>

#include <algorithm>

#include <sqlite3.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr int PagesOfStep = 500; // of a merge; some ten milliseconds
constexpr qint64 Recent = 4'000; // documents that `recent` holds at least, and twice as many at most

qint64 bytesOnDisk(const QString &directory)
{
    const QString file = indexPath(directory);
    return QFileInfo(file).size() + QFileInfo(file + "-wal"_L1).size();
}

struct Placed {
    const IndexDocument *document;
    qint64 key;
};

} // namespace

struct IndexFile::Private {
    explicit Private(const QString &directory)
        : db(directory)
    {
    }

    std::unique_ptr<QLockFile> lock;
    IndexConnection db;
    std::function<bool()> stop;
    QHash<qint64, qint64> nextKeys; // by date: where to look for a free one, where many share a date
    // What the open transaction changes.
    qint64 moreDocuments = 0;
    qint64 moreWithText = 0;
    qint64 moreRecent = 0;
    qint64 recentFrom = 0;
    qint64 spill = 0;

    void begin();
    void finish(const Progress &progress);
    void removeDocument(MessageId id);
    qint64 freeKey(qint64 date);
    void addDocument(const Placed &placed);
    void addWords(Statement &insert, const Placed &placed);
    void keepRecentSmall();
    void keepWords();
};

IndexFile::IndexFile(const QString &directory)
    : d(std::make_unique<Private>(directory))
{
}

IndexFile::~IndexFile() = default;

QString IndexFile::path(const QString &directory)
{
    return indexPath(directory);
}

std::optional<IndexFile::Look> IndexFile::look(const QString &directory)
{
    if (!QFile::exists(indexPath(directory)) || isCondemned(directory))
        return {};
    sqlite3 *db = nullptr;
    const auto close = qScopeGuard([&db] { sqlite3_close_v2(db); });
    if (sqlite3_open_v2(indexPath(directory).toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr)
        != SQLITE_OK)
        return {};
    int failure = SQLITE_OK;
    Statement version(db, "PRAGMA user_version", &failure, false);
    if (!version.next() || version.integer(0) != IndexVersion)
        return {};
    Statement query(db, "SELECT feed, walked_to, documents, with_text FROM progress", &failure, false);
    if (!query.next())
        return {};
    return Look{{query.integer(0), query.integer(1)},
                {query.integer(2), query.integer(3), bytesOnDisk(directory)}};
}

void IndexFile::condemn(const QString &directory)
{
    QFile mark(indexMark(directory));
    if (!mark.open(QIODevice::WriteOnly))
        qWarning("The search index is damaged, and that cannot be written down.");
}

bool IndexFile::isCondemned(const QString &directory)
{
    return QFile::exists(indexMark(directory));
}

Result<std::unique_ptr<IndexFile>> IndexFile::open(const QString &directory)
{
    QDir().mkpath(directory);
    std::unique_ptr<IndexFile> file(new IndexFile(directory));
    Private &d = *file->d;
    d.lock = std::make_unique<QLockFile>(directory + "/index.lock"_L1);
    d.lock->setStaleLockTime(0);
    if (!d.lock->tryLock(0)) {
        if (d.lock->error() == QLockFile::LockFailedError)
            return Error{ErrorKind::Busy,
                         QCoreApplication::translate(
                             "kw::Store", "Another Kittiwake keeps this profile's search index up to date."),
                         u"busy"_s};
        return storageFault(d.lock->error() == QLockFile::PermissionError ? SQLITE_READONLY : SQLITE_FULL,
                            directory);
    }
    if (const int code = d.db.open(); code != SQLITE_OK)
        return d.db.fault(code);
    return file;
}

bool IndexFile::wasMadeAnew() const
{
    return d->db.wasMadeAnew();
}

IndexFile::Progress IndexFile::progress() const
{
    Statement &query = d->db.prepared("SELECT feed, walked_to FROM progress");
    Progress out;
    if (query.next())
        out = {query.integer(0), query.integer(1)};
    query.rewind();
    return out;
}

QList<IndexFile::Known> IndexFile::known(MessageId from, int most) const
{
    QList<Known> out;
    Statement &query = d->db.prepared("SELECT message_id, header_hash, depth FROM document WHERE "
                                      "message_id>=? ORDER BY message_id LIMIT ?");
    query.bind(from, most);
    while (query.next())
        out.append({MessageId(query.integer(0)), quint64(query.integer(1)), IndexDepth(query.integer(2))});
    return out;
}

std::optional<IndexFile::Known> IndexFile::known(MessageId id) const
{
    const auto found = known(id, 1);
    return found.isEmpty() || found.first().id != id ? std::nullopt : std::optional(found.first());
}

void IndexFile::Private::begin()
{
    moreDocuments = moreWithText = moreRecent = 0;
    recentFrom = db.value("SELECT recent_from FROM progress");
    spill = 0;
    if (constexpr qsizetype Many = 10'000; nextKeys.size() > Many)
        nextKeys.clear();
}

void IndexFile::Private::finish(const Progress &progress)
{
    db.prepared("UPDATE progress SET feed=?, walked_to=?, documents=documents+?, with_text=with_text+?, "
                "recent=recent+?, spill=MAX(spill, ?)")
        .bind(progress.feed, progress.walkedTo, moreDocuments, moreWithText, moreRecent, spill)
        .run();
    keepWords();
    keepRecentSmall();
}

void IndexFile::Private::keepWords()
{
    QList<QByteArray> words(db.newWords().cbegin(), db.newWords().cend());
    db.newWords().clear();
    std::ranges::sort(words); // as the table runs
    Statement &insert = db.prepared("INSERT OR IGNORE INTO term(text) VALUES(CAST(? AS TEXT))");
    for (const QByteArray &word : std::as_const(words))
        insert.bind(word).run();
}

void IndexFile::Private::removeDocument(MessageId id)
{
    Statement &find = db.prepared("SELECT key, depth FROM document WHERE message_id=?");
    find.bind(id);
    if (!find.next())
        return;
    const qint64 key = find.integer(0);
    --moreDocuments;
    moreWithText -= IndexDepth(find.integer(1)) == IndexDepth::Text ? 1 : 0;
    find.rewind();
    db.prepared("DELETE FROM word WHERE rowid=?").bind(key).run();
    if (key >= recentFrom) {
        db.prepared("DELETE FROM recent WHERE rowid=?").bind(key).run();
        --moreRecent;
    }
    db.prepared("DELETE FROM document WHERE key=?").bind(key).run();
}

// The next one that nobody has. A thousand messages of one second (or without a date) would be walked over a
// thousand times: `nextKeys` remembers where they end.
qint64 IndexFile::Private::freeKey(qint64 date)
{
    qint64 key = nextKeys.value(date, firstKeyOf(date));
    Statement &taken = db.prepared("SELECT EXISTS(SELECT 1 FROM document WHERE key=?)");
    const auto isTaken = [&] {
        taken.bind(key);
        return taken.holds();
    };
    while (isTaken())
        ++key;
    if (key > lastKeyOf(date)) {
        spill = std::max(spill, key - lastKeyOf(date));
        nextKeys.insert(date, key + 1);
    }
    return key;
}

void IndexFile::Private::addWords(Statement &insert, const Placed &placed)
{
    const IndexDocument &document = *placed.document;
    insert
        .bind(placed.key, composedUtf8(document.subject), composedUtf8(document.from),
              composedUtf8(document.to), composedUtf8(document.cc), composedUtf8(document.body),
              composedUtf8(document.quoted), composedUtf8(document.files), composedUtf8(document.list))
        .run();
}

void IndexFile::Private::addDocument(const Placed &placed)
{
    ++moreDocuments;
    moreWithText += placed.document->depth == IndexDepth::Text ? 1 : 0;
    addWords(
        db.prepared("INSERT INTO word(rowid, subject, sender, recipients, cc, body, quoted, files, list) "
                    "VALUES(?,?,?,?,?,?,?,?,?)"),
        placed);
    if (placed.key < recentFrom)
        return;
    ++moreRecent;
    addWords(
        db.prepared("INSERT INTO recent(rowid, subject, sender, recipients, cc, body, quoted, files, list) "
                    "VALUES(?,?,?,?,?,?,?,?,?)"),
        placed);
}

void IndexFile::Private::keepRecentSmall()
{
    if (db.value("SELECT recent FROM progress") <= 2 * Recent)
        return;
    Statement &oldest = db.prepared("SELECT key FROM document ORDER BY key DESC LIMIT 1 OFFSET ?");
    oldest.bind(Recent);
    const qint64 from = oldest.next() ? oldest.integer(0) + 1 : 0;
    oldest.rewind();
    db.prepared("DELETE FROM recent WHERE rowid IN (SELECT key FROM document WHERE key>=? AND key<?)")
        .bind(recentFrom, from)
        .run();
    db.prepared("UPDATE progress SET recent_from=?1, recent=(SELECT COUNT(*) FROM document WHERE key>=?1)")
        .bind(from)
        .run();
}

Result<void> IndexFile::write(const QList<IndexDocument> &documents, const QList<MessageId> &gone,
                              const Progress &progress)
{
    return d->db.transact([&] {
        d->begin();
        for (const MessageId id : gone)
            d->removeDocument(id);
        for (const IndexDocument &document : documents)
            d->removeDocument(document.id);
        QList<Placed> placed;
        placed.reserve(documents.size());
        for (const IndexDocument &document : documents) {
            placed.append({&document, d->freeKey(document.date)});
            d->db.prepared("INSERT INTO document(key, message_id, header_hash, depth) VALUES(?,?,?,?)")
                .bind(placed.last().key, document.id, document.headerHash, document.depth)
                .run();
        }
        // FTS5 begins a new segment whenever a key is smaller than the one before.
        std::ranges::sort(placed, std::less(), &Placed::key);
        for (const Placed &one : std::as_const(placed)) {
            if (d->stop && d->stop())
                return false;
            d->addDocument(one);
        }
        d->finish(progress);
        return true;
    });
}

Result<bool> IndexFile::tidy()
{
    // What a merge changes beyond its own row of settings tells whether there was something (FTS5 6.10).
    const auto merge = [this](const char *sql) -> Result<bool> {
        const int before = d->db.changesSoFar();
        const auto merged = d->db.transact([&] {
            d->db.prepared(sql).bind(PagesOfStep).run();
            return true;
        });
        if (!merged)
            return merged.error();
        return d->db.changesSoFar() - before >= 2;
    };
    auto main = merge("INSERT INTO word(word, rank) VALUES('merge', ?)");
    if (!main || *main)
        return main;
    return merge("INSERT INTO recent(recent, rank) VALUES('merge', ?)");
}

void IndexFile::stopWhen(std::function<bool()> stop)
{
    d->stop = std::move(stop);
}

bool IndexFile::isSound() const
{
    return d->db.isSound();
}

Result<void> IndexFile::clear()
{
    d->nextKeys.clear();
    return d->db.transact([this] {
        d->db.prepared("DELETE FROM document").run();
        d->db.prepared("DELETE FROM term").run();
        d->db.prepared("INSERT INTO word(word) VALUES('delete-all')").run();
        d->db.prepared("INSERT INTO recent(recent) VALUES('delete-all')").run();
        d->db
            .prepared("UPDATE progress SET feed=0, walked_to=0, documents=0, with_text=0, recent=0, "
                      "recent_from=0, spill=0")
            .run();
        return true;
    });
}

IndexFile::Size IndexFile::size() const
{
    Size size;
    Statement &query = d->db.prepared("SELECT documents, with_text FROM progress");
    if (query.next())
        size = {query.integer(0), query.integer(1), 0};
    query.rewind();
    size.bytes = bytesOnDisk(d->db.directory());
    return size;
}

} // namespace kw
