#pragma once

#include <QList>

#include <functional>

class QAction;
class QString;
class QWidget;

namespace kw {

class Finder;
class FolderPane;

// Everything the window can do and every folder it can go to, by a few letters of its name; whatever else is
// typed can be looked for with `search`.
Finder *showCommandPalette(const QList<QAction *> &actions, FolderPane *folders, QWidget *window,
                           const std::function<void(const QString &)> &search);

} // namespace kw
