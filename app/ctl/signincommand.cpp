#include "app/ctl/reading.h"
#include "app/ctl/unlocking.h"
#include "core/sync/headless.h"

#include <QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

// At once: a person reads it and goes on there, while this waits. With --json on standard error, so that
// standard output has one object.
void tellPage(const Invocation &run, const QUrl &page)
{
    const QString address = page.toString(QUrl::FullyEncoded);
    if (run.out.wantsJson()) {
        run.out.error(u"Open this address in a browser on this computer: %1"_s.arg(address));
        return;
    }
    run.out.text(
        u"Open this address in a browser on this computer, and sign in there:\n\n  %1\n\n"_s.arg(address));
    std::fflush(stdout);
}

} // namespace

int runSignIn(const Invocation &run)
{
    const auto key = run.arguments.operands.first();
    const auto account = findAccount(loadAccounts(run).accounts, key, run.paths);
    if (!account) {
        run.out.error(account.error());
        return Failed;
    }
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    if (const auto ready = unlockSecrets(run, *engine); !ready) {
        run.out.error(ready.error());
        return Failed;
    }
    const auto done = engine->signIn(key, [&run](const QUrl &page) { tellPage(run, page); });
    if (!done) {
        run.out.error(done.error());
        return Failed;
    }
    if (run.out.wantsJson())
        run.out.json({{u"account"_s, key}, {u"sign_in"_s, account->oauth}});
    else
        run.out.text(u"Signed in.\n"_s);
    return Fine;
}

} // namespace kw::ctl
