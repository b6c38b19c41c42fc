#include "core/tls/authorities.h"

#include <QSslSocket>
#include <QThreadPool>

#include <mutex>

namespace kw {

void prepareAuthorities()
{
    static std::once_flag begun;
    std::call_once(begun, [] { QThreadPool::globalInstance()->start([] { const QSslSocket first; }); });
}

} // namespace kw
