#include "ui/cleanup/cleanupkinds.h"

#include "ui/cleanup/quotawords.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <array>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr std::array Kinds{CleanupKind::Largest, CleanupKind::Senders, CleanupKind::Newsletters,
                           CleanupKind::Attachments, CleanupKind::Waste};

QLatin1StringView iconOf(CleanupKind kind)
{
    switch (kind) {
    case CleanupKind::Largest:
        return "mails"_L1;
    case CleanupKind::Senders:
        return "user"_L1;
    case CleanupKind::Newsletters:
        return "document"_L1;
    case CleanupKind::Attachments:
        return "attachment"_L1;
    case CleanupKind::Waste:
        return "trash"_L1;
    }
    return "mails"_L1;
}

} // namespace

CleanupKinds::CleanupKinds(QWidget *parent)
    : QListWidget(parent)
{
    setNames(this, "cleanupKinds"_L1, tr("What to look for"));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIconSize(QSize(20, 20));
    for (const CleanupKind kind : Kinds) {
        auto *item = new QListWidgetItem(icon(iconOf(kind)), title(kind) + u'\n', this);
        item->setSizeHint(QSize(0, 2 * fontMetrics().lineSpacing() + 14));
    }
    setCurrentRow(0);
    connect(this, &QListWidget::currentRowChanged, this, &CleanupKinds::kindChanged);
}

CleanupKind CleanupKinds::kind() const
{
    return Kinds.at(size_t(std::clamp(currentRow(), 0, int(Kinds.size()) - 1)));
}

void CleanupKinds::setKind(CleanupKind kind)
{
    setCurrentRow(int(std::ranges::find(Kinds, kind) - Kinds.begin()));
}

QString CleanupKinds::title(CleanupKind kind)
{
    switch (kind) {
    case CleanupKind::Largest:
        return tr("Largest messages");
    case CleanupKind::Senders:
        return tr("Largest senders");
    case CleanupKind::Newsletters:
        return tr("Old newsletters");
    case CleanupKind::Attachments:
        return tr("Big attachments");
    case CleanupKind::Waste:
        return tr("Trash and Junk");
    }
    return {};
}

QString CleanupKinds::explanation(CleanupKind kind)
{
    switch (kind) {
    case CleanupKind::Largest:
        return tr("All messages by size, Trash and Junk left out.");
    case CleanupKind::Senders:
        return tr("Who sent you the most. Press Enter to see the messages of one.");
    case CleanupKind::Newsletters:
        return tr(
            "Lists and senders who write to many at once. Some say so in a message that was downloaded; "
            "of the others it is guessed from their address, and that you never answered.");
    case CleanupKind::Attachments:
        return tr("Messages of more than 1 MB. Whether they have attachments is known of those whose text is "
                  "on this computer.");
    case CleanupKind::Waste:
        return tr("Deleted mail and junk count towards the room you have until they are emptied.");
    }
    return {};
}

void CleanupKinds::setOverview(const QList<CleanupFindings> &all)
{
    for (int i = 0; i < std::min<int>(count(), int(all.size())); ++i) {
        const CleanupFindings &found = all.at(i);
        const QString sum = found.count == 0
            ? tr("nothing")
            : tr("%Ln message(s), %1", nullptr, int(std::min<qint64>(found.count, 2'000'000'000)))
                  .arg(roomSize(found.bytes));
        item(i)->setText(title(Kinds.at(size_t(i))) + u'\n' + sum);
        item(i)->setData(Qt::AccessibleTextRole,
                         tr("%1: %2", "list, what is in it").arg(title(Kinds.at(size_t(i))), sum));
    }
}

} // namespace kw
