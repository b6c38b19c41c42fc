#include "core/evidence/authenticationresults.h"
#include "core/evidence/dkim.h"
#include "core/evidence/linkcheck.h"

using namespace kw;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(octets);
    readAuthenticationResults(text);
    judgeLink(text, QUrl(text));
    verifyDkim(octets, octets, {});
    return 0;
}
