#include "ui/folders/foldertree.h"

#include "core/store/sharedfolders.h"
#include "ui/look/words.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class FolderTree
{
    Q_DECLARE_TR_FUNCTIONS(kw::FolderTree)
};

constexpr std::array RoleOrder{FolderRole::Inbox, FolderRole::Flagged, FolderRole::Drafts,
                               FolderRole::Sent,  FolderRole::Archive, FolderRole::All,
                               FolderRole::Junk,  FolderRole::Trash};
constexpr std::array UnifiedRoles{FolderRole::Inbox, FolderRole::Flagged, FolderRole::Drafts,
                                  FolderRole::Sent,  FolderRole::Archive, FolderRole::Junk,
                                  FolderRole::Trash};

int rank(FolderRole role)
{
    const auto it = std::ranges::find(RoleOrder, role);
    return it == RoleOrder.end() ? int(RoleOrder.size()) : int(it - RoleOrder.begin());
}

FolderNode *append(FolderNode *parent, std::unique_ptr<FolderNode> node)
{
    node->parent = parent;
    node->position = int(parent->children.size());
    parent->children.push_back(std::move(node));
    return parent->children.back().get();
}

// "a/b/c" in levels; whatever lies deeper than we nest stays together in the last one.
QStringList levels(const FolderRow &row)
{
    if (row.separator.isNull())
        return {row.path};
    QStringList parts = row.path.split(row.separator, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {row.path};
    if (parts.size() > MaxFolderDepth) {
        const QString rest = parts.mid(MaxFolderDepth - 1).join(row.separator);
        parts = parts.mid(0, MaxFolderDepth - 1);
        parts.append(rest);
    }
    return parts;
}

// "Shared with you", made with the first folder that goes there.
FolderNode *sharedGroup(FolderNode *account, QHash<QString, FolderNode *> &byKey)
{
    const QString key = "shared:"_L1 + account->accountKey;
    if (FolderNode *known = byKey.value(key))
        return known;
    auto node = std::make_unique<FolderNode>();
    node->kind = FolderNode::Kind::Group;
    node->key = key;
    node->title = FolderTree::tr("Shared with you");
    node->account = account->account;
    node->row.selectable = false;
    FolderNode *group = append(account, std::move(node));
    byKey.insert(key, group);
    return group;
}

std::unique_ptr<FolderNode> levelNode(const QString &title, const QString &key, AccountId account)
{
    auto node = std::make_unique<FolderNode>();
    node->title = title;
    node->key = key;
    node->account = account;
    node->row.selectable = false;
    return node;
}

// One account's folders on their way into the tree.
struct Branch {
    FolderNode *account;
    const AccountSettings &settings;
    SharedFolders shared;
    QHash<QString, FolderNode *> &byKey;
};

void fill(FolderNode *node, const FolderRow &row, const Branch &branch)
{
    const FolderChoices &choices = branch.settings.folders;
    node->row = row;
    node->role = row.role;
    node->unread = row.unread;
    node->total = row.total;
    node->skipped = choices.skipped.contains(row.path) && row.role != FolderRole::Inbox;
    node->shared = branch.shared.contains(row.path);
    node->listDays = row.lowUid > 1 ? choices.listDays : 0;
}

void addFolder(const Branch &branch, const FolderRow &row)
{
    const bool shared = branch.shared.contains(row.path);
    FolderRow shown = row;
    if (shared)
        shown.path = branch.shared.within(row.path);
    if (shared && shown.path.isEmpty() && !row.selectable)
        return; // the namespace itself: the group stands for it
    if (shown.path.isEmpty())
        shown.path = row.path;
    QStringList parts = levels(shown);
    // Many servers keep everything below INBOX; such folders stand beside it, as the person thinks of them.
    if (!shared && parts.size() > 1 && parts.first().compare("INBOX"_L1, Qt::CaseInsensitive) == 0)
        parts.removeFirst();
    FolderNode *at = shared ? sharedGroup(branch.account, branch.byKey) : branch.account;
    QString key = (shared ? "shared:"_L1 : "folder:"_L1) + branch.account->accountKey;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        key += QChar(0x1f) + parts.at(i); // no separator that a name can hold
        const bool last = i + 1 == parts.size();
        FolderNode *next = branch.byKey.value(key);
        if (!next || (last && isSet(next->row.id))) {
            next = append(at, levelNode(parts.at(i), key, branch.account->account));
            branch.byKey.insert(key, next);
        }
        at = next;
    }
    fill(at, row, branch);
}

// The person's own folders that they want to see: subscribed ones, those with a use, and the levels above.
bool isShown(const FolderRow &row, bool subscribedOnly, const QList<FolderRow> &all)
{
    const auto wanted = [](const FolderRow &r) { return r.subscribed || r.role != FolderRole::None; };
    if (!subscribedOnly || wanted(row))
        return true;
    return !row.separator.isNull() && std::ranges::any_of(all, [&](const FolderRow &other) {
        return other.account == row.account && wanted(other)
            && other.path.startsWith(row.path + row.separator);
    });
}

void finish(FolderNode *node, const QCollator &collator)
{
    const auto before
        = [&collator](const std::unique_ptr<FolderNode> &a, const std::unique_ptr<FolderNode> &b) {
              if ((a->kind == FolderNode::Kind::Group) != (b->kind == FolderNode::Kind::Group))
                  return b->kind == FolderNode::Kind::Group;
              if (rank(a->role) != rank(b->role))
                  return rank(a->role) < rank(b->role);
              return collator.compare(a->title, b->title) < 0;
          };
    std::ranges::stable_sort(node->children, before);
    for (size_t i = 0; i < node->children.size(); ++i) {
        FolderNode *child = node->children[i].get();
        child->position = int(i);
        // The first folder of a role bears the role's name; another one with the same role keeps its own.
        const bool first = i == 0 || node->children[i - 1]->role != child->role;
        if (child->role != FolderRole::None && first && node->kind == FolderNode::Kind::Account)
            child->title = roleTitle(child->role);
        else if (child->shared && child->title.compare("INBOX"_L1, Qt::CaseInsensitive) == 0)
            child->title = roleTitle(FolderRole::Inbox); // somebody else's
        child->title = oneLine(child->title);
        finish(child, collator);
    }
}

std::unique_ptr<FolderNode> outboxNode(int outgoing)
{
    auto node = std::make_unique<FolderNode>();
    node->kind = FolderNode::Kind::Outbox;
    node->key = u"outbox"_s;
    node->title = FolderTree::tr("Outbox");
    node->row.selectable = false;
    node->unread = node->total = quint32(outgoing);
    return node;
}

std::unique_ptr<FolderNode> searchNode(const SavedSearch &search)
{
    auto node = std::make_unique<FolderNode>();
    node->kind = FolderNode::Kind::Search;
    node->key = "search:"_L1 + search.key;
    node->title = oneLine(search.name);
    node->row.selectable = false;
    node->isCounted = false;
    return node;
}

std::unique_ptr<FolderNode> unifiedSection(const FolderTreeInput &input)
{
    const QList<FolderRow> &folders = input.folders;
    auto section = std::make_unique<FolderNode>();
    section->kind = FolderNode::Kind::Account;
    section->key = u"account:"_s;
    section->title = FolderTree::tr("All accounts");
    for (const FolderRole role : UnifiedRoles) {
        const auto has = [role](const FolderRow &row) { return row.role == role; };
        const bool always = role == FolderRole::Inbox || role == FolderRole::Flagged;
        if (!always && std::ranges::none_of(folders, has))
            continue;
        auto node = std::make_unique<FolderNode>();
        node->kind = FolderNode::Kind::Unified;
        node->key = u"unified:%1"_s.arg(int(role));
        node->title = roleTitle(role);
        node->role = role;
        if (role == FolderRole::Flagged) {
            node->unread = input.starred.unread;
            node->total = input.starred.total;
        }
        for (const FolderRow &row : folders) {
            if (row.role == role && role != FolderRole::Flagged) {
                node->unread += row.unread;
                node->total += row.total;
            }
        }
        append(section.get(), std::move(node));
    }
    if (input.outgoing > 0)
        append(section.get(), outboxNode(input.outgoing));
    for (const SavedSearch &search : input.searches)
        append(section.get(), searchNode(search));
    return section;
}

} // namespace

std::unique_ptr<FolderNode> buildFolderTree(const FolderTreeInput &input)
{
    auto root = std::make_unique<FolderNode>();
    if (input.accounts.isEmpty())
        return root;
    append(root.get(), unifiedSection(input));
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    QHash<QString, FolderNode *> byKey;
    for (qsizetype i = 0; i < input.accounts.size(); ++i) {
        const AccountSettings &settings = input.accounts.at(i);
        auto node = std::make_unique<FolderNode>();
        node->kind = FolderNode::Kind::Account;
        node->key = "account:"_L1 + settings.key;
        node->accountKey = settings.key;
        node->account = input.accountKeys.key(settings.key, AccountId{});
        node->title = oneLine(settings.name.isEmpty() ? settings.address : settings.name);
        node->color = accountColor(settings.color, int(i));
        FolderNode *account = append(root.get(), std::move(node));
        QList<FolderRow> its = input.folders;
        its.removeIf([account](const FolderRow &row) {
            return !isSet(account->account) || row.account != account->account;
        });
        const Branch branch{account, settings, SharedFolders(its), byKey};
        const bool subscribedOnly = input.subscribedOnly.contains(settings.key);
        for (const FolderRow &row : std::as_const(its)) {
            if (isShown(row, subscribedOnly, its))
                addFolder(branch, row);
        }
        finish(account, collator);
    }
    return root;
}

} // namespace kw
