#include "core/account/oauth/oauthprovider.h"

#include "core/account/accountrules.h"
#include "core/account/inidocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::OAuth)
};

constexpr qint64 MostBytes = 256 << 10;

OAuthProvider google()
{
    OAuthProvider p;
    p.name = u"google"_s;
    p.title = u"Google"_s;
    p.authorizeUrl = QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_s);
    p.tokenUrl = QUrl(u"https://oauth2.googleapis.com/token"_s);
    p.scopes = {u"https://mail.google.com/"_s};
    p.mailDomains = {u"gmail.com"_s, u"googlemail.com"_s, u"google.com"_s};
    // Without these a second sign-in brings no refresh token.
    p.extra = {{u"access_type"_s, u"offline"_s}, {u"prompt"_s, u"consent"_s}};
    p.registerUrl = QUrl(u"https://console.cloud.google.com/apis/credentials"_s);
    return p;
}

OAuthProvider microsoft()
{
    OAuthProvider p;
    p.name = u"microsoft"_s;
    p.title = u"Microsoft"_s;
    p.authorizeUrl = QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/authorize"_s);
    p.tokenUrl = QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/token"_s);
    p.scopes = {u"https://outlook.office.com/IMAP.AccessAsUser.All"_s,
                u"https://outlook.office.com/SMTP.Send"_s, u"offline_access"_s};
    p.mailDomains = {u"outlook.com"_s, u"office365.com"_s, u"office.com"_s, u"hotmail.com"_s, u"live.com"_s};
    p.redirectHost = u"localhost"_s;
    p.registerUrl = QUrl(u"https://entra.microsoft.com/"_s);
    return p;
}

OAuthProvider yahoo(const QString &name, const QString &title, const QString &host)
{
    OAuthProvider p;
    p.name = name;
    p.title = title;
    p.authorizeUrl = QUrl(u"https://%1/oauth2/request_auth"_s.arg(host));
    p.tokenUrl = QUrl(u"https://%1/oauth2/get_token"_s.arg(host));
    p.scopes = {u"mail-w"_s};
    p.mailDomains = {u"yahoo.com"_s, u"aol.com"_s};
    p.redirectHost = u"localhost"_s;
    p.registerUrl = QUrl(u"https://developer.yahoo.com/apps/"_s);
    return p;
}

OAuthProvider fastmail()
{
    OAuthProvider p;
    p.name = u"fastmail"_s;
    p.title = u"Fastmail"_s;
    p.authorizeUrl = QUrl(u"https://api.fastmail.com/oauth/authorize"_s);
    p.tokenUrl = QUrl(u"https://api.fastmail.com/oauth/refresh"_s);
    p.scopes
        = {u"https://www.fastmail.com/dev/protocol-imap"_s, u"https://www.fastmail.com/dev/protocol-smtp"_s};
    p.redirectHost = u"localhost"_s;
    p.mailDomains = {u"fastmail.com"_s, u"messagingengine.com"_s};
    p.registerUrl = QUrl(u"https://www.fastmail.com/for-developers/integrating-with-fastmail/"_s);
    return p;
}

QList<OAuthProvider> builtIn()
{
    return {google(), microsoft(), yahoo(u"yahoo"_s, u"Yahoo"_s, u"api.login.yahoo.com"_s),
            yahoo(u"aol"_s, u"AOL"_s, u"api.login.aol.com"_s), fastmail()};
}

bool isWithin(const QString &host, const QStringList &domains)
{
    const QString name = host.toLower();
    return std::ranges::any_of(
        domains, [&name](const QString &domain) { return name == domain || name.endsWith(u'.' + domain); });
}

QString printableValue(const QString &value)
{
    QString shown = value.left(60);
    shown.removeIf([](QChar c) { return !c.isPrint(); });
    return shown;
}

// Tokens travel to these addresses (RFC 6750 5.3).
Result<QUrl> readUrl(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopbackHost(url.host()));
    if (url.isValid() && safe && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment())
        return url;
    return Error{
        ErrorKind::Invalid,
        Words::tr("it must be an address that begins with https://, not “%1”.").arg(printableValue(value)),
        {}};
}

Result<void> readInto(QUrl &url, const QString &value)
{
    const auto read = readUrl(value);
    if (!read)
        return read.error();
    url = *read;
    return {};
}

Result<void> readRedirectHost(OAuthProvider &provider, const QString &value)
{
    if (value != "127.0.0.1"_L1 && value != "localhost"_L1)
        return Error{ErrorKind::Invalid,
                     Words::tr("it must be 127.0.0.1 or localhost, not “%1”.").arg(printableValue(value)),
                     {}};
    provider.redirectHost = value;
    return {};
}

Result<void> readRedirectPort(OAuthProvider &provider, const QString &value)
{
    bool ok = false;
    provider.redirectPort = value.toUShort(&ok);
    if (ok)
        return {};
    return Error{ErrorKind::Invalid,
                 Words::tr("it must be a number from 0 to 65535, not “%1”.").arg(printableValue(value)),
                 {}};
}

Result<void> setValue(OAuthProvider &provider, const QString &key, const QString &value)
{
    if (key == "title"_L1)
        provider.title = value;
    else if (key == "authorizeUrl"_L1)
        return readInto(provider.authorizeUrl, value);
    else if (key == "tokenUrl"_L1)
        return readInto(provider.tokenUrl, value);
    else if (key == "scopes"_L1)
        provider.scopes = value.split(u' ', Qt::SkipEmptyParts);
    else if (key == "mailDomains"_L1)
        provider.mailDomains = value.toLower().split(u' ', Qt::SkipEmptyParts);
    else if (key == "clientId"_L1)
        provider.clientId = value;
    else if (key == "clientSecret"_L1)
        provider.clientSecret = value;
    else if (key == "redirectHost"_L1)
        return readRedirectHost(provider, value);
    else if (key == "redirectPort"_L1)
        return readRedirectPort(provider, value);
    else
        return Error{ErrorKind::Invalid,
                     Words::tr("there is no such key; docs/accounts.md lists those that there are."),
                     {}};
    return {};
}

Error mistake(const QString &file, int line, const QString &text)
{
    return {ErrorKind::Invalid,
            Words::tr("%1, line %2: %3", "file, number, sentence")
                .arg(QDir::toNativeSeparators(file))
                .arg(line)
                .arg(text),
            {}};
}

// False: the group says nothing that can be used.
bool readGroup(OAuthProvider &provider, const IniDocument::Group &group, OAuthProviders &providers)
{
    bool good = true;
    for (const auto &problem : group.problems) {
        providers.errors.append(mistake(providers.file, problem.line, problem.text));
        good = false;
    }
    for (const auto &entry : group.entries) {
        if (const auto set = setValue(provider, entry.key, entry.value); !set) {
            const QString sentence = Words::tr("%1 of [%2] cannot be used: %3", "key, group, why")
                                         .arg(entry.key, group.name, set.error().text);
            providers.errors.append(mistake(providers.file, entry.line, sentence));
            good = false;
        }
    }
    if (good && (provider.authorizeUrl.isEmpty() || provider.tokenUrl.isEmpty())) {
        providers.errors.append(
            mistake(providers.file, group.line,
                    Words::tr("[%1] is no provider that Kittiwake knows, so it needs the lines authorizeUrl= "
                              "and tokenUrl=.")
                        .arg(group.name)));
        good = false;
    }
    return good;
}

} // namespace

OAuthProviders OAuthProviders::load(const QString &configDirectory)
{
    OAuthProviders providers;
    providers.file = QDir(configDirectory).filePath(u"oauth.ini"_s);
    providers.all = builtIn();
    QFile file(providers.file);
    if (!file.exists())
        return providers;
    if (!file.open(QIODevice::ReadOnly)) {
        providers.errors.append({ErrorKind::Invalid,
                                 Words::tr("%1 cannot be read (%2).")
                                     .arg(QDir::toNativeSeparators(providers.file), file.errorString()),
                                 {}});
        return providers;
    }
    const auto document = IniDocument::parse(file.read(MostBytes));
    for (const auto &problem : document.strayProblems())
        providers.errors.append(mistake(providers.file, problem.line, problem.text));
    for (const auto &group : document.groups()) {
        const auto known = std::ranges::find(providers.all, group.name, &OAuthProvider::name);
        OAuthProvider provider = known == providers.all.end() ? OAuthProvider() : *known;
        provider.name = group.name;
        if (provider.title.isEmpty())
            provider.title = group.name;
        if (!readGroup(provider, group, providers))
            continue;
        if (known == providers.all.end())
            providers.all.append(provider);
        else
            *known = provider;
    }
    return providers;
}

QStringList OAuthProviders::ownTitles(const QString &configDirectory)
{
    const QList<OAuthProvider> known = builtIn();
    QStringList titles;
    for (const OAuthProvider &one : load(configDirectory).all) {
        if (std::ranges::find(known, one.title, &OAuthProvider::title) == known.end())
            titles.append(one.title);
    }
    return titles;
}

QString OAuthProviders::hint(const OAuthProvider &provider) const
{
    if (provider.isReady())
        return {};
    const QString file = QDir::toNativeSeparators(this->file);
    const QString line = u"[%1] clientId=…"_s.arg(provider.name);
    if (provider.registerUrl.isEmpty())
        return Words::tr("Kittiwake is not registered with %1 yet. Ask there for a client id of a desktop "
                         "program, and put it into %2: %3")
            .arg(provider.title, file, line);
    return Words::tr(
               "Kittiwake is not registered with %1 yet. Get a client id for a desktop program at %2, and "
               "put it into %3: %4")
        .arg(provider.title, provider.registerUrl.toString(), file, line);
}

Result<OAuthProvider> OAuthProviders::ready(const QString &name) const
{
    const auto found = std::ranges::find(all, name, &OAuthProvider::name);
    if (found == all.end()) {
        // A mistake in its lines is the likelier reason than a name nobody has heard of.
        for (const Error &error : errors) {
            if (error.text.contains(u'[' + name + u']'))
                return error;
        }
        return Error{ErrorKind::Invalid,
                     Words::tr("Kittiwake knows no provider called “%1” to sign in with. Correct oauth= in "
                               "accounts.ini, or describe the provider in %2.")
                         .arg(printableValue(name), QDir::toNativeSeparators(file)),
                     {}};
    }
    if (!found->isReady())
        return Error{ErrorKind::Invalid, hint(*found), {}};
    return *found;
}

Result<OAuthProvider> OAuthProviders::readyFor(const AccountSettings &account) const
{
    auto provider = ready(account.oauth);
    if (!provider || provider->mailDomains.isEmpty())
        return provider;
    for (const QString &host : {account.imap.host, account.smtp.host}) {
        if (!host.isEmpty() && !isLoopbackHost(host) && !isWithin(host, provider->mailDomains))
            return Error{
                ErrorKind::Invalid,
                Words::tr("Signing in with %1 opens the mailbox to %2, which is no mail server of %1. "
                          "Correct the account's servers, or add the server's domain to mailDomains= "
                          "in %3.")
                    .arg(provider->title, printableValue(host), QDir::toNativeSeparators(file)),
                {}};
    }
    return provider;
}

} // namespace kw
