#include "core/account/secretstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QSettings>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Key = "secrets/store"_L1;

class MemoryStore final : public SecretStore
{
public:
    ~MemoryStore() override
    {
        for (QString &secret : m_secrets)
            secret.fill(u'\0');
    }
    Task<Result<QString>> read(QString entry) override
    {
        if (!m_secrets.contains(entry))
            co_return Error{ErrorKind::Auth,
                            QCoreApplication::translate(
                                "kw::Secrets", "The password is asked for at each start. Enter it to go on."),
                            QLatin1StringView(SecretCode::Ask)};
        co_return m_secrets.value(entry);
    }
    Task<Result<void>> write(QString entry, QString secret) override
    {
        m_secrets.insert(entry, secret);
        co_return Result<void>();
    }
    Task<Result<void>> erase(QString entry) override
    {
        m_secrets.remove(entry);
        co_return Result<void>();
    }

private:
    QHash<QString, QString> m_secrets;
};

QString fileIn(const QString &directory)
{
    return directory + "/settings.ini"_L1;
}

const QList<std::pair<SecretPlace, QString>> &words()
{
    static const QList<std::pair<SecretPlace, QString>> all{
        {SecretPlace::Keyring, u"keyring"_s}, {SecretPlace::File, u"file"_s}, {SecretPlace::Ask, u"ask"_s}};
    return all;
}

} // namespace

std::unique_ptr<SecretStore> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

QString secretPlaceName(SecretPlace place)
{
    for (const auto &[known, name] : words()) {
        if (known == place)
            return name;
    }
    return {};
}

SecretPlace loadSecretPlace(const QString &configDirectory)
{
    const QString word = QSettings(fileIn(configDirectory), QSettings::IniFormat).value(Key).toString();
    for (const auto &[place, name] : words()) {
        if (word.compare(name, Qt::CaseInsensitive) == 0)
            return place;
    }
    return SecretPlace::Keyring;
}

Result<void> saveSecretPlace(const QString &configDirectory, SecretPlace place)
{
    QSettings file(fileIn(configDirectory), QSettings::IniFormat);
    file.setValue(Key, secretPlaceName(place));
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error{ErrorKind::Storage,
                 QCoreApplication::translate("kw::Secrets",
                                             "The choice could not be saved in %1. Free some space, or allow "
                                             "writing there.")
                     .arg(QDir::toNativeSeparators(file.fileName())),
                 {}};
}

} // namespace kw
