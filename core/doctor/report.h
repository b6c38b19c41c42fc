#pragma once

#include "core/doctor/redaction.h"

#include <optional>

namespace kw {

// What a report is made of.
struct ReportParts {
    QString examined; // an account's name, or a domain
    std::optional<AccountSettings> account;
    QList<Finding> findings; // in the order to be shown
    QStringList logLines; // the last ones, oldest first
    QStringList names; // private ones that sentences may hold besides those of the accounts
};

// A report as plain text, for a person or, redacted, for anybody. `otherAccounts`: their words are private,
// too.
QString reportText(const ReportParts &parts);
PrivateWords privateWordsOfReport(const ReportParts &parts, const QList<AccountSettings> &allAccounts);
QString redactedReportText(const ReportParts &parts, const QList<AccountSettings> &allAccounts);

// The last lines of a log file, at most 16 KB; none where it cannot be read.
QStringList lastLogLines(const QString &file, int most = 60);

} // namespace kw
