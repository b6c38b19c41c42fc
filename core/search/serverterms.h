#pragma once

#include "core/search/serverquery.h"

// How serverquery.cpp is divided: terms as criteria, and criteria as text. Not for others.
namespace kw::servers {

// What is asked, as a tree. All without children is everything, Any without children nothing.
struct Asked {
    SearchNode::Kind kind = SearchNode::Kind::All;
    QList<Asked> children = {};
    QByteArray key = {}; // of Term: "FROM", "UNSEEN", "larger:100"
    QByteArray value = {}; // a string after it, UTF-8; null: none

    static Asked everything() { return {}; }
    static Asked nothing() { return {SearchNode::Kind::Any}; }
    static Asked term(const QByteArray &key, const QByteArray &value = {})
    {
        return {SearchNode::Kind::Term, {}, key, value};
    }
    bool isEverything() const { return kind == SearchNode::Kind::All && children.isEmpty(); }
    bool isNothing() const { return kind == SearchNode::Kind::Any && children.isEmpty(); }
};

// Without what says nothing.
Asked all(const QList<Asked> &children);
Asked any(const QList<Asked> &children);
Asked inverse(const Asked &child);

struct Words {
    // As written, and folded where that is another word.
    struct Run {
        QByteArray written;
        QByteArray folded;
    };
    static QList<Run> of(const QString &text);
};

// One term; nothing: it cannot be asked for. `atLeast`: what it finds has to have all that is meant, else all
// that it finds has to be meant.
std::optional<Asked> imapTerm(const SearchTerm &term, const SearchContext &context, bool atLeast,
                              bool onlyAscii);
std::optional<Asked> gmailTerm(const SearchTerm &term, const SearchContext &context, bool atLeast);
bool isAscii(const QByteArray &text);

// Text and literals by turns.
QByteArrayList imapText(const Asked &asked);
QByteArray gmailText(const Asked &asked);

} // namespace kw::servers
