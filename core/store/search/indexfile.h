#pragma once

#include "core/base/result.h"
#include "core/store/search/indexdocument.h"

#include <QList>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace kw {

// DIR/index.db for writing: the words of every message (FTS5, without the texts themselves). Disposable: what
// is damaged or of another version is made anew, empty. One writer per profile (DIR/index.lock). Use it on
// the thread that opened it.
class IndexFile
{
public:
    // Errors: Busy (another program writes it), Storage (disk full, not writable).
    static Result<std::unique_ptr<IndexFile>> open(const QString &directory);
    ~IndexFile();
    IndexFile(const IndexFile &) = delete;
    IndexFile &operator=(const IndexFile &) = delete;

    static QString path(const QString &directory);
    // How it stands, for who only looks; also while another program writes it. Nothing: there is none, or
    // none that this program can read.
    struct Look;
    static std::optional<Look> look(const QString &directory);
    // Whoever has met damage says so; the next to open it makes it anew.
    static void condemn(const QString &directory);
    static bool isCondemned(const QString &directory);
    bool wasMadeAnew() const; // it was damaged or of another version

    // How far the cache's feed of changes (index_feed) has been taken in, and up to which id its messages
    // were looked through. Kept with the documents, in the same transaction.
    struct Progress {
        qint64 feed = 0; // index_feed.seq
        qint64 walkedTo = 0; // message.id
        bool operator==(const Progress &) const = default;
    };
    Progress progress() const;

    struct Known {
        MessageId id{};
        quint64 headerHash = 0;
        IndexDepth depth = IndexDepth::Row;
    };
    // Documents from this id on, ascending, at most `most`.
    QList<Known> known(MessageId from, int most) const;
    std::optional<Known> known(MessageId id) const;

    // One transaction: `gone` leave, `documents` come (in place of what was there under their ids). Each
    // costs a segment of the index: many at once are much cheaper than many times one. Error: Storage;
    // nothing was changed then. After damage the file is useless: open anew.
    Result<void> write(const QList<IndexDocument> &documents, const QList<MessageId> &gone,
                       const Progress &progress);
    // Asked between the documents of a write, which ends with Cancelled then, as if it had not begun.
    void stopWhen(std::function<bool()> stop);
    // A step of putting the index in order for faster searches; true: there is more to do.
    Result<bool> tidy();
    // Looks through all of it (1 M messages: many seconds). False: damaged.
    bool isSound() const;
    // Everything out; the file stays, so that readers see it.
    Result<void> clear();

    struct Size {
        qint64 documents = 0;
        qint64 withText = 0;
        qint64 bytes = 0; // on disk, with its log
    };
    Size size() const;
    struct Look {
        Progress progress;
        Size size;
    };

private:
    explicit IndexFile(const QString &directory);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kw
