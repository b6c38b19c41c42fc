#include "core/imap/threadedlink.h"

#include "core/base/resumelater.h"

namespace kw {

namespace {

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}};
}

template <class T> using Call = std::function<Task<Result<T>>(ImapLink &)>;
template <class T> using Answer = std::function<void(bool open, Result<T>)>;

template <class T> Task<void> runThere(const LinkThread::Held &link, Call<T> what, Answer<T> answer)
{
    if (!link) {
        answer(false, cancelled());
        co_return;
    }
    Result<T> result = co_await what(*link);
    answer(link && link->isOpen(), std::move(result));
}

} // namespace

ThreadedLink::ThreadedLink(std::function<std::unique_ptr<ImapLink>()> make)
    : m_thread(std::move(make))
    , m_here(new QObject, [](QObject *here) { here->deleteLater(); })
    , m_shared(std::make_shared<Shared>())
{
}

ThreadedLink::~ThreadedLink()
{
    m_shared->silenceTold = {};
    close();
}

void ThreadedLink::onSilence(SilenceTold told)
{
    m_shared->silenceTold = std::move(told);
    // Only posted on from there: the callback belongs to this thread.
    m_thread.post([here = m_here, shared = m_shared](ImapLink &link) {
        link.onSilence([here, shared](const std::optional<Error> &why) {
            QMetaObject::invokeMethod(
                here.get(),
                [shared, why] {
                    if (shared->silenceTold)
                        shared->silenceTold(why);
                },
                Qt::QueuedConnection);
        });
    });
}

void ThreadedLink::joinAll(int milliseconds)
{
    LinkThread::joinAll(milliseconds);
}

template <class T> Task<Result<T>> ThreadedLink::call(Call<T> what)
{
    const Deferred<Result<T>> waiting;
    std::erase_if(m_waiting, [](const Waiting &w) { return w.isAnswered(); });
    m_waiting.push_back({[waiting] { return waiting.isResolved(); },
                         [waiting] { resumeLater<Result<T>>(waiting, cancelled()); }});
    const auto shared = m_shared;
    const int opening = shared->opening;
    // The receiver is shared, so that an answer that comes after this link is gone still has somewhere to go.
    const Answer<T> answer = [here = m_here, waiting, shared, opening](bool open, Result<T> result) {
        QMetaObject::invokeMethod(
            here.get(),
            [waiting, shared, opening, open, result = std::move(result)]() mutable {
                // Closed since then: whoever awaits this must not go on, for the link may be gone.
                if (shared->opening != opening) {
                    waiting.resolve(cancelled());
                    return;
                }
                shared->open = open;
                waiting.resolve(std::move(result));
            },
            Qt::QueuedConnection);
    };
    m_thread.enqueue([what = std::move(what), answer](const LinkThread::Held &link) {
        return runThere<T>(link, what, answer);
    });
    co_return co_await waiting;
}

void ThreadedLink::close()
{
    m_shared->open = false;
    ++m_shared->opening;
    cancelCalls();
    m_thread.post([](ImapLink &link) { link.close(); });
}

void ThreadedLink::cancelCalls()
{
    for (const Waiting &waiting : m_waiting)
        waiting.cancel();
    m_waiting.clear();
}

Task<Result<ServerFeatures>> ThreadedLink::open(LinkSettings settings, QString secret)
{
    return call<ServerFeatures>([settings, secret](ImapLink &link) { return link.open(settings, secret); });
}

Task<Result<QList<ListedFolder>>> ThreadedLink::list()
{
    return call<QList<ListedFolder>>([](ImapLink &link) { return link.list(); });
}

Task<Result<BoxStatus>> ThreadedLink::status(QString path)
{
    return call<BoxStatus>([path](ImapLink &link) { return link.status(path); });
}

Task<Result<SelectedBox>> ThreadedLink::select(QString path, ResyncPoint from, bool readOnly)
{
    return call<SelectedBox>(
        [path, from, readOnly](ImapLink &link) { return link.select(path, from, readOnly); });
}

Task<Result<QList<HeaderRecord>>> ThreadedLink::headersBySequence(quint32 first, quint32 last)
{
    return call<QList<HeaderRecord>>(
        [first, last](ImapLink &link) { return link.headersBySequence(first, last); });
}

Task<Result<QList<HeaderRecord>>> ThreadedLink::headers(UidSet uids)
{
    return call<QList<HeaderRecord>>([uids](ImapLink &link) { return link.headers(uids); });
}

Task<Result<QList<FlagRecord>>> ThreadedLink::flags(UidSet uids, quint64 changedSince)
{
    return call<QList<FlagRecord>>(
        [uids, changedSince](ImapLink &link) { return link.flags(uids, changedSince); });
}

Task<Result<BoxChanges>> ThreadedLink::changesSince(quint64 modseq)
{
    return call<BoxChanges>([modseq](ImapLink &link) { return link.changesSince(modseq); });
}

Task<Result<UidSet>> ThreadedLink::existing(UidSet among)
{
    return call<UidSet>([among](ImapLink &link) { return link.existing(among); });
}

Task<Result<UidSet>> ThreadedLink::arrivedSince(QDate day)
{
    return call<UidSet>([day](ImapLink &link) { return link.arrivedSince(day); });
}

Task<Result<RawMessage>> ThreadedLink::fetchMessage(Uid uid)
{
    return call<RawMessage>([uid](ImapLink &link) { return link.fetchMessage(uid); });
}

Task<Result<void>> ThreadedLink::addFlags(UidSet uids, MessageFlags flags)
{
    return call<void>([uids, flags](ImapLink &link) { return link.addFlags(uids, flags); });
}

Task<Result<void>> ThreadedLink::removeFlags(UidSet uids, MessageFlags flags)
{
    return call<void>([uids, flags](ImapLink &link) { return link.removeFlags(uids, flags); });
}

Task<Result<UidSet>> ThreadedLink::move(UidSet uids, QString to)
{
    return call<UidSet>([uids, to](ImapLink &link) { return link.move(uids, to); });
}

Task<Result<UidSet>> ThreadedLink::copy(UidSet uids, QString to)
{
    return call<UidSet>([uids, to](ImapLink &link) { return link.copy(uids, to); });
}

Task<Result<UidSet>> ThreadedLink::markedDeleted()
{
    return call<UidSet>([](ImapLink &link) { return link.markedDeleted(); });
}

Task<Result<void>> ThreadedLink::expunge()
{
    return call<void>([](ImapLink &link) { return link.expunge(); });
}

Task<Result<UidSet>> ThreadedLink::append(QString path, RawMessage message, MessageFlags flags,
                                          qint64 internalDate)
{
    return call<UidSet>([path, message, flags, internalDate](ImapLink &link) {
        return link.append(path, message, flags, internalDate);
    });
}

Task<Result<void>> ThreadedLink::createFolder(QString path)
{
    return call<void>([path](ImapLink &link) { return link.createFolder(path); });
}

Task<Result<void>> ThreadedLink::renameFolder(QString from, QString to)
{
    return call<void>([from, to](ImapLink &link) { return link.renameFolder(from, to); });
}

Task<Result<void>> ThreadedLink::deleteFolder(QString path)
{
    return call<void>([path](ImapLink &link) { return link.deleteFolder(path); });
}

Task<Result<void>> ThreadedLink::subscribe(QString path, bool on)
{
    return call<void>([path, on](ImapLink &link) { return link.subscribe(path, on); });
}

Task<Result<QList<QuotaResource>>> ThreadedLink::quota(QString path)
{
    return call<QList<QuotaResource>>([path](ImapLink &link) { return link.quota(path); });
}

Task<Result<IdleEnd>> ThreadedLink::idle()
{
    return call<IdleEnd>([](ImapLink &link) { return link.idle(); });
}

void ThreadedLink::interruptIdle()
{
    m_thread.post([](ImapLink &link) { link.interruptIdle(); });
}

} // namespace kw
