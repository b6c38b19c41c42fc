#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QStringList>

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
    bool menuBar = false;
    QStringList recentSearches; // the last ones first
};

WindowSession loadSession(const QString &directory);
bool saveSession(const QString &directory, const WindowSession &session);

} // namespace kw
