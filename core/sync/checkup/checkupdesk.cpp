#include "core/sync/checkup/checkupdesk.h"

#include "core/sync/accountsyncs.h"
#include "core/sync/checkup/examination.h"

#include <QCoreApplication>

namespace kw {

CheckupDesk::CheckupDesk(AccountSyncs &accounts, Paths paths, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_paths(std::move(paths))
{
}

CheckupDesk::~CheckupDesk() = default;

void CheckupDesk::examineAccount(int number, const QString &key)
{
    const auto account = m_accounts.book().find(key);
    if (!account) {
        Q_EMIT finished(
            number, QCoreApplication::translate("kw::Sync", "There is no account called \"%1\".").arg(key));
        return;
    }
    const auto patient = patientOf(*account);
    begin(number, surroundingsOf(*account, m_paths, m_accounts.access().passwordSource(*account)), *patient);
}

void CheckupDesk::examineDomain(int number, const QString &addressOrDomain)
{
    const auto patient = patientOf(addressOrDomain);
    if (!patient) {
        Q_EMIT finished(number, patient.error().text);
        return;
    }
    begin(number, {}, *patient);
}

void CheckupDesk::begin(int number, DoctorSurroundings around, Patient patient)
{
    auto doctor = std::make_unique<Doctor>(std::move(around), std::move(patient),
                                           [this, number](const Finding &one) { Q_EMIT found(number, one); });
    Doctor *its = doctor.get();
    Q_EMIT planned(number, its->plan());
    Running &running = m_running[number];
    running.doctor = std::move(doctor);
    running.task = run(number, its);
}

Task<void> CheckupDesk::run(int number, Doctor *doctor)
{
    co_await doctor->run();
    Q_EMIT finished(number, {});
    // Not from within its own frame.
    QMetaObject::invokeMethod(this, [this, number] { m_running.erase(number); }, Qt::QueuedConnection);
}

void CheckupDesk::cancel(int number)
{
    if (const auto it = m_running.find(number); it != m_running.end())
        it->second.doctor->cancel();
}

Task<void> CheckupDesk::shutDown()
{
    auto all = std::exchange(m_running, {});
    for (const auto &[number, running] : all)
        running.doctor->cancel();
    for (auto &[number, running] : all) {
        if (running.task && !running.task->isReady())
            co_await *running.task;
    }
}

} // namespace kw
