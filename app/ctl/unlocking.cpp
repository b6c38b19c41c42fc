#include "app/ctl/unlocking.h"

#include "app/ctl/terminal.h"
#include "core/account/passwordcommand.h"
#include "core/base/task.h"
#include "core/sync/headless.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

Task<Result<QString>> outputOf(QString command)
{
    PasswordCommand running;
    const auto answer = running.run(command, u"the passphrase"_s);
    co_return co_await answer;
}

// The command's own sentences are about an account's password.
Result<QString> fromCommand(const QString &command)
{
    auto given = QCoro::waitFor(outputOf(command));
    if (!given)
        return Error{given.error().kind,
                     u"The command of --passphrase-command gave no passphrase. It runs by /bin/sh without "
                     u"input for at "
                     u"most 30 seconds; the first line that it prints is the passphrase."_s,
                     {}};
    return given;
}

using Key = std::function<Result<void>(const QString &)>;

Result<void> unlock(const Invocation &run, const Key &open)
{
    const QString command = run.arguments.value(u"passphrase-command"_s);
    if (!command.isEmpty()) {
        const auto given = fromCommand(command);
        return given ? open(*given) : Result<void>(given.error());
    }
    constexpr int Tries = 3;
    for (int left = Tries - 1;; --left) {
        const auto typed = askHidden(u"Passphrase of the saved passwords:"_s);
        if (!typed)
            return {}; // no terminal: accounts say what they miss
        const auto unlocked = open(*typed);
        if (unlocked || unlocked.error().kind != ErrorKind::Auth || left == 0)
            return unlocked;
        run.out.error(unlocked.error());
    }
}

} // namespace

Result<void> unlockSecrets(const Invocation &run, Headless &engine)
{
    if (engine.isLocked()) {
        const auto unlocked
            = unlock(run, [&engine](const QString &passphrase) { return engine.unlock(passphrase); });
        if (!unlocked)
            return unlocked;
    }
    const auto asked = engine.accountsToAsk();
    for (const AccountSettings &account : asked) {
        const auto typed = askHidden(u"Password of %1 on %2:"_s.arg(account.imap.user, account.imap.host));
        if (!typed)
            break;
        if (const auto kept = engine.provide(account, *typed); !kept)
            return kept;
    }
    return {};
}

Result<void> unlockSecrets(const Invocation &run, ProfileSecrets &secrets, const AccountSettings &account)
{
    if (secrets.isLocked())
        return unlock(run, [&secrets](const QString &passphrase) {
            return QCoro::waitFor(secrets.unlock(passphrase));
        });
    if (secrets.place() != SecretPlace::Ask || !account.passwordCommand.isEmpty() || !account.oauth.isEmpty())
        return {};
    const auto typed = askHidden(u"Password of %1 on %2:"_s.arg(account.imap.user, account.imap.host));
    return typed ? QCoro::waitFor(secrets.store(account, *typed)) : Result<void>{};
}

} // namespace kw::ctl
