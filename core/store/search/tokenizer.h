#pragma once

#include <QByteArray>
#include <QSet>

struct sqlite3;

namespace kw {

// Teaches this connection how the index splits text (core/search/words.h), as FTS5's tokenizer "kittiwake".
// `seen`, if there is one, gets every word that is indexed; it outlives the connection. An SQLite result
// code.
int registerTokenizer(sqlite3 *db, QSet<QByteArray> *seen = nullptr);

} // namespace kw
