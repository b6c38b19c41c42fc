#include "ui/cleanup/cleanupmodel.h"

#include "ui/cleanup/quotawords.h"
#include "ui/look/icons.h"
#include "ui/look/words.h"

#include <QFontMetrics>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int RowPadding = 10;

bool isNumber(int column)
{
    return column == CleanupModel::Size || column == CleanupModel::Count || column == CleanupModel::Unopened;
}

} // namespace

CleanupModel::CleanupModel(CleanupReader *reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CleanupModel::readWanted);
}

void CleanupModel::setAccounts(const AccountNames &accounts)
{
    m_accounts = accounts;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Place), index(rowCount() - 1, Place));
}

void CleanupModel::show(CleanupKind kind, bool messages, const CleanupFindings &findings)
{
    beginResetModel();
    m_kind = kind;
    m_messages = messages;
    m_findings = findings;
    endResetModel();
}

void CleanupModel::clear()
{
    show(m_kind, m_messages, {});
}

bool CleanupModel::isSame(const CleanupLine &a, const CleanupLine &b)
{
    return a.message == b.message && a.from == b.from && (isSet(a.message) || a.folder == b.folder);
}

// Lines that stay keep their place among themselves except where their size changed; those go and come anew.
void CleanupModel::follow(const CleanupFindings &findings)
{
    QList<CleanupLine> &lines = m_findings.lines;
    for (int i = int(lines.size()) - 1; i >= 0; --i) {
        const auto still = std::ranges::find_if(
            findings.lines, [&line = lines.at(i)](const CleanupLine &other) { return isSame(line, other); });
        if (still != findings.lines.cend() && still->bytes == lines.at(i).bytes) {
            lines[i] = *still;
            continue;
        }
        beginRemoveRows({}, i, i);
        lines.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < findings.lines.size(); ++i) {
        if (i < lines.size() && isSame(lines.at(i), findings.lines.at(i)))
            continue;
        beginInsertRows({}, i, i);
        lines.insert(i, findings.lines.at(i));
        endInsertRows();
    }
    while (lines.size() > findings.lines.size()) {
        beginRemoveRows({}, int(lines.size()) - 1, int(lines.size()) - 1);
        lines.removeLast();
        endRemoveRows();
    }
    m_findings = findings;
    if (!lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QList<CleanupModel::Column> CleanupModel::columns() const
{
    if (m_messages)
        return m_kind == CleanupKind::Attachments ? QList{Title, Who, Newest, Note, Place, Size}
                                                  : QList{Title, Who, Newest, Place, Size};
    if (m_kind == CleanupKind::Waste)
        return {Title, Count, Newest, Size};
    if (m_kind == CleanupKind::Newsletters)
        return {Title, Unopened, Newest, Note, Size};
    return {Title, Count, Unopened, Newest, Size};
}

const CleanupLine *CleanupModel::line(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_findings.lines.size() ? &m_findings.lines.at(index.row())
                                                                    : nullptr;
}

int CleanupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.lines.size());
}

int CleanupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void CleanupModel::want(MessageId id) const
{
    m_wanted.insert(id);
    if (!m_timer.isActive())
        m_timer.start();
}

void CleanupModel::wantAttachments(MessageId id) const
{
    m_wantedAttachments.insert(id);
    if (!m_timer.isActive())
        m_timer.start();
}

void CleanupModel::readAttachments()
{
    for (const MessageId id : std::exchange(m_wantedAttachments, {})) {
        m_attachments.insert(id, std::nullopt); // asked for once
        m_reader->attachments(id, [this, id](const CleanupReader::AttachmentNames &names) {
            m_attachments.insert(id, names);
            if (rowCount() > 0)
                Q_EMIT dataChanged(index(0, Note), index(rowCount() - 1, Note), {Qt::DisplayRole});
        });
    }
}

void CleanupModel::readWanted()
{
    readAttachments();
    const QList<MessageId> ids = m_wanted.values();
    m_wanted.clear();
    m_reader->rows(ids, [this](const QList<MessageRow> &rows) {
        for (const MessageRow &row : rows)
            m_subjects.insert(row.id, row.subject.isEmpty() ? tr("(no subject)") : oneLine(row.subject));
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, Title), index(rowCount() - 1, Title), {Qt::DisplayRole});
    });
}

QString CleanupModel::place(FolderId folder) const
{
    const FolderRow row = m_folders.value(folder);
    return placeName({row.account, row.id, row.path, row.role}, m_accounts);
}

QString CleanupModel::title(const CleanupLine &line) const
{
    if (m_messages) {
        const auto known = m_subjects.constFind(line.message);
        if (known == m_subjects.cend())
            want(line.message);
        return known == m_subjects.cend() ? u"…"_s : *known;
    }
    if (m_kind == CleanupKind::Waste)
        return place(line.folder);
    if (line.from.email.isEmpty() && line.from.name.isEmpty())
        return tr("(no sender)");
    if (line.from.name.isEmpty() || line.from.email.isEmpty())
        return oneLine(displayName(line.from));
    return tr("%1 <%2>", "name, address").arg(oneLine(line.from.name), oneLine(line.from.email));
}

QString CleanupModel::note(const CleanupLine &line) const
{
    if (m_kind == CleanupKind::Newsletters)
        return line.isCertain ? tr("says so itself") : tr("looks like one");
    if (!m_attachments.contains(line.message))
        wantAttachments(line.message);
    // What is not on this computer is told by its header or its size alone.
    if (const auto names = m_attachments.value(line.message))
        return names->isEmpty() ? tr("none") : oneLine(names->join(", "_L1));
    return (line.flags & quint32(Flag::HasAttachment)) != 0 ? tr("yes; not downloaded")
                                                            : tr("likely; not downloaded");
}

QString CleanupModel::text(const CleanupLine &line, int column) const
{
    switch (column) {
    case Title:
        return title(line);
    case Who:
        return oneLine(displayName(line.from));
    case Count:
        return number(line.count);
    case Unopened:
        return line.unopened == line.count ? tr("all %1", "messages never opened").arg(number(line.count))
                                           : tr("%1 of %2").arg(number(line.unopened), number(line.count));
    case Newest:
        return shortDate(line.date);
    case Note:
        return note(line);
    case Place:
        return place(line.folder);
    case Size:
        return line.bytes == 0 && line.unsized > 0 ? tr("not known") : roomSize(line.bytes);
    default:
        return {};
    }
}

QString CleanupModel::spoken(const CleanupLine &line) const
{
    if (m_messages)
        return tr("%1, from %2, %3, %4, in %5",
                  "a message as one sentence: subject, sender, size, date, folder")
            .arg(title(line), text(line, Who), text(line, Size), text(line, Newest), place(line.folder));
    if (m_kind == CleanupKind::Waste)
        return tr("%1: %Ln message(s), %2", "folder, size", line.count).arg(title(line), text(line, Size));
    return tr("%1: %Ln message(s), %2, %3 never opened, newest %4", nullptr, line.count)
        .arg(title(line), text(line, Size), number(line.unopened), text(line, Newest));
}

QVariant CleanupModel::data(const QModelIndex &index, int role) const
{
    const CleanupLine *found = line(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::ToolTipRole:
        return text(*found, index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return index.column() == Title ? spoken(*found) : text(*found, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::SizeHintRole:
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + RowPadding);
    case LineRole:
        return found->bytes;
    default:
        return {};
    }
}

QVariant CleanupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return m_messages ? tr("Subject") : m_kind == CleanupKind::Waste ? tr("Folder") : tr("Sender");
    case Who:
        return tr("From");
    case Count:
        return tr("Messages");
    case Unopened:
        return tr("Never opened");
    case Newest:
        return m_messages ? tr("Date") : tr("Newest");
    case Note:
        return m_kind == CleanupKind::Newsletters ? tr("A newsletter?") : tr("Attachment");
    case Place:
        return tr("In");
    default:
        return tr("Size");
    }
}

} // namespace kw
