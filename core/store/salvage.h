#pragma once

struct sqlite3;

namespace kw {

// What came of it. `code`: SQLite's, of writing the new file; damage of the old one is no failure.
struct Salvaged {
    int code = 0;
    bool keptAll = true; // everything worth keeping could be read
};

// Carries over what the server cannot give back from a damaged cache into an empty one of the same schema:
// accounts, the journal, and every message row with changes that the server does not know yet, with folders
// and threads. Such rows keep their ids and lose their UIDs, as after a UIDVALIDITY change: listing the
// folder anew binds them by header hash. Goes round pages that cannot be read. One transaction.
Salvaged salvage(sqlite3 *damaged, sqlite3 *fresh);

} // namespace kw
