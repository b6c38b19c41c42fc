#pragma once

#include "core/store/database.h"
#include "core/sync/facade/letters.h"
#include "ui/settings/writingsettings.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace kw {

class ComposerWindow;
class Engine;
class FolderPane;
class MessageListPane;
class Notices;
class OutboxDialog;
class People;
class ReaderPane;
class UndoToast;
class WindowActions;

// The main window's door to writing: new messages, answers, drafts, the outbox; what became of what was sent,
// and taking it back. GUI thread.
class Writing : public QObject
{
    Q_OBJECT
public:
    // What is joined; nothing is owned.
    struct Parts {
        Engine *engine;
        WindowActions *actions;
        FolderPane *folders;
        MessageListPane *list;
        ReaderPane *reader;
        Notices *notices;
        UndoToast *toast;
        std::function<QList<MessageId>()> targets; // the messages that are meant now
        QString configDirectory;
        QString cacheDirectory;
    };
    Writing(const Parts &parts, QWidget *window);

    void setDatabase(Database *database) { m_database = database; } // not owned; may be null
    void applySettings(const WritingSettings &settings) { m_settings = settings; }
    // In a window of its own, with what is there already.
    void compose(const Draft &seed);
    void begin(DraftAct act, const QList<MessageId> &originals);
    void edit(MessageId draft); // one that lies in a folder of drafts
    OutboxDialog *openOutbox();
    QList<ComposerWindow *> windows() const;
    People *people(); // whom recipients may be
    // Drafts are kept. Before the program ends.
    void closeAll();

private:
    void connectActions();
    void connectLetters();
    QList<MessageId> answered() const; // the one message that is meant
    void onBegun(int request, const QString &accountKey, const Draft &draft);
    void openWindow(const QString &accountKey, const Draft &draft, bool isKept);
    void onQueued(const Letter &letter);
    void takeBack(const QString &messageId);
    void tellOutgoing();

    Parts m_parts;
    QWidget *m_window;
    Database *m_database = nullptr;
    WritingSettings m_settings;
    QHash<int, bool> m_requests; // ours, and whether what comes was kept before
    QList<QPointer<ComposerWindow>> m_windows;
    QPointer<OutboxDialog> m_outbox;
    People *m_people = nullptr; // made when they are first asked for
    QStringList m_told; // letters that a notice stands for
};

} // namespace kw
