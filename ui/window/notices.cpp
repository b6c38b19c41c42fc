#include "ui/window/notices.h"

#include "ui/accounts/signingin.h"
#include "ui/look/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kw {

Notices::Notices(Engine *engine, QWidget *parent)
    : BannerStack(parent)
    , m_engine(engine)
    , m_signingIn(new SigningIn(engine, this))
{
    setObjectName("notices"_L1);
    layout()->setContentsMargins(8, 6, 8, 6);
    connect(engine, &Engine::notice, this, &Notices::addNotice);
    connect(engine, &Engine::accountStatusChanged, this, &Notices::setStatus);
    connect(m_signingIn, &SigningIn::waiting, this, &Notices::showWaiting);
    connect(m_signingIn, &SigningIn::failed, this, &Notices::showFailed);
    connect(m_signingIn, &SigningIn::done, this, &Notices::endWaiting);
    connect(m_signingIn, &SigningIn::cancelled, this, &Notices::endWaiting);
}

void Notices::setAccounts(const QList<AccountSettings> &accounts)
{
    m_names.clear();
    m_byBrowser.clear();
    for (const AccountSettings &a : accounts) {
        m_names.insert(a.key, a.name.isEmpty() ? a.address : a.name);
        if (!a.oauth.isEmpty())
            m_byBrowser.insert(a.key);
    }
    for (const QString &key : m_shown.keys()) {
        if (!m_names.contains(key)) {
            m_shown.remove(key);
            m_unreachable.remove(key);
            m_waiting.remove(key);
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
    m_waiting.remove(key);
    QList<BannerButton> buttons{remedy(status)};
    buttons.append({tr("Check…"), [this, key] { Q_EMIT checkupRequested(key); }});
    buttons.append({tr("Dismiss"), [this, name] { remove(name); }});
    const bool needsYou = status.liveness == Liveness::NeedsYou;
    const QString account = m_names.value(key);
    const QString text = status.error.text.contains(account)
        ? status.error.text
        : tr("%1: %2", "account, error").arg(account, status.error.text);
    add(name, needsYou ? Tone::Bad : Tone::Warning, livenessIcon(status.liveness), text, buttons);
}

BannerButton Notices::remedy(const AccountStatus &status)
{
    const QString key = status.key;
    if (status.error.kind == ErrorKind::Auth && m_byBrowser.contains(key))
        return {tr("Sign In Again…"), [this, key] { m_signingIn->begin(key); }};
    if (status.error.kind == ErrorKind::Auth)
        return {tr("Enter Password…"), [this, key] { Q_EMIT passwordRequested(key); }};
    if (status.liveness == Liveness::NeedsYou)
        return {tr("Account Settings…"), [this, key] { Q_EMIT accountSettingsRequested(key); }};
    return {tr("Try Again"), [this] { m_engine->refresh(); }};
}

void Notices::showWaiting(const QString &accountKey, const QUrl &page, bool opened)
{
    m_waiting.insert(accountKey);
    const QString name = m_names.value(accountKey);
    const QString text = opened
        ? tr("%1: sign in on the page that is open in your browser.", "account").arg(name)
        : tr("%1: no browser could be opened. Copy the address, open it in one on this computer and sign in "
             "there.",
             "account")
              .arg(name);
    const QString address = page.toString(QUrl::FullyEncoded);
    add("account:"_L1 + accountKey, Tone::Info, livenessIcon(Liveness::Connecting), text,
        {{tr("Open Page Again"), [this, accountKey] { m_signingIn->openAgain(accountKey); }},
         {tr("Copy Address"), [address] { QGuiApplication::clipboard()->setText(address); }},
         {tr("Cancel"), [this, accountKey] { m_signingIn->cancel(accountKey); }}});
}

void Notices::showFailed(const QString &accountKey, const Error &error)
{
    AccountStatus status;
    for (const AccountStatus &one : m_engine->statuses()) {
        if (one.key == accountKey)
            status = one;
    }
    status.key = accountKey;
    status.liveness = Liveness::NeedsYou;
    status.error = error;
    // Whatever it was, trying once more is the remedy, unless something has to be put into a file first.
    if (error.kind != ErrorKind::Invalid)
        status.error.kind = ErrorKind::Auth;
    m_shown.insert(accountKey, status.error);
    showAccount(status);
}

void Notices::endWaiting(const QString &accountKey)
{
    if (!m_waiting.remove(accountKey))
        return;
    m_shown.remove(accountKey);
    remove("account:"_L1 + accountKey);
    for (const AccountStatus &status : m_engine->statuses()) {
        if (status.key == accountKey)
            setStatus(status);
    }
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
