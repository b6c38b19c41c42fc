#pragma once

#include "core/base/mailtypes.h"
#include "core/store/operation.h"

#include <QList>
#include <QString>

namespace kw {

// What the person wants, as the window or kittiwakectl says it: plain values, carried to the engine's thread.
// Use the functions; the fields that an intent does not name are not looked at.
struct Intent {
    enum class Kind {
        Mark, // bits on or off
        Tag, // keyword `name` on or off
        Move, // to `folder`, also of another account; without one to the folder called `name` in each
              // message's own
        Copy, // likewise
        Archive, // each to its own account's archive
        Delete, // each to its own account's Trash; what is there already stays
        Junk,
        NotJunk,
        Expunge, // for good
        MarkFolderRead, // `folder`
        EmptyFolder, // everything in `folder` goes for good
        CreateFolder, // `name` below `folder`, or at the top of `account`
        RenameFolder, // `folder` becomes `name`, a full path with the account's separator
        DeleteFolder, // `folder` and what is below; its mail goes to the Trash
        Subscribe, // `folder`, on or off
        Restore, // `vanished` are put back where they were
    };
    Kind kind = Kind::Mark;
    QList<MessageId> messages;
    quint32 bits = 0;
    bool on = true;
    FolderId folder{};
    AccountId account{};
    QString name;
    QList<qint64> vanished;

    static Intent mark(QList<MessageId> ids, quint32 bits, bool on)
    {
        return {Kind::Mark, std::move(ids), bits, on, {}, {}, {}, {}};
    }
    static Intent tag(QList<MessageId> ids, QString keyword, bool on)
    {
        return {Kind::Tag, std::move(ids), 0, on, {}, {}, std::move(keyword), {}};
    }
    static Intent move(QList<MessageId> ids, FolderId to)
    {
        return {Kind::Move, std::move(ids), 0, true, to, {}, {}, {}};
    }
    // To the folder with this path in each message's own account.
    static Intent moveByName(Kind kind, QList<MessageId> ids, QString path)
    {
        return {kind, std::move(ids), 0, true, {}, {}, std::move(path), {}};
    }
    static Intent copy(QList<MessageId> ids, FolderId to)
    {
        return {Kind::Copy, std::move(ids), 0, true, to, {}, {}, {}};
    }
    // Archive, Delete, Junk, NotJunk, Expunge.
    static Intent of(Kind kind, QList<MessageId> ids)
    {
        return {kind, std::move(ids), 0, true, {}, {}, {}, {}};
    }
    // MarkFolderRead, EmptyFolder, DeleteFolder.
    static Intent ofFolder(Kind kind, FolderId folder) { return {kind, {}, 0, true, folder, {}, {}, {}}; }
    static Intent createFolder(AccountId account, FolderId below, QString name)
    {
        return {Kind::CreateFolder, {}, 0, true, below, account, std::move(name), {}};
    }
    static Intent renameFolder(FolderId folder, QString path)
    {
        return {Kind::RenameFolder, {}, 0, true, folder, {}, std::move(path), {}};
    }
    static Intent subscribe(FolderId folder, bool on)
    {
        return {Kind::Subscribe, {}, 0, on, folder, {}, {}, {}};
    }
    static Intent restore(QList<qint64> vanished)
    {
        return {Kind::Restore, {}, 0, true, {}, {}, {}, std::move(vanished)};
    }
};

} // namespace kw

Q_DECLARE_METATYPE(kw::Intent)
