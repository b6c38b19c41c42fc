#pragma once

#include "core/store/rows.h"

#include <QSet>

namespace kw {

// Which of an account's folders are not its own: other people's and shared ones (RFC 2342). The names of such
// namespaces are read from the folder list itself: the names that servers give them by convention, where the
// level is no folder of its own; a name that begins with # (RFC 3501 5.1.2) or with the separator; another
// separator than the inbox's; and a level below which others' inboxes are. Plain value; any thread.
class SharedFolders
{
public:
    struct Listed {
        QString path;
        QChar separator;
        bool selectable = true;
    };
    SharedFolders() = default;
    explicit SharedFolders(const QList<Listed> &ofOneAccount);
    explicit SharedFolders(const QList<FolderRow> &ofOneAccount);

    bool contains(const QString &path) const;
    bool isEmpty() const { return m_roots.isEmpty(); }
    // Without the namespace's own name: "bob", "bob/Lists"; empty for the namespace itself.
    QString within(const QString &path) const;

private:
    struct Root {
        QString name; // first level, with a separator in front where the server writes one
        QChar separator;
        bool operator==(const Root &) const = default;
    };
    const Root *rootOf(const QString &path) const;
    void find(const QList<Listed> &folders);
    void addRoot(const Listed &folder);

    QList<Root> m_roots;
};

} // namespace kw
