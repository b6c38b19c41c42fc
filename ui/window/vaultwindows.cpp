#include "ui/window/vaultwindows.h"

#include "core/sync/engine.h"
#include "core/sync/facade/vault.h"
#include "ui/accounts/certificatedialog.h"
#include "ui/accounts/secretdialogs.h"
#include "ui/accounts/secretshint.h"
#include "ui/window/notices.h"

#include <algorithm>
#include <optional>

namespace kw {

namespace {

std::optional<AccountSettings> accountOf(const Engine &engine, const QString &key)
{
    const QList<AccountSettings> all = engine.accounts();
    const auto account = std::ranges::find(all, key, &AccountSettings::key);
    return account == all.end() ? std::nullopt : std::optional(*account);
}

} // namespace

VaultWindows::VaultWindows(Engine *engine, Notices *notices, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_window(window)
{
    new SecretsHint(engine->vault(), notices, window);
    connect(notices, &Notices::secretRequested, this, &VaultWindows::askPassword);
    connect(notices, &Notices::certificateRequested, this, &VaultWindows::showCertificate);
}

void VaultWindows::askPassword(const QString &accountKey)
{
    if (const auto account = accountOf(*m_engine, accountKey))
        SecretPrompt::forPassword(m_engine->vault(), *account, m_window)->show();
}

void VaultWindows::showCertificate(const QString &accountKey)
{
    const auto account = accountOf(*m_engine, accountKey);
    if (!account)
        return;
    auto *dialog
        = new CertificateDialog(m_engine->vault()->certificates(), *account, ServerRole::Receiving, m_window);
    connect(dialog, &CertificateDialog::trusted, this,
            [this](const AccountSettings &settings) { m_engine->saveAccount(settings, {}); });
    dialog->show();
}

} // namespace kw
