#include "core/store/cachefiles.h"

#include "core/store/storagefault.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sqlite3.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// The log first: a database must never stand beside another one's.
constexpr std::array Parts{"-wal"_L1, "-shm"_L1, ""_L1};

} // namespace

CacheFiles::CacheFiles(QString directory)
    : m_directory(std::move(directory))
{
}

QString CacheFiles::cache() const
{
    return m_directory + "/cache.db"_L1;
}

QString CacheFiles::bodies() const
{
    return m_directory + "/bodies.db"_L1;
}

QString CacheFiles::replacement() const
{
    return m_directory + "/cache.db.new"_L1;
}

QString CacheFiles::mark() const
{
    return m_directory + "/cache.db.damaged"_L1;
}

void CacheFiles::remove(const QString &database)
{
    for (const auto part : Parts)
        QFile::remove(database + part);
}

void CacheFiles::markDamaged() const
{
    QFile file(mark());
    if (!file.exists() && !file.open(QIODevice::WriteOnly))
        qWarning("The mark for a damaged cache could not be written.");
}

bool CacheFiles::isDamaged() const
{
    if (QFile::exists(mark()))
        return true;
    const QFileInfo file(cache());
    return file.exists() && file.size() == 0
        && (QFileInfo(cache() + "-wal"_L1).size() > 0 || QFileInfo(bodies()).size() > 0);
}

std::optional<CacheFiles::Replacement> CacheFiles::ready() const
{
    QFile file(mark());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = file.readAll().split('\n');
    if (lines.size() < 2 || !lines.at(0).startsWith("cache.db.broken-"))
        return {};
    return Replacement{m_directory + u'/' + QString::fromUtf8(lines.at(0)), lines.at(1) == "kept all"};
}

Result<void> CacheFiles::setReady(bool keptAll) const
{
    QSaveFile file(mark());
    const QByteArray aside = "cache.db.broken-" + QByteArray::number(QDateTime::currentSecsSinceEpoch());
    if (!file.open(QIODevice::WriteOnly)
        || file.write(aside + (keptAll ? "\nkept all\n" : "\nlost some\n")) < 0 || !file.commit())
        return storageFault(SQLITE_READONLY, m_directory);
    return {};
}

Result<void> CacheFiles::replace() const
{
    const auto plan = ready();
    if (!plan)
        return storageFault(SQLITE_READONLY, m_directory);
    if (QFile::exists(replacement())) {
        for (const auto part : Parts) {
            if (!QFile::exists(cache() + part))
                continue;
            QFile::remove(plan->aside + part);
            if (!QFile::rename(cache() + part, plan->aside + part))
                return storageFault(SQLITE_READONLY, m_directory);
        }
        remove(bodies()); // its rows are keyed by ids of the old file
        if (!QFile::rename(replacement(), cache()))
            return storageFault(SQLITE_READONLY, m_directory);
    }
    const QDir dir(m_directory);
    for (const QString &name : dir.entryList({u"cache.db.broken-*"_s}, QDir::Files)) {
        if (!dir.filePath(name).startsWith(plan->aside))
            QFile::remove(dir.filePath(name));
    }
    QFile::remove(mark());
    return {};
}

} // namespace kw
