#pragma once

#include "core/base/result.h"

#include <QObject>

class QWidget;

namespace kw {

class Engine;
class ImportDialog;
class LookCommands;
class ShortcutKeys;
struct ImportChoice;
struct SettingsBundle;

// All settings into one file, and out of one again (docs/settings.md). What is taken from a file takes effect
// at once. GUI thread.
class SettingsTransfer : public QObject
{
    Q_OBJECT
public:
    // What is used; nothing is owned.
    struct Parts {
        Engine *engine;
        LookCommands *looks;
        ShortcutKeys *keys;
        QString configDirectory;
    };
    SettingsTransfer(const Parts &parts, QObject *parent);

    // Ask for the file; `window` is what the questions belong to.
    void askExport(QWidget *window);
    void askImport(QWidget *window);
    // Error: Storage.
    Result<void> exportTo(const QString &path) const;
    // Null, and a word about it, where the file cannot be used.
    ImportDialog *importFrom(const QString &path, QWidget *window);

Q_SIGNALS:
    void searchesTaken(); // searches.ini has more

private:
    void take(const SettingsBundle &bundle, const ImportChoice &choice, QWidget *window);
    void say(const QString &sentence, const QString &detail, QWidget *window) const;

    Parts m_parts;
};

} // namespace kw
