#pragma once

#include "core/store/changes.h"
#include "core/store/cleanupfinder.h"
#include "core/store/inventoryreader.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace kw {

class StoreReader;

// Reads the inventory of all mail and answers Clean up's questions about it, on a thread of its own; follows
// what changes. Lives on the GUI thread; answers come there.
class CleanupReader : public QObject
{
    Q_OBJECT
public:
    explicit CleanupReader(const QString &cacheDirectory, QObject *parent = nullptr);
    ~CleanupReader() override;

    void load(); // once; progress, then loaded
    bool isLoaded() const { return m_loaded; }
    // What Engine::changed says. After a burst: renewed.
    void apply(const ChangeSet &changes);

    struct Answer {
        CleanupFindings findings;
        ListedShare share; // of the account asked for
        QHash<FolderId, FolderRow> folders;
    };
    void find(const CleanupQuery &query, const std::function<void(const Answer &)> &done);
    // How much there is of each kind, by CleanupKind.
    void overview(const CleanupQuery &like, const std::function<void(const QList<CleanupFindings> &)> &done);
    // The messages of a line, largest first.
    void mails(const CleanupQuery &query, const CleanupLine &line,
               const std::function<void(const CleanupFindings &)> &done);
    // All messages that these lines stand for.
    void ids(const CleanupQuery &query, const QList<CleanupLine> &lines,
             const std::function<void(const QList<MessageId> &)> &done);
    void rows(const QList<MessageId> &ids, const std::function<void(const QList<MessageRow> &)> &done);

    // Names of a message's attachments, largest first; nothing where its text is not on this computer.
    using AttachmentNames = std::optional<QStringList>;
    void attachments(MessageId id, const std::function<void(const AttachmentNames &)> &done);

Q_SIGNALS:
    void progress(qint64 read, qint64 total);
    void loaded();
    void renewed();

private:
    void step(const InventoryReader::Progress &after);
    void renew();

    std::shared_ptr<MailInventory> m_inventory; // touched by the reader's thread only
    StoreReader *m_reader;
    StoreReader *m_texts; // large messages take a while: nobody waits for them
    QSet<MessageId> m_changed; // since the last look
    QTimer m_timer;
    bool m_loaded = false;
    bool m_begun = false;
};

} // namespace kw
