#include "core/sync/lettershost.h"

#include "core/account/identities.h"
#include "core/compose/answering.h"
#include "core/compose/messagewriter.h"
#include "core/store/pages.h"
#include "core/sync/enginecore.h"
#include "core/sync/folder/bodyreader.h"
#include "core/sync/outbox/sealingthread.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace kw {

namespace {

constexpr int SealingPatienceMs = 1500; // at the end of the program

bool needsAll(DraftAct act)
{
    switch (act) {
    case DraftAct::Forward:
    case DraftAct::ForwardAttached:
    case DraftAct::Redirect:
    case DraftAct::EditAsNew:
        return true;
    default:
        return false;
    }
}

bool wasEncrypted(const Original &original)
{
    return std::ranges::any_of(original.view.seals, &Seal::isEncrypted);
}

Original originalOf(const OpenedMessage &message)
{
    return {message.view, message.header() + message.body(), message.id};
}

Draft made(DraftAct act, const QList<Original> &originals, const Answerer &answerer)
{
    const Original &first = originals.first();
    switch (act) {
    case DraftAct::Reply:
        return reply(first, answerer);
    case DraftAct::ReplyAll:
        return replyToAll(first, answerer);
    case DraftAct::ReplyList:
        return replyToList(first, answerer).value_or(replyToAll(first, answerer));
    case DraftAct::Redirect:
        return redirect(first, answerer);
    case DraftAct::EditAsNew:
        return editAsNew(first, answerer);
    case DraftAct::Forward:
        if (originals.size() == 1)
            return forward(first, answerer);
        break;
    default:
        break;
    }
    return forwardAttached(originals, answerer);
}

} // namespace

LettersHost::LettersHost(Engine &engine, EngineCore *core, BodyReader *reader, QString cacheDirectory)
    : m_engine(engine)
    , m_core(core)
    , m_reader(reader)
    , m_directory(std::move(cacheDirectory))
    , m_sealing(new SealingThread)
{
    for (QThreadPool *pool : {&m_writers, &m_asking})
        pool->setMaxThreadCount(1);
    m_keys.setMayAsk(false);
    qRegisterMetaType<Letter>();
    qRegisterMetaType<SealState>();
    connect(reader, &BodyReader::openedFor, this, &LettersHost::arrived);
    connect(reader, &BodyReader::missingFor, this, &LettersHost::missing);
    connect(core, &EngineCore::openFailed, this, &LettersHost::unreachable);
    connect(core, &EngineCore::bodyArrived, this, [this](MessageId id) {
        for (const auto &[request, gathering] : m_gatherings.asKeyValueRange()) {
            if (gathering.wanted.contains(id) && !gathering.here.contains(id))
                readFor(request, id, gathering.whole);
        }
    });
    connect(core, &EngineCore::letterProgress, this, &Letters::progress);
    connect(core, &EngineCore::letterEnded, this, [this](const Letter &letter) {
        if (letter.state == LetterState::Delivered)
            Q_EMIT sent(letter);
    });
    connect(core, &EngineCore::changed, this, [this](const ChangeSet &changes) {
        if (changes.lettersChanged)
            Q_EMIT changed();
    });
}

LettersHost::~LettersHost()
{
    m_keys.cancel();
    m_sealing->end(SealingPatienceMs);
    for (QThreadPool *pool : {&m_writers, &m_asking})
        pool->waitForDone();
}

void LettersHost::fail(int request, const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, request, error] { Q_EMIT failed(request, error); }, Qt::QueuedConnection);
}

void LettersHost::queue(int request, const std::function<Result<Letter>(EngineCore &)> &work)
{
    // The engine is spoken to from this thread alone, which knows when it ends.
    QMetaObject::invokeMethod(
        this,
        [this, request, work] {
            ask(work, [this, request](const Result<Letter> &letter) {
                if (letter)
                    Q_EMIT queued(request, *letter);
                else
                    Q_EMIT failed(request, letter.error());
            });
        },
        Qt::QueuedConnection);
}

Database *LettersHost::database() const
{
    if (!m_db) {
        if (auto db = Database::open(m_directory, Database::Mode::ReadOnly))
            m_db = std::move(*db);
    }
    return m_db.get();
}

QString LettersHost::keyOf(AccountId account) const
{
    return database() ? Pages(*m_db).accounts().value(account) : QString();
}

QString LettersHost::accountOf(MessageId message) const
{
    const auto row = database() ? Pages(*m_db).message(message) : std::nullopt;
    return row ? keyOf(row->account) : QString();
}

AccountSettings LettersHost::account(const QString &key) const
{
    const auto all = m_engine.accounts();
    for (const AccountSettings &one : all) {
        if (one.key == key)
            return one;
    }
    return all.value(0);
}

Answerer LettersHost::answerer(const QString &accountKey, bool richText) const
{
    Answerer out = answererOf(account(accountKey), m_engine.accounts());
    out.offsetMinutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    out.richText = richText;
    return out;
}

int LettersHost::begin(const Beginning &beginning)
{
    const int request = ++m_last;
    if (m_engine.accounts().isEmpty()) {
        const Error none{
            ErrorKind::Invalid,
            QCoreApplication::translate("kw::Outbox", "There is no account to write from. Add one first."),
            {}};
        fail(request, none);
    } else if (beginning.originals.isEmpty()) {
        beginNew(request, beginning);
    } else {
        gather(request,
               {beginning.originals, needsAll(beginning.act),
                [this, request, beginning](const QList<OpenedMessage> &originals) {
                    answer(request, beginning, originals);
                }});
    }
    return request;
}

void LettersHost::beginNew(int request, const Beginning &beginning)
{
    Draft draft = beginning.seed;
    const AccountSettings its = account(beginning.accountKey);
    if (draft.from.email.isEmpty())
        draft.from = identities(its).value(0);
    draft.messageId = newMessageId(draft.from);
    QMetaObject::invokeMethod(
        this, [this, request, its, draft] { Q_EMIT begun(request, its.key, draft); }, Qt::QueuedConnection);
}

int LettersHost::edit(MessageId draft)
{
    const int request = ++m_last;
    ask(
        [draft](EngineCore &core) -> Result<FoundDraft> {
            const auto letter = core.letters().letterOf(draft);
            if (!letter || letter->state != LetterState::Writing)
                return Error{ErrorKind::NotFound, {}, {}};
            return core.letters().draft(letter->messageId);
        },
        [this, request, draft](const Result<FoundDraft> &found) {
            if (found)
                tellFound(request, found);
            else
                gather(request, {{draft}, true, [this, request, draft](const QList<OpenedMessage> &messages) {
                                     goOn(request, draft, messages.first());
                                 }});
        });
    return request;
}

void LettersHost::gather(int request, const Gathering &gathering)
{
    m_gatherings.insert(request, gathering);
    for (const MessageId id : gathering.wanted)
        readFor(request, id, gathering.whole);
}

void LettersHost::readFor(int request, MessageId id, bool whole)
{
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, request, id, whole] { reader->readFor(request, id, whole); },
        Qt::QueuedConnection);
}

void LettersHost::missing(int request, MessageId id)
{
    const auto gathering = m_gatherings.constFind(request);
    if (gathering != m_gatherings.cend())
        QMetaObject::invokeMethod(
            m_core, [core = m_core, id, whole = gathering->whole] { core->fetchBody(id, whole); },
            Qt::QueuedConnection);
}

void LettersHost::unreachable(MessageId id, const Error &error)
{
    const auto requests = m_gatherings.keys();
    for (const int request : requests) {
        if (!m_gatherings.value(request).wanted.contains(id))
            continue;
        m_gatherings.remove(request);
        Q_EMIT failed(request, error);
    }
}

void LettersHost::arrived(int request, const OpenedMessage &message)
{
    const auto gathering = m_gatherings.find(request);
    if (gathering == m_gatherings.end())
        return;
    gathering->here.insert(message.id, message);
    if (gathering->here.size() < gathering->wanted.size())
        return;
    const Gathering whole = m_gatherings.take(request);
    QList<OpenedMessage> messages;
    for (const MessageId id : whole.wanted)
        messages.append(whole.here.value(id));
    whole.then(messages);
}

void LettersHost::answer(int request, const Beginning &beginning, const QList<OpenedMessage> &messages)
{
    const QString key
        = beginning.accountKey.isEmpty() ? accountOf(messages.first().id) : beginning.accountKey;
    m_writers.start([this, request, act = beginning.act, messages, key,
                     who = answerer(key, beginning.richText)] {
        QList<Original> originals;
        for (const OpenedMessage &message : messages)
            originals.append(originalOf(message));
        Draft draft = made(act, originals, who);
        draft.messageId = newMessageId(draft.from);
        // What came encrypted does not go back in the clear unless the person wants it so.
        draft.options.encrypt = act != DraftAct::Redirect && std::ranges::any_of(originals, wasEncrypted);
        QMetaObject::invokeMethod(
            this, [this, request, key, draft] { Q_EMIT begun(request, key, draft); }, Qt::QueuedConnection);
    });
}

void LettersHost::goOn(int request, MessageId row, const OpenedMessage &message)
{
    if (!std::ranges::all_of(message.view.seals, &Seal::isOpen)) {
        fail(request,
             Error{ErrorKind::Invalid,
                   QCoreApplication::translate("kw::Outbox",
                                               "This draft is encrypted and could not be opened. Open it "
                                               "where its key is."),
                   {}});
        return;
    }
    const QString key = accountOf(row);
    m_writers.start([this, request, key, row, message, who = answerer(key, true)] {
        const Original original = originalOf(message);
        Draft draft = continued(original, who);
        draft.options.encrypt = draft.options.encrypt || wasEncrypted(original);
        QMetaObject::invokeMethod(
            this, [this, request, key, draft, row] { adopt(request, key, draft, row); },
            Qt::QueuedConnection);
    });
}

void LettersHost::adopt(int request, const QString &accountKey, Draft draft, MessageId row)
{
    if (draft.messageId.isEmpty() || !revisions(draft.messageId).isEmpty())
        draft.messageId = newMessageId(draft.from);
    ask(
        [accountKey, draft, row](EngineCore &core) {
            return core.letters().adopt(core.accounts().book().id(accountKey), draft, row);
        },
        [this, request, accountKey, draft](const Result<void> &done) {
            if (done)
                Q_EMIT begun(request, accountKey, draft);
            else
                Q_EMIT failed(request, done.error());
        });
}

void LettersHost::tellFound(int request, const Result<FoundDraft> &found)
{
    if (found)
        Q_EMIT begun(request, keyOf(found->account), found->draft);
    else
        Q_EMIT failed(request, found.error());
}

int LettersHost::open(const QString &messageId, int revision)
{
    const int request = ++m_last;
    ask([messageId, revision](EngineCore &core) { return core.letters().draft(messageId, revision); },
        [this, request](const Result<FoundDraft> &found) { tellFound(request, found); });
    return request;
}

int LettersHost::takeBack(const QString &messageId)
{
    const int request = ++m_last;
    ask([messageId](EngineCore &core) { return core.letters().takeBack(messageId); },
        [this, request](const Result<FoundDraft> &found) { tellFound(request, found); });
    return request;
}

void LettersHost::tell(const Result<void> &done, const QString &messageId)
{
    if (!done)
        Q_EMIT keepingFailed(messageId, done.error());
}

void LettersHost::discard(const QString &messageId)
{
    ask(
        [messageId](EngineCore &core) {
            const auto done = core.letters().discard(messageId);
            core.accounts().changesWait();
            return done;
        },
        [this, messageId](const Result<void> &done) { tell(done, messageId); });
}

void LettersHost::sendNow(const QString &messageId)
{
    ask(
        [messageId](EngineCore &core) {
            const auto done = core.letters().sendNow(messageId);
            core.lettersWait();
            return done;
        },
        [this, messageId](const Result<void> &done) { tell(done, messageId); });
}

void LettersHost::confirm(const QString &messageId)
{
    ask([messageId](EngineCore &core) { return core.confirmLetter(messageId); },
        [this, messageId](const Result<void> &done) { tell(done, messageId); });
}

QList<Letter> LettersHost::drafts() const
{
    return database() ? LetterStore(*m_db).drafts() : QList<Letter>();
}

QList<Letter> LettersHost::outgoing() const
{
    return database() ? LetterStore(*m_db).outgoing() : QList<Letter>();
}

QList<LetterRevision> LettersHost::revisions(const QString &messageId) const
{
    if (!database())
        return {};
    const LetterStore letters(*m_db);
    const auto letter = letters.byMessageId(messageId);
    return letter ? letters.revisions(letter->id) : QList<LetterRevision>();
}

qint64 LettersHost::largestMessage(const QString &accountKey) const
{
    return database() ? LetterStore(*m_db).largestMessage(Pages(*m_db).accounts().key(accountKey)) : 0;
}

} // namespace kw
