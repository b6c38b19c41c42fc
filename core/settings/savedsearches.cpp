#include "core/settings/savedsearches.h"

#include "core/account/inidocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 MaxFileBytes = 1 << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SavedSearchFile)
};

bool isOneLine(const QString &text)
{
    static const QRegularExpression unfit(u"[\\p{Cc}\\p{Zl}\\p{Zp}]"_s);
    return !text.contains(unfit);
}

Result<IniDocument> read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return IniDocument();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage,
                     Words::tr("%1 cannot be read (%2). Check its permissions.")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    if (file.size() > MaxFileBytes)
        return Error{ErrorKind::Invalid,
                     Words::tr("%1 is larger than 1 MB, so it holds no searches. Check what was saved there.")
                         .arg(QDir::toNativeSeparators(path))};
    return IniDocument::parse(file.readAll());
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{
        ErrorKind::Storage,
        Words::tr("%1 cannot be written (%2). Nothing was changed; check permissions and free space.")
            .arg(QDir::toNativeSeparators(path), file.errorString())};
}

bool isOurs(const IniDocument::Group &group)
{
    return std::ranges::any_of(group.entries,
                               [](const IniDocument::Entry &entry) { return entry.key == "query"_L1; });
}

} // namespace

bool isUsable(const SavedSearch &search)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_-]{1,60}$"_s);
    return plain.match(search.key).hasMatch() && !search.name.trimmed().isEmpty()
        && search.name.size() <= SavedSearchFile::LongestName && !search.query.trimmed().isEmpty()
        && search.query.size() <= SavedSearchFile::LongestQuery && isOneLine(search.name)
        && isOneLine(search.query);
}

QString SavedSearchFile::path(const QString &directory)
{
    return directory + "/searches.ini"_L1;
}

Result<QList<SavedSearch>> SavedSearchFile::load(const QString &directory)
{
    const auto doc = read(path(directory));
    if (!doc)
        return doc.error();
    QList<SavedSearch> searches;
    for (const auto &group : doc->groups()) {
        SavedSearch search{group.name, group.name, {}};
        for (const auto &entry : group.entries) {
            if (entry.key == "name"_L1)
                search.name = entry.value.trimmed();
            else if (entry.key == "query"_L1)
                search.query = entry.value.trimmed();
        }
        const auto isThere = std::ranges::find(searches, search.key, &SavedSearch::key) != searches.end();
        if (isUsable(search) && !isThere && searches.size() < Most)
            searches.append(search);
    }
    return searches;
}

Result<void> SavedSearchFile::save(const QString &directory, const QList<SavedSearch> &searches)
{
    auto doc = read(path(directory));
    if (!doc)
        return doc.error();
    QStringList order;
    for (const SavedSearch &search : searches) {
        if (isUsable(search) && !order.contains(search.key) && order.size() < Most)
            order.append(search.key);
    }
    for (const auto &group : doc->groups()) {
        if (isOurs(group) && !order.contains(group.name))
            doc->removeGroup(group.name);
    }
    for (const SavedSearch &search : searches) {
        if (!order.contains(search.key))
            continue;
        doc->set(search.key, u"name"_s, search.name.trimmed());
        doc->set(search.key, u"query"_s, search.query.trimmed());
    }
    doc->orderGroups(order);
    return write(path(directory), doc->bytes());
}

QString SavedSearchFile::freeKey(const QString &name, const QList<SavedSearch> &others)
{
    static const QRegularExpression unfit(u"[^a-z0-9]+"_s);
    QString stem = name.normalized(QString::NormalizationForm_KD).toLower();
    stem.replace(unfit, u"-"_s);
    while (stem.startsWith(u'-'))
        stem.remove(0, 1);
    stem = stem.left(40);
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        stem = u"search"_s;
    QString key = stem;
    for (int n = 2; std::ranges::find(others, key, &SavedSearch::key) != others.end(); ++n)
        key = stem + u'-' + QString::number(n);
    return key;
}

} // namespace kw
