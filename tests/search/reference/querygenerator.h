#pragma once

#include "tests/search/reference/mailgenerator.h"

#include <QTimeZone>

#include <random>

namespace kw::reference {

struct GeneratedQuery {
    SearchNode node; // canonicalQuery() of itself
    QString text; // that parseQuery() makes into `node`; days are those of UTC
};

// Queries about this mail: words and beginnings of them, phrases and parts of runs cut out of its texts, in
// other letters' cases; every operator; joined by blanks, AND, OR, NOT and parentheses. About half of the
// plain ones find something. The same seed gives the same queries.
class QueryGenerator
{
public:
    // `mail` has at least one message.
    QueryGenerator(quint32 seed, const QList<Message> &mail, const SearchContext &context);

    GeneratedQuery next();

private:
    int below(int n) { return int(m_random() % quint32(n)); }
    bool oneIn(int n) { return below(n) == 0; }
    template <class List> auto anyOf(const List &list) { return list.at(below(int(list.size()))); }
    const Message &anyMessage() { return m_mail.at(below(int(m_mail.size()))); }

    SearchNode node(int depth);
    SearchNode term();
    SearchNode words();
    QString textOf(const Message &message, SearchField field);
    QString chunk(const QString &text);
    QString cut(const QString &text, bool exact);
    SearchNode markTerm();
    SearchNode nameTerm();
    SearchNode numberTerm();

    const QList<Message> m_mail;
    const SearchContext m_context;
    QStringList m_tags;
    std::mt19937 m_random;
};

} // namespace kw::reference
