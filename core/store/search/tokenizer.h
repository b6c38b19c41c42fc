#pragma once

struct sqlite3;

namespace kw {

// Teaches this connection how the index splits text (core/search/words.h), as FTS5's tokenizer "kittiwake".
// An SQLite result code.
int registerTokenizer(sqlite3 *db);

} // namespace kw
