#include "core/mime/encodedword.h"
#include "core/mime/headerdigest.h"

using namespace kw;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    digestHeader(octets);
    decodeHeaderText(octets);
    return 0;
}
