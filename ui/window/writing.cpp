#include "ui/window/writing.h"

#include "core/store/pages.h"
#include "core/sync/engine.h"
#include "ui/actions/windowactions.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/letterwords.h"
#include "ui/compose/outboxdialog.h"
#include "ui/compose/people.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/window/notices.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString noticeName(const Letter &letter)
{
    return "letter:"_L1 + letter.messageId;
}

} // namespace

Writing::Writing(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connectActions();
    connectLetters();
    const WindowActions *actions = m_parts.actions;
    m_parts.reader->page()->setAnswers({actions->reply, actions->replyAll, actions->forward});
    connect(m_parts.list, &MessageListPane::messageActivated, this, [this](MessageId id) {
        const auto row = m_database ? Pages(*m_database).message(id) : std::nullopt;
        if (row && row->role == FolderRole::Drafts)
            edit(id);
    });
    tellOutgoing();
}

void Writing::connectActions()
{
    const WindowActions *actions = m_parts.actions;
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(actions->compose, [this] { compose({}); });
    on(actions->outbox, [this] { openOutbox(); });
    connect(m_parts.folders, &FolderPane::outboxRequested, this, &Writing::openOutbox);
    for (const auto &[action, act] :
         {std::pair(actions->reply, DraftAct::Reply), std::pair(actions->replyAll, DraftAct::ReplyAll),
          std::pair(actions->replyList, DraftAct::ReplyList),
          std::pair(actions->redirect, DraftAct::Redirect),
          std::pair(actions->editAsNew, DraftAct::EditAsNew)})
        on(action, [this, act = act] { begin(act, answered()); });
    on(actions->forward, [this] {
        const auto many = m_parts.targets();
        if (m_parts.list->selectionCount() > 1)
            begin(DraftAct::ForwardAttached, many);
        else
            begin(DraftAct::Forward, answered());
    });
    on(actions->forwardAttached, [this] {
        begin(DraftAct::ForwardAttached, m_parts.list->selectionCount() > 1 ? m_parts.targets() : answered());
    });
}

void Writing::connectLetters()
{
    Letters *letters = m_parts.engine->letters();
    connect(letters, &Letters::begun, this, &Writing::onBegun);
    connect(letters, &Letters::failed, this, [this](int request, const Error &error) {
        if (m_requests.remove(request))
            m_parts.notices->addNotice(error);
    });
    connect(letters, &Letters::sent, this, [this](const Letter &letter) {
        m_parts.toast->say("sent"_L1, tr("Sent: %1").arg(letterTitle(letter)));
    });
    connect(letters, &Letters::changed, this, &Writing::tellOutgoing);
    connect(letters, &Letters::editedElsewhere, this, [this](const QString &) {
        m_parts.notices->addNotice(
            {ErrorKind::Busy,
             tr("Another program changed a draft that you wrote here. Both versions are in the folder of "
                "drafts; delete the one you do not need."),
             {}});
    });
    connect(m_parts.engine, &Engine::onlineChanged, this, &Writing::tellOutgoing);
}

// A conversation's row stands for its newest message, and an open message for itself.
QList<MessageId> Writing::answered() const
{
    const MessageId open = m_parts.reader->current();
    const MessageId id = isSet(open) ? open : m_parts.list->currentMessage();
    return isSet(id) ? QList{id} : QList<MessageId>();
}

void Writing::compose(const Draft &seed)
{
    Beginning beginning;
    beginning.accountKey = m_parts.folders->currentAccount();
    beginning.richText = m_settings.richText;
    beginning.seed = seed;
    beginning.seed.options.readReceipt = m_settings.requestReceipt;
    m_requests.insert(m_parts.engine->letters()->begin(beginning), false);
}

void Writing::begin(DraftAct act, const QList<MessageId> &originals)
{
    if (originals.isEmpty())
        return;
    Beginning beginning;
    beginning.act = act;
    beginning.originals = originals;
    beginning.richText = m_settings.richText;
    m_requests.insert(m_parts.engine->letters()->begin(beginning), false);
}

void Writing::edit(MessageId draft)
{
    m_requests.insert(m_parts.engine->letters()->edit(draft), true);
}

void Writing::onBegun(int request, const QString &accountKey, const Draft &draft)
{
    const auto ours = m_requests.constFind(request);
    if (ours == m_requests.cend())
        return;
    const bool isKept = *ours;
    m_requests.erase(ours);
    openWindow(accountKey, draft, isKept);
}

People *Writing::people()
{
    if (!m_people) {
        m_people = new People(m_parts.cacheDirectory, m_parts.configDirectory, this);
        connect(m_parts.engine, &Engine::changed, m_people, &People::noteChanges);
    }
    return m_people;
}

// One window for one draft.
void Writing::openWindow(const QString &accountKey, const Draft &draft, bool isKept)
{
    for (ComposerWindow *open : windows()) {
        if (open->messageId() == draft.messageId) {
            open->raise();
            open->activateWindow();
            return;
        }
    }
    ComposerSetup setup;
    setup.configDirectory = m_parts.configDirectory;
    setup.isKept = isKept;
    setup.people = people();
    setup.writing = m_settings;
    setup.largestMessage = m_parts.engine->letters()->largestMessage(accountKey);
    auto *window = new ComposerWindow(m_parts.engine, setup, accountKey, draft);
    connect(window, &ComposerWindow::queued, this, &Writing::onQueued);
    connect(window, &ComposerWindow::keptAsDraft, this, [this](const QString &, const QString &subject) {
        m_parts.toast->say("drafts"_L1,
                           subject.trimmed().isEmpty() ? tr("Kept as a draft")
                                                       : tr("Kept as a draft: %1").arg(subject.simplified()));
    });
    connect(window, &ComposerWindow::discarded, this, [this](const QString &key, const Draft &gone) {
        m_parts.toast->say("trash"_L1, tr("Draft discarded"), tr("Undo"),
                           [this, key, gone] { openWindow(key, gone, false); });
    });
    m_windows.append(window);
    window->show();
    window->activateWindow();
}

QList<ComposerWindow *> Writing::windows() const
{
    QList<ComposerWindow *> open;
    for (const auto &window : m_windows) {
        if (window && window->isVisible())
            open.append(window);
    }
    return open;
}

void Writing::closeAll()
{
    for (ComposerWindow *window : windows())
        window->close();
}

void Writing::onQueued(const Letter &letter)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool waitsForUndo
        = letter.notBefore > now && letter.notBefore <= now + (m_settings.undoSeconds + 1) * 1000LL;
    const QString title = letterTitle(letter);
    const QString state = letterState(letter, m_parts.engine->isOnline(), now);
    m_parts.toast->say("sent"_L1,
                       waitsForUndo ? tr("Sending: %1").arg(title)
                                    //: A subject, and what becomes of the message.
                                    : tr("%1: %2").arg(title, state),
                       tr("Undo"), [this, id = letter.messageId] { takeBack(id); });
}

void Writing::takeBack(const QString &messageId)
{
    m_requests.insert(m_parts.engine->letters()->takeBack(messageId), true);
}

OutboxDialog *Writing::openOutbox()
{
    if (!m_outbox) {
        m_outbox = new OutboxDialog(m_parts.engine, m_window);
        connect(m_outbox, &OutboxDialog::editWanted, this, [this](const QString &id, bool isDraft) {
            Letters *letters = m_parts.engine->letters();
            m_requests.insert(isDraft ? letters->open(id) : letters->takeBack(id), true);
        });
    }
    m_outbox->show();
    m_outbox->raise();
    m_outbox->activateWindow();
    return m_outbox;
}

// What needs the person stands in a line of its own until it is settled.
void Writing::tellOutgoing()
{
    QStringList told;
    const auto outgoing = m_parts.engine->letters()->outgoing();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const Letter &letter : outgoing) {
        if (!needsPerson(letter))
            continue;
        const QString name = noticeName(letter);
        told.append(name);
        if (m_told.contains(name))
            continue;
        m_parts.notices->add(
            name, letter.state == LetterState::Refused ? Tone::Bad : Tone::Warning, "warning"_L1,
            tr("“%1”: %2. %3")
                .arg(letterTitle(letter), letterState(letter, true, now), letter.error.simplified()),
            {{tr("Show"), [this] { openOutbox(); }}});
    }
    for (const QString &before : std::as_const(m_told)) {
        if (!told.contains(before))
            m_parts.notices->remove(before);
    }
    m_told = told;
    QList<Letter> hidden = draftsHereOnly(*m_parts.engine->letters());
    const auto open = windows();
    hidden.removeIf([&open](const Letter &letter) {
        return std::ranges::any_of(
            open, [&letter](const ComposerWindow *w) { return w->messageId() == letter.messageId; });
    });
    m_parts.folders->setOutgoing(int(outgoing.size() + hidden.size()));
}

} // namespace kw
