#include "core/account/profilesecrets.h"

#include "core/account/passwordcommand.h"

#include <QFile>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

bool isNoKeyring(const Error &error)
{
    return error.code == QLatin1StringView(SecretCode::NoKeyring);
}

} // namespace

ProfileSecrets::ProfileSecrets(QString configDirectory)
    : m_directory(std::move(configDirectory))
    , m_place(loadSecretPlace(m_directory))
    , m_keyring(makeKeyringStore())
    , m_memory(makeMemoryStore())
    , m_file(m_directory)
{
}

ProfileSecrets::~ProfileSecrets()
{
    qDeleteAll(findChildren<PasswordCommand *>(Qt::FindDirectChildrenOnly));
}

SecretStore &ProfileSecrets::store()
{
    switch (m_place) {
    case SecretPlace::File:
        return m_file;
    case SecretPlace::Ask:
        return *m_memory;
    case SecretPlace::Keyring:
        break;
    }
    return *m_keyring;
}

void ProfileSecrets::cancel()
{
    m_keyring = makeKeyringStore();
}

void ProfileSecrets::learn(const Result<void> &answer)
{
    if (!answer && (answer.error().kind == ErrorKind::Cancelled || answer.error().kind == ErrorKind::Busy))
        return;
    const bool found = answer || !isNoKeyring(answer.error());
    if (m_hasKeyring == found)
        return;
    m_hasKeyring = found;
    Q_EMIT keyringFound(found);
}

Task<void> ProfileSecrets::lookForKeyring()
{
    const auto answer = co_await m_keyring->read(u"kittiwake"_s);
    if (answer || answer.error().kind != ErrorKind::Cancelled) // else this object is going
        learn(answer);
}

Task<Result<QString>> ProfileSecrets::password(AccountSettings account)
{
    if (!account.passwordCommand.isEmpty()) {
        auto *command = new PasswordCommand(this);
        const auto answer = command->run(account.passwordCommand, account.address);
        auto result = co_await answer;
        // Resolved from the command's own slots or destructor: leave those first.
        if (result || result.error().kind != ErrorKind::Cancelled)
            command->deleteLater();
        co_return result;
    }
    const bool keyring = m_place == SecretPlace::Keyring;
    const auto kept = co_await store().read(keyringEntry(account));
    if (!keyring || (!kept && kept.error().kind == ErrorKind::Cancelled))
        co_return kept;
    learn(kept);
    if (kept || !isNoKeyring(kept.error()))
        co_return kept;
    const auto meanwhile = co_await m_memory->read(keyringEntry(account));
    co_return meanwhile ? meanwhile : kept;
}

Task<Result<void>> ProfileSecrets::store(AccountSettings account, QString password)
{
    if (!account.passwordCommand.isEmpty())
        co_return Result<void>();
    const bool keyring = m_place == SecretPlace::Keyring;
    const auto kept = co_await store().write(keyringEntry(account), password);
    if (!keyring || (!kept && kept.error().kind == ErrorKind::Cancelled))
        co_return kept;
    learn(kept);
    if (!kept && isNoKeyring(kept.error()))
        co_return co_await m_memory->write(keyringEntry(account), password); // until the person has chosen
    co_return kept;
}

Task<Result<void>> ProfileSecrets::forget(AccountSettings account)
{
    if (!account.passwordCommand.isEmpty())
        co_return Result<void>();
    const QString entry = keyringEntry(account);
    const auto meanwhile = co_await m_memory->erase(entry);
    if (m_place == SecretPlace::Ask || !meanwhile)
        co_return meanwhile;
    co_return co_await store().erase(entry);
}

Task<Result<void>> ProfileSecrets::unlock(QString passphrase)
{
    return m_file.unlock(std::move(passphrase));
}

Task<Result<void>> ProfileSecrets::changePassphrase(QString old, QString fresh)
{
    return m_file.changePassphrase(std::move(old), std::move(fresh));
}

Task<Result<void>> ProfileSecrets::move(SecretPlace to, QString passphrase, QStringList entries)
{
    const SecretPlace from = m_place;
    const bool again = to == from && (to != SecretPlace::File || !m_file.isLocked());
    if (again)
        co_return saveSecretPlace(m_directory, to);
    const bool isShut = isLocked();
    const auto known = co_await readable(entries);
    if (!known)
        co_return known.error();
    const auto filled = co_await fill(to, std::move(passphrase), *known);
    if (!filled)
        co_return filled;
    if (const auto saved = saveSecretPlace(m_directory, to); !saved)
        co_return saved;
    m_place = to;
    if (from == SecretPlace::File && to != from && isShut)
        putAside(u".locked"_s); // nobody has read it: whoever remembers the passphrase still can
    else if (from != to)
        co_await clear(from, known->keys());
    co_return Result<void>();
}

// What the place of now has, and what was given while there was none.
Task<Result<SecretsFile::Entries>> ProfileSecrets::readable(QStringList entries)
{
    SecretsFile::Entries known;
    if (m_place == SecretPlace::File) {
        if (const auto all = m_file.entries())
            known = *all;
    }
    for (const QString &entry : std::as_const(entries)) {
        if (known.contains(entry))
            continue;
        auto secret = co_await m_memory->read(entry);
        if (!secret && m_place == SecretPlace::Keyring && m_hasKeyring.value_or(true)) {
            secret = co_await m_keyring->read(entry);
            if (!secret && secret.error().kind == ErrorKind::Cancelled) // this object is going
                co_return secret.error();
            learn(secret);
        }
        if (secret)
            known.insert(entry, *secret);
    }
    co_return known;
}

Task<Result<void>> ProfileSecrets::fill(SecretPlace to, QString passphrase, SecretsFile::Entries entries)
{
    if (to == SecretPlace::File) {
        if (m_file.exists()) {
            const auto opened = co_await m_file.unlock(passphrase);
            const bool damaged = !opened && opened.error().code == QLatin1StringView(SecretCode::Damaged);
            if (!opened && !damaged)
                co_return opened;
            if (damaged) {
                putAside(u".damaged"_s);
            } else if (const auto old = m_file.entries()) {
                for (const auto &[entry, secret] : old->asKeyValueRange()) {
                    if (!entries.contains(entry))
                        entries.insert(entry, secret);
                }
            }
        }
        co_return co_await m_file.create(std::move(passphrase), std::move(entries));
    }
    SecretStore &target = to == SecretPlace::Keyring ? *m_keyring : *m_memory;
    for (const auto &[entry, secret] : entries.asKeyValueRange()) {
        const auto written = co_await target.write(entry, secret);
        if (to == SecretPlace::Keyring)
            learn(written);
        if (!written)
            co_return written;
    }
    co_return Result<void>();
}

void ProfileSecrets::putAside(const QString &ending)
{
    const QString path = m_directory + "/secrets.kw"_L1;
    QFile::remove(path + ending);
    QFile::rename(path, path + ending);
}

// What was moved away is not left behind.
Task<void> ProfileSecrets::clear(SecretPlace from, QStringList entries)
{
    if (from == SecretPlace::File) {
        if (const auto gone = m_file.remove(); !gone)
            qWarning("The old file with passwords could not be removed.");
        co_return;
    }
    SecretStore &store = from == SecretPlace::Keyring ? *m_keyring : *m_memory;
    for (const QString &entry : std::as_const(entries)) {
        if (from == SecretPlace::Keyring && !m_hasKeyring.value_or(true))
            break;
        const auto gone = co_await store.erase(entry);
        if (!gone && gone.error().kind == ErrorKind::Cancelled)
            co_return;
    }
    if (m_place != SecretPlace::Ask) {
        for (const QString &entry : std::as_const(entries)) {
            const auto gone = co_await m_memory->erase(entry);
            if (!gone)
                co_return;
        }
    }
}

} // namespace kw
