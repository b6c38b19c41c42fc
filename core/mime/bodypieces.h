#pragma once

#include <QList>
#include <QString>

namespace kw {

// A text of a message as it was sent: decoded, not yet safe to show where it is HTML.
struct BodyPiece {
    QString text;
    bool isHtml = false;
};

// What a message says, in order, in its two ways of being read: plain where the sender offers it, and
// formatted where the sender offers that. What exists in one way only stands in both.
struct BodyPieces {
    QList<BodyPiece> plain;
    QList<BodyPiece> formatted;

    void append(const BodyPieces &next);
    // Of alternatives (RFC 2046 5.1.4): the first that is plain throughout, and the last with HTML in it.
    static BodyPieces best(const QList<BodyPieces> &alternatives);
};

bool hasHtml(const QList<BodyPiece> &pieces);
bool hasPlain(const QList<BodyPiece> &pieces); // that says something

} // namespace kw
