#pragma once

#include "core/store/search/searcher.h"
#include "core/sync/facade/searches.h"
#include "ui/look/theme.h"

#include <QHash>

namespace kw {

// How far a search can see, as it stands now. Plain value.
struct SearchReach {
    bool isKnown = false; // the rest was read
    bool hasIndex = true;
    bool needsTexts = true; // the query asks for what only texts tell
    SearchCoverage coverage;
    IndexStatus index;
    ServerSearchState asked; // what servers have said so far
    bool isAsking = false;
    QHash<FolderId, QString> folderNames;
};

// The same in words.
struct ReachWords {
    QString text; // empty: nothing is to be said yet
    Tone tone = Tone::Info;
    bool mayAsk = false; // there is something that only servers can search
    bool isAsking = false;
    int folders = 0; // to be asked, and those that answered
    int foldersDone = 0;
    bool operator==(const ReachWords &) const = default;
};
ReachWords reachWords(const SearchReach &reach);

// Folders that servers have to be asked about.
QList<FolderId> unseenFolders(const SearchReach &reach);

} // namespace kw
