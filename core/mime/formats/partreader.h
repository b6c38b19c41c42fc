#pragma once

#include "core/mime/formats/partfindings.h"

#include <optional>

namespace kw {

// Reads a part with KDE's libraries in a process of its own (kittiwake-parts): what they bring along never
// burdens ours, and a part that makes one of them crash, or never end, costs nothing but what is in it. The
// process has 5 s, 1 GB, no files and no standard error; one per part. Nothing where it failed or is not
// installed. Blocks meanwhile; any thread but the GUI's.
std::optional<PartFindings> readPart(PartFormat format, const QByteArray &octets);

} // namespace kw
