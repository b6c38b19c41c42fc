#pragma once

#include "tests/support/fakeengine.h"

#include "core/store/folderstore.h"

#include <QTemporaryDir>

#include <memory>

namespace kw {

// A profile with a cache written by the store itself, and an engine that reads from it.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    QString directory() const { return m_directory.path(); }
    FakeEngine &engine() { return m_engine; }
    Database &database() { return *m_database; }

    AccountId addAccount(const AccountSettings &settings);
    FolderId addFolder(AccountId account, const QString &path, FolderRole role, QChar separator = u'/');
    struct Mail {
        MessageView view;
        QByteArray header;
        QByteArray body;
        quint32 flags = 0;
        HeaderDigest digest; // made from `view` where its headerHash is 0
        bool onThisComputer = true;
    };
    MessageId add(FolderId folder, const Mail &mail);
    // A short mail by name; sent `minutesAgo`.
    MessageId add(FolderId folder, const QString &sender, const QString &subject, int minutesAgo,
                  quint32 flags = 0);
    void removeMessage(FolderId folder, MessageId id);

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Database> m_database;
    FakeEngine m_engine;
    QHash<MessageId, OpenedMessage> m_messages;
    quint32 m_uid = 0;
};

} // namespace kw
