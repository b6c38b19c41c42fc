#pragma once

#include "core/account/signatures.h"
#include "ui/settings/writingsettings.h"

#include <QObject>

class QMenu;
class QPoint;

namespace kw {

class ComposerWindow;
class Spelling;

// What helps while a message is written: its spelling, signatures that follow the sender, templates. Belongs
// to its window. GUI thread.
class WritingAids : public QObject
{
    Q_OBJECT
public:
    // `configDirectory`: where signatures and templates are; empty: there are none.
    WritingAids(ComposerWindow *window, const WritingSettings &settings, const QString &configDirectory);

    // A message that was just begun gets its sender's signature.
    void sign();
    Spelling *spelling() const { return m_spelling; }

private:
    void buildSpelling();
    void fillSignatures();
    void fillTemplates();
    void useTemplate(const QString &name);
    void saveTemplate();
    void senderChanged();
    void put(const QString &address); // whose signature; of nobody: none
    void showMenu(const QPoint &at);

    ComposerWindow *m_window;
    const WritingSettings m_settings;
    const QString m_directory;
    Signatures m_signatures;
    Spelling *m_spelling;
    QString m_signed; // the address whose signature stands there
};

} // namespace kw
