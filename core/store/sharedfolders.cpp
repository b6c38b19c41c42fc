#include "core/store/sharedfolders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// The first level of a path; with the separator that some servers write in front of foreign ones
// ("/home/ann").
QString topOf(const SharedFolders::Listed &folder)
{
    if (folder.separator.isNull())
        return folder.path;
    const qsizetype cut = folder.path.indexOf(folder.separator, 1);
    return cut < 0 ? folder.path : folder.path.left(cut);
}

// Dovecot's and Cyrus' own examples, and what administrators make of them.
bool isUsualName(const QString &name)
{
    static const QStringList usual{u"shared"_s,      u"shared folders"_s, u"shared mailboxes"_s,
                                   u"other users"_s, u"user"_s,           u"users"_s,
                                   u"public"_s,      u"public folders"_s};
    return usual.contains(name.toCaseFolded());
}

bool isInbox(const QString &name)
{
    return name.compare("INBOX"_L1, Qt::CaseInsensitive) == 0;
}

// "Colleagues/bob/INBOX": at least two levels above it, and not below our own.
bool isOthersInbox(const SharedFolders::Listed &folder)
{
    const QString top = topOf(folder);
    return !folder.separator.isNull() && !isInbox(top) && folder.path.count(folder.separator) >= 2
        && isInbox(folder.path.section(folder.separator, -1));
}

} // namespace

SharedFolders::SharedFolders(const QList<Listed> &ofOneAccount)
{
    find(ofOneAccount);
}

SharedFolders::SharedFolders(const QList<FolderRow> &ofOneAccount)
{
    QList<Listed> folders;
    folders.reserve(ofOneAccount.size());
    for (const FolderRow &row : ofOneAccount)
        folders.append({row.path, row.separator, row.selectable});
    find(folders);
}

void SharedFolders::addRoot(const Listed &folder)
{
    const Root root{topOf(folder), folder.separator};
    if (!m_roots.contains(root))
        m_roots.append(root);
}

void SharedFolders::find(const QList<Listed> &folders)
{
    QChar ours;
    QSet<QString> real; // top levels that are folders themselves
    for (const Listed &folder : folders) {
        if (isInbox(folder.path))
            ours = folder.separator;
        if (folder.selectable)
            real.insert(folder.path);
    }
    for (const Listed &folder : folders) {
        const QString top = topOf(folder);
        if (isInbox(top))
            continue;
        const bool foreign
            = !folder.separator.isNull() && (top.startsWith(u'#') || top.startsWith(folder.separator));
        const bool otherSeparator = !ours.isNull() && !folder.separator.isNull() && folder.separator != ours;
        const bool empty = !real.contains(top) && folder.path != top; // only what is below it is there
        if (foreign || otherSeparator || (empty && (isUsualName(top) || isOthersInbox(folder))))
            addRoot(folder);
    }
}

const SharedFolders::Root *SharedFolders::rootOf(const QString &path) const
{
    const auto found = std::find_if(m_roots.begin(), m_roots.end(), [&path](const Root &root) {
        return path == root.name
            || (path.startsWith(root.name) && path.at(root.name.size()) == root.separator);
    });
    return found == m_roots.end() ? nullptr : &*found;
}

bool SharedFolders::contains(const QString &path) const
{
    return rootOf(path) != nullptr;
}

QString SharedFolders::within(const QString &path) const
{
    const Root *root = rootOf(path);
    return root ? path.mid(root->name.size() + 1) : path;
}

} // namespace kw
