#pragma once

#include <QString>

namespace kw {

// format=flowed; delsp=no (RFC 3676): lines of more than about 72 characters get breaks that the recipient's
// program takes out again (unflow()), also within quotes (">" at the start of a line); words stay whole.
// Blanks at the ends of lines go, but for the signature's "-- ". Linear; pure; any thread.
QString flowedText(const QString &text);

} // namespace kw
