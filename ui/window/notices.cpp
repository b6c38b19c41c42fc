#include "ui/window/notices.h"

#include "core/account/secretstore.h"
#include "core/tls/tlstarget.h"
#include "ui/look/words.h"

#include <QLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// What is told once for all accounts (SecretsHint).
bool isForAll(const QString &code)
{
    return code == QLatin1StringView(SecretCode::Locked) || code == QLatin1StringView(SecretCode::NoKeyring)
        || code == QLatin1StringView(SecretCode::Damaged);
}

} // namespace

Notices::Notices(Engine *engine, QWidget *parent)
    : BannerStack(parent)
    , m_engine(engine)
{
    setObjectName("notices"_L1);
    layout()->setContentsMargins(8, 6, 8, 6);
    connect(engine, &Engine::notice, this, &Notices::addNotice);
    connect(engine, &Engine::accountStatusChanged, this, &Notices::setStatus);
}

void Notices::setAccounts(const QList<AccountSettings> &accounts)
{
    m_names.clear();
    for (const AccountSettings &a : accounts)
        m_names.insert(a.key, a.name.isEmpty() ? a.address : a.name);
    for (const QString &key : m_shown.keys()) {
        if (!m_names.contains(key)) {
            m_shown.remove(key);
            m_unreachable.remove(key);
            remove("account:"_L1 + key);
        }
    }
}

void Notices::setStatus(const AccountStatus &status)
{
    const bool matters = (status.liveness == Liveness::NeedsYou || status.liveness == Liveness::Stale)
        && !status.error.text.isEmpty() && !isForAll(status.error.code);
    const QString name = "account:"_L1 + status.key;
    if (!matters) {
        // An attempt under way says nothing about the error yet.
        if (status.liveness != Liveness::Connecting && m_shown.remove(status.key)) {
            remove(name);
            if (m_unreachable.remove(status.key) && find(unreachableName()))
                showUnreachable();
        }
        return;
    }
    if (m_shown.value(status.key) == status.error)
        return;
    m_shown.insert(status.key, status.error);
    if (status.liveness == Liveness::Stale) {
        m_unreachable.insert(status.key);
        if (m_unreachable.size() > 1) {
            showUnreachable();
            return;
        }
    } else {
        m_unreachable.remove(status.key);
    }
    showAccount(status);
}

void Notices::showAccount(const AccountStatus &status)
{
    const QString name = "account:"_L1 + status.key;
    const QString key = status.key;
    QList<BannerButton> buttons{buttonFor(status)};
    buttons.append({tr("Dismiss"), [this, name] { remove(name); }});
    const bool needsYou = status.liveness == Liveness::NeedsYou;
    const QString account = m_names.value(key);
    const QString text = status.error.text.contains(account)
        ? status.error.text
        : tr("%1: %2", "account, error").arg(account, status.error.text);
    add(name, needsYou ? Tone::Bad : Tone::Warning, livenessIcon(status.liveness), text, buttons);
}

BannerButton Notices::buttonFor(const AccountStatus &status)
{
    const QString key = status.key;
    const QString &code = status.error.code;
    if (code == QLatin1StringView(SecretCode::Ask) || code == QLatin1StringView(SecretCode::Missing))
        return {tr("Enter Password…"), [this, key] { Q_EMIT secretRequested(key); }};
    if (isAboutCertificate(code))
        return {tr("Look at Certificate…"), [this, key] { Q_EMIT certificateRequested(key); }};
    if (status.error.kind == ErrorKind::Auth)
        return {tr("Enter Password…"), [this, key] { Q_EMIT passwordRequested(key); }};
    if (status.liveness == Liveness::NeedsYou)
        return {tr("Account Settings…"), [this, key] { Q_EMIT accountSettingsRequested(key); }};
    return {tr("Try Again"), [this] { m_engine->refresh(); }};
}

// One cause is likely, and one banner takes less room from the mail.
void Notices::showUnreachable()
{
    QStringList names;
    for (const QString &key : std::as_const(m_unreachable)) {
        remove("account:"_L1 + key);
        names.append(m_names.value(key));
    }
    names.sort();
    if (names.isEmpty()) {
        remove(unreachableName());
        return;
    }
    add(unreachableName(), Tone::Warning, livenessIcon(Liveness::Stale),
        tr("%1 cannot be reached. What has been downloaded can be read; Kittiwake tries again by itself.")
            .arg(QLocale().createSeparatedList(names)),
        {{tr("Try Again"), [this] { m_engine->refresh(); }},
         {tr("Dismiss"), [this] { remove(unreachableName()); }}});
}

void Notices::addNotice(const Error &error)
{
    if (error.text.isEmpty() || error.kind == ErrorKind::Cancelled)
        return;
    const QString name = u"notice:%1"_s.arg(qHash(error.text));
    add(name, Tone::Warning, "warning"_L1, error.text, {{tr("Dismiss"), [this, name] { remove(name); }}});
}

} // namespace kw
