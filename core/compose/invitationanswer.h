#pragma once

#include "core/compose/answering.h"
#include "core/compose/messagewriter.h"

namespace kw {

enum class Participation { Accepted, Tentative, Declined };

// An invitation that can be answered (RFC 5546 3.2.2), as far as an answer needs it.
struct AnswerableInvitation {
    Address organizer; // who gets the answer
    Address invitee; // which address of the person's own is invited, with the name to answer under
    QString summary; // one line; may be empty
};
// Of the first event in the message's calendar that is asked for. Error, as a sentence: the message has no
// invitation, its calendar asks for nothing, is damaged, or invites none of the person's addresses. Linear;
// any thread but the GUI's.
Result<AnswerableInvitation> answerableInvitation(const Original &original, const Answerer &answerer);

struct InvitationAnswerOptions {
    qint64 now = 0; // seconds since the epoch, UTC
    int offsetMinutes = 0; // of the person's zone at `now`
    QString comment; // what the person adds, to be read by the organizer; may be empty
};

// The answer as a message to the organizer (RFC 5546 3.2.3, RFC 6047): in words and as a calendar with METHOD
// REPLY. It says the invitee's decision of this very event: same UID, SEQUENCE, RECURRENCE-ID and DTSTART. Of
// what the invitation says nothing gets in but these, its summary and its time zone; no value can begin a
// line of its own. Errors as above, and an organizer to whom no mail can be sent.
Result<WrittenMessage> answerInvitation(const Original &original, Participation decision,
                                        const Answerer &answerer, const InvitationAnswerOptions &options);

} // namespace kw
