#include "core/doctor/report.h"

#include "core/doctor/words.h"

#include <QFile>
#include <QSysInfo>

#include <functional>

namespace kw {

using namespace Qt::StringLiterals;
using doctor::Words;

namespace {

constexpr qint64 MostLogBytes = 16'384;

QString securityWord(ConnectionSecurity security)
{
    return security == ConnectionSecurity::Tls     ? u"tls"_s
        : security == ConnectionSecurity::StartTls ? u"starttls"_s
                                                   : u"none"_s;
}

QString serverLine(const ServerSettings &server, bool pinned)
{
    const QString place = u"%1 %2"_s.arg(securityWord(server.security)).arg(server.port);
    return pinned ? place + u' ' + Words::tr("with a pinned certificate") : place;
}

QStringList headOf(const std::optional<AccountSettings> &account)
{
    QStringList lines{u"Kittiwake %1, Qt %2, KIMAP %3"_s.arg(QLatin1StringView(KW_VERSION),
                                                             QLatin1StringView(qVersion()),
                                                             QLatin1StringView(KW_KIMAP_VERSION)),
                      u"%1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                             QSysInfo::kernelVersion().section(u'.', 0, 1),
                                             QSysInfo::currentCpuArchitecture())};
    if (!account)
        return lines;
    lines.append(u"imap: "_s + serverLine(account->imap, !account->pinnedCertificate.isEmpty()));
    if (!account->smtp.host.isEmpty())
        lines.append(u"smtp: "_s + serverLine(account->smtp, !account->smtpPinnedCertificate.isEmpty()));
    lines.append(account->oauth.isEmpty() ? Words::tr("Signs in with a password")
                                          : Words::tr("Signs in through the browser"));
    return lines;
}

QString findingText(const Finding &finding)
{
    QString text = u"[%1] %2: %3\n"_s.arg(findingStateTitle(finding.state), finding.title, finding.sentence);
    if (!finding.advice.isEmpty())
        text += u"    → "_s + finding.advice + u'\n';
    for (const QString &line : finding.details)
        text += u"    "_s + line + u'\n';
    return text;
}

QString composed(const QString &title, const ReportParts &parts,
                 const std::function<QString(const QString &)> &logLine)
{
    QString text = title + u'\n' + headOf(parts.account).join(u'\n') + u'\n';
    QString group;
    for (const Finding &finding : parts.findings) {
        if (const QString its = findingGroupTitle(findingGroup(finding.id)); its != group) {
            group = its;
            text += u'\n' + group + u'\n';
        }
        text += findingText(finding);
    }
    if (!parts.logLines.isEmpty())
        text += u'\n' + Words::tr("Last lines of the log") + u'\n';
    for (const QString &line : parts.logLines)
        text += logLine(line) + u'\n';
    return text;
}

} // namespace

QString reportText(const ReportParts &parts)
{
    return shownText(composed(Words::tr("Report about %1").arg(parts.examined), parts,
                              [](const QString &line) { return line; }));
}

PrivateWords privateWordsOfReport(const ReportParts &parts, const QList<AccountSettings> &allAccounts)
{
    QList<AccountSettings> accounts = allAccounts;
    if (parts.account)
        accounts.prepend(*parts.account);
    PrivateWords words = privateWordsOf(accounts);
    words.names += parts.names;
    if (!parts.account)
        words.hosts.append(parts.examined.section(u'@', -1));
    if (parts.examined.contains(u'@'))
        words.addresses.append(parts.examined);
    return words;
}

QString redactedReportText(const ReportParts &parts, const QList<AccountSettings> &allAccounts)
{
    Redactor redactor(privateWordsOfReport(parts, allAccounts));
    ReportParts safe = parts;
    for (Finding &finding : safe.findings)
        finding = redactor.finding(finding);
    const QString title = parts.account ? Words::tr("Report about an account, without names and addresses")
                                        : Words::tr("Report about a domain, without names and addresses");
    return composed(title, safe, [&redactor](const QString &line) { return redactor.logLine(line); });
}

QStringList lastLogLines(const QString &file, int most)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    const bool cut = log.size() > MostLogBytes;
    if (cut)
        log.seek(log.size() - MostLogBytes);
    QStringList lines = QString::fromUtf8(log.read(MostLogBytes)).split(u'\n', Qt::SkipEmptyParts);
    if (cut && !lines.isEmpty())
        lines.removeFirst();
    return lines.size() > most ? lines.last(most) : lines;
}

} // namespace kw
