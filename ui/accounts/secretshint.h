#pragma once

#include "core/sync/facade/vault.h"

#include <QObject>

class QWidget;

namespace kw {

class BannerStack;

// Says in a line of banners what has to happen before accounts can have their passwords, with the button that
// does it. A child of its banners. GUI thread.
class SecretsHint : public QObject
{
    Q_OBJECT
public:
    // `windows`: the parent of what the buttons open.
    SecretsHint(Vault *vault, BannerStack *banners, QWidget *windows);

private:
    void show(const VaultState &state);

    Vault *m_vault;
    BannerStack *m_banners;
    QWidget *m_windows;
};

} // namespace kw
