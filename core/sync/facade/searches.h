#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/search/query.h"
#include "core/search/searchcontext.h"

#include <QMetaType>
#include <QObject>

namespace kw {

// How the index stands.
struct IndexStatus {
    qint64 messages = 0; // in the cache
    qint64 indexed = 0;
    qint64 withText = 0; // of those indexed, with their text
    qint64 bytes = 0; // on disk
    bool isWorking = false;
    Error problem; // why it does not get on; empty text: nothing
    bool operator==(const IndexStatus &other) const
    {
        return messages == other.messages && indexed == other.indexed && withText == other.withText
            && bytes == other.bytes && isWorking == other.isWorking && problem.text == other.problem.text;
    }
};

// How a search on the servers stands.
struct ServerSearchState {
    quint64 ticket = 0;
    int folders = 0; // to be asked
    int foldersDone = 0; // answered, or failed
    QList<FolderId> answered; // in these nothing is unseen any more
    QList<MessageId> hits; // all so far
    QList<std::pair<FolderId, Error>> failures;
    bool isOver = false;
};

// The index and searching on the servers, as the window sees them. Methods return at once. Lives on the GUI
// thread; owned by the Engine.
class Searches : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual IndexStatus indexStatus() const = 0;
    // Made anew from what is on this computer; mail is not touched.
    virtual void rebuildIndex() = 0;

    // Asks the servers what is in these folders (none: in all that have messages whose text is not here).
    // Answered by serversAnswered, several times, the last with isOver. Returns the ticket. One at a time: a
    // new one ends the one before.
    virtual quint64 askServers(const SearchNode &query, const SearchContext &context,
                               const QList<FolderId> &folders)
        = 0;
    virtual void stopAsking() = 0;

Q_SIGNALS:
    void indexStatusChanged(const kw::IndexStatus &status);
    // The index has taken something in: searches may find more, or less.
    void indexed();
    void serversAnswered(const kw::ServerSearchState &state);
};

} // namespace kw

Q_DECLARE_METATYPE(kw::IndexStatus)
Q_DECLARE_METATYPE(kw::ServerSearchState)
