#include "core/account/secretsfile.h"

#include "core/account/secretstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtEndian>

#include <optional>
#include <utility>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Secrets)
};

// "KWSECRETS", version, operations and memory (big endian), salt, box, SHA-256 of all before.
const QByteArray Magic("KWSECRETS");
constexpr char Version = 1;
constexpr qsizetype SaltSize = 16;
constexpr qsizetype SumSize = 32;
constexpr qsizetype MostOctets = 4 << 20;

QByteArray checksum(QByteArrayView octets)
{
    return QCryptographicHash::hash(octets, QCryptographicHash::Sha256);
}

QByteArray number(quint64 value)
{
    QByteArray octets(sizeof value, '\0');
    qToBigEndian(value, octets.data());
    return octets;
}

// How the header reads; nothing where it is none.
std::optional<KeyRecipe> readHeader(const QByteArray &file)
{
    const qsizetype at = Magic.size() + 1;
    if (!file.startsWith(Magic) || file.size() < at + 16 + SaltSize + SumSize)
        return {};
    KeyRecipe recipe;
    recipe.operations = qFromBigEndian<quint64>(file.constData() + at);
    recipe.memory = qFromBigEndian<quint64>(file.constData() + at + 8);
    recipe.salt = file.sliced(at + 16, SaltSize);
    return recipe;
}

Error notWritten(const QString &path, const QString &reason)
{
    return {ErrorKind::Storage,
            Words::tr("%1 cannot be written (%2). Free some space, or allow writing there.")
                .arg(QDir::toNativeSeparators(path), reason),
            {}};
}

} // namespace

SecretsFile::SecretsFile(QString path)
    : m_path(std::move(path))
{
}

bool SecretsFile::exists() const
{
    return QFile::exists(m_path);
}

Error SecretsFile::damaged() const
{
    return {
        ErrorKind::Storage,
        Words::tr("The file with your passwords, %1, is damaged and cannot be read. Put back a copy of it, "
                  "or choose anew where passwords are kept and enter them once more. Your mail is not "
                  "affected.")
            .arg(QDir::toNativeSeparators(m_path)),
        QLatin1StringView(SecretCode::Damaged)};
}

Result<SecretsFile::Content> SecretsFile::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage,
                     Words::tr("The file with your passwords, %1, cannot be opened (%2).")
                         .arg(QDir::toNativeSeparators(m_path), file.errorString()),
                     QLatin1StringView(SecretCode::Damaged)};
    const QByteArray octets = file.read(MostOctets + 1);
    const auto recipe = readHeader(octets);
    if (!recipe || octets.size() > MostOctets)
        return damaged();
    if (octets.at(Magic.size()) != Version)
        return Error{
            ErrorKind::Unsupported,
            Words::tr("The file with your passwords, %1, was written by a newer Kittiwake. Use that one.")
                .arg(QDir::toNativeSeparators(m_path)),
            QLatin1StringView(SecretCode::Damaged)};
    const QByteArrayView all(octets);
    const bool whole = checksum(all.chopped(SumSize)) == all.last(SumSize);
    if (!whole || !recipe->isReasonable())
        return damaged();
    const qsizetype head = Magic.size() + 1 + 16 + SaltSize;
    return Content{*recipe, octets.sliced(head, octets.size() - head - SumSize)};
}

Result<KeyRecipe> SecretsFile::recipe() const
{
    if (!exists())
        return KeyRecipe::fresh();
    const auto content = load();
    if (!content)
        return content.error();
    return content->recipe;
}

Result<SecretsFile::Entries> SecretsFile::read(const SecretKey &key) const
{
    const auto content = load();
    if (!content)
        return content.error();
    auto plain = content->recipe == key.recipe() ? key.open(content->box) : std::nullopt;
    if (!plain)
        return Error{ErrorKind::Auth,
                     Words::tr("This is not the passphrase of your saved passwords. Try again."),
                     QLatin1StringView(SecretCode::WrongPassphrase)};
    const auto json = QJsonDocument::fromJson(*plain);
    wipe(*plain);
    if (!json.isObject())
        return damaged();
    Entries entries;
    const QJsonObject object = json.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        entries.insert(it.key(), it.value().toString());
    return entries;
}

Result<void> SecretsFile::write(const SecretKey &key, const Entries &entries) const
{
    QJsonObject object;
    for (const auto &[entry, secret] : entries.asKeyValueRange())
        object.insert(entry, secret);
    QByteArray plain = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray octets = Magic + Version + number(key.recipe().operations) + number(key.recipe().memory)
        + key.recipe().salt + key.seal(plain);
    wipe(plain);
    octets += checksum(octets);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(m_path, file.errorString());
    // Nobody else may read it, not even while it is being written.
    const bool written
        = file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(octets) == octets.size();
    if (!written || !file.commit())
        return notWritten(m_path, file.errorString());
    return {};
}

Result<void> SecretsFile::remove() const
{
    QFile file(m_path);
    if (!file.exists() || file.remove())
        return {};
    return notWritten(m_path, file.errorString());
}

} // namespace kw
