#include "core/sync/checkup/enginecheckups.h"

#include "core/account/oauth/oauthprovider.h"
#include "core/doctor/report.h"
#include "core/sync/checkup/checkupdesk.h"
#include "core/sync/engine.h"
#include "core/sync/enginecore.h"

namespace kw {

EngineCheckups::EngineCheckups(Engine *engine, EngineCore *core, Paths paths, QObject *parent)
    : Checkups(parent)
    , m_engine(engine)
    , m_core(core)
    , m_paths(std::move(paths))
{
    qRegisterMetaType<Finding>();
    qRegisterMetaType<QList<Finding>>();
}

void EngineCheckups::listenTo(CheckupDesk *desk)
{
    connect(desk, &CheckupDesk::planned, this, [this](int number, const QList<Finding> &findings) {
        if (!m_cancelled.contains(number))
            Q_EMIT planned(number, findings);
    });
    connect(desk, &CheckupDesk::found, this, [this](int number, const Finding &finding) {
        if (!m_cancelled.contains(number))
            Q_EMIT found(number, finding);
    });
    connect(desk, &CheckupDesk::finished, this, [this](int number, const QString &error) {
        if (!m_cancelled.remove(number))
            Q_EMIT finished(number, error);
    });
}

void EngineCheckups::tell(std::function<void(CheckupDesk &)> what)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, what = std::move(what)] { what(core->checkups()); }, Qt::QueuedConnection);
}

int EngineCheckups::examineAccount(const QString &key)
{
    const int number = ++m_last;
    tell([number, key](CheckupDesk &desk) { desk.examineAccount(number, key); });
    return number;
}

int EngineCheckups::examineDomain(const QString &addressOrDomain)
{
    const int number = ++m_last;
    tell([number, addressOrDomain](CheckupDesk &desk) { desk.examineDomain(number, addressOrDomain); });
    return number;
}

void EngineCheckups::cancel(int examination)
{
    m_cancelled.insert(examination);
    tell([examination](CheckupDesk &desk) { desk.cancel(examination); });
}

QString EngineCheckups::report(const QString &examined, const QList<Finding> &findings, bool forOthers) const
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    ReportParts parts;
    parts.findings = findings;
    parts.examined = examined;
    parts.logLines = lastLogLines(m_paths.logFile());
    parts.names = OAuthProviders::ownTitles(m_paths.config);
    if (const auto it = std::ranges::find(accounts, examined, &AccountSettings::key); it != accounts.end()) {
        parts.account = *it;
        parts.examined = it->name.isEmpty() ? it->address : it->name;
    }
    return forOthers ? redactedReportText(parts, accounts) : reportText(parts);
}

} // namespace kw
