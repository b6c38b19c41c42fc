#pragma once

#include <QString>

namespace kw {

// What a browser could still do with `html`, according to a parser that is not ours; empty if nothing.
QString harmIn(const QString &html);

} // namespace kw
