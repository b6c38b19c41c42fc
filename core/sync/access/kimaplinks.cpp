#include "core/sync/access/kimaplinks.h"

#include "core/imap/kimap/kimaplink.h"
#include "core/imap/threadedlink.h"

namespace kw {

LinkFactory kimapLinks()
{
    return [](bool background) -> std::unique_ptr<ImapLink> {
        if (background)
            return std::make_unique<ThreadedLink>([] { return makeKimapLink(); });
        return makeKimapLink();
    };
}

} // namespace kw
