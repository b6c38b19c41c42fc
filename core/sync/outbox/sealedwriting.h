#pragma once

#include "core/compose/messagewriter.h"
#include "core/crypto/sealmaker.h"
#include "core/sync/facade/sealstate.h"

namespace kw {

// Drafts as messages that are signed or encrypted. Blocks as `maker` does, possibly until the person has
// typed a passphrase: never on the GUI's or the engine's thread.

// Addresses stand alone. GnuPG's own errors are among the obstacles.
SealState sealStateOf(const QString &sender, const QStringList &recipients, SealMaker &maker);

// As the draft's options say; a draft that asks for neither is only written. With OpenPGP, or with S/MIME
// where only that has all the keys. Errors: those of writeMessage() and seal().
Result<WrittenMessage> sealedMessage(const Draft &draft, WriteOptions options, SealMaker &maker);

// As it may lie among the drafts on a server: encrypted to its sender alone, not signed. Error: as above;
// NotFound where the sender has no key.
Result<WrittenMessage> sealedCopy(const Draft &draft, WriteOptions options, SealMaker &maker);

} // namespace kw
