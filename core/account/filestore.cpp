#include "core/account/filestore.h"

#include "core/base/deferred.h"

#include <QCoreApplication>
#include <QObject>
#include <QThreadPool>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Secrets)
};

Task<Result<SecretKey>> deriveAside(QString passphrase, KeyRecipe recipe)
{
    const Deferred<Result<SecretKey>> waiting;
    auto *here = new QObject; // receives the key on this thread
    QThreadPool::globalInstance()->start([here, waiting, passphrase, recipe] {
        auto key = SecretKey::derive(passphrase, recipe);
        QMetaObject::invokeMethod(
            here,
            [here, waiting, key = std::move(key)] {
                here->deleteLater();
                waiting.resolve(key);
            },
            Qt::QueuedConnection);
    });
    co_return co_await waiting;
}

Error locked()
{
    return {
        ErrorKind::Auth,
        Words::tr("Your passwords are locked. Enter the passphrase to go on; mail that is here can be read."),
        QLatin1StringView(SecretCode::Locked)};
}

Error noPassphrase()
{
    return {
        ErrorKind::Invalid, Words::tr("Enter a passphrase. Without one the file would protect nothing."), {}};
}

} // namespace

FileStore::FileStore(const QString &configDirectory)
    : m_inner(std::make_shared<Inner>(Inner{SecretsFile(configDirectory + "/secrets.kw"_L1), {}}))
{
}

Task<Result<void>> FileStore::unlock(QString passphrase)
{
    const auto inner = m_inner;
    const auto recipe = inner->file.recipe();
    if (!recipe)
        co_return recipe.error();
    const auto key = co_await deriveAside(std::move(passphrase), *recipe);
    if (!key)
        co_return key.error();
    const auto entries = inner->file.read(*key);
    if (!entries)
        co_return entries.error();
    inner->key = *key;
    co_return Result<void>();
}

Task<Result<void>> FileStore::create(QString passphrase, SecretsFile::Entries entries)
{
    const auto inner = m_inner;
    if (passphrase.isEmpty())
        co_return noPassphrase();
    const auto key = co_await deriveAside(std::move(passphrase), KeyRecipe::fresh());
    if (!key)
        co_return key.error();
    const auto written = inner->file.write(*key, entries);
    if (written)
        inner->key = *key;
    co_return written;
}

Task<Result<void>> FileStore::changePassphrase(QString old, QString fresh)
{
    const auto inner = m_inner;
    if (fresh.isEmpty())
        co_return noPassphrase();
    const auto recipe = inner->file.recipe();
    if (!recipe)
        co_return recipe.error();
    const auto before = co_await deriveAside(std::move(old), *recipe);
    if (!before)
        co_return before.error();
    const auto key = co_await deriveAside(std::move(fresh), KeyRecipe::fresh());
    if (!key)
        co_return key.error();
    const auto entries = inner->file.read(*before); // now: they may have changed meanwhile
    if (!entries)
        co_return entries.error();
    const auto written = inner->file.write(*key, *entries);
    if (written)
        inner->key = *key;
    co_return written;
}

Result<SecretsFile::Entries> FileStore::entries() const
{
    if (isLocked())
        return locked();
    return m_inner->file.read(m_inner->key);
}

Result<void> FileStore::remove()
{
    m_inner->key = {};
    return m_inner->file.remove();
}

Task<Result<QString>> FileStore::read(QString entry)
{
    const auto all = entries();
    if (!all)
        co_return all.error();
    if (!all->contains(entry))
        co_return Error{ErrorKind::Auth, Words::tr("No password is kept for this account. Enter it once."),
                        QLatin1StringView(SecretCode::Missing)};
    co_return all->value(entry);
}

Task<Result<void>> FileStore::write(QString entry, QString secret)
{
    auto all = entries();
    if (!all)
        co_return all.error();
    all->insert(entry, secret);
    co_return m_inner->file.write(m_inner->key, *all);
}

Task<Result<void>> FileStore::erase(QString entry)
{
    auto all = entries();
    if (!all)
        co_return all.error();
    if (all->remove(entry) == 0)
        co_return Result<void>();
    co_return m_inner->file.write(m_inner->key, *all);
}

} // namespace kw
