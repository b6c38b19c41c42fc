#include "ui/reader/conversationparts.h"

#include "core/store/pages.h"
#include "ui/reader/messagepage.h"

namespace kw {

ConversationParts::ConversationParts(Engine *engine, MessagePage *page, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(page)
{
    connect(m_engine, &Engine::messageOpened, this, [this](const OpenedMessage &message) {
        const bool isSealed = std::ranges::any_of(
            message.view.seals, [](const Seal &seal) { return seal.opening == Seal::Opening::Cancelled; });
        onAnswer(message.id, isSealed ? nullptr : &message.view.text);
    });
    connect(m_engine, &Engine::openFailed, this, [this](MessageId id) { onAnswer(id, nullptr); });
}

void ConversationParts::show(ThreadId thread, MessageId open)
{
    const bool isOther = std::exchange(m_thread, thread) != thread;
    m_open = open;
    if (isOther) {
        m_texts.clear();
        m_waiting.clear();
        m_asked = {};
    }
    QList<MessageRow> earlier;
    QList<MessageRow> later;
    bool passed = false;
    for (const MessageRow &row : rows()) {
        if (row.id == open)
            passed = true;
        else
            (passed ? later : earlier).append(row);
    }
    m_page->setConversation(earlier, later, m_texts);
    if (isOther)
        plan(earlier + later);
}

QList<MessageRow> ConversationParts::rows() const
{
    if (!m_database || !isSet(m_thread))
        return {};
    const Pages pages(*m_database);
    const auto current = pages.message(m_open);
    return pages.conversationOnce(m_thread, current ? current->folder : FolderId{});
}

MessageId ConversationParts::beside(MessageId id, int step) const
{
    const QList<MessageRow> all = rows();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).id == id)
            return i + step >= 0 && i + step < all.size() ? all.at(i + step).id : MessageId{};
    }
    return {};
}

void ConversationParts::plan(const QList<MessageRow> &rows)
{
    for (const MessageRow &row : rows) {
        const bool isUnread = !(row.flags & quint32(Flag::Seen));
        if (isUnread && (row.hasText || m_engine->isOnline()))
            m_waiting.append(row.id);
    }
    m_waiting = m_waiting.last(std::min(m_waiting.size(), MostUnfolded));
    askNext();
}

// One at a time: a message that the person opens meanwhile waits for one of these at most.
void ConversationParts::askNext()
{
    if (isSet(m_asked) || m_waiting.isEmpty())
        return;
    m_asked = m_waiting.takeFirst();
    m_engine->open(m_asked, Engine::Asking::Nothing); // nobody has clicked on it
}

void ConversationParts::onAnswer(MessageId id, const QString *text)
{
    if (!isSet(id) || id != m_asked)
        return;
    m_asked = {};
    if (text && id != m_open) {
        m_texts.insert(id, *text);
        show(m_thread, m_open);
        Q_EMIT unfolded(id);
    }
    askNext();
}

} // namespace kw
