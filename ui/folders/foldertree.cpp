#include "ui/folders/foldertree.h"

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

void addFolder(FolderNode *account, const FolderRow &row, QHash<QString, FolderNode *> &byKey)
{
    QStringList parts = levels(row);
    // Many servers keep everything below INBOX; such folders stand beside it, as the person thinks of them.
    if (parts.size() > 1 && parts.first().compare("INBOX"_L1, Qt::CaseInsensitive) == 0)
        parts.removeFirst();
    FolderNode *at = account;
    QString key = "folder:"_L1 + account->accountKey;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        key += QChar(0x1f) + parts.at(i); // no separator that a name can hold
        const bool last = i + 1 == parts.size();
        FolderNode *next = byKey.value(key);
        if (!next || (last && isSet(next->row.id))) {
            auto node = std::make_unique<FolderNode>();
            node->title = parts.at(i);
            node->key = key;
            node->account = account->account;
            node->row.selectable = false;
            next = append(at, std::move(node));
            byKey.insert(key, next);
        }
        at = next;
    }
    at->row = row;
    at->role = row.role;
    at->unread = row.unread;
    at->total = row.total;
}

void finish(FolderNode *node, const QCollator &collator)
{
    const auto before
        = [&collator](const std::unique_ptr<FolderNode> &a, const std::unique_ptr<FolderNode> &b) {
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
        child->title = oneLine(child->title);
        finish(child, collator);
    }
}

std::unique_ptr<FolderNode> unifiedSection(const QList<FolderRow> &folders, FolderCounters starred)
{
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
            node->unread = starred.unread;
            node->total = starred.total;
        }
        for (const FolderRow &row : folders) {
            if (row.role == role && role != FolderRole::Flagged) {
                node->unread += row.unread;
                node->total += row.total;
            }
        }
        append(section.get(), std::move(node));
    }
    return section;
}

} // namespace

std::unique_ptr<FolderNode> buildFolderTree(const FolderTreeInput &input)
{
    auto root = std::make_unique<FolderNode>();
    if (input.accounts.isEmpty())
        return root;
    append(root.get(), unifiedSection(input.folders, input.starred));
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
        for (const FolderRow &row : input.folders) {
            if (isSet(account->account) && row.account == account->account)
                addFolder(account, row, byKey);
        }
        finish(account, collator);
    }
    return root;
}

} // namespace kw
