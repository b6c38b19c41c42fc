#pragma once

#include "core/mime/formats/partfindings.h"

#include <optional>

namespace kw {

// Reads parts with KDE's libraries in a process of its own (kittiwake-parts): what they bring along never
// burdens ours, and a part that makes one of them crash, or never end, costs nothing but what is in it. The
// process has 5 s, 1 GB, no files and no standard error; one per part. A message gets 20 parts and 10 s in
// all, and none after the first that failed: a hostile one can have a thousand that never end.
class PartReader
{
public:
    // Nothing where it failed, is not installed or may not be used any more. Blocks meanwhile; any thread but
    // the GUI's.
    std::optional<PartFindings> read(PartFormat format, const QByteArray &octets);

private:
    int m_left = 20;
    int m_leftMs = 10'000;
};

} // namespace kw
