#pragma once

#include "core/compose/draft.h"

#include <QUrl>

namespace kw {

// What a mailto: link asks to be written (RFC 6068): To, Cc, Bcc, subject, body and what it answers. Pages
// and mail are where such links come from, so nothing else is taken from them: no files, no sender, no other
// field. Values are text on one line (the body may have more), whatever they contain, and are cut where they
// are longer than anybody would write. A link that is none gives an empty draft. Pure; any thread.
Draft draftFromMailto(const QUrl &url);

} // namespace kw
