#include "core/evidence/evidence.h"
#include "core/mime/messageparser.h"

using namespace kw;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    const MessageView view = parseMessage(octets);
    for (qsizetype i = 0; i < view.attachments.size() && i < 20; ++i)
        (void)attachmentData(octets, octets, int(i));
    judgeEvidence(view, octets, {});
    return 0;
}
