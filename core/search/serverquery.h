#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"

#include <QByteArrayList>

#include <functional>
#include <optional>

// What a mail server is asked for a query. Servers find pieces of words, not their beginnings, and know some
// terms only; what they answer is looked over by whoever asks. Pure; any thread.
namespace kw {

enum class ServerDialect {
    Imap, // SEARCH, RFC 3501 6.4.4
    Gmail, // its own language (X-GM-RAW)
};

// Whether a term holds; nothing: that is not known here.
using TermTruth = std::function<std::optional<bool>(const SearchTerm &)>;
// The query with what is known put in: everything, nothing, or what is left to be found out.
SearchNode reduced(const SearchNode &query, const TermTruth &truth);
// Any without children.
bool findsNothing(const SearchNode &query);
// Terms of the query for which this holds, each once.
QList<SearchTerm> termsOf(const SearchNode &query, const std::function<bool(const SearchTerm &)> &which);

// What "tag:" may mean: a keyword itself, or that of a tag by its name.
QStringList keywordsOf(const QString &tag, const SearchContext &context);

// Servers of this kind can be asked for such a term. Not for folders and accounts: they choose where is
// asked.
bool canServerTell(const SearchTerm &term, const SearchContext &context, ServerDialect dialect,
                   bool onlyAscii = false);
// The row of a message tells it; its text need not be here.
bool canRowTell(const SearchTerm &term);

struct ServerQuery {
    enum class Kind {
        Criteria,
        Everything,
        Nothing,
        TooLarge, // for a command
    };
    Kind kind = Kind::Criteria;
    // For UID SEARCH (after CHARSET UTF-8, where it is so): text and literals by turns, text first and last.
    QByteArrayList parts;
    bool isUtf8 = false;
    // Something was left out or widened: more may be answered than was meant.
    bool isExact = true;

    bool operator==(const ServerQuery &) const = default;
};

// Terms that the server cannot tell count as holding, or as not holding under a "not": the answer has all
// that is meant, and perhaps more. Words that are not plain letters are left out where `onlyAscii` says that
// the server takes no others, unless without accents they are.
ServerQuery serverQuery(const SearchNode &query, const SearchContext &context, ServerDialect dialect,
                        bool onlyAscii = false);
// For servers that do not understand that: each word that has to be there in a query of its own; what is
// meant is among what all of them find. None: there is no such word.
QList<ServerQuery> simplestQueries(const SearchNode &query, bool onlyAscii);

} // namespace kw
