#pragma once

#include "core/store/changes.h"
#include "core/store/pages.h"
#include "ui/look/tags.h"
#include "ui/messages/listlook.h"
#include "ui/messages/listreader.h"

#include <QWidget>

#include <memory>

namespace kw {

class MessageListView;
struct ListMenuState;

// The middle pane: title line, quick filter, message list. GUI thread. Opens from the cache only; it never
// asks the network.
class MessageListPane : public QWidget
{
    Q_OBJECT
public:
    explicit MessageListPane(QWidget *parent = nullptr);
    ~MessageListPane() override;

    // The GUI thread's read-only connection; not owned, must outlive the pane or be replaced by nullptr. The
    // pane opens a second read-only connection on the same directory, on a reader thread of its own.
    void setDatabase(Database *database);
    // The same with other sources; not for the window.
    void setSource(std::unique_ptr<ListSource> source, ListReader::Factory readerSource);
    // Names and colours of the accounts; may change at any time.
    void setAccounts(const AccountLooks &accounts);
    void setTags(const TagLooks &tags);

    // Shows a list, newest first; the first screenful is there when this returns. Keeps mode, density and
    // conversations; clears the quick filter and the selection. Showing the view that is shown already
    // changes nothing.
    void showView(ViewId view, const QString &title);
    ViewId view() const;
    // Engine::changed goes straight here. Rows move, come and go; selection and scroll position stay.
    void applyChanges(const ChangeSet &changes);

    // 0 where there is none. In conversation lists: the newest message of the conversation.
    MessageId currentMessage() const;
    // In list order; conversations count with all their messages of this view. Asks the database in
    // conversation lists.
    QList<MessageId> selectedMessages() const;
    qint64 selectionCount() const; // rows
    // Makes this message the current row if it is in the list; false if it is not (yet).
    bool selectMessage(MessageId id);
    // False at the end of the list.
    bool selectNext();
    bool selectPrevious();
    // What is selected is about to leave this list: selects what comes next.
    void moveOn(MoveOn moveOn);
    bool selectNextUnread(); // searches downwards, then from the top
    bool selectPreviousUnread();

    void setConversations(bool on);
    bool conversations() const;
    void setMode(ListMode mode);
    ListMode mode() const;
    void setDensity(ListDensity density);
    ListDensity density() const;
    void setDateGroups(bool on);
    bool dateGroups() const;
    void setOldestFirst(bool on);
    bool oldestFirst() const;
    void setFilter(const Pages::Filter
                       &filter); // clears the selection, except a message that is in the filtered list too
    Pages::Filter filter() const;
    // Puts the cursor into the quick filter's text field.
    void focusFilter();

    MessageListView *listView() const;

Q_SIGNALS:
    // Enter or double click.
    void messageActivated(kw::MessageId id);
    // 0: nothing is current any more. In conversation lists conversationSelected comes with it.
    void currentMessageChanged(kw::MessageId id);
    void conversationSelected(kw::ThreadId thread);
    void selectionChanged(qint64 count);
    // The person asked for it in the list (click on the star, keys s and u); the window decides and calls the
    // engine. Starred or read becomes on if any of the messages lacks it.
    void toggleStar(const QList<kw::MessageId> &ids);
    void toggleRead(const QList<kw::MessageId> &ids);
    void contextMenuRequested(const QList<kw::MessageId> &ids, const QPoint &globalPos);
    // A page on in the open message, or back.
    void readOn(bool down);
    // The person changed mode, density, conversations or groups from the list's own menu (to be remembered by
    // the window).
    void looksChanged();

private:
    void build();
    void connectView();
    void showQuery(MessageId wanted);
    void onFilterChanged();
    void applyState(const ListMenuState &state, bool byPerson);
    void countSoon();
    void updateCounts();
    void updatePlaces();
    bool isUnlisted() const;
    void updateEmptyText();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kw
