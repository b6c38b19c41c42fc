#include "core/sync/lettershost.h"

#include "core/account/identities.h"
#include "core/compose/answering.h"
#include "core/compose/messagewriter.h"
#include "core/store/pages.h"
#include "core/sync/enginecore.h"
#include "core/sync/folder/bodyreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>

namespace kw {

namespace {

// As what is written is dated.
WriteOptions optionsNow()
{
    const QDateTime now = QDateTime::currentDateTime();
    WriteOptions options;
    options.now = now.toSecsSinceEpoch();
    options.offsetMinutes = now.offsetFromUtc() / 60;
    return options;
}

// On the sender's own domain, whoever the sender has become since.
QString idFor(const Draft &draft)
{
    const auto domain = [](const QString &text) { return text.section(u'@', -1).toLower(); };
    return domain(draft.messageId) == domain(draft.from.email) ? draft.messageId : newMessageId(draft.from);
}

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
{
    m_writers.setMaxThreadCount(1);
    qRegisterMetaType<Letter>();
    connect(reader, &BodyReader::openedFor, this, &LettersHost::arrived);
    connect(reader, &BodyReader::missingFor, this, &LettersHost::missing);
    connect(core, &EngineCore::openFailed, this, &LettersHost::unreachable);
    connect(core, &EngineCore::bodyArrived, this, [this](MessageId id) {
        for (const auto &[request, gathering] : m_gatherings.asKeyValueRange()) {
            if (gathering.beginning.originals.contains(id) && !gathering.here.contains(id))
                QMetaObject::invokeMethod(
                    m_reader,
                    [reader = m_reader, request = request, id, whole = gathering.whole] {
                        reader->readFor(request, id, whole);
                    },
                    Qt::QueuedConnection);
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
    m_writers.waitForDone();
}

template <class Work, class Then> void LettersHost::ask(Work work, Then then)
{
    QMetaObject::invokeMethod(
        m_core,
        [this, core = m_core, work = std::move(work), then = std::move(then)]() mutable {
            auto answer = work(*core);
            QMetaObject::invokeMethod(
                this, [then = std::move(then), answer = std::move(answer)]() mutable { then(answer); },
                Qt::QueuedConnection);
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
        QMetaObject::invokeMethod(
            this, [this, request, none] { Q_EMIT failed(request, none); }, Qt::QueuedConnection);
    } else if (beginning.originals.isEmpty()) {
        beginNew(request, beginning);
    } else {
        gather(request, {beginning, false, needsAll(beginning.act), {}});
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
            Gathering gathering;
            gathering.beginning.originals = {draft};
            gathering.beginning.richText = true;
            gathering.isDraft = true;
            gathering.whole = true;
            if (found)
                tellFound(request, found);
            else
                gather(request, gathering);
        });
    return request;
}

void LettersHost::gather(int request, const Gathering &gathering)
{
    m_gatherings.insert(request, gathering);
    for (const MessageId id : gathering.beginning.originals)
        QMetaObject::invokeMethod(
            m_reader,
            [reader = m_reader, request, id, whole = gathering.whole] {
                reader->readFor(request, id, whole);
            },
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
        if (!m_gatherings.value(request).beginning.originals.contains(id))
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
    if (gathering->here.size() < gathering->beginning.originals.size())
        return;
    const Gathering whole = *gathering;
    m_gatherings.erase(gathering);
    answer(request, whole);
}

void LettersHost::answer(int request, const Gathering &gathering)
{
    const Beginning &beginning = gathering.beginning;
    const MessageId first = beginning.originals.first();
    const QString key = beginning.accountKey.isEmpty() ? accountOf(first) : beginning.accountKey;
    const Answerer who = answerer(key, beginning.richText);
    m_writers.start([this, request, gathering, key, who, first] {
        QList<Original> originals;
        for (const MessageId id : gathering.beginning.originals) {
            const OpenedMessage message = gathering.here.value(id);
            originals.append({message.view, message.header() + message.body(), id});
        }
        Draft draft = gathering.isDraft ? continued(originals.first(), who)
                                        : made(gathering.beginning.act, originals, who);
        QMetaObject::invokeMethod(
            this,
            [this, request, key, draft, first, isDraft = gathering.isDraft]() mutable {
                if (isDraft) {
                    adopt(request, key, draft, first);
                    return;
                }
                draft.messageId = newMessageId(draft.from);
                Q_EMIT begun(request, key, draft);
            },
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

void LettersHost::keep(const QString &accountKey, const Draft &draft, KeepDraft how)
{
    WriteOptions options = optionsNow();
    options.purpose = WriteOptions::For::Keeping;
    ask(
        [accountKey, draft, how, options](EngineCore &core) {
            return core.keepDraft(accountKey, draft, how == KeepDraft::OnServer, options);
        },
        [this, id = draft.messageId](const Result<bool> &done) {
            if (!done)
                Q_EMIT keepingFailed(id, done.error());
            else
                Q_EMIT kept(id, QDateTime::currentMSecsSinceEpoch());
            if (done && *done)
                Q_EMIT editedElsewhere(id);
        });
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

int LettersHost::send(const QString &accountKey, const Draft &draft, qint64 notBefore)
{
    const int request = ++m_last;
    Draft named = draft;
    named.messageId = idFor(draft);
    m_writers.start([this, request, accountKey, draft, named, notBefore, options = optionsNow()] {
        const auto written = writeMessage(named, options);
        if (!written) {
            QMetaObject::invokeMethod(
                this, [this, request, error = written.error()] { Q_EMIT failed(request, error); },
                Qt::QueuedConnection);
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, request, accountKey, draft, message = outgoingOf(*written), notBefore] {
                ask([accountKey, draft, message, notBefore](
                        EngineCore &core) { return core.queueLetter(accountKey, draft, message, notBefore); },
                    [this, request](const Result<Letter> &letter) {
                        if (letter)
                            Q_EMIT queued(request, *letter);
                        else
                            Q_EMIT failed(request, letter.error());
                    });
            },
            Qt::QueuedConnection);
    });
    return request;
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

} // namespace kw
