#include "core/store/search/indexattachment.h"

#include "core/store/search/indexschema.h"
#include "core/store/search/tokenizer.h"
#include "core/store/storagefault.h"

#include <QFile>

#include <utility>

#include <sqlite3.h>
#include <sys/stat.h>

namespace kw {

IndexAttachment::IndexAttachment(Database &db)
    : m_db(db)
{
}

IndexAttachment::~IndexAttachment()
{
    detach();
}

IndexAttachment::Identity IndexAttachment::identity() const
{
    struct stat found{};
    if (::stat(QFile::encodeName(indexPath(m_db.directory())).constData(), &found) != 0)
        return {};
    return {quint64(found.st_dev), quint64(found.st_ino)};
}

bool IndexAttachment::ensure()
{
    const Identity now = QFile::exists(indexMark(m_db.directory())) ? Identity() : identity();
    if (m_isAttached && now == m_attached)
        return true;
    detach();
    if (now == Identity())
        return false;
    m_attached = now;
    return attach();
}

bool IndexAttachment::attach()
{
    int failure = registerTokenizer(m_db.handle());
    {
        Statement attach(m_db.handle(), "ATTACH ? AS idx", &failure, false);
        attach.bind(indexPath(m_db.directory())).run();
    }
    m_isAttached = failure == SQLITE_OK;
    if (!m_isAttached)
        return false;
    qint64 version = -1;
    {
        Statement query(m_db.handle(), "PRAGMA idx.user_version", &failure, false);
        version = query.next() ? query.integer(0) : -1;
    }
    if (version == IndexVersion)
        return true;
    detach();
    return false;
}

void IndexAttachment::detach()
{
    if (m_isAttached)
        sqlite3_exec(m_db.handle(), "DETACH idx", nullptr, nullptr, nullptr);
    m_isAttached = false;
}

std::unique_ptr<Statement> IndexAttachment::statement(const QByteArray &sql)
{
    return std::make_unique<Statement>(m_db.handle(), sql.constData(), &m_failure, false);
}

std::optional<QStringList> IndexAttachment::wordsWith(const QString &beginning, int most)
{
    QStringList words;
    const auto query
        = statement("SELECT text FROM idx.term WHERE text>=?1 AND text<?1||char(1114111) LIMIT ?2");
    query->bind(beginning, most + 1);
    while (query->next())
        words.append(query->text(0));
    return words.size() > most ? std::nullopt : std::optional(words);
}

Result<void> IndexAttachment::readSoFar()
{
    const int code = std::exchange(m_failure, SQLITE_OK);
    if (code == SQLITE_OK)
        return {};
    if (isDamage(code)) {
        QFile mark(indexMark(m_db.directory()));
        // Where not even that can be written, neither can the index.
        static_cast<void>(mark.open(QIODevice::WriteOnly));
    }
    return storageFault(code, m_db.directory(), sqlite3_errmsg(m_db.handle()));
}

} // namespace kw
