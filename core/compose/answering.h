#pragma once

#include "core/account/accountsettings.h"
#include "core/compose/draft.h"
#include "core/mime/messageview.h"

#include <optional>

namespace kw {

// A message that is answered or forwarded.
struct Original {
    MessageView view;
    QByteArray source; // the octets that `view` was read from
    MessageId id{};
};

// Who answers.
struct Answerer {
    QList<Address> identities; // as whom the person can write; the account's own address first, not empty
    QStringList ownAddresses; // lower case, of all accounts (ownAddresses())
    int offsetMinutes = 0; // of the person's zone, for the date in "On … wrote:"
    bool richText = false; // quote the HTML; else plain text
};

// Of an account, and all accounts of the person.
Answerer answererOf(const AccountSettings &account, const QList<AccountSettings> &all);

// Drafts that begin with another message (RFC 5322 3.6.2–3.6.6; RFC 2369; RFC 3676 5). The sender is the own
// address that the original was sent to. No address twice, and one's own only where there is no other; an
// answer to what one sent oneself goes to its recipients. Pictures that the quoted HTML shows come along.
// Pure, linear; any thread.
Draft reply(const Original &original, const Answerer &answerer);
Draft replyToAll(const Original &original, const Answerer &answerer);
// None: it came through no list, or one that takes no posts.
std::optional<Draft> replyToList(const Original &original, const Answerer &answerer);
Draft forward(const Original &original, const Answerer &answerer); // within the text, with its attachments
Draft forwardAttached(const QList<Original> &originals, const Answerer &answerer);
Draft redirect(const Original &original, const Answerer &answerer);
Draft editAsNew(const Original &original, const Answerer &answerer);
// A draft that another program began: as editAsNew(), but it stays the answer that it is, and keeps its id.
Draft continued(const Original &original, const Answerer &answerer);

// Where a list's mail goes (List-Post); empty: there is no list, or it takes no posts.
QString listAddressOf(const Original &original);

} // namespace kw
