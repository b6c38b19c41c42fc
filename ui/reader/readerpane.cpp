#include "ui/reader/readerpane.h"

#include "core/store/pages.h"
#include "core/sync/facade/senderchecks.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/conversationparts.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/messagesaving.h"
#include "ui/reader/partfetching.h"
#include "ui/reader/placeholderpage.h"
#include "ui/reader/remotepictures.h"
#include "ui/reader/selectionpage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

ReaderPane::ReaderPane(Engine *engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_stack(new QStackedWidget(this))
    , m_placeholder(new PlaceholderPage(m_stack))
    , m_selection(new SelectionPage(m_stack))
    , m_page(new MessagePage(m_stack))
    , m_parts(new ConversationParts(engine, m_page, this))
{
    setNames(this, "readerPane"_L1, tr("Message"));
    setNames(m_stack, "readerStack"_L1, tr("Message"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (QWidget *page : {static_cast<QWidget *>(m_placeholder), static_cast<QWidget *>(m_selection),
                          static_cast<QWidget *>(m_page)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_busy.setSingleShot(true);
    m_busy.setInterval(BusyAfterMs);
    connect(&m_busy, &QTimer::timeout, this, &ReaderPane::showBusy);
    connect(m_engine, &Engine::accountStatusChanged, this, [this] {
        if (isSet(m_current) && m_placeholder->isBusy() && m_stack->currentWidget() == m_placeholder)
            showBusy();
    });
    connect(m_engine, &Engine::messageOpened, this, &ReaderPane::onOpened);
    connect(m_engine, &Engine::openFailed, this, &ReaderPane::onFailed);
    connect(m_engine, &Engine::onlineChanged, this, &ReaderPane::onOnlineChanged);
    connect(m_engine->senderChecks(), &SenderChecks::checked, m_page, &MessagePage::setSender);
    m_page->setParts(m_engine->messageParts());
    m_page->setLetters(m_engine->letters());
    m_page->remotePictures()->setOnline(m_engine->isOnline());
    connect(m_placeholder, &PlaceholderPage::buttonClicked, this, &ReaderPane::onPlaceholderButton);
    connect(m_selection, &SelectionPage::toggleStar, this, &ReaderPane::toggleStarOfSelection);
    connect(m_selection, &SelectionPage::markRead, this, &ReaderPane::markSelectionRead);
    connect(m_page, &MessagePage::starClicked, this, [this] { Q_EMIT toggleStar({m_current}); });
    connect(m_page, &MessagePage::messageRequested, this, &ReaderPane::showMessage);
    connect(m_parts, &ConversationParts::unfolded, this, &ReaderPane::messageShown);
    connect(m_page, &MessagePage::openAgainWanted, this, &ReaderPane::request);
    connect(m_page, &MessagePage::linkActivated, this, &ReaderPane::linkActivated);
    connect(m_page, &MessagePage::linkHovered, this, &ReaderPane::linkHovered);
    connect(m_page, &MessagePage::openFile, this, &ReaderPane::openFile);
    connect(m_page, &MessagePage::fixedWidthChanged, this, &ReaderPane::fixedWidthChanged);
    showMessage({});
}

void ReaderPane::setDatabase(Database *database)
{
    m_database = database;
    m_parts->setDatabase(database);
}

void ReaderPane::setOwnAddresses(const QStringList &lowerCase)
{
    m_page->setOwnAddresses(lowerCase);
}

void ReaderPane::setSelectionActions(const QList<QAction *> &actions)
{
    m_selection->setActions(actions);
}

void ReaderPane::setConversations(bool on)
{
    m_conversations = on;
    showConversation();
}

MessageId ReaderPane::shown() const
{
    return m_stack->currentWidget() == m_page ? m_current : MessageId{};
}

void ReaderPane::showNothing(const QString &title, const QString &detail)
{
    m_busy.stop();
    m_current = {};
    m_thread = {};
    m_parts->show({}, {});
    m_failed = false;
    Q_EMIT messageLeft();
    m_placeholder->showText("mails"_L1, title, detail);
    m_stack->setCurrentWidget(m_placeholder);
}

void ReaderPane::showMessage(MessageId id)
{
    if (!isSet(id)) {
        showNothing(tr("No message selected"), {});
        return;
    }
    if (id == m_current && !m_failed)
        return;
    m_current = id;
    request();
}

void ReaderPane::request()
{
    Q_EMIT messageLeft();
    m_failed = false;
    m_thread = {};
    std::optional<MessageRow> row;
    if (m_database)
        row = Pages(*m_database).message(m_current);
    if (row) {
        m_thread = row->thread;
        if (!row->hasText && !m_engine->isOnline()) {
            const QString sentence = tr("It has not been downloaded yet, and Kittiwake is offline.");
            onFailed(m_current, Error{ErrorKind::NotFound, sentence, {}});
            return;
        }
    }
    m_busy.start();
    m_engine->open(m_current);
}

// What is really waited for: the text on this computer, the connection, or the server's answer.
void ReaderPane::showBusy()
{
    const auto row = m_database ? Pages(*m_database).message(m_current) : std::nullopt;
    QString title = tr("Opening the message…");
    QString detail;
    if (row && !row->hasText) {
        title = tr("Downloading the message…");
        for (const AccountStatus &status : m_engine->statuses()) {
            const bool isUsable = status.liveness == Liveness::Live || status.liveness == Liveness::Polling
                || status.liveness == Liveness::Syncing;
            if (status.account != row->account || isUsable)
                continue;
            title = tr("This message is not on this computer yet");
            detail = waitSentence(status.liveness);
        }
    }
    m_placeholder->showBusy(title, detail);
    m_stack->setCurrentWidget(m_placeholder);
}

void ReaderPane::onOpened(const OpenedMessage &message)
{
    if (message.id != m_current)
        return;
    if (shown() == m_current && !m_busy.isActive()) {
        // Parts that were left on the server, or an answer to somebody else's question.
        m_page->completeMessage(std::make_shared<const OpenedMessage>(message));
        return;
    }
    m_busy.stop();
    m_failed = false;
    m_page->showMessage(std::make_shared<const OpenedMessage>(message));
    showMarks();
    m_stack->setCurrentWidget(m_page);
    showConversation();
    m_engine->senderChecks()->check(message);
    Q_EMIT messageShown(m_current);
}

// Star and tags, as they stand now.
void ReaderPane::showMarks()
{
    const auto row = m_database && isSet(m_current) ? Pages(*m_database).message(m_current) : std::nullopt;
    if (row)
        m_thread = row->thread;
    m_page->setStarred(row && (row->flags & quint32(Flag::Flagged)));
    m_page->setTags(row ? m_tags.of(row->keywords) : QList<Tag>());
}

void ReaderPane::setTags(const TagLooks &tags)
{
    m_tags = tags;
    showMarks();
}

void ReaderPane::onFailed(MessageId id, const Error &error)
{
    if (id != m_current || error.kind == ErrorKind::Cancelled)
        return;
    if (shown() == m_current && !m_busy.isActive()) {
        m_page->saving()->fetching()->wholeFailed(error);
        return;
    }
    m_busy.stop();
    m_failed = true;
    const bool offline = !m_engine->isOnline();
    if (offline)
        m_placeholder->showText("offline"_L1, tr("This message is not on this computer"), error.text,
                                tr("Go Online"));
    else
        m_placeholder->showText("warning"_L1, tr("The message could not be opened"), error.text,
                                tr("Try Again"));
    m_stack->setCurrentWidget(m_placeholder);
}

void ReaderPane::onPlaceholderButton()
{
    if (!m_engine->isOnline())
        Q_EMIT goOnlineRequested(); // the message is asked for again once that has happened
    else if (isSet(m_current))
        request();
}

void ReaderPane::onOnlineChanged(bool online)
{
    m_page->remotePictures()->setOnline(online);
    if (online && m_failed && isSet(m_current))
        request();
}

void ReaderPane::showConversation()
{
    if (isSet(shown()))
        m_parts->show(m_conversations ? m_thread : ThreadId{}, m_current);
}

void ReaderPane::stepInConversation(int step)
{
    if (const MessageId next = m_parts->beside(m_current, step); isSet(next))
        showMessage(next);
}

void ReaderPane::showSelection(const QList<MessageId> &first, qint64 rows, std::optional<qint64> messages)
{
    m_busy.stop();
    m_current = {};
    m_parts->show({}, {});
    Q_EMIT messageLeft();
    QList<MessageRow> lines;
    if (m_database) {
        const Pages pages(*m_database);
        for (const MessageId id : first) {
            if (const auto row = pages.message(id))
                lines.append(*row);
        }
    }
    m_selection->showSelection(lines, rows, messages);
    m_stack->setCurrentWidget(m_selection);
}

void ReaderPane::focusContent()
{
    if (shown() == m_current && isSet(m_current))
        m_page->focusBody();
    else
        m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void ReaderPane::applyChanges(const ChangeSet &changes)
{
    for (const MessageChange &change : changes.messages) {
        if (change.id != m_current)
            continue;
        showMarks();
        if (change.wasVisible && !change.isVisible && shown() == m_current)
            m_page->addNotice(
                tr("This message has been moved or deleted elsewhere. It stays here until you leave it."));
    }
    const auto ours = [this](const ConversationChange &change) { return change.thread == m_thread; };
    if (isSet(m_thread) && std::any_of(changes.conversations.begin(), changes.conversations.end(), ours))
        showConversation();
}

} // namespace kw
