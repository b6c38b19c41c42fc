#pragma once

#include <QList>

class QAction;
class QWidget;

namespace kw {

class Finder;
class FolderPane;

// Everything the window can do and every folder it can go to, by a few letters of its name.
Finder *showCommandPalette(const QList<QAction *> &actions, FolderPane *folders, QWidget *window);

} // namespace kw
