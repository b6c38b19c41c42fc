#pragma once

class QWidget;
class QString;

namespace kw {

class WindowActions;

// Small windows that delete themselves when closed.
QWidget *showShortcutSheet(const WindowActions &actions, QWidget *parent);
QWidget *showAccountsFileHelp(const QString &configDirectory, QWidget *parent);
QWidget *showAbout(QWidget *parent);

} // namespace kw
