#pragma once

#include "ui/messages/listlook.h"
#include "ui/messages/pagedlistmodel.h"

#include <QTimer>

#include <limits>
#include <optional>

namespace kw {

class MessageListView;

// Which messages are current and selected in a list, in terms of messages instead of rows; tells what changed
// once for a burst of changes. GUI thread.
class ListSelection : public QObject
{
    Q_OBJECT
public:
    ListSelection(MessageListView *view, PagedListModel *model, QObject *parent);
    void setSource(const ListSource *source, ListReader *reader); // neither is owned

    // 0 where there is none. Of a conversation: its newest message.
    MessageId messageAt(int row) const;
    MessageId current() const;
    // In list order; conversations with all their messages of this view.
    QList<MessageId> selected(qsizetype atMost = std::numeric_limits<qsizetype>::max()) const;
    qint64 rows() const;
    // How many messages the selected rows are; conversations are counted in the background.
    std::optional<qint64> messageCount() const { return m_messages; }

    bool select(MessageId id); // false if it is not in the list (yet)
    // Current again as soon as its row is there; 0: nothing is waited for.
    void want(MessageId id) { m_wanted = id; }
    bool step(int rows); // false at the end of the list
    // Away from what is selected and about to leave: to the nearest row on the wished side, else on the
    // other. Nothing scrolls before the rows have left, and then only as far as it takes to see it.
    void moveOn(MoveOn moveOn);
    bool stepUnread(bool older); // downwards it begins again at the top

    // Tells at once what changed.
    void settle();

Q_SIGNALS:
    void currentChanged(kw::MessageId id);
    void conversationSelected(kw::ThreadId thread);
    void countChanged(qint64 rows); // also once messageCount() is known

private:
    void settleSoon();
    void reselect();
    bool stepUnreadHit(bool older);
    void countMessages();
    void onCounted(quint64 ticket, qint64 messages);

    MessageListView *m_view;
    PagedListModel *m_model;
    const ListSource *m_source = nullptr;
    MessageId m_wanted{};
    qint64 m_currentId = 0; // what was last told: PageKey::id of the current row
    qint64 m_count = 0; // likewise
    std::optional<qint64> m_messages;
    ListReader *m_reader = nullptr;
    quint64 m_ticket = 0; // of the count under way
    enum class Follow { No, WhenRowsLeft, Now };
    Follow m_follow = Follow::No; // to be scrolled to
    QTimer m_settling;
};

} // namespace kw
