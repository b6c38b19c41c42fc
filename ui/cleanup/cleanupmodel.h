#pragma once

#include "ui/changes/changewords.h"
#include "ui/cleanup/cleanupreader.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace kw {

// The lines of one of Clean up's lists. Texts of messages are read when they are painted. Follows: lines come
// and go, the list is reset only when another question is asked. GUI thread.
class CleanupModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Who, Count, Unopened, Newest, Note, Place, Size, ColumnCount };
    static constexpr int LineRole = Qt::UserRole + 1; // quint64 of bytes, for sums

    explicit CleanupModel(CleanupReader *reader, QObject *parent = nullptr);
    void setAccounts(const AccountNames &accounts);
    void setFolders(const QHash<FolderId, FolderRow> &folders) { m_folders = folders; }
    // `messages`: each line is one message, whatever the kind of list.
    void show(CleanupKind kind, bool messages, const CleanupFindings &findings);
    // The same question again: keeps what is selected where it is still there.
    void follow(const CleanupFindings &findings);
    void clear();

    bool isOfMessages() const { return m_messages; }
    QList<Column> columns() const; // those that say something here
    const CleanupLine *line(const QModelIndex &index) const;
    const CleanupFindings &findings() const { return m_findings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CleanupLine &line, int column) const;
    QString title(const CleanupLine &line) const;
    QString note(const CleanupLine &line) const;
    QString place(FolderId folder) const;
    QString spoken(const CleanupLine &line) const;
    void want(MessageId id) const;
    void wantAttachments(MessageId id) const;
    void readAttachments();
    void readWanted();
    static bool isSame(const CleanupLine &a, const CleanupLine &b);

    CleanupReader *m_reader;
    AccountNames m_accounts;
    QHash<FolderId, FolderRow> m_folders;
    CleanupKind m_kind = CleanupKind::Largest;
    bool m_messages = true;
    CleanupFindings m_findings;
    QHash<MessageId, QString> m_subjects;
    QHash<MessageId, CleanupReader::AttachmentNames> m_attachments;
    mutable QSet<MessageId> m_wanted; // to be read
    mutable QSet<MessageId> m_wantedAttachments;
    mutable QTimer m_timer;
};

} // namespace kw
