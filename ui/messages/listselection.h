#pragma once

#include "ui/messages/pagedlistmodel.h"

#include <QTimer>

namespace kw {

class MessageListView;

// Which messages are current and selected in a list, in terms of messages instead of rows; tells what changed
// once for a burst of changes. GUI thread.
class ListSelection : public QObject
{
    Q_OBJECT
public:
    ListSelection(MessageListView *view, PagedListModel *model, QObject *parent);
    void setSource(const ListSource *source) { m_source = source; } // not owned

    // 0 where there is none. Of a conversation: its newest message.
    MessageId messageAt(int row) const;
    MessageId current() const;
    QList<MessageId> selected() const; // in list order; conversations with all their messages of this view
    qint64 rows() const;

    bool select(MessageId id); // false if it is not in the list (yet)
    // Current again as soon as its row is there; 0: nothing is waited for.
    void want(MessageId id) { m_wanted = id; }
    bool step(int rows); // false at the end of the list
    bool stepUnread(bool older); // downwards it begins again at the top

Q_SIGNALS:
    void currentChanged(kw::MessageId id);
    void conversationSelected(kw::ThreadId thread);
    void countChanged(qint64 rows);

private:
    void settleSoon();
    void settle();
    void reselect();

    MessageListView *m_view;
    PagedListModel *m_model;
    const ListSource *m_source = nullptr;
    MessageId m_wanted{};
    qint64 m_currentId = 0; // what was last told: PageKey::id of the current row
    qint64 m_count = 0; // likewise
    QTimer m_settling;
};

} // namespace kw
