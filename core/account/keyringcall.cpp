#include "core/account/keyringcall.h"

#include "core/account/secretstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// Long enough to type a keyring's own password.
constexpr auto Patience = std::chrono::minutes(2);

Error noKeyring(const QString &reason)
{
    return {
        ErrorKind::Unsupported,
        KeyringCall::tr(
            "There is no keyring to keep passwords in (%1). Choose where Kittiwake keeps them, or "
            "install gnome-keyring or KWallet and sign in to the desktop again, or set passwordCommand in "
            "accounts.ini.")
            .arg(reason),
        QLatin1StringView(SecretCode::NoKeyring)};
}

Error explain(QKeychain::Error code, const QString &reason)
{
    switch (code) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::Auth,
                KeyringCall::tr("The keyring holds no password for this account. Enter it once."),
                QLatin1StringView(SecretCode::Missing)};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::Auth,
                KeyringCall::tr("The keyring is locked. Unlock it, or enter the password again."),
                {}};
    default:
        return noKeyring(reason.isEmpty() ? KeyringCall::tr("no keyring service answers") : reason);
    }
}

} // namespace

KeyringCall::KeyringCall(Kind kind, const QString &entry, const QString &password)
    : m_kind(kind)
    , m_entry(entry)
    , m_password(password)
{
}

void KeyringCall::start()
{
    moveToThread(QCoreApplication::instance()->thread());
    QMetaObject::invokeMethod(this, &KeyringCall::begin, Qt::QueuedConnection);
}

void KeyringCall::begin()
{
    auto *job = makeJob();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(m_entry);
    connect(job, &QKeychain::Job::finished, this, &KeyringCall::finished);
    QTimer::singleShot(Patience, this, [this] {
        answer({},
               {ErrorKind::Busy,
                tr("The keyring did not answer within two minutes. Unlock it and try again."),
                {}});
    });
    job->start();
}

QKeychain::Job *KeyringCall::makeJob()
{
    const auto service = u"kittiwake"_s;
    switch (m_kind) {
    case Kind::Write: {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(m_password);
        m_password.clear();
        return job;
    }
    case Kind::Forget:
        return new QKeychain::DeletePasswordJob(service);
    case Kind::Read:
        break;
    }
    return new QKeychain::ReadPasswordJob(service);
}

void KeyringCall::finished(QKeychain::Job *job)
{
    const auto code = job->error();
    if (code == QKeychain::NoError) {
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        answer(read ? read->textData() : QString(), {});
    } else if (code == QKeychain::EntryNotFound && m_kind == Kind::Forget) {
        answer({}, {});
    } else {
        answer({}, explain(code, job->errorString()));
    }
}

void KeyringCall::answer(const QString &password, const Error &error)
{
    if (std::exchange(m_answered, true))
        return;
    Q_EMIT done(password, error);
    deleteLater();
}

} // namespace kw
