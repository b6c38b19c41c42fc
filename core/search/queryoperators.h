#pragma once

#include "core/search/query.h"

#include <QList>
#include <QStringView>

#include <optional>

// The operators of the query language and what may stand after their colon. Any thread.
namespace kw {

enum class QueryOperator {
    From,
    To,
    Cc,
    Subject,
    Body,
    FileName,
    List,
    Has,
    Is,
    In,
    Account,
    Tag,
    Before,
    After,
    On,
    NewerThan,
    OlderThan,
    Larger,
    Smaller,
};

// By its name or an alias, in any case: "label" is tag.
std::optional<QueryOperator> queryOperatorNamed(QStringView name);
// As it is written before the colon.
QString queryOperatorName(QueryOperator op);
// All names and aliases; of an operator, the first is queryOperatorName().
QList<std::pair<QString, QueryOperator>> queryOperatorNames();
// The field whose words it looks for; none: it looks for something else.
std::optional<SearchField> fieldOf(QueryOperator op);
std::optional<QueryOperator> operatorOf(SearchField field); // none for Any

// What is:x and has:x may say.
std::optional<SearchMark> searchMarkNamed(QueryOperator op, QStringView value);
// Their plain values, without aliases.
QStringList searchMarkNames(QueryOperator op);
// "is:unread", "to:me" …
QString searchMarkText(SearchMark mark);

// An operator for the person, in the order in which they are offered.
struct QueryHelp {
    QueryOperator op;
    QString name; // without the colon
    QString example; // "from:anna"
    QString sentence; // what it finds, translated
};
QList<QueryHelp> queryHelp();

} // namespace kw
