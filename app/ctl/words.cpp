#include "app/ctl/words.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr std::array Roles{
    std::pair{FolderRole::Inbox, "inbox"_L1}, std::pair{FolderRole::Drafts, "drafts"_L1},
    std::pair{FolderRole::Sent, "sent"_L1},   std::pair{FolderRole::Archive, "archive"_L1},
    std::pair{FolderRole::Trash, "trash"_L1}, std::pair{FolderRole::Junk, "junk"_L1},
    std::pair{FolderRole::All, "all"_L1},     std::pair{FolderRole::Flagged, "flagged"_L1},
};

constexpr std::array FlagNames{
    std::pair{Flag::Seen, "seen"_L1},       std::pair{Flag::Answered, "answered"_L1},
    std::pair{Flag::Flagged, "flagged"_L1}, std::pair{Flag::Deleted, "deleted"_L1},
    std::pair{Flag::Draft, "draft"_L1},     std::pair{Flag::Forwarded, "forwarded"_L1},
    std::pair{Flag::Junk, "junk"_L1},       std::pair{Flag::NotJunk, "notjunk"_L1},
    std::pair{Flag::MdnSent, "mdnsent"_L1}, std::pair{Flag::HasAttachment, "attachment"_L1},
};

} // namespace

QString roleWord(FolderRole role)
{
    const auto it
        = std::find_if(Roles.begin(), Roles.end(), [role](const auto &pair) { return pair.first == role; });
    return it == Roles.end() ? QString() : QString(it->second);
}

std::optional<FolderRole> roleFromWord(const QString &word)
{
    const auto it
        = std::find_if(Roles.begin(), Roles.end(), [&word](const auto &pair) { return pair.second == word; });
    return it == Roles.end() ? std::nullopt : std::optional(it->first);
}

QStringList flagWords(quint32 flags)
{
    QStringList words;
    for (const auto &[flag, word] : FlagNames) {
        if (flags & quint32(flag))
            words.append(word);
    }
    return words;
}

QString securityWord(ConnectionSecurity security)
{
    switch (security) {
    case ConnectionSecurity::Tls:
        return u"tls"_s;
    case ConnectionSecurity::StartTls:
        return u"starttls"_s;
    case ConnectionSecurity::None:
        return u"none"_s;
    }
    return {};
}

QString livenessWord(Liveness liveness)
{
    switch (liveness) {
    case Liveness::Offline:
        return u"offline"_s;
    case Liveness::Connecting:
        return u"connecting"_s;
    case Liveness::Syncing:
        return u"syncing"_s;
    case Liveness::Live:
        return u"live"_s;
    case Liveness::Polling:
        return u"polling"_s;
    case Liveness::Stale:
        return u"stale"_s;
    case Liveness::NeedsYou:
        return u"needs-you"_s;
    case Liveness::Paused:
        return u"paused"_s;
    }
    return {};
}

QJsonValue isoDate(qint64 secondsUtc, int offsetMinutes)
{
    if (secondsUtc == 0)
        return QJsonValue::Null;
    const auto zone
        = offsetMinutes ? QTimeZone::fromSecondsAheadOfUtc(offsetMinutes * 60) : QTimeZone(QTimeZone::UTC);
    const auto text
        = QDateTime::fromSecsSinceEpoch(secondsUtc, zone.isValid() ? zone : QTimeZone(QTimeZone::UTC))
              .toString(Qt::ISODate);
    return textOrNull(text); // a hostile year has no ISO form
}

QString shownDate(qint64 secondsUtc)
{
    return secondsUtc == 0 ? QString()
                           : QDateTime::fromSecsSinceEpoch(secondsUtc).toString(u"yyyy-MM-dd HH:mm"_s);
}

QJsonObject addressJson(const Address &address)
{
    return {{u"name"_s, address.name}, {u"email"_s, address.email}};
}

QJsonArray addressesJson(const QList<Address> &addresses)
{
    QJsonArray array;
    for (const auto &address : addresses)
        array.append(addressJson(address));
    return array;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString keyWord(const PageKey &key)
{
    return QString::number(quint64(key.date), 16) + u'-' + QString::number(quint64(key.id), 16);
}

std::optional<PageKey> keyFromWord(const QString &word)
{
    bool dateOk = false;
    bool idOk = false;
    const auto date = word.section(u'-', 0, 0).toULongLong(&dateOk, 16);
    const auto id = word.section(u'-', 1).toULongLong(&idOk, 16);
    return dateOk && idOk ? std::optional(PageKey{qint64(date), qint64(id)}) : std::nullopt;
}

QString actionWord(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Mark:
        return u"mark"_s;
    case ActionKind::Tag:
        return u"tag"_s;
    case ActionKind::Move:
        return u"move"_s;
    case ActionKind::Copy:
        return u"copy"_s;
    case ActionKind::Archive:
        return u"archive"_s;
    case ActionKind::Delete:
        return u"delete"_s;
    case ActionKind::Junk:
        return u"junk"_s;
    case ActionKind::NotJunk:
        return u"not-junk"_s;
    case ActionKind::Expunge:
        return u"delete-forever"_s;
    case ActionKind::CreateFolder:
        return u"create-folder"_s;
    case ActionKind::RenameFolder:
        return u"rename-folder"_s;
    case ActionKind::DeleteFolder:
        return u"delete-folder"_s;
    case ActionKind::Subscribe:
        return u"subscribe"_s;
    case ActionKind::Restore:
        return u"restore"_s;
    case ActionKind::Send:
        return u"send"_s;
    }
    return {};
}

QString actionStateWord(const ActionRow &row)
{
    switch (row.state) {
    case ActionState::Waiting:
        return u"waiting"_s;
    case ActionState::Running:
        return u"running"_s;
    case ActionState::Done:
        return u"done"_s;
    case ActionState::Refused:
        return u"refused"_s;
    }
    return {};
}

} // namespace kw::ctl
