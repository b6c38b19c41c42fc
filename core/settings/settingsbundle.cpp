#include "core/settings/settingsbundle.h"

#include "core/account/accountfields.h"
#include "core/account/accountfile.h"
#include "core/account/identities.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int FormatVersion = 1;
constexpr qsizetype LongestValue = 128 << 10; // a certificate's chain
constexpr qsizetype LongestKeys = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingsBundle)
};

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence};
}

QString shown(const QString &text)
{
    static const QRegularExpression unfit(u"[\\p{C}\\p{Zl}\\p{Zp}]"_s);
    return QString(text).replace(unfit, u" "_s).left(60);
}

bool isOneLine(const QString &text)
{
    static const QRegularExpression unfit(u"[\\p{C}\\p{Zl}\\p{Zp}]"_s);
    return !text.contains(unfit);
}

bool isPlain(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_-]{1,60}$"_s);
    return plain.match(name).hasMatch();
}

QJsonObject accountJson(const AccountSettings &account)
{
    QJsonObject object{{u"account"_s, account.key}};
    for (const Field &field : accountFields()) {
        const QString value = field.value(account);
        if (!value.isEmpty() && QLatin1StringView(field.key) != "passwordCommand"_L1)
            object.insert(QLatin1StringView(field.key), value);
    }
    return object;
}

// A server's own file may hold its private key beside the certificate: that stays here.
QString onlyCertificates(const QByteArray &pem)
{
    static const QRegularExpression certificate(
        u"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]*-----END CERTIFICATE-----"_s);
    QString text = QString::fromLatin1(pem);
    if (QString(text).remove(certificate).trimmed().isEmpty())
        return text;
    QByteArray certificates;
    for (const QSslCertificate &one : QSslCertificate::fromData(pem, QSsl::Pem))
        certificates += one.toPem();
    return QString::fromLatin1(certificates);
}

void readSettings(const QJsonObject &object, SettingsBundle &bundle)
{
    int unknown = 0;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const SettingKey *key = settingKey(it.key());
        const auto value = key ? key->accept(it.value().toString()) : std::nullopt;
        if (value)
            bundle.settings.insert(it.key(), *value);
        else if (key)
            bundle.left.append(Words::tr("%1 has no value that makes sense.").arg(it.key()));
        else
            ++unknown;
    }
    if (unknown > 0)
        bundle.left.append(Words::tr("%1 settings are not known to this version.").arg(unknown));
}

void readTags(const QJsonArray &array, SettingsBundle &bundle)
{
    QList<TagEntry> tags;
    QStringList seen;
    qsizetype unfit = std::max<qsizetype>(0, array.size() - SettingsFile::MostTags);
    for (const auto &value : array) {
        if (tags.size() == SettingsFile::MostTags)
            break;
        const QJsonObject object = value.toObject();
        const TagEntry tag{object.value("keyword"_L1).toString(), object.value("name"_L1).toString(),
                           object.value("color"_L1).toString()};
        if (isUsable(tag) && !seen.contains(tag.keyword, Qt::CaseInsensitive)) {
            seen.append(tag.keyword);
            tags.append(tag);
        } else {
            ++unfit;
        }
    }
    bundle.tags = tags;
    if (unfit > 0)
        bundle.left.append(Words::tr("%1 tags cannot be used.").arg(unfit));
}

void readKeys(const QJsonObject &object, SettingsBundle &bundle)
{
    SettingValues keys;
    for (auto it = object.begin(); it != object.end() && keys.size() < SettingsBundle::MostKeys; ++it) {
        const QString value = it.value().toString();
        if (isPlain(it.key()) && value.size() <= LongestKeys && isOneLine(value))
            keys.insert(it.key(), value);
    }
    bundle.keys = keys;
    if (keys.size() < object.size())
        bundle.left.append(Words::tr("Some keys cannot be used."));
}

// Error: why this account cannot be taken.
Result<AccountSettings> readAccount(const QJsonObject &object, SettingsBundle &bundle)
{
    AccountSettings account;
    account.key = object.value("account"_L1).toString();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = it.value().toString();
        if (it.key() == "account"_L1)
            continue;
        if (value.size() > LongestValue)
            return invalid(
                Words::tr("%1 of the account “%2” is too long.").arg(shown(it.key()), shown(account.key)));
        if (it.key().compare("passwordCommand"_L1, Qt::CaseInsensitive) == 0) {
            bundle.left.append(
                Words::tr("The command that gives the password of “%1”: commands are never imported. "
                          "Enter it in the account's settings.")
                    .arg(shown(account.key)));
            continue;
        }
        if (const auto set = setField(account, it.key(), value); !set)
            return set.error();
    }
    if (const auto writable = checkWritable(account); !writable)
        return writable.error();
    return account;
}

void readAccounts(const QJsonArray &array, SettingsBundle &bundle)
{
    QStringList seen;
    for (const auto &value : array) {
        if (bundle.accounts.size() == SettingsBundle::MostAccounts) {
            bundle.left.append(Words::tr("Accounts beyond the first %1.").arg(SettingsBundle::MostAccounts));
            return;
        }
        const auto account = readAccount(value.toObject(), bundle);
        if (!account) {
            bundle.left.append(Words::tr("An account: %1").arg(account.error().text));
        } else if (seen.contains(account->key)) {
            bundle.left.append(Words::tr("The account “%1” a second time.").arg(shown(account->key)));
        } else {
            seen.append(account->key);
            bundle.accounts.append(*account);
        }
    }
}

// Their HTML is looked at when it is used; here it is text.
void readSignatures(const QJsonObject &object, SettingsBundle &bundle)
{
    int unfit = 0;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject value = it.value().toObject();
        const Signature signature
            = tidied({value.value("text"_L1).toString(), value.value("html"_L1).toString()});
        const auto mailbox = readMailbox(it.key());
        const bool fits = mailbox && mailbox->name.isEmpty() && !signature.isEmpty()
            && signature.text.size() <= SignatureFile::LongestText
            && signature.html.size() <= SignatureFile::LongestText
            && bundle.signatures.size() < SettingsBundle::MostSignatures;
        if (fits)
            bundle.signatures.insert(mailbox->email.toLower(), signature);
        else
            ++unfit;
    }
    if (unfit > 0)
        bundle.left.append(Words::tr("%1 signatures cannot be used.").arg(unfit));
}

void readSearches(const QJsonArray &array, SettingsBundle &bundle)
{
    int unfit = 0;
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const SavedSearch search{object.value("key"_L1).toString(), object.value("name"_L1).toString(),
                                 object.value("query"_L1).toString()};
        if (isUsable(search) && bundle.searches.size() < SavedSearchFile::Most)
            bundle.searches.append(search);
        else
            ++unfit;
    }
    if (unfit > 0)
        bundle.left.append(Words::tr("%1 saved searches cannot be used.").arg(unfit));
}

} // namespace

SettingsBundle SettingsBundle::ofProfile(const QString &directory, const QList<AccountSettings> &accounts)
{
    SettingsBundle bundle;
    bundle.settings = SettingsFile::load(directory);
    bundle.tags = SettingsFile::loadTags(directory);
    bundle.keys = SettingsFile::loadKeys(directory);
    if (const auto signatures = SignatureFile::load(directory + "/signatures.ini"_L1))
        bundle.signatures = *signatures;
    if (const auto searches = SavedSearchFile::load(directory))
        bundle.searches = *searches;
    for (AccountSettings account : accounts) {
        account.passwordCommand.clear();
        if (!account.pinnedCertificate.isEmpty()) {
            const auto pem = pinnedCertificatePem(account, directory);
            account.pinnedCertificate = pem ? onlyCertificates(*pem) : QString();
        }
        // The same for the server that sends: one rule for reading a PEM, whichever server it is of.
        if (!account.smtpPinnedCertificate.isEmpty()) {
            AccountSettings sending = account;
            sending.pinnedCertificate = account.smtpPinnedCertificate;
            const auto pem = pinnedCertificatePem(sending, directory);
            account.smtpPinnedCertificate = pem ? onlyCertificates(*pem) : QString();
        }
        bundle.accounts.append(account);
    }
    return bundle;
}

QByteArray SettingsBundle::toBytes() const
{
    QJsonObject values;
    for (const auto &[key, value] : settings.asKeyValueRange())
        values.insert(key, value);
    QJsonObject object{{u"kittiwake-settings"_s, FormatVersion}, {u"settings"_s, values}};
    if (tags) {
        QJsonArray array;
        for (const TagEntry &tag : *tags)
            array.append(
                QJsonObject{{u"keyword"_s, tag.keyword}, {u"name"_s, tag.name}, {u"color"_s, tag.color}});
        object.insert(u"tags"_s, array);
    }
    if (keys) {
        QJsonObject byAction;
        for (const auto &[action, key] : keys->asKeyValueRange())
            byAction.insert(action, key);
        object.insert(u"keys"_s, byAction);
    }
    QJsonArray list;
    for (const AccountSettings &account : accounts)
        list.append(accountJson(account));
    object.insert(u"accounts"_s, list);
    QJsonObject byAddress;
    for (const auto &[address, signature] : signatures.asKeyValueRange())
        byAddress.insert(address, QJsonObject{{u"text"_s, signature.text}, {u"html"_s, signature.html}});
    if (!byAddress.isEmpty())
        object.insert(u"signatures"_s, byAddress);
    QJsonArray saved;
    for (const SavedSearch &search : searches)
        saved.append(
            QJsonObject{{u"key"_s, search.key}, {u"name"_s, search.name}, {u"query"_s, search.query}});
    if (!saved.isEmpty())
        object.insert(u"searches"_s, saved);
    return QJsonDocument(object).toJson();
}

Result<SettingsBundle> SettingsBundle::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() > MostBytes)
        return invalid(
            Words::tr("This file is too large for settings. Choose one that Kittiwake has exported."));
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const int version = object.value("kittiwake-settings"_L1).toInt();
    if (version < 1)
        return invalid(
            Words::tr("This file holds no settings of Kittiwake. Choose one that Kittiwake has exported."));
    if (version > FormatVersion)
        return invalid(
            Words::tr("These settings were exported by a newer Kittiwake. Update Kittiwake, then import "
                      "them again."));
    SettingsBundle bundle;
    readSettings(object.value("settings"_L1).toObject(), bundle);
    if (object.contains("tags"_L1))
        readTags(object.value("tags"_L1).toArray(), bundle);
    if (object.contains("keys"_L1))
        readKeys(object.value("keys"_L1).toObject(), bundle);
    readAccounts(object.value("accounts"_L1).toArray(), bundle);
    readSignatures(object.value("signatures"_L1).toObject(), bundle);
    readSearches(object.value("searches"_L1).toArray(), bundle);
    return bundle;
}

Result<SettingsBundle> SettingsBundle::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage,
                     Words::tr("%1 cannot be read (%2). Choose another file.")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    return fromBytes(file.read(MostBytes + 1));
}

} // namespace kw
