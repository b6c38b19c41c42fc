#include "core/account/accountfile.h"

#include "core/account/accountfields.h"
#include "core/account/inidocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 MaxFileBytes = 1 << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountFile)
};

Error located(const QString &path, const IniDocument::Problem &problem)
{
    return {
        ErrorKind::Invalid,
        Words::tr("%1, line %2: %3").arg(QDir::toNativeSeparators(path)).arg(problem.line).arg(problem.text)};
}

Error storageError(const QString &sentence, const QString &path, const QFileDevice &file)
{
    return {ErrorKind::Storage, sentence.arg(QDir::toNativeSeparators(path), file.errorString())};
}

Result<IniDocument> read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return IniDocument();
    if (!file.open(QIODevice::ReadOnly))
        return storageError(Words::tr("%1 cannot be read (%2). Check its permissions."), path, file);
    if (file.size() > MaxFileBytes)
        return Error{
            ErrorKind::Invalid,
            Words::tr("%1 is larger than 1 MB, so it is not an accounts file. Check what was saved there.")
                .arg(QDir::toNativeSeparators(path))};
    return IniDocument::parse(file.readAll());
}

// The account, or the problems that keep it from being used.
struct Outcome {
    AccountSettings account;
    QList<IniDocument::Problem> problems;
};

Outcome readAccount(const IniDocument::Group &group)
{
    Outcome out{{}, group.problems};
    out.account.key = group.name;
    for (const auto &entry : group.entries) {
        if (auto set = setField(out.account, entry.key, entry.value); !set)
            out.problems.append({entry.line, set.error().text});
    }
    if (!out.problems.isEmpty())
        return out;
    out.account = withDefaults(out.account);
    if (auto ok = checkSettings(out.account); !ok)
        out.problems.append({group.line, ok.error().text});
    return out;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    const auto sentence
        = Words::tr("%1 cannot be written (%2). Nothing was changed; check permissions and free space.");
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorKind::Storage,
                     sentence.arg(QDir::toNativeSeparators(path), Words::tr("its directory cannot be made"))};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return storageError(sentence, path, file);
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return storageError(sentence, path, file);
    return {};
}

void put(IniDocument &doc, const IniDocument::Group *existing, const AccountSettings &account)
{
    for (const Field &field : accountFields()) {
        const QString value = field.value(account);
        // An empty value that the person wrote down stays ("smtpHost="); one that never was there is not
        // added.
        const bool present = existing
            && std::any_of(existing->entries.cbegin(), existing->entries.cend(),
                           [&](const auto &entry) { return entry.key == QLatin1StringView(field.key); });
        if (value.isEmpty() && !present)
            continue;
        doc.set(account.key, QString::fromLatin1(field.key), value.isEmpty() ? u""_s : value);
    }
}

Result<void> checkForSaving(const QList<AccountSettings> &accounts)
{
    QSet<QString> keys;
    for (const auto &account : accounts) {
        if (auto ok = checkSettings(withDefaults(account)); !ok)
            return ok;
        if (auto ok = checkWritable(account); !ok)
            return ok;
        if (keys.contains(account.key))
            return Error{ErrorKind::Invalid,
                         Words::tr("There are two accounts called “%1”. Give one of them another name.")
                             .arg(account.key)};
        keys.insert(account.key);
    }
    return {};
}

// Only what has to move is moved: a file in the right order stays as the person wrote it.
bool isOtherOrder(const IniDocument &doc, const QList<AccountSettings> &accounts, QStringList &keys)
{
    QStringList now;
    for (const AccountSettings &account : accounts)
        keys.append(account.key);
    for (const auto &group : doc.groups()) {
        if (keys.contains(group.name))
            now.append(group.name);
    }
    return now != keys;
}

// A group that was broken before may still be: then saying "saved" would be untrue.
Result<void> checkReadsBack(const QString &path, const IniDocument &doc,
                            const QList<AccountSettings> &accounts)
{
    for (const auto &group : doc.groups()) {
        const bool wanted = std::any_of(accounts.cbegin(), accounts.cend(),
                                        [&group](const auto &account) { return account.key == group.name; });
        const auto problems = readAccount(group).problems;
        if (wanted && !problems.isEmpty())
            return located(path, problems.first());
    }
    return {};
}

} // namespace

AccountFile::Loaded AccountFile::load(const QString &path)
{
    const auto doc = read(path);
    if (!doc)
        return {{}, {doc.error()}};
    QList<IniDocument::Problem> problems = doc->strayProblems();
    Loaded loaded;
    for (const auto &group : doc->groups()) {
        const Outcome outcome = readAccount(group);
        if (outcome.problems.isEmpty())
            loaded.accounts.append(outcome.account);
        problems += outcome.problems;
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
    for (const auto &problem : std::as_const(problems))
        loaded.errors.append(located(path, problem));
    return loaded;
}

Result<void> AccountFile::save(const QString &path, const QList<AccountSettings> &accounts)
{
    if (auto ok = checkForSaving(accounts); !ok)
        return ok;
    auto doc = read(path);
    if (!doc)
        return doc.error();
    const auto groups = doc->groups();
    for (const auto &group : groups) {
        const bool wanted = std::any_of(accounts.cbegin(), accounts.cend(),
                                        [&group](const auto &account) { return account.key == group.name; });
        if (!wanted && readAccount(group).problems.isEmpty())
            doc->removeGroup(group.name);
    }
    for (const auto &account : accounts) {
        const auto it = std::find_if(groups.cbegin(), groups.cend(),
                                     [&account](const auto &group) { return group.name == account.key; });
        put(*doc, it == groups.cend() ? nullptr : &*it, account);
    }
    if (QStringList keys; isOtherOrder(*doc, accounts, keys))
        doc->orderGroups(keys);
    if (auto ok = checkReadsBack(path, *doc, accounts); !ok)
        return ok;
    return write(path, doc->bytes());
}

} // namespace kw
