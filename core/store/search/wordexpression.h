#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"

#include <functional>
#include <optional>

namespace kw {

// What the index (FTS5) is asked for queries of words.
class WordExpression
{
public:
    // The words that begin with this one; nothing if they are too many to be asked for by name.
    using Beginnings = std::function<std::optional<QStringList>(const QString &)>;
    // `looseWords`: of the whole query (looseWords()).
    WordExpression(const SearchContext &context, int looseWords, Beginnings beginnings)
        : m_context(context)
        , m_looseWords(looseWords)
        , m_beginnings(std::move(beginnings))
    {
    }

    // The expression for a query (canonicalQuery()) that consists of words only and finds messages by what
    // they have; nothing for all others.
    std::optional<QString> of(const SearchNode &query) const;

private:
    std::optional<QString> ofTerm(const SearchTerm &term) const;
    std::optional<QString> ofAll(const SearchNode &query) const;
    std::optional<QString> ofAny(const SearchNode &query) const;
    QString piece(const QString &text, bool goesOn) const;
    QString beginning(const QByteArray &utf8) const;
    QString columns(SearchField field) const;

    const SearchContext &m_context;
    const int m_looseWords;
    const Beginnings m_beginnings;
};

} // namespace kw
