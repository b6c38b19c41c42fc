#pragma once

#include "core/account/paths.h"
#include "core/base/task.h"
#include "core/doctor/doctor.h"

#include <QObject>

#include <functional>
#include <map>
#include <vector>

namespace kw {

class AccountSyncs;

// The engine's side of examinations: runs them on the engine's thread with the accounts' own secrets.
class CheckupDesk : public QObject
{
    Q_OBJECT
public:
    CheckupDesk(AccountSyncs &accounts, Paths paths, QObject *parent = nullptr);
    ~CheckupDesk() override;

    void examineAccount(int number, const QString &key);
    void examineDomain(int number, const QString &addressOrDomain);
    void cancel(int number);
    // Ends all of them; done when nothing runs any more.
    Task<void> shutDown();

Q_SIGNALS:
    void planned(int examination, const QList<kw::Finding> &findings);
    void found(int examination, const kw::Finding &finding);
    void finished(int examination, const QString &error);

private:
    void begin(int number, DoctorSurroundings around, Patient patient);
    Task<void> run(int number, Doctor *doctor);

    struct Running {
        std::unique_ptr<Doctor> doctor;
        std::optional<Task<void>> task;
    };
    AccountSyncs &m_accounts;
    const Paths m_paths;
    std::map<int, Running> m_running;
};

} // namespace kw
