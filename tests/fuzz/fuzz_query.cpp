#include "core/search/querycompletion.h"
#include "core/search/queryparser.h"
#include "core/search/queryprinting.h"
#include "core/search/searchedwords.h"

#include <QTimeZone>

#include <cstdlib>

using namespace kw;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QueryClock clock{QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC)};
    const ParsedQuery query = parseQuery(text, clock);
    for (const SearchProblem &problem : query.problems) {
        if (problem.start < 0 || problem.length <= 0 || problem.start + problem.length > text.size())
            std::abort();
    }
    // What was read can be written and read again, within the bounds.
    const QString written = queryText(query.root, QTimeZone::UTC);
    if (written.size() <= LongestQuery && parseQuery(written, clock).root != query.root)
        std::abort();
    searchedRanges(text, wordsToHighlight(query.root));
    const QueryCompletion completion = queryCompletionAt(text, size == 0 ? 0 : data[0] % (text.size() + 1));
    completeQuery(text, completion, QStringLiteral("two words"));
    return 0;
}
