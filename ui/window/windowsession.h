#pragma once

#include "core/base/ids.h"
#include "core/store/pages.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace kw {

// How the window was left, kept in DIR/window.ini.
struct WindowSession {
    QByteArray geometry;
    QByteArray outerSplit; // folders | the rest
    QByteArray innerSplitBeside; // list | reader
    QByteArray innerSplitBelow;
    QStringList foldedFolders;
    QStringList subscribedOnly; // accounts whose other folders are not shown
    QString viewKey = QStringLiteral("unified:1"); // FolderModel's key; here: every account's inbox
    MessageId message{};
    QHash<QString, bool> conversations; // lists (FolderModel's keys) where it is not as in all others
    bool menuBar = false;
    std::optional<PageFilter> keptFilter; // the list's quick filter, where it is to stay
    QStringList recentSearches; // the last ones first
};

WindowSession loadSession(const QString &directory);
bool saveSession(const QString &directory, const WindowSession &session);

} // namespace kw
