#pragma once

#include "core/sync/facade/searches.h"
#include "core/sync/index/indexer.h"
#include "core/sync/index/indexmarks.h"

#include <QElapsedTimer>

namespace kw {

// Keeps a profile's index as it should be: opens it, lets the Indexer work, makes it anew where it is
// damaged, and has it verified after an end that nobody planned, when asked to, and once a week. Plain
// object; serves one thread and blocks for a step at a time. Mail is only read.
class IndexUpkeep
{
public:
    explicit IndexUpkeep(QString directory); // of the cache
    ~IndexUpkeep(); // puts it away

    void setPace(const IndexPace &pace);
    void setAttachmentTexts(bool on);
    // Any thread may call it; true: the step ends soon.
    void stopWhen(const std::function<bool()> &stop) { m_stop = stop; }

    // One step of work, at this time (ms since the epoch). After an error all is opened anew at the next.
    // Errors: Busy (another program keeps the index), Storage, Cancelled.
    Result<Indexer::Step> step(qint64 now);
    // Steps until nothing is left to do. `seen` after each.
    Result<void> runToRest(qint64 now, const std::function<void()> &seen = {});

    Result<void> rebuild(qint64 now); // everything anew
    void verify(); // with the next steps
    // Looks through the file, and makes it anew where it is damaged: true.
    Result<bool> replaceDamaged(qint64 now);
    const Indexer::Mended &mended() const { return m_mended; }
    // Somebody else has met damage in it.
    bool isCondemned() const { return IndexFile::isCondemned(m_directory); }

    // How it stands; `isWorking` is not known here.
    IndexStatus status();
    qint64 waitingChanges() const;
    // Up to here the cache need not remember its changes (IndexSource::trim).
    qint64 takenIn() const;

private:
    Result<void> open(qint64 now);
    void close();
    void rest(qint64 now);
    void remember(const IndexMarks &marks);
    void readAttachmentsAsWanted();

    const QString m_directory;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<IndexFile> m_file;
    std::unique_ptr<Indexer> m_indexer; // goes before the two
    std::function<bool()> m_stop;
    IndexPace m_pace;
    bool m_attachmentTexts = false;
    bool m_wantsVerifying = false;
    bool m_isVerifying = false;
    IndexMarks m_marks;
    Indexer::Mended m_mended; // of the last verification
    qint64 m_messages = 0;
    bool m_isCountOld = true;
    QElapsedTimer m_sinceCount;
};

} // namespace kw
