#pragma once

#include <QString>

namespace kw {

// RFC 3676: joins flowed lines per quote depth; `delSp` drops the blank at the joint.
QString unflow(const QString &text, bool delSp);
// The first words that are the sender's own: no quotes, no signature, one line, at most `length` characters.
QString previewOf(const QString &text, int length = 140);

} // namespace kw
