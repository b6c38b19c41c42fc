#pragma once

#include "core/store/quota.h"
#include "ui/look/theme.h"

// How room on a server reads to a person. Providers count in powers of 1024 and say GB; so does everything
// here.
namespace kw {

QString roomSize(qint64 octets); // "2.1 GB"
QString quotaShort(const QuotaRow &row); // "2.1/10 GB"
QString quotaUsed(const QuotaRow &row); // "2.1 of 10 GB"
// "work@example.org is 96 % full: 9.6 of 10 GB."
QString quotaWarning(const QString &account, const QuotaRow &row);
// Every limit on a line of its own, and how old that is.
QString quotaDetails(const AccountQuota &quota);
Tone quotaTone(const QuotaRow &row);

} // namespace kw
