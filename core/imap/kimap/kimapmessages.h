#pragma once

#include "core/imap/kimap/kimapsession.h"

// What is read from the selected mailbox, each on an open session with nothing else running. Sets longer than
// a command may be are asked for in parts.
namespace kw {

// `exists`: how many messages the selected mailbox holds, by which long answers are waited for. `gmail`: the
// server has X-GM-EXT-1.
Task<Result<UidSet>> kimapExisting(std::shared_ptr<KimapSession> session, UidSet among, quint32 exists);
Task<Result<UidSet>> kimapArrivedSince(std::shared_ptr<KimapSession> session, QDate day, quint32 exists);
Task<Result<QList<HeaderRecord>>> kimapHeadersBySequence(std::shared_ptr<KimapSession> session, quint32 first,
                                                         quint32 last, bool gmail);
Task<Result<QList<HeaderRecord>>> kimapHeaders(std::shared_ptr<KimapSession> session, UidSet uids,
                                               quint32 exists, bool gmail);
Task<Result<QList<FlagRecord>>> kimapFlags(std::shared_ptr<KimapSession> session, UidSet uids,
                                           quint64 changedSince, quint32 exists);
Task<Result<BoxChanges>> kimapChangesSince(std::shared_ptr<KimapSession> session, quint64 modseq);
Task<Result<RawMessage>> kimapFetchMessage(std::shared_ptr<KimapSession> session, Uid uid);

} // namespace kw
