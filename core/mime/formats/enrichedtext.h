#pragma once

#include <QString>

namespace kw {

// The words of a text/enriched part (RFC 1896). Linear; never fails: what is no command stays text.
QString enrichedToText(const QString &enriched);

} // namespace kw
