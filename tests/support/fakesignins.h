#pragma once

#include "core/sync/facade/signins.h"

namespace kw {

// Records what it is asked; a test answers with answerBrowser(), answerSuccess() and answerFailure().
class FakeSignIns : public SignIns
{
    Q_OBJECT
public:
    using SignIns::SignIns;

    QList<SignInProvider> providers() const override { return providerList; }
    int begin(const AccountSettings &account) override
    {
        begun.append(account);
        return int(begun.size());
    }
    void cancel(int signIn) override { cancelled.append(signIn); }
    void forget(const AccountSettings &account) override { forgotten.append(account); }

    void answerBrowser(const QUrl &url) { Q_EMIT browserWanted(int(begun.size()), url); }
    void answerSuccess() { Q_EMIT signedIn(int(begun.size()), begun.constLast()); }
    void answerFailure(const Error &error) { Q_EMIT failed(int(begun.size()), error); }

    QList<SignInProvider> providerList{{QStringLiteral("google"), QStringLiteral("Google"), true, {}},
                                       {QStringLiteral("microsoft"), QStringLiteral("Microsoft"), true, {}}};
    QList<AccountSettings> begun;
    QList<int> cancelled;
    QList<AccountSettings> forgotten;
};

} // namespace kw
