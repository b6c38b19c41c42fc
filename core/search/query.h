#pragma once

#include <QList>
#include <QString>

// What a person looks for, as a tree of plain values (docs/search.md has the language). Any thread.
namespace kw {

// Where words are looked for.
enum class SearchField {
    Any, // everywhere below; quoted text only where wanted (SearchContext::quotedText)
    From, // name and address
    To, // To and Cc
    Cc,
    Subject,
    Body, // of downloaded messages
    FileName, // of attachments
    List, // List-Id (RFC 2919)
};

// What a message is or has.
enum class SearchMark {
    Unread,
    Read,
    Starred,
    Answered,
    Forwarded,
    Draft,
    Attachment,
    Tagged,
    ToMe, // one of the own addresses is among To and Cc
    FromMe,
    Known, // from somebody whom one has written to
};

struct SearchTerm {
    enum class Kind {
        Words, // text, in `field`; every word of it, in this order where `exact`
        Mark,
        Folder, // in: a role ("inbox"), a folder's name, or its path, perhaps with the account before it
        Account, // a part of its name or address
        Tag, // its name, or the server's keyword
        Before, // number: seconds since the epoch, excluded
        After, // number: seconds since the epoch, included
        Larger, // number: octets
        Smaller,
    };
    Kind kind = Kind::Words;
    SearchField field = SearchField::Any;
    SearchMark mark = SearchMark::Unread;
    QString text; // as written, without quotes
    bool exact = false; // words as they stand there; otherwise each may go on ("meet" finds "meeting")
    qint64 number = 0;

    bool operator==(const SearchTerm &) const = default;
};

// A tree of terms. All without children finds everything; Any without children nothing.
struct SearchNode {
    enum class Kind { All, Any, Not, Term };
    Kind kind = Kind::All;
    QList<SearchNode> children; // of Not: exactly one
    SearchTerm term; // of Term

    static SearchNode of(const SearchTerm &term) { return {Kind::Term, {}, term}; }
    static SearchNode all(const QList<SearchNode> &children) { return {Kind::All, children, {}}; }
    static SearchNode any(const QList<SearchNode> &children) { return {Kind::Any, children, {}}; }
    static SearchNode inverse(const SearchNode &child) { return {Kind::Not, {child}, {}}; }
    bool isEverything() const { return kind == Kind::All && children.isEmpty(); }

    bool operator==(const SearchNode &) const = default;
};

// What could not be understood, and where; the rest of the query counts all the same.
struct SearchProblem {
    qsizetype start = 0; // in UTF-16 units of what was written
    qsizetype length = 0;
    QString sentence; // for the person
    bool operator==(const SearchProblem &) const = default;
};

struct ParsedQuery {
    SearchNode root;
    QList<SearchProblem> problems;
    bool isEmpty() const { return root.isEverything(); }
};

} // namespace kw
