#pragma once

#include "core/search/queryoperators.h"

#include <QList>
#include <QString>

// A query as a row of tokens. Pure, linear, never fails; any thread.
namespace kw {

struct QueryToken {
    enum class Kind {
        Word, // text: as written, without a trailing *
        Phrase, // text: what is between the quotes
        Operator, // op; what it is about follows at once, or is missing
        Open, // (
        Close, // )
        Or,
        And,
        Not, // NOT, or - in front of something
    };
    Kind kind = Kind::Word;
    qsizetype start = 0; // in UTF-16 units of the query
    qsizetype length = 0;
    QString text;
    QueryOperator op = QueryOperator::From;
    bool isClosed = true; // of Phrase: the second quote is there
    bool isPrefix = false; // of Word: written with a trailing *
    bool isValue = false; // an operator stands right before it

    qsizetype end() const { return start + length; }
};

// Quotes are straight, curly, angled or of East Asia, colons and parentheses may be full-width, and any
// Unicode blank or control character parts words. A quote within a word (5") is a part of it; a colon after
// anything but an operator's name as well.
QList<QueryToken> queryTokens(const QString &text);

bool isQueryBlank(QChar c);
bool isQueryQuote(QChar c);
bool isQueryMinus(QChar c);
// Signs that only turn the direction of writing: they come along with copied text.
bool isQueryInvisible(QChar c);
// Could mean something in a query wherever it stands: a blank, quote, parenthesis, colon, minus, star …
bool isQuerySign(QChar c);

} // namespace kw
