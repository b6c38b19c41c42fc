#pragma once

#include "core/search/queryoperators.h"

#include <QString>

// What the person is just typing in a query, and what becomes of the text when one of the offers is taken.
// Pure; any thread.
namespace kw {

struct QueryCompletion {
    enum class Kind {
        None, // words of any kind
        Operator, // the beginning of a word, or nothing yet
        Person,
        Folder,
        Account,
        Tag,
        Mark, // after is: and has:
        Date,
        Age,
        Size,
    };
    Kind kind = Kind::None;
    std::optional<QueryOperator> op; // whose value it is
    QString prefix; // as typed up to the cursor, without quotes
    qsizetype start = 0; // what an offer replaces, in UTF-16 units
    qsizetype length = 0;
    bool isInGroup = false; // tag:(a OR …

    bool operator==(const QueryCompletion &) const = default;
};

QueryCompletion queryCompletionAt(const QString &text, qsizetype cursor);

// What can be offered without knowing the person's mail: operators, marks, dates, ages and sizes that begin
// with the prefix, in the order in which they are shown.
QStringList queryOffers(const QueryCompletion &completion);

struct CompletedQuery {
    QString text;
    qsizetype cursor = 0;
};
// An operator gets its colon, a value quotes where it needs them and a blank after it.
CompletedQuery completeQuery(const QString &text, const QueryCompletion &completion, const QString &offer);

} // namespace kw
