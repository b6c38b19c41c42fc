#include "core/imap/imaplink.h"

#include <QCoreApplication>

namespace kw {

void ImapLink::onSilence(SilenceTold told)
{
    Q_UNUSED(told)
}

Task<Result<UidSet>> ImapLink::arrivedSince(QDate day)
{
    Q_UNUSED(day)
    co_return Error{
        ErrorKind::Unsupported,
        QCoreApplication::translate("kw::Imap", "The server cannot be asked which messages are recent."),
        {}};
}

Task<Result<QList<QuotaResource>>> ImapLink::quota(QString path)
{
    Q_UNUSED(path)
    co_return Error{ErrorKind::Unsupported,
                    QCoreApplication::translate("kw::Imap", "The server does not tell how full it is."),
                    {}};
}

} // namespace kw
