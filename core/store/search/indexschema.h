#pragma once

#include "core/search/words.h"

#include <QString>

namespace kw {

// The index's file, kept as PRAGMA user_version: other words or another schema make it anew.
constexpr int IndexSchemaVersion = 1;
constexpr int IndexVersion = IndexSchemaVersion * 1000 + WordsVersion;

// document: whose words stand under which key of `word`. Keys grow with the date (firstKeyOf()), so that the
// newest come first without sorting.
// recent: the newest documents once more (key >= progress.recent_from). What a person types first are
// beginnings that nearly every message has, and FTS5 gathers all that have one before it tells the first.
// Among few documents that takes no time, and only what is rare there has to be asked of all. (FTS5's own
// index of beginnings makes the file three times as large and four times as long to write.)
// term: every word there ever was. FTS5 finds what begins with a word by reading all that do so first; among
// a few words, asked for by name, it finds the newest at once. progress: one row. spill: how far beyond its
// second's keys a document had to go, at most.
inline constexpr const char *IndexSchema = R"sql(
CREATE TABLE progress(
    feed INTEGER NOT NULL, walked_to INTEGER NOT NULL, documents INTEGER NOT NULL, with_text INTEGER NOT NULL,
    recent INTEGER NOT NULL, recent_from INTEGER NOT NULL, spill INTEGER NOT NULL);
INSERT INTO progress VALUES(0, 0, 0, 0, 0, 0, 0);
CREATE TABLE term(text TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE document(
    key INTEGER PRIMARY KEY, message_id INTEGER NOT NULL, header_hash INTEGER NOT NULL, depth INTEGER NOT NULL);
CREATE UNIQUE INDEX document_message ON document(message_id);
CREATE INDEX document_text ON document(message_id, header_hash) WHERE depth=2;
CREATE VIRTUAL TABLE word USING fts5(
    subject, sender, recipients, cc, body, quoted, files, list,
    content='', contentless_delete=1, tokenize='kittiwake');
CREATE VIRTUAL TABLE recent USING fts5(
    subject, sender, recipients, cc, body, quoted, files, list,
    content='', contentless_delete=1, tokenize='kittiwake');
INSERT INTO word(word, rank) VALUES('hashsize', 16777216);
INSERT INTO recent(recent, rank) VALUES('hashsize', 16777216);
)sql";

// Neighbouring keys make a small index: a second has room for few documents; where more have the same date
// they go on into what follows (progress.spill).
constexpr int DocumentKeyBits = 3;

constexpr qint64 firstKeyOf(qint64 date)
{
    return date << DocumentKeyBits;
}

constexpr qint64 lastKeyOf(qint64 date)
{
    return firstKeyOf(date + 1) - 1;
}

// The latest date that a document under this key may have.
constexpr qint64 latestDateOf(qint64 key)
{
    return key >> DocumentKeyBits;
}

inline QString indexPath(const QString &directory)
{
    return directory + QLatin1StringView("/index.db");
}

// Lies there once somebody has met damage in the index.
inline QString indexMark(const QString &directory)
{
    return directory + QLatin1StringView("/index.damaged");
}

} // namespace kw
