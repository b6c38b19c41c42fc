#pragma once

#include "core/search/searchedwords.h"
#include "core/store/changes.h"
#include "core/store/pages.h"
#include "ui/look/tags.h"
#include "ui/messages/listlook.h"
#include "ui/messages/listreader.h"
#include "ui/messages/listselection.h"
#include "ui/messages/listwords.h"
#include "ui/messages/messagelistview.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace kw {

class ListMenu;
class ListTitle;
class QuickFilterBar;

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
    // What an account does; said where a list is empty because of it.
    void setLiveness(AccountId account, Liveness liveness);

    // Shows a list; the first screenful is there when this returns. Keeps the looks; clears the selection and
    // the quick filter, unless that is kept. Showing the view that is shown already changes nothing.
    // `conversations`: whether they stand together in this list; nothing: as in the one before.
    void showView(ViewId view, const QString &title, std::optional<bool> conversations = {});
    ViewId view() const { return m_shown; }
    void renameView(const QString &title);

    // Hits in place of the view's messages: flat, each with its folder, the words marked. Null: back to the
    // view as it was left, its selection and place.
    void showSearch(const std::shared_ptr<const ListSearch> &search, const QString &title = {},
                    const QList<SearchedWords> &words = {});
    // There may be more hits now, or less; also of `search`, which is the same but for what servers found.
    // What is selected and seen stays.
    void renewSearch(const std::shared_ptr<const ListSearch> &search);
    bool isSearch() const { return m_search != nullptr; }
    // Hits that are known, and whether these are all.
    qint64 hits() const { return m_model->foundSoFar(); }
    bool areAllHits() const { return m_model->isExact() && !m_model->isSearching(); }
    // What is said about the search, below the title; owned from now on.
    void setSearchHead(QWidget *head);
    // Engine::changed goes straight here. Rows move, come and go; selection and scroll position stay.
    void applyChanges(const ChangeSet &changes);

    // 0 where there is none. In conversation lists: the newest message of the conversation.
    MessageId currentMessage() const { return m_selection->current(); }
    // In list order; conversations count with all their messages of this view. Asks the database in
    // conversation lists.
    QList<MessageId> selectedMessages() const { return m_selection->selected(); }
    QList<MessageId> firstSelected(int count) const { return m_selection->selected(count); }
    qint64 selectionCount() const { return m_selection->rows(); }
    // How many selectedMessages() are. Conversations are counted in the background; selectionChanged() tells.
    std::optional<qint64> selectedMessageCount() const { return m_selection->messageCount(); }
    // Makes this message the current row if it is in the list; false if it is not (yet).
    bool selectMessage(MessageId id) { return m_selection->select(id); }
    // False at the end of the list.
    bool selectNext() { return m_selection->step(1); }
    bool selectPrevious() { return m_selection->step(-1); }
    // What is selected is about to leave this list: selects what comes next.
    void moveOn(MoveOn moveOn) { m_selection->moveOn(moveOn); }
    // Searches downwards, then from the top.
    bool selectNextUnread() { return m_selection->stepUnread(!m_looks.oldestFirst); }
    bool selectPreviousUnread() { return m_selection->stepUnread(m_looks.oldestFirst); }

    void setLooks(const ListLooks &looks);
    const ListLooks &looks() const { return m_looks; }
    void setFilter(const Pages::Filter
                       &filter); // clears the selection, except a message that is in the filtered list too
    Pages::Filter filter() const;
    // The filter stays when another list is shown.
    void setFilterKept(bool on);
    bool isFilterKept() const;
    // Puts the cursor into the quick filter's text field.
    void focusFilter();

    MessageListView *listView() const { return m_view; }

Q_SIGNALS:
    // Enter or double click.
    void messageActivated(kw::MessageId id);
    // 0: nothing is current any more. In conversation lists conversationSelected comes with it.
    void currentMessageChanged(kw::MessageId id);
    void conversationSelected(kw::ThreadId thread);
    void selectionChanged(qint64 rows);
    // The person asked for it in the list (click on the star, keys s and u); the window decides and calls the
    // engine. Starred or read becomes on if any of the messages lacks it.
    void toggleStar(const QList<kw::MessageId> &ids);
    void toggleRead(const QList<kw::MessageId> &ids);
    void contextMenuRequested(const QList<kw::MessageId> &ids, const QPoint &globalPos);
    // A page on in the open message, or back.
    void readOn(bool down);
    // The person changed them in the list (to be remembered by the window).
    void looksChanged();
    // … of this list alone: whether conversations stand together.
    void conversationsChosen(bool on);
    void hitsChanged(); // hits() or areAllHits()
    void escapePressed(); // in the list, where it means nothing to the list itself

private:
    void build();
    void connectView();
    void showQuery(MessageId wanted);
    ListQuery query() const;
    void leaveSearch();
    void goBackToPlace();
    void clearFilter();
    void onFilterChanged();
    void changeLooks(const ListLooks &looks); // as the person wants
    void countSoon();
    void updateCounts();
    void updatePlaces();
    void updateEmptyText();

    std::unique_ptr<ListSource> m_source;
    std::unique_ptr<ListReader> m_reader;
    PagedListModel *m_model;
    ListTitle *m_title = nullptr;
    QuickFilterBar *m_bar = nullptr;
    ListMenu *m_menu = nullptr;
    MessageListView *m_view = nullptr;
    ListSelection *m_selection = nullptr;
    ViewId m_shown;
    ListLooks m_looks;
    ListWords m_words;
    QString m_viewTitle;
    std::shared_ptr<const ListSearch> m_search;
    std::optional<MessageListView::Place> m_left; // where the view stood when a search began
    MessageId m_beforeSearch{};
    Pages::Filter m_filterBefore;
    bool m_isComingBack = false; // to m_left, once its row is there
    bool m_filtered = false;
    MessageId m_beforeFilter{}; // what was current then
    QTimer m_counting;
};

} // namespace kw
