#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/look/tags.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace kw {

class ConversationParts;
class MessagePage;
class PlaceholderPage;
class SelectionPage;

// The right pane: the open message, or why there is none. Asks the engine for messages, never the network.
// GUI thread.
class ReaderPane : public QWidget
{
    Q_OBJECT
public:
    static constexpr int BusyAfterMs = 150; // what comes sooner needs no spinner

    explicit ReaderPane(Engine *engine, QWidget *parent = nullptr);
    void setDatabase(Database *database);
    void setOwnAddresses(const QStringList &lowerCase);
    void setConversations(bool on);
    void setTags(const TagLooks &tags);
    void setSelectionActions(const QList<QAction *> &actions); // see SelectionPage

    void showMessage(MessageId id); // 0: clears
    // `rows` lines of the list, which are so many messages where that is known, and the first of them.
    void showSelection(const QList<MessageId> &first, qint64 rows, std::optional<qint64> messages);
    void showNothing(const QString &title, const QString &detail);
    void applyChanges(const ChangeSet &changes);
    MessageId current() const { return m_current; }
    // The message whose text can be seen; 0 while loading, failed or none.
    MessageId shown() const;
    MessagePage *page() const { return m_page; }
    // Opens the one before (-1) or after (1) the open message in its conversation; at an end nothing happens.
    void stepInConversation(int step);
    // Keyboard focus to the text or to the button of what is shown instead.
    void focusContent();

Q_SIGNALS:
    void
    messageShown(kw::MessageId id); // its text can be seen now; also of what is unfolded beside the open one
    void messageLeft();
    void toggleStar(const QList<kw::MessageId> &ids);
    void toggleStarOfSelection();
    void markSelectionRead(bool read);
    void linkActivated(const QUrl &url);
    void linkHovered(const QString &target);
    void openFile(const QString &path);
    void fixedWidthChanged(bool on);
    void goOnlineRequested();

private:
    void request();
    void showBusy();
    void onOpened(const OpenedMessage &message);
    void onFailed(MessageId id, const Error &error);
    void onOnlineChanged(bool online);
    void showConversation();
    void showMarks();
    void onPlaceholderButton();

    Engine *m_engine;
    Database *m_database = nullptr;
    MessageId m_current{};
    ThreadId m_thread{};
    bool m_conversations = true;
    TagLooks m_tags;
    bool m_failed = false;
    QTimer m_busy;
    QStackedWidget *m_stack;
    PlaceholderPage *m_placeholder;
    SelectionPage *m_selection;
    MessagePage *m_page;
    ConversationParts *m_parts;
};

} // namespace kw
