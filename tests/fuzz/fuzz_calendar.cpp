#include "core/parts/partformats.h"

using namespace kw;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    findingsFrom(toOctets(readCalendar(octets)));
    findingsFrom(octets);
    return 0;
}
