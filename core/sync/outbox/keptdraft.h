#pragma once

#include "core/compose/draft.h"
#include "core/store/letterstore.h"

#include <QHash>

#include <functional>

// Drafts as the cache keeps them: what is large is kept once, by its hash, and not again with each revision.
// Pure.
namespace kw {

struct KeptDraft {
    QByteArray draft; // for LetterDraft::draft
    QHash<QByteArray, QByteArray> parts; // by their hashes (SHA-256)
};
KeptDraft keptDraft(const Draft &draft);
// `part` gives what is kept under a hash. Error: these octets are no draft.
Result<Draft> readKeptDraft(const QByteArray &kept,
                            const std::function<QByteArray(const QByteArray &)> &part);

// 0: the newest revision.
Result<Draft> keptDraftOf(const LetterStore &letters, LetterId id, int revision = 0);

// As a letter describes it.
LetterDraft describedDraft(const Draft &draft, const QByteArray &kept);

} // namespace kw
