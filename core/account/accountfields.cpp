#include "core/account/accountfields.h"

#include "core/account/identities.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountFile)
};

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence};
}

Result<void> readPort(const char *key, const QString &value, quint16 &port)
{
    bool ok = false;
    const uint number = value.toUInt(&ok);
    if (value.isEmpty())
        return {};
    if (!ok || number == 0 || number > 65535)
        return invalid(
            Words::tr("%1 must be a number from 1 to 65535, not “%2”. Leave the line out for the usual port.")
                .arg(QLatin1StringView(key), value.left(40)));
    port = quint16(number);
    return {};
}

Result<void> readSecurity(const char *key, const QString &value, ConnectionSecurity &security)
{
    if (value == "tls"_L1 || value.isEmpty())
        security = ConnectionSecurity::Tls;
    else if (value == "starttls"_L1)
        security = ConnectionSecurity::StartTls;
    else if (value == "none"_L1)
        security = ConnectionSecurity::None;
    else
        return invalid(Words::tr("%1 must be tls, starttls or none, not “%2”.")
                           .arg(QLatin1StringView(key), value.left(40)));
    return {};
}

QString written(const ServerSettings &server)
{
    switch (server.security) {
    case ConnectionSecurity::Tls:
        return u"tls"_s;
    case ConnectionSecurity::StartTls:
        return u"starttls"_s;
    case ConnectionSecurity::None:
        return u"none"_s;
    }
    return {};
}

QString writtenPort(const ServerSettings &server)
{
    return server.port ? QString::number(server.port) : QString();
}

// "[::1]" and "::1" are one host; the brackets belong to URLs.
QString host(const QString &value)
{
    return value.startsWith(u'[') && value.endsWith(u']') ? value.sliced(1, value.size() - 2) : value;
}

// A PEM has lines; here it is one, its line breaks written \n.
QString pemFromLine(QString value)
{
    return value.startsWith("-----BEGIN"_L1) ? value.replace("\\n"_L1, "\n"_L1) : value;
}

QString pemToLine(QString value)
{
    return value.startsWith("-----BEGIN"_L1) ? value.remove(u'\r').replace("\n"_L1, "\\n"_L1) : value;
}

Result<void> readSwitch(const char *key, const QString &value, bool &on)
{
    if (value != "true"_L1 && value != "false"_L1 && !value.isEmpty())
        return invalid(
            Words::tr("%1 must be true or false, not “%2”.").arg(QLatin1StringView(key), value.left(40)));
    on = value == "true"_L1;
    return {};
}

Result<void> readCount(const char *key, const QString &value, int least, int &count)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    if (value.isEmpty())
        return {};
    if (!ok || number < least)
        return invalid(Words::tr("%1 must be a number from %2, not “%3”.")
                           .arg(QLatin1StringView(key), QString::number(least), value.left(40)));
    count = number;
    return {};
}

Result<void> readAliases(const QString &value, QStringList &aliases)
{
    aliases = partedMailboxes(value);
    for (const QString &alias : std::as_const(aliases)) {
        if (!readMailbox(alias))
            return invalid(
                Words::tr("aliases must be addresses like Anna <anna@example.org>, parted by commas; “%1” "
                          "is none.")
                    .arg(alias.left(60)));
    }
    return {};
}

// A folder's name may hold anything; JSON says where each begins and ends.
Result<void> readPaths(const char *key, const QString &value, QStringList &paths)
{
    paths.clear();
    if (value.isEmpty())
        return {};
    const QJsonDocument list = QJsonDocument::fromJson(value.toUtf8());
    if (!list.isArray())
        return invalid(Words::tr("%1 must be a list like [\"News\", \"Old/2019\"], not “%2”.")
                           .arg(QLatin1StringView(key), value.left(40)));
    for (const auto &path : list.array())
        paths.append(path.toString());
    paths.removeAll(QString());
    return {};
}

QString written(const QStringList &paths)
{
    if (paths.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(paths)).toJson(QJsonDocument::Compact));
}

QString written(int count, int usual)
{
    return count == usual ? QString() : QString::number(count);
}

// NOLINTBEGIN(bugprone-macro-parentheses): a string literal and a member name cannot stand in parentheses
#define KW_TEXT(name, member)                                                                                \
    Field                                                                                                    \
    {                                                                                                        \
        name, [](const AccountSettings &a) { return a.member; },                                             \
            [](AccountSettings &a, const QString &v) -> Result<void> {                                       \
                a.member = v;                                                                                \
                return {};                                                                                   \
            }                                                                                                \
    }
#define KW_SERVER(prefix, member)                                                                            \
    Field{prefix "Host", [](const AccountSettings &a) { return a.member.host; },                             \
          [](AccountSettings &a, const QString &v) -> Result<void> {                                         \
              a.member.host = host(v);                                                                       \
              return {};                                                                                     \
          }},                                                                                                \
        Field{                                                                                               \
            prefix "Port", [](const AccountSettings &a) { return writtenPort(a.member); },                   \
            [](AccountSettings &a, const QString &v) { return readPort(prefix "Port", v, a.member.port); }}, \
        Field{prefix "Security",                                                                             \
              [](const AccountSettings &a) {                                                                 \
                  return a.member.host.isEmpty() ? QString() : written(a.member);                            \
              },                                                                                             \
              [](AccountSettings &a, const QString &v) {                                                     \
                  return readSecurity(prefix "Security", v, a.member.security);                              \
              }},                                                                                            \
        KW_TEXT(prefix "User", member.user)
#define KW_PEM(name, member)                                                                                 \
    Field                                                                                                    \
    {                                                                                                        \
        name, [](const AccountSettings &a) { return pemToLine(a.member); },                                  \
            [](AccountSettings &a, const QString &v) -> Result<void> {                                       \
                a.member = pemFromLine(v);                                                                   \
                return {};                                                                                   \
            }                                                                                                \
    }
#define KW_SWITCH(name, member)                                                                              \
    Field                                                                                                    \
    {                                                                                                        \
        name, [](const AccountSettings &a) { return a.member ? u"true"_s : QString(); },                     \
            [](AccountSettings &a, const QString &v) { return readSwitch(name, v, a.member); }               \
    }
#define KW_PATHS(name, member)                                                                               \
    Field                                                                                                    \
    {                                                                                                        \
        name, [](const AccountSettings &a) { return written(a.member); },                                    \
            [](AccountSettings &a, const QString &v) { return readPaths(name, v, a.member); }                \
    }
#define KW_COUNT(name, member, usual)                                                                        \
    Field                                                                                                    \
    {                                                                                                        \
        name, [](const AccountSettings &a) { return written(a.member, usual); },                             \
            [](AccountSettings &a, const QString &v) { return readCount(name, v, usual, a.member); }         \
    }
#define KW_ROLE(name, role)                                                                                  \
    Field                                                                                                    \
    {                                                                                                        \
        name, [](const AccountSettings &a) { return a.folders.roles.value(role); },                          \
            [](AccountSettings &a, const QString &v) -> Result<void> {                                       \
                if (v.isEmpty())                                                                             \
                    a.folders.roles.remove(role);                                                            \
                else                                                                                         \
                    a.folders.roles.insert(role, v);                                                         \
                return {};                                                                                   \
            }                                                                                                \
    }
// NOLINTEND(bugprone-macro-parentheses)

} // namespace

const QList<Field> &accountFields()
{
    static const QList<Field> fields{
        KW_TEXT("name", name),
        KW_TEXT("address", address),
        KW_TEXT("color", color),
        KW_SERVER("imap", imap),
        KW_SERVER("smtp", smtp),
        KW_TEXT("passwordCommand", passwordCommand),
        KW_TEXT("oauth", oauth),
        KW_PEM("pinnedCertificate", pinnedCertificate),
        KW_PEM("smtpPinnedCertificate", smtpPinnedCertificate),
        KW_SWITCH("clearTextConfirmed", clearTextConfirmed),
        KW_SWITCH("paused", paused),
        Field{"aliases", [](const AccountSettings &a) { return a.aliases.join(", "_L1); },
              [](AccountSettings &a, const QString &v) -> Result<void> { return readAliases(v, a.aliases); }},
        KW_ROLE("draftsFolder", FolderRole::Drafts),
        KW_ROLE("sentFolder", FolderRole::Sent),
        KW_ROLE("archiveFolder", FolderRole::Archive),
        KW_ROLE("trashFolder", FolderRole::Trash),
        KW_ROLE("junkFolder", FolderRole::Junk),
        KW_PATHS("skippedFolders", folders.skipped),
        KW_PATHS("offlineFolders", folders.offline),
        KW_COUNT("listDays", folders.listDays, 0),
        KW_COUNT("offlineDays", folders.offlineDays, -1),
        KW_COUNT("cacheLimitMb", folders.cacheLimitMb, 0),
    };
    return fields;
}

Result<void> setField(AccountSettings &account, const QString &key, const QString &value)
{
    for (const Field &field : accountFields()) {
        const QLatin1StringView name(field.key);
        if (key == name) {
            // Trailing blanks are typing slips, except where a shell may give them a meaning ("\ ").
            const bool literal = name == "passwordCommand"_L1;
            return field.read(account, literal ? value : value.trimmed());
        }
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return invalid(Words::tr("%1 is misspelt. Write %2.").arg(key, name));
    }
    return {};
}

Result<void> checkWritable(const AccountSettings &account)
{
    const auto unfit = [](const QString &text) {
        return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
            return c.category() == QChar::Other_Control || c.unicode() >= 0xFFFE;
        });
    };
    const QString &key = account.key;
    if (key.isEmpty() || key != key.trimmed() || key.contains(u'[') || key.contains(u']') || unfit(key))
        return invalid(
            Words::tr("“%1” cannot be an account's name in accounts.ini. Leave out brackets, line breaks and "
                      "blanks at either end.")
                .arg(key));
    for (const Field &field : accountFields()) {
        if (unfit(field.value(account).remove(u'\t')))
            return invalid(
                Words::tr("%1 of the account “%2” contains a line break or another control character. Remove "
                          "it.")
                    .arg(QLatin1StringView(field.key), key));
    }
    return {};
}

} // namespace kw
