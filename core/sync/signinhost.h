#pragma once

#include "core/sync/facade/signins.h"

namespace kw {

class EngineCore;

// The window's end of signing in: passes values between its thread and the engine's.
class SignInHost final : public SignIns
{
    Q_OBJECT
public:
    SignInHost(EngineCore *core, QString configDirectory);

    void join(); // once the profile is open, on the engine's thread while this one waits

    QList<SignInProvider> providers() const override;
    int begin(const AccountSettings &account) override;
    void cancel(int signIn) override;
    void forget(const AccountSettings &account) override;

private:
    EngineCore *m_core;
    const QString m_configDirectory;
    int m_last = 0;
};

} // namespace kw
