#pragma once

#include "core/imap/kimap/kimapsession.h"

// The commands that change something on the server, each on an open session with nothing else running. Sets
// longer than a command may be are sent in parts; a part that fails ends the call.
namespace kw {

Task<Result<void>> kimapStore(std::shared_ptr<KimapSession> session, UidSet uids, MessageFlags flags,
                              bool add);
Task<Result<UidSet>> kimapMove(std::shared_ptr<KimapSession> session, UidSet uids, QString to);
Task<Result<UidSet>> kimapCopy(std::shared_ptr<KimapSession> session, UidSet uids, QString to);
Task<Result<UidSet>> kimapMarkedDeleted(std::shared_ptr<KimapSession> session);
Task<Result<void>> kimapExpunge(std::shared_ptr<KimapSession> session);
Task<Result<UidSet>> kimapAppend(std::shared_ptr<KimapSession> session, QString path, RawMessage message,
                                 MessageFlags flags, qint64 internalDate);
Task<Result<void>> kimapCreateFolder(std::shared_ptr<KimapSession> session, QString path);
Task<Result<void>> kimapRenameFolder(std::shared_ptr<KimapSession> session, QString from, QString to);
Task<Result<void>> kimapDeleteFolder(std::shared_ptr<KimapSession> session, QString path);
Task<Result<void>> kimapSubscribe(std::shared_ptr<KimapSession> session, QString path, bool on);

} // namespace kw
