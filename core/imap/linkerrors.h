#pragma once

#include "core/imap/imaplink.h"

namespace kw {

// What goes wrong with a session, whoever speaks: sentences that say so.
Error connectionError(const LinkSettings &settings, bool wasSignedIn);
Error timeoutError(const LinkSettings &settings);
Error noPasswordsError(const LinkSettings &settings);
Error noTokensError(const LinkSettings &settings); // the server takes no access tokens
Error openTokenError(const LinkSettings &settings); // they are not sent in clear text (RFC 6750 5.3)
Error senselessError(const LinkSettings &settings);
Error closedError();

// What it means that a server says no: it may be busy (RFC 5530), and then the same succeeds later.
bool soundsTemporary(const QString &text, const QString &code);
// A sign-in that was refused with these words: Network where it is about the server, Auth where it is about
// the person.
Error signInRefused(const LinkSettings &settings, const QString &text, const QString &code);
// A token that was refused; `text` is empty where the server told why in a challenge only.
Error tokenRefused(const LinkSettings &settings, const QString &text, const QString &code);

} // namespace kw
