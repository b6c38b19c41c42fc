#include "ui/cleanup/cleanupreader.h"

#include "core/mime/leftout.h"
#include "core/mime/messageparser.h"
#include "core/store/pages.h"
#include "ui/changes/storereader.h"

namespace kw {

namespace {

constexpr int BurstMs = 150; // one look for many commits

CleanupFindings asLines(const MailInventory &inventory, const QList<MailInventory::Mail> &mails, int limit)
{
    CleanupFindings found;
    for (const MailInventory::Mail &mail : mails) {
        ++found.allLines;
        ++found.count;
        found.bytes += mail.size;
        if (found.lines.size() >= limit)
            continue;
        CleanupLine line;
        line.message = mail.id;
        line.folder = inventory.folderOf(mail).id;
        line.account = inventory.folderOf(mail).account;
        line.from = inventory.senders()[mail.sender].address;
        line.date = mail.date;
        line.flags = mail.flags;
        line.bytes = mail.size;
        line.unsized = mail.size == 0 ? 1 : 0;
        line.unopened = (mail.flags & quint32(Flag::Seen)) == 0 ? 1 : 0;
        found.lines.append(line);
    }
    return found;
}

} // namespace

CleanupReader::CleanupReader(const QString &cacheDirectory, QObject *parent)
    : QObject(parent)
    , m_inventory(std::make_shared<MailInventory>())
    , m_reader(new StoreReader(cacheDirectory, this))
    , m_texts(new StoreReader(cacheDirectory, this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(BurstMs);
    connect(&m_timer, &QTimer::timeout, this, &CleanupReader::renew);
}

CleanupReader::~CleanupReader() = default;

void CleanupReader::load()
{
    if (!std::exchange(m_begun, true))
        step({});
}

void CleanupReader::step(const InventoryReader::Progress &after)
{
    m_reader->read(
        this,
        [inventory = m_inventory, after](Database &db) {
            return InventoryReader(db).step(*inventory, after);
        },
        [this](const InventoryReader::Progress &now) {
            Q_EMIT progress(now.read, now.total);
            if (!now.isDone) {
                step(now);
                return;
            }
            m_loaded = true;
            Q_EMIT loaded();
            if (!m_changed.isEmpty())
                m_timer.start();
        });
}

void CleanupReader::apply(const ChangeSet &changes)
{
    if (!m_begun)
        return;
    for (const MessageChange &change : changes.messages)
        m_changed.insert(change.id);
    if (m_loaded && !m_changed.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void CleanupReader::renew()
{
    const QList<MessageId> ids = m_changed.values();
    m_changed.clear();
    m_reader->read(
        this,
        [inventory = m_inventory, ids](Database &db) {
            InventoryReader(db).renew(*inventory, ids);
            return true;
        },
        [this](bool) { Q_EMIT renewed(); });
}

void CleanupReader::find(const CleanupQuery &query, const std::function<void(const Answer &)> &done)
{
    m_reader->read(
        this,
        [inventory = m_inventory, query](Database &db) {
            Answer answer{findCleanup(*inventory, query), listedShare(db, query.account), {}};
            for (const FolderRow &folder : inventory->folders())
                answer.folders.insert(folder.id, folder);
            return answer;
        },
        done);
}

void CleanupReader::overview(const CleanupQuery &like,
                             const std::function<void(const QList<CleanupFindings> &)> &done)
{
    m_reader->read(
        this,
        [inventory = m_inventory, like](Database &) {
            QList<CleanupFindings> all;
            for (const CleanupKind kind :
                 {CleanupKind::Largest, CleanupKind::Senders, CleanupKind::Newsletters,
                  CleanupKind::Attachments, CleanupKind::Waste}) {
                CleanupQuery query = like;
                query.kind = kind;
                query.before = kind == CleanupKind::Newsletters ? like.before : 0;
                query.limit = 0;
                all.append(findCleanup(*inventory, query));
            }
            return all;
        },
        done);
}

void CleanupReader::mails(const CleanupQuery &query, const CleanupLine &line,
                          const std::function<void(const CleanupFindings &)> &done)
{
    m_reader->read(
        this,
        [inventory = m_inventory, query, line](Database &) {
            return asLines(*inventory, mailsOf(*inventory, query, line), query.limit);
        },
        done);
}

void CleanupReader::ids(const CleanupQuery &query, const QList<CleanupLine> &lines,
                        const std::function<void(const QList<MessageId> &)> &done)
{
    m_reader->read(
        this,
        [inventory = m_inventory, query, lines](Database &) {
            QList<MessageId> ids;
            for (const CleanupLine &line : lines) {
                for (const MailInventory::Mail &mail : mailsOf(*inventory, query, line))
                    ids.append(mail.id);
            }
            return ids;
        },
        done);
}

void CleanupReader::rows(const QList<MessageId> &ids,
                         const std::function<void(const QList<MessageRow> &)> &done)
{
    m_reader->read(
        this,
        [ids](Database &db) {
            const Pages pages(db);
            QList<MessageRow> rows;
            for (const MessageId id : ids) {
                if (const auto row = pages.message(id))
                    rows.append(*row);
            }
            return rows;
        },
        done);
}

void CleanupReader::attachments(MessageId id, const std::function<void(const AttachmentNames &)> &done)
{
    m_texts->read(
        this,
        [id](Database &db) -> AttachmentNames {
            const auto text = InventoryReader(db).text(id);
            if (!text)
                return {};
            MessageView view = parseMessage(text->header, text->body);
            markLeftOut(view, readLeftOut(text->leftOut));
            QList<AttachmentInfo> parts = view.attachments;
            parts.removeIf([](const AttachmentInfo &part) { return part.isInline; });
            std::ranges::sort(parts, std::ranges::greater{}, &AttachmentInfo::size);
            QStringList names;
            for (const AttachmentInfo &part : std::as_const(parts))
                names.append(part.name);
            return names;
        },
        done);
}

} // namespace kw
