#pragma once

#include "core/store/rows.h"

#include <vector>

namespace kw {

// What Clean up looks at: every visible message in a few bytes (32), with its sender, so that all questions
// about sizes and senders are answered from memory and need no index in the cache. Holds no texts. Any
// thread, one at a time.
class MailInventory
{
public:
    struct Mail {
        MessageId id{};
        qint64 date = 0; // seconds since the epoch
        quint32 size = 0; // octets on the server; 0: not known
        quint32 flags = 0;
        quint32 sender = 0; // index of senders()
        quint32 folder = 0; // index of folders()
    };
    struct Sender {
        Address address; // the name is one of those it used
        bool soundsBulk = false; // "newsletter@", "no-reply@" …
    };

    void setFolders(const QList<FolderRow> &folders);
    // Ascending by id within one reading; an id that is there already is replaced.
    void put(MessageId id, FolderId folder, qint64 date, quint32 size, quint32 flags, const Address &from);
    void remove(MessageId id);

    const std::vector<Mail> &mails() const { return m_mails; } // ascending by id
    const std::vector<Sender> &senders() const { return m_senders; }
    const FolderRow &folderOf(const Mail &mail) const { return m_folders[mail.folder]; }
    const QList<FolderRow> &folders() const { return m_folders; }
    const Mail *find(MessageId id) const;

    // Addresses that machines write from, by the part before the "@".
    static bool soundsLikeBulk(const QString &email);

private:
    std::vector<Mail>::iterator place(MessageId id);
    quint32 senderIndex(const Address &from);

    std::vector<Mail> m_mails;
    std::vector<Sender> m_senders;
    QList<FolderRow> m_folders;
    QHash<FolderId, quint32> m_folderAt;
    QHash<QString, quint32> m_senderAt; // by lower-case address
};

} // namespace kw
