#include "ui/window/notices.h"

#include "ui/look/words.h"

#include <QLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kw {

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
            removeQuota(key);
        }
    }
}

void Notices::setStatus(const AccountStatus &status)
{
    const bool matters = (status.liveness == Liveness::NeedsYou || status.liveness == Liveness::Stale)
        && !status.error.text.isEmpty();
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
    QList<BannerButton> buttons;
    if (status.error.kind == ErrorKind::Auth)
        buttons.append({tr("Enter Password…"), [this, key] { Q_EMIT passwordRequested(key); }});
    else if (status.liveness == Liveness::NeedsYou)
        buttons.append({tr("Account Settings…"), [this, key] { Q_EMIT accountSettingsRequested(key); }});
    else
        buttons.append({tr("Try Again"), [this] { m_engine->refresh(); }});
    buttons.append({tr("Dismiss"), [this, name] { remove(name); }});
    const bool needsYou = status.liveness == Liveness::NeedsYou;
    const QString account = m_names.value(key);
    const QString text = status.error.text.contains(account)
        ? status.error.text
        : tr("%1: %2", "account, error").arg(account, status.error.text);
    add(name, needsYou ? Tone::Bad : Tone::Warning, livenessIcon(status.liveness), text, buttons);
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
    QList<BannerButton> buttons;
    if (error.code.startsWith("OVERQUOTA"_L1))
        buttons.append({tr("Clean Up…"), [this] { Q_EMIT cleanUpRequested({}); }});
    buttons.append({tr("Dismiss"), [this, name] { remove(name); }});
    add(name, Tone::Warning, "warning"_L1, error.text, buttons);
}

void Notices::addQuota(const QString &accountKey, Tone tone, const QString &text)
{
    const QString name = "quota:"_L1 + accountKey;
    add(name, tone, "warning"_L1, text,
        {{tr("Clean Up…"), [this, accountKey] { Q_EMIT cleanUpRequested(accountKey); }},
         {tr("Dismiss"), [this, name] { remove(name); }}});
}

void Notices::removeQuota(const QString &accountKey)
{
    remove("quota:"_L1 + accountKey);
}

} // namespace kw
