#include "bench/figures/searchfill.h"

#include "bench/server/vocabulary.h"
#include "core/store/envelopes.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/schema.h"
#include "core/store/search/indexfile.h"
#include "core/store/search/indexschema.h"
#include "core/store/statement.h"

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int Version = 1;
constexpr int Slice = 10'000;
constexpr int Folders = 12;
constexpr int EveryWithText = 5;
constexpr qint64 Newest = 1'795'000'000;
constexpr qint64 Step = 180; // seconds between messages: a million are six years

class Filler
{
public:
    Filler(Database &db, IndexFile &index)
        : m_db(db)
        , m_index(index)
        , m_words(4711)
    {
    }

    Result<void> run(int rows)
    {
        if (const auto made = makeFolders(); !made)
            return made.error();
        for (int first = 0; first < rows; first += Slice) {
            if (const auto done = slice(first, std::min(Slice, rows - first)); !done)
                return done.error();
        }
        for (int waiting = 1; waiting > 0;) {
            Transaction transaction(m_db);
            waiting = MessageStore(m_db).threadSome(Slice);
            if (const auto done = transaction.commit(); !done)
                return done.error();
        }
        for (bool more = true; more;) {
            const auto tidied = m_index.tidy();
            if (!tidied)
                return tidied.error();
            more = *tidied;
        }
        return m_db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

private:
    Result<void> makeFolders()
    {
        static constexpr std::array roles{FolderRole::Inbox, FolderRole::Sent, FolderRole::Archive};
        FolderStore folders(m_db);
        Transaction transaction(m_db);
        for (int i = 0; i < Folders; ++i) {
            FolderRow row;
            row.account = folders.account(i % 2 == 0 ? u"u1"_s : u"u2"_s);
            row.path = i / 2 < int(roles.size()) ? u"Folder%1"_s.arg(i / 2) : u"Projects/Part%1"_s.arg(i / 2);
            row.separator = u'/';
            row.role = i / 2 < int(roles.size()) ? roles[size_t(i / 2)] : FolderRole::None;
            m_folders.append(folders.upsert(row));
        }
        return transaction.commit();
    }

    // Every second message is in an inbox.
    FolderId folderOf(int number) const
    {
        return m_folders[number % 2 == 0 ? number / 2 % 2 : number / 2 % Folders];
    }

    NewMessage header(int number)
    {
        NewMessage m;
        m.uid = Uid(quint32(2'000'000'000 - number));
        m.size = 2000 + m_words.random(m_words.random(10) == 0 ? 3'000'000 : 20'000);
        m.flags = m_words.random(100) < 97 ? quint32(Flag::Seen) : 0;
        if (m_words.random(50) == 0)
            m.flags |= quint32(Flag::Flagged);
        if (m_words.random(8) == 0)
            m.flags |= quint32(Flag::Answered);
        if (m_words.random(100) == 0)
            m.keywords = {u"$label%1"_s.arg(m_words.random(5) + 1)};
        QByteArray head = "From: " + m_words.person() + "\nTo: " + m_words.person()
            + "\nSubject: " + m_words.text(3 + int(m_words.random(5))).simplified() + "\nMessage-ID: <"
            + QByteArray::number(number) + "@example.org>\n";
        if (m_words.random(8) == 0)
            head += "Content-Type: multipart/mixed\n";
        m.digest = digestHeader(head);
        m.digest.date = Newest - qint64(number) * Step;
        return m;
    }

    IndexDocument document(MessageId id, const NewMessage &m, bool withText)
    {
        IndexDocument out;
        out.id = id;
        out.date = m.digest.date;
        out.headerHash = m.digest.headerHash;
        out.subject = m.digest.subject;
        out.from = addressLine({m.digest.from});
        out.to = addressLine(m.digest.to);
        if (withText) {
            out.depth = IndexDepth::Text;
            out.body = QString::fromLatin1(m_words.text(200));
            out.quoted = QString::fromLatin1(m_words.text(60));
            if (m.digest.hasAttachment)
                out.files = QString::fromLatin1(m_words.word() + ".pdf");
        }
        return out;
    }

    Result<void> slice(int first, int count)
    {
        QHash<FolderId, QList<NewMessage>> arrivals;
        QHash<quint32, int> numbers;
        for (int number = first; number < first + count; ++number) {
            const NewMessage m = header(number);
            numbers.insert(raw(m.uid), number);
            arrivals[folderOf(number)].append(m);
        }
        MessageStore messages(m_db);
        Transaction transaction(m_db);
        QList<IndexDocument> documents;
        for (const FolderId folder : std::as_const(m_folders)) {
            const QList<NewMessage> &here = arrivals[folder];
            messages.insert(folder, here, Threading::Later);
            QHash<quint32, MessageId> ids;
            QList<quint32> uids;
            for (const NewMessage &m : here)
                uids.append(raw(m.uid));
            for (const auto &known : messages.known(folder, UidSet::of(uids)))
                ids.insert(raw(known.uid), known.id);
            for (const NewMessage &m : here)
                documents.append(
                    document(ids.value(raw(m.uid)), m, numbers.value(raw(m.uid)) % EveryWithText == 0));
        }
        if (const auto done = transaction.commit(); !done)
            return done.error();
        Statement &last = m_db.prepared("SELECT MAX(id) FROM message");
        const qint64 walked = last.next() ? last.integer(0) : 0;
        last.rewind();
        return m_index.write(documents, {}, {0, walked});
    }

    Database &m_db;
    IndexFile &m_index;
    Vocabulary m_words;
    QList<FolderId> m_folders;
};

} // namespace

QString searchKey(int rows)
{
    return u"search%1-schema%2-%3-%4"_s.arg(Version).arg(CacheSchemaVersion).arg(IndexVersion).arg(rows);
}

Result<void> fillSearchProfile(const QString &directory, int rows)
{
    auto db = Database::open(directory, Database::Mode::ReadWrite);
    if (!db)
        return db.error();
    auto index = IndexFile::open(directory);
    if (!index)
        return index.error();
    return Filler(**db, **index).run(rows);
}

} // namespace kw::bench
