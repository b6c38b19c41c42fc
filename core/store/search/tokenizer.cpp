#include "core/store/search/tokenizer.h"

#include "core/search/words.h"

#include <sqlite3.h>

namespace kw {

namespace {

// FTS5 wants an object of each tokenizer: the set, or something that is not null.
int create(void *seen, const char **, int, Fts5Tokenizer **out)
{
    static char stateless = 0;
    *out = reinterpret_cast<Fts5Tokenizer *>(seen ? seen : &stateless);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *)
{
}

template <bool Collects>
int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
             int (*token)(void *, int, const char *, int, int, int))
{
    const auto purpose = (flags & FTS5_TOKENIZE_QUERY) != 0 ? SplitFor::Query : SplitFor::Index;
    int code = SQLITE_OK;
    splitWords({text, length}, purpose, [&](const Word &word) {
        if constexpr (Collects) {
            auto *seen = reinterpret_cast<QSet<QByteArray> *>(tokenizer);
            if (purpose == SplitFor::Index
                && !seen->contains(QByteArray::fromRawData(word.text.data(), word.text.size())))
                seen->insert(word.text.toByteArray());
        }
        code = token(context, 0, word.text.data(), int(word.text.size()), int(word.start), int(word.end));
        return code == SQLITE_OK;
    });
    return code;
}

fts5_api *apiOf(sqlite3 *db)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *query = nullptr;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &query, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(query, 1, reinterpret_cast<void *>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(query);
    }
    sqlite3_finalize(query);
    return api;
}

} // namespace

int registerTokenizer(sqlite3 *db, QSet<QByteArray> *seen)
{
    fts5_api *api = apiOf(db);
    if (!api)
        return SQLITE_ERROR;
    fts5_tokenizer tokenizer{create, destroy, seen ? tokenize<true> : tokenize<false>};
    return api->xCreateTokenizer(api, "kittiwake", seen, &tokenizer, nullptr);
}

} // namespace kw
