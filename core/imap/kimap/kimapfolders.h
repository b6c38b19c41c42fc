#pragma once

#include "core/imap/kimap/kimapsession.h"

#include <KIMAP/ImapSet>

// Mailboxes: listing, asking how they stand, opening them. Each on an open session with nothing else running.
namespace kw {

Task<Result<QList<ListedFolder>>> kimapList(std::shared_ptr<KimapSession> session);
Task<Result<BoxStatus>> kimapStatus(std::shared_ptr<KimapSession> session, ServerFeatures features,
                                    QString path);
Task<Result<SelectedBox>> kimapSelect(std::shared_ptr<KimapSession> session, ServerFeatures features,
                                      QString path, ResyncPoint from, bool readOnly);

void addVanished(const KIMAP::ImapSet &set, UidSet &vanished);

} // namespace kw
