#pragma once

#include "core/base/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>

// How full an account is on its server, as it told last.
namespace kw {

// One thing that a server counts (RFC 9208).
struct QuotaRow {
    QString root; // the server's name for what is counted together; often empty
    QString resource; // "STORAGE" (units of 1024 octets) or "MESSAGE"
    quint64 used = 0;
    quint64 limit = 0; // never 0
    bool operator==(const QuotaRow &) const = default;

    bool isStorage() const { return resource == QLatin1StringView("STORAGE"); }
    bool isMessages() const { return resource == QLatin1StringView("MESSAGE"); }
    // Of the limit, 0 …; more than 100 is possible. Rounded down, so that 100 means full.
    int percent() const
    {
        return int(double(used) / double(limit) * 100.0 > 999.0 ? 999 : double(used) / double(limit) * 100.0);
    }
    // Units of 1024 octets as octets, bounded.
    static qint64 octets(quint64 units)
    {
        return qint64(units > (quint64(1) << 50) ? quint64(1) << 50 : units) * 1024;
    }
};

struct AccountQuota {
    AccountId account{};
    QString key; // of accounts.ini
    qint64 askedAt = 0; // ms since the epoch: when the server told this; 0: never
    QList<QuotaRow> rows; // empty: it does not tell, or has no limit
    bool operator==(const AccountQuota &) const = default;

    // What is nearest to its limit; null where nothing is told. Only what a person can make sense of.
    const QuotaRow *fullest() const
    {
        const QuotaRow *most = nullptr;
        for (const QuotaRow &row : rows) {
            if (row.limit == 0 || !(row.isStorage() || row.isMessages()))
                continue;
            if (!most || double(row.used) / double(row.limit) > double(most->used) / double(most->limit))
                most = &row;
        }
        return most;
    }
};

// From here on the person is told, once per crossing.
constexpr int QuotaNearlyFull = 90; // percent
constexpr int QuotaFull = 98;

} // namespace kw

Q_DECLARE_METATYPE(kw::AccountQuota)
