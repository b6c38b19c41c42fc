#include "core/imap/imaplink.h"

#include <QCoreApplication>

namespace kw {

Task<Result<QList<QuotaResource>>> ImapLink::quota(QString path)
{
    Q_UNUSED(path)
    co_return Error{ErrorKind::Unsupported,
                    QCoreApplication::translate("kw::Imap", "The server does not tell how full it is."),
                    {}};
}

} // namespace kw
