#pragma once

#include "core/store/search/indexfile.h"
#include "core/sync/index/documentof.h"

#include <QFuture>
#include <QThreadPool>

#include <memory>

namespace kw {

// How much is done in one step.
struct IndexPace {
    int messages = 2000;
    qint64 octets = 4 << 20; // of what may be text
    int threads = 0; // that read texts; 0: as many as the machine has
    bool isIdle = true; // they give way to everything else
};

// Brings the index and the cache together, step by step: what changed, what is new, and, where it is asked
// for, what is not as it should be. Reads the cache, writes the index; one thread, that of both.
//
// A document is as deep as there is material for it, and never becomes shallower while its header is the
// same: a text that was evicted goes on being found.
class Indexer
{
public:
    // Both outlive it.
    Indexer(Database &db, IndexFile &file);
    ~Indexer();

    void setPace(const IndexPace &pace);
    void setAttachmentTexts(bool on) { m_attachmentTexts = on; }
    // Any thread may call it; true: the step ends soon, without having begun.
    void stopWhen(const std::function<bool()> &stop);

    enum class Step {
        Wrote, // the index has taken something in
        Looked, // through some more of it
        Tidied,
        Rest, // there is nothing to do
    };
    // Errors: Storage, where cache or index cannot be read or written, and Cancelled. Only destroying it is
    // left then; with cache and index opened anew nothing is missing but what verify() had not come to.
    Result<Step> step();

    // Every document is compared with its message from now on: what is missing, superfluous, of another
    // message or not as deep as it could be is mended.
    void verify();
    bool isVerifying() const { return m_walk.isOpen; } // while steps still find something, too
    // Messages with attachments are read once more.
    void readAttachmentsAgain(MessageId from);
    std::optional<MessageId> attachmentsReadTo() const; // nothing: all of them are
    // What verify() has found so far.
    struct Mended {
        qint64 looked = 0; // messages
        qint64 missing = 0; // or shallower than they could be
        qint64 superfluous = 0;
        qint64 foreign = 0; // words of another message
    };
    const Mended &mended() const { return m_mended; }

    Result<void> clear(); // all is indexed anew

    // In the file.
    IndexFile::Progress progress() const { return m_file.progress(); }
    qint64 waitingChanges() const;

private:
    struct Batch;
    struct Walk {
        bool isOpen = false;
        MessageId next{};
    };

    std::shared_ptr<Batch> begin();
    bool readChanges(Batch &batch);
    bool readNew(Batch &batch);
    bool readAgain(Batch &batch);
    qsizetype read(const QList<MessageId> &ids, Batch &batch);
    void extract(const QList<IndexInput> &inputs, Batch &batch);
    Result<Step> write(const Batch &batch);
    bool isDeeper(const IndexDocument &document) const;
    Result<Step> look();
    Result<Step> lookForAttachments();
    void compare(const IndexSource::State *there, const IndexFile::Known *known);
    bool isStopped() const { return m_stop && m_stop(); }

    Database &m_db;
    IndexFile &m_file;
    IndexSource m_source;
    BodyStore m_bodies;
    QThreadPool m_pool;
    IndexPace m_pace;
    std::function<bool()> m_stop;
    bool m_attachmentTexts = false;
    IndexFile::Progress m_read; // up to here it was read; written later
    std::shared_ptr<Batch> m_next; // its texts are being read
    QList<MessageId> m_again; // to be looked at, whatever they are
    Walk m_walk;
    Walk m_attachments;
    Mended m_mended;
};

} // namespace kw
