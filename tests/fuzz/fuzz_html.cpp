#include "core/mime/html/htmlsanitizer.h"

#include <cstdlib>

using namespace kw;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString html = QString::fromUtf8(octets);
    const SanitizedHtml safe = sanitizeHtml(html);
    for (const char *bad :
         {"<script", "<iframe", "<object", "<style", "<svg", "<link", "<meta", "<base", "<form"}) {
        if (safe.html.contains(QLatin1StringView(bad), Qt::CaseInsensitive))
            abort();
    }
    htmlToText(html);
    return 0;
}
