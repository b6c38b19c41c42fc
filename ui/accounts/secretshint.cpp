#include "ui/accounts/secretshint.h"

#include "ui/accounts/secretdialogs.h"
#include "ui/reader/bannerstack.h"

using namespace Qt::StringLiterals;

namespace kw {

SecretsHint::SecretsHint(Vault *vault, BannerStack *banners, QWidget *windows)
    : QObject(banners)
    , m_vault(vault)
    , m_banners(banners)
    , m_windows(windows)
{
    connect(vault, &Vault::changed, this, &SecretsHint::show);
    show(vault->state());
}

void SecretsHint::show(const VaultState &state)
{
    const QString name = u"secretsHint"_s;
    const auto choose = [this] { showSecretsChoice(m_vault, m_windows); };
    m_banners->remove(name);
    switch (state.door) {
    case VaultState::Door::Open:
        break;
    case VaultState::Door::Locked:
        m_banners->add(
            name, Tone::Warning, "needs-you"_L1,
            tr("Your passwords are locked. Mail that is here can be read; unlock them to receive and "
               "send."),
            {{tr("Unlock…"), [this] { SecretPrompt::forPassphrase(m_vault, m_windows)->show(); }}});
        break;
    case VaultState::Door::NoKeyring:
        m_banners->add(
            name, Tone::Warning, "needs-you"_L1,
            tr("This computer has no keyring to keep passwords in. Until you choose another place, "
               "Kittiwake forgets them when it ends."),
            {{tr("Choose…"), choose}});
        break;
    case VaultState::Door::Damaged:
        m_banners->add(
            name, Tone::Bad, "error"_L1,
            tr("The file with your passwords is damaged. Put back a copy of it, or choose anew where "
               "they are kept and enter them once more."),
            {{tr("Choose…"), choose},
             {tr("Try Again…"), [this] { SecretPrompt::forPassphrase(m_vault, m_windows)->show(); }}});
        break;
    }
}

} // namespace kw
