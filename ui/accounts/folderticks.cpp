#include "ui/accounts/folderticks.h"

#include "core/store/sharedfolders.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QHeaderView>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int MostLevels = 8; // a hostile server nests deeper

Qt::CheckState tick(bool on)
{
    return on ? Qt::Checked : Qt::Unchecked;
}

} // namespace

FolderTicks::FolderTicks(QWidget *parent)
    : QTreeWidget(parent)
{
    setNames(this, "folderTicks"_L1, tr("Folders"));
    setColumnCount(4);
    setHeaderLabels({tr("Folder"), tr("Keep here"), tr("Offline"), tr("Subscribed")});
    headerItem()->setToolTip(Here, tr("Its mail is listed on this computer."));
    headerItem()->setToolTip(Offline, tr("The text of every message is downloaded."));
    headerItem()->setToolTip(Subscribed,
                             tr("The server notes which folders you want to see in mail programs."));
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int column : {Here, Offline, Subscribed})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    setUniformRowHeights(true);
    connect(this, &QTreeWidget::itemChanged, this, &FolderTicks::changed);
}

QTreeWidgetItem *FolderTicks::level(const QString &key, const QString &title, QTreeWidgetItem *above)
{
    if (QTreeWidgetItem *known = m_levels.value(key))
        return known;
    auto *item = above ? new QTreeWidgetItem(above) : new QTreeWidgetItem(this);
    item->setText(Name, oneLine(title));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_levels.insert(key, item);
    return item;
}

QTreeWidgetItem *FolderTicks::itemOf(const FolderRow &row, const QString &shownPath, bool shared)
{
    QTreeWidgetItem *at = nullptr;
    QString key = shared ? u"shared"_s : u"own"_s;
    if (shared) {
        at = level(key, tr("Shared with you"), nullptr);
        at->setIcon(Name, icon("user"_L1));
    }
    QStringList parts = row.separator.isNull() ? QStringList{shownPath}
                                               : shownPath.split(row.separator, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        parts = {shownPath};
    if (parts.size() > MostLevels)
        parts = parts.first(MostLevels - 1) << parts.mid(MostLevels - 1).join(row.separator);
    for (const QString &part : std::as_const(parts)) {
        key += QChar(0x1f) + part;
        at = level(key, part, at);
    }
    return at;
}

void FolderTicks::fill(QTreeWidgetItem *item, const FolderRow &row, const FolderChoices &choices)
{
    item->setIcon(Name, icon(roleIcon(row.role)));
    item->setToolTip(Name, oneLine(row.path).left(300));
    m_rows.insert(item, row);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Subscribed, tick(row.subscribed));
    if (!row.selectable || row.unsupported)
        return;
    const bool here = !choices.skipped.contains(row.path) || row.role == FolderRole::Inbox;
    if (row.role != FolderRole::Inbox) // the inbox is always kept
        item->setCheckState(Here, tick(here));
    item->setCheckState(Offline, tick(here && choices.offline.contains(row.path)));
}

void FolderTicks::setFolders(const QList<FolderRow> &folders, const FolderChoices &choices)
{
    const QSignalBlocker quiet(this);
    clear();
    m_levels.clear();
    m_rows.clear();
    const SharedFolders shared(folders);
    QList<FolderRow> sorted = folders;
    std::ranges::stable_sort(sorted, [&shared](const FolderRow &a, const FolderRow &b) {
        const auto rank = [&shared](const FolderRow &row) {
            return std::pair(shared.contains(row.path), row.role != FolderRole::Inbox);
        };
        return rank(a) < rank(b);
    });
    for (const FolderRow &row : std::as_const(sorted)) {
        const bool foreign = shared.contains(row.path);
        const QString path = foreign ? shared.within(row.path) : row.path;
        if (!path.isEmpty() && row.state == FolderState::There)
            fill(itemOf(row, path, foreign), row, choices);
    }
    expandAll();
}

void FolderTicks::changed(QTreeWidgetItem *item, int column)
{
    if (!m_rows.contains(item))
        return;
    {
        const QSignalBlocker quiet(this);
        // One is not without the other.
        if (column == Here && item->checkState(Here) == Qt::Unchecked)
            item->setCheckState(Offline, Qt::Unchecked);
        if (column == Offline && item->checkState(Offline) == Qt::Checked
            && item->data(Here, Qt::CheckStateRole).isValid())
            item->setCheckState(Here, Qt::Checked);
    }
    Q_EMIT edited();
}

FolderChoices FolderTicks::applied(FolderChoices choices) const
{
    for (const auto &[item, row] : m_rows.asKeyValueRange()) {
        if (!row.selectable || row.unsupported)
            continue;
        const bool skip
            = item->data(Here, Qt::CheckStateRole).isValid() && item->checkState(Here) == Qt::Unchecked;
        const bool offline = item->checkState(Offline) == Qt::Checked;
        choices.skipped.removeAll(row.path);
        choices.offline.removeAll(row.path);
        if (skip)
            choices.skipped.append(row.path);
        if (offline)
            choices.offline.append(row.path);
    }
    choices.skipped.sort();
    choices.offline.sort();
    return choices;
}

QHash<FolderId, bool> FolderTicks::subscriptions() const
{
    QHash<FolderId, bool> out;
    for (const auto &[item, row] : m_rows.asKeyValueRange()) {
        if ((item->checkState(Subscribed) == Qt::Checked) != row.subscribed)
            out.insert(row.id, !row.subscribed);
    }
    return out;
}

} // namespace kw
