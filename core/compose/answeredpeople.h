#pragma once

#include "core/compose/answering.h"

// Who is meant by an answer: a part of answering.h.
namespace kw {

struct AnsweredPeople {
    QList<Address> to;
    QList<Address> cc;
};
AnsweredPeople peopleOfReply(const Original &original, const Answerer &answerer);
AnsweredPeople peopleOfReplyToAll(const Original &original, const Answerer &answerer);

struct ChosenIdentity {
    Address from;
    QString addressed; // the own address the original was sent to or from; empty: none
};
ChosenIdentity identityFor(const Original &original, const Answerer &answerer);

bool isOwn(const Address &address, const Answerer &answerer);
// The values of all fields of that name, unfolded, undecoded.
QByteArrayList fieldsOf(const Original &original, QByteArrayView lowerCaseName);

} // namespace kw
