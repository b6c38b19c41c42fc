#pragma once

#include <QString>

namespace kw {

// The subject of an answer, or of a forwarded message: "Re: …", "Fwd: …". What other programs and languages
// put there before ("AW:", "RE[2]:", "回复：", "[list] Re:") does not pile up. Pure; any thread.
QString replySubject(const QString &subject);
QString forwardSubject(const QString &subject);

} // namespace kw
