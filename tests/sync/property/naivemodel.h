#pragma once

#include "core/store/pages.h"

#include <map>

namespace kw::sim {

// What a list would show that knows nothing but one first reading and then the ChangeSets. Compared with
// fresh queries it proves that the deltas tell everything, once, and in order.
class NaiveModel
{
public:
    explicit NaiveModel(Database &db);

    void reload(); // first reading, and whenever the folder list changed (models read their lists again then)
    void apply(const ChangeSet &changes);
    // Empty, or the first difference to a fresh reading.
    QString compare() const;

private:
    struct State {
        std::map<qint64, std::map<PageKey, quint32>> messages; // view code -> key -> flags
        std::map<qint64, std::map<PageKey, qint64>> conversations; // view code -> key -> thread
        std::map<FolderId, std::pair<quint32, quint32>> counters;
        std::map<FolderId, FolderRole> roles;
    };
    State read() const;
    void place(const MessageChange &change, const PageKey &key, bool there);

    Database &m_db;
    State m_state;
    QString m_oddity; // a delta that does not fit what we show
};

} // namespace kw::sim
