#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"

#include <QHash>
#include <QObject>

namespace kw {

class MessagePage;

// The other messages of the open conversation. Those that were unread when it was opened are unfolded, so
// that who reads what is shown has read it all; what comes in meanwhile stays folded. GUI thread.
class ConversationParts : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MostUnfolded = 20; // the newest of them

    ConversationParts(Engine *engine, MessagePage *page, QObject *parent);
    void setDatabase(Database *database) { m_database = database; }
    // Around this message; also when something of the conversation has changed. 0: there is none.
    void show(ThreadId thread, MessageId open);
    // The message before (-1) or after (1) one of the conversation; 0: it is the first or last.
    MessageId beside(MessageId id, int step) const;

Q_SIGNALS:
    void unfolded(kw::MessageId id); // its text can be seen now

private:
    QList<MessageRow> rows() const; // oldest first
    void plan(const QList<MessageRow> &rows);
    void askNext();
    void onAnswer(MessageId id, const QString *text);

    Engine *m_engine;
    MessagePage *m_page;
    Database *m_database = nullptr;
    ThreadId m_thread{};
    MessageId m_open{};
    QList<MessageId> m_waiting; // to be asked for, one after the other
    MessageId m_asked{};
    QHash<MessageId, QString> m_texts; // of those unfolded
};

} // namespace kw
