#include "core/account/secrets.h"

#include "core/account/keyringcall.h"
#include "core/account/passwordcommand.h"

#include <QHash>
#include <QObject>

namespace kw {

namespace {

class SystemSecrets final : public QObject, public Secrets
{
public:
    ~SystemSecrets() override;
    Task<Result<QString>> password(AccountSettings account) override;
    Task<Result<void>> store(AccountSettings account, QString password) override;
    Task<Result<void>> forget(AccountSettings account) override;

private:
    Deferred<Result<QString>> ask(KeyringCall::Kind kind, const AccountSettings &account,
                                  const QString &password = {});

    QHash<quint64, Deferred<Result<QString>>> m_asked;
    quint64 m_lastCall = 0;
};

SystemSecrets::~SystemSecrets()
{
    const auto asked = std::exchange(m_asked, {});
    for (const auto &waiting : asked)
        waiting.resolve(Error{ErrorKind::Cancelled, {}, {}});
    qDeleteAll(findChildren<PasswordCommand *>(Qt::FindDirectChildrenOnly));
}

Task<Result<QString>> SystemSecrets::password(AccountSettings account)
{
    if (account.passwordCommand.isEmpty()) {
        const auto answer = ask(KeyringCall::Kind::Read, account);
        co_return co_await answer;
    }
    auto *command = new PasswordCommand(this);
    const auto answer = command->run(account.passwordCommand, account.address);
    auto result = co_await answer;
    // Resolved from the command's own slots or destructor: leave those first.
    if (result || result.error().kind != ErrorKind::Cancelled)
        command->deleteLater();
    co_return result;
}

Task<Result<void>> SystemSecrets::store(AccountSettings account, QString password)
{
    if (!account.passwordCommand.isEmpty())
        co_return Result<void>();
    const auto answer = ask(KeyringCall::Kind::Write, account, password);
    const auto result = co_await answer;
    co_return result ? Result<void>() : Result<void>(result.error());
}

Task<Result<void>> SystemSecrets::forget(AccountSettings account)
{
    if (!account.passwordCommand.isEmpty())
        co_return Result<void>();
    const auto answer = ask(KeyringCall::Kind::Forget, account);
    const auto result = co_await answer;
    co_return result ? Result<void>() : Result<void>(result.error());
}

Deferred<Result<QString>> SystemSecrets::ask(KeyringCall::Kind kind, const AccountSettings &account,
                                             const QString &password)
{
    const auto number = ++m_lastCall;
    Deferred<Result<QString>> answer;
    m_asked.insert(number, answer);
    auto *call = new KeyringCall(kind, keyringEntry(account), password);
    // Queued to this thread; Qt drops it safely when this object has gone meanwhile.
    connect(
        call, &KeyringCall::done, this,
        [this, number](const QString &text, const Error &error) {
            const auto waiting = m_asked.take(number);
            waiting.resolve(error.text.isEmpty() ? Result<QString>(text) : Result<QString>(error));
        },
        Qt::QueuedConnection);
    call->start();
    return answer;
}

} // namespace

std::unique_ptr<Secrets> makeSystemSecrets()
{
    return std::make_unique<SystemSecrets>();
}

QString keyringEntry(const AccountSettings &account)
{
    return account.imap.user + u'@' + account.imap.host;
}

} // namespace kw
