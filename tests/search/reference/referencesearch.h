#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"
#include "core/search/query.h"
#include "core/search/searchcontext.h"

#include <QList>

// Which messages a query finds, looked up in the plainest way: every message is asked. What it says is what
// the product has to say (docs/search.md).
namespace kw::reference {

struct Message {
    MessageId id{};
    qint64 date = 0; // seconds since the epoch
    QString subject;
    Address from;
    QList<Address> to;
    QList<Address> cc;
    QString list; // List-Id
    QString body; // what the sender wrote
    QString quoted;
    QStringList files; // names of attachments
    quint32 flags = 0; // kw::Flag
    quint32 size = 0; // octets
    QStringList keywords;
    AccountId account{};
    FolderId folder{};
    QString folderPath;
    QChar separator = u'/';
    FolderRole role = FolderRole::None;
    bool isFromKnown
        = false; // the sender is somebody whom one has written to; the same for an address everywhere
    bool hasText = true; // its body is on this computer; otherwise body, quoted and files are not looked into
};

bool matches(const Message &message, const SearchNode &query, const SearchContext &context);

// Newest first, by date, then id.
QList<MessageId> search(const QList<Message> &messages, const SearchNode &query,
                        const SearchContext &context);

// As the index takes addresses: "Anna Becker <anna@example.org>, lars@example.org"
QString line(const QList<Address> &addresses);

} // namespace kw::reference
