#include "core/sync/index/indexupkeep.h"

namespace kw {

namespace {

constexpr qint64 VerifyEvery = 7 * qint64(86'400'000); // ms

} // namespace

IndexUpkeep::IndexUpkeep(QString directory)
    : m_directory(std::move(directory))
{
}

IndexUpkeep::~IndexUpkeep()
{
    close();
}

void IndexUpkeep::setPace(const IndexPace &pace)
{
    m_pace = pace;
    if (m_indexer)
        m_indexer->setPace(pace);
}

void IndexUpkeep::setAttachmentTexts(bool on)
{
    m_attachmentTexts = on;
    if (m_indexer)
        readAttachmentsAsWanted();
}

Result<void> IndexUpkeep::open(qint64 now)
{
    if (m_indexer)
        return {};
    auto db = Database::open(m_directory, Database::Mode::ReadOnly);
    if (!db)
        return db.error();
    auto file = IndexFile::open(m_directory);
    if (!file)
        return file.error();
    m_db = std::move(*db);
    m_file = std::move(*file);
    m_indexer = std::make_unique<Indexer>(*m_db, *m_file);
    m_indexer->stopWhen(m_stop);
    m_indexer->setPace(m_pace);
    m_isCountOld = true;
    m_sinceCount.invalidate();
    IndexMarks marks = IndexMarks::load(m_directory);
    const bool isNew = m_file->progress() == IndexFile::Progress();
    if (isNew)
        marks = {true, now, m_attachmentTexts, -1};
    else if (marks.isOpen || marks.verifiedAt == 0 || m_indexer->isVerifying())
        m_wantsVerifying = true;
    marks.isOpen = true;
    if (m_wantsVerifying)
        marks.verifiedAt = 0;
    remember(marks);
    readAttachmentsAsWanted();
    return {};
}

// What the index has of attachments is not what is wanted: those that have some are read again.
void IndexUpkeep::readAttachmentsAsWanted()
{
    m_indexer->setAttachmentTexts(m_attachmentTexts);
    IndexMarks marks = m_marks;
    if (marks.attachmentTexts != m_attachmentTexts) {
        marks.attachmentTexts = m_attachmentTexts;
        marks.attachmentsReadTo = 0;
        remember(marks);
    }
    if (marks.attachmentsReadTo >= 0)
        m_indexer->readAttachmentsAgain(MessageId(marks.attachmentsReadTo));
}

void IndexUpkeep::close()
{
    if (!m_indexer)
        return;
    IndexMarks marks = m_marks;
    marks.isOpen = false;
    if (m_isVerifying)
        marks.verifiedAt = 0;
    m_isVerifying = false;
    m_indexer.reset();
    m_file.reset();
    m_db.reset();
    remember(marks);
}

void IndexUpkeep::remember(const IndexMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    marks.save(m_directory);
}

Result<Indexer::Step> IndexUpkeep::step(qint64 now)
{
    if (m_indexer && isCondemned())
        close();
    if (const auto opened = open(now); !opened)
        return opened.error();
    if (std::exchange(m_wantsVerifying, false)) {
        m_indexer->verify();
        m_isVerifying = true;
    }
    const auto attachments = m_indexer->attachmentsReadTo();
    const auto done = m_indexer->step();
    // Another look begins only when everything was read that the one before had found.
    if (done && attachments && attachments != m_indexer->attachmentsReadTo()) {
        IndexMarks marks = m_marks;
        marks.attachmentsReadTo = raw(*attachments);
        remember(marks);
    }
    if (!done) {
        m_wantsVerifying = m_isVerifying; // it had not come to everything
        close();
        return done;
    }
    m_mended = m_indexer->mended();
    m_isCountOld = m_isCountOld || *done == Indexer::Step::Wrote;
    if (*done == Indexer::Step::Rest || *done == Indexer::Step::Tidied)
        rest(now);
    return done;
}

// Everything was looked at that there is.
void IndexUpkeep::rest(qint64 now)
{
    IndexMarks marks = m_marks;
    if (std::exchange(m_isVerifying, false))
        marks.verifiedAt = now;
    marks.attachmentsReadTo = -1;
    remember(marks);
    if (now - marks.verifiedAt > VerifyEvery)
        verify();
}

Result<void> IndexUpkeep::runToRest(qint64 now, const std::function<void()> &seen)
{
    bool hasFailed = false;
    for (;;) {
        const auto done = step(now);
        if (seen)
            seen();
        if (!done && (hasFailed || done.error().kind != ErrorKind::Storage))
            return done.error();
        hasFailed = hasFailed || !done;
        if (done && *done == Indexer::Step::Rest)
            return {};
    }
}

Result<void> IndexUpkeep::rebuild(qint64 now)
{
    if (const auto opened = open(now); !opened)
        return opened.error();
    m_isVerifying = m_wantsVerifying = false;
    if (!m_indexer->clear()) {
        close();
        IndexFile::condemn(m_directory);
    }
    remember({m_indexer != nullptr, m_marks.verifiedAt, m_attachmentTexts, -1});
    return {};
}

void IndexUpkeep::verify()
{
    m_wantsVerifying = true;
}

Result<bool> IndexUpkeep::replaceDamaged(qint64 now)
{
    if (const auto opened = open(now); !opened)
        return opened.error();
    if (m_file->isSound())
        return m_file->wasMadeAnew();
    close();
    IndexFile::condemn(m_directory);
    const auto opened = open(now);
    return opened ? Result<bool>(true) : Result<bool>(opened.error());
}

IndexStatus IndexUpkeep::status()
{
    IndexStatus status;
    if (!m_indexer)
        return status;
    constexpr qint64 CountEveryMs = 5000;
    if (m_isCountOld && m_sinceCount.hasExpired(CountEveryMs)) {
        m_messages = IndexSource(*m_db).count();
        m_isCountOld = false;
        m_sinceCount.start();
    }
    const IndexFile::Size size = m_file->size();
    status.messages = std::max(m_messages, size.documents);
    status.indexed = size.documents;
    status.withText = size.withText;
    status.bytes = size.bytes;
    return status;
}

qint64 IndexUpkeep::waitingChanges() const
{
    return m_indexer ? m_indexer->waitingChanges() : 0;
}

qint64 IndexUpkeep::takenIn() const
{
    return m_indexer ? m_indexer->progress().feed : 0;
}

} // namespace kw
