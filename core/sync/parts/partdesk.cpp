#include "core/sync/parts/partdesk.h"

#include "core/base/logging.h"
#include "core/sync/folder/placeonserver.h"
#include "core/sync/parts/partialmessage.h"
#include "core/sync/parts/partplan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

constexpr qint64 Slack = 65'536; // servers count line ends differently
constexpr int Tries = 4; // connections lost in a row without an octet more

Error messageGone()
{
    return {ErrorKind::NotFound, Words::tr("The message is no longer on the server."), {}};
}

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}};
}

Error cannotWrite(const QFile &file)
{
    return {ErrorKind::Storage,
            Words::tr("What is downloaded cannot be written: %1").arg(file.errorString()),
            {}};
}

} // namespace

PartDesk::PartDesk(SyncContext &ctx, LinkSettings settings, PasswordSource password, PartHooks hooks)
    : m_ctx(ctx)
    , m_hooks(std::move(hooks))
    , m_reading(ctx.clock, settings, password, ctx.limits.sessionIdle)
    , m_downloading(ctx.clock, settings, password, ctx.limits.sessionIdle)
{
}

PartDesk::~PartDesk() = default;

Task<Result<StoredBody>> PartDesk::readPartly(MessageRow row)
{
    const auto [id, uid] = placeOnServer(m_ctx, row);
    const auto folder = m_ctx.folders.folder(id);
    if (!folder || !isSet(uid))
        co_return messageGone();
    const auto link = co_await m_reading.at(folder->serverPath, folder->uidValidity);
    if (!link)
        co_return link.error();
    const auto listed = co_await (*link)->structure(uid);
    m_reading.rest();
    if (!listed)
        co_return listed.error();
    const Error whole{ErrorKind::Unsupported, Words::tr("This message can only be read whole."), {}};
    const auto plan = planParts(listed->root);
    if (!plan)
        co_return whole;
    QStringList sections = plan->contents;
    for (const QString &head : plan->heads)
        sections.append(head + QLatin1StringView(".MIME"));
    QHash<QString, QByteArray> got;
    if (!sections.isEmpty()) {
        const auto fetched = co_await (*link)->sections(uid, sections);
        if (!fetched)
            co_return fetched.error();
        got = *fetched;
    }
    const auto text = assembledText(listed->header, listed->root, got);
    if (!text)
        co_return whole;
    co_return StoredBody{listed->header, *text, writtenLeftOut(plan->leftOut)};
}

bool PartDesk::isWanted(const Wanted &wanted) const
{
    return std::ranges::any_of(m_queue, [&wanted](const Wanted &other) {
        return other.message == wanted.message && other.part == wanted.part;
    });
}

void PartDesk::fetch(MessageId message, const QStringList &parts)
{
    for (const QString &part : parts) {
        const Wanted wanted{message, part};
        if (!isWanted(wanted))
            m_queue.append(wanted);
    }
    if (!m_queue.isEmpty() && !m_isWorking && !m_stopping)
        m_work = work();
}

void PartDesk::cancel(MessageId message)
{
    const bool isUnderWay = m_isWorking && !m_queue.isEmpty() && m_queue.constFirst().message == message;
    const auto asked
        = m_queue.removeIf([message](const Wanted &wanted) { return wanted.message == message; });
    if (isUnderWay)
        interrupt(); // told when it has ended
    else if (asked > 0)
        m_hooks.failed(message, cancelled());
}

void PartDesk::interrupt()
{
    m_downloading.close();
    m_waiting.resolve(false);
}

Task<void> PartDesk::stop()
{
    m_stopping = true;
    m_queue.clear();
    m_reading.close();
    interrupt();
    if (m_work)
        co_await *m_work;
    m_work.reset();
    m_stopping = false;
}

Task<void> PartDesk::work()
{
    m_isWorking = true;
    while (!m_queue.isEmpty()) {
        Wanted wanted = m_queue.constFirst();
        const auto file = co_await download(wanted);
        m_queue.removeIf([&wanted](const Wanted &other) {
            return other.message == wanted.message && other.part == wanted.part;
        });
        if (file) {
            wanted.file = *file;
            m_here.append(wanted);
        }
        const bool more = !m_queue.isEmpty() && m_queue.constFirst().message == wanted.message;
        if (!file || !more)
            finish(wanted.message, file);
    }
    m_downloading.rest();
    m_isWorking = false;
}

// What has come is kept, whatever became of the rest.
void PartDesk::finish(MessageId message, const Result<void> &outcome)
{
    const bool any = !m_here.isEmpty();
    const auto kept = any ? keep(message) : Result<void>{};
    for (const Wanted &here : std::exchange(m_here, {}))
        QFile::remove(here.file);
    if (any && kept)
        m_hooks.arrived(message);
    if (outcome && kept)
        return;
    m_queue.removeIf([message](const Wanted &other) { return other.message == message; });
    m_hooks.failed(message, outcome ? kept.error() : outcome.error());
}

QString PartDesk::fileFor(const Wanted &wanted, const FolderRow &folder, Uid uid) const
{
    const QString directory = m_ctx.db.directory() + QLatin1StringView("/parts");
    QDir().mkpath(directory);
    return directory
        + QStringLiteral("/%1-%2-%3-%4")
              .arg(raw(wanted.message))
              .arg(folder.uidValidity)
              .arg(raw(uid))
              .arg(wanted.part);
}

Task<Result<QString>> PartDesk::download(Wanted wanted)
{
    const auto text = m_ctx.bodies.get(wanted.message);
    const LeftOut leftOut = text ? readLeftOut(text->leftOut) : LeftOut();
    const auto part = std::ranges::find(leftOut, wanted.part, &LeftOutPart::id);
    if (part == leftOut.end()) { // it is here by now
        co_return text ? Result<QString>(QString()) : Result<QString>(messageGone());
    }
    const auto row = m_ctx.messages.row(wanted.message);
    const auto place = row ? placeOnServer(m_ctx, *row) : std::pair<FolderId, Uid>{};
    const auto folder = m_ctx.folders.folder(place.first);
    if (!folder || !isSet(place.second))
        co_return messageGone();
    const QString file = fileFor(wanted, *folder, place.second);
    int fruitless = 0;
    while (true) {
        const qint64 before = QFile(file).size();
        const auto link = co_await m_downloading.at(folder->serverPath, folder->uidValidity);
        Result<void> done = link;
        if (link)
            done = co_await stream(wanted, *link, place.second, *part, file);
        if (!isWanted(wanted)) { // given up meanwhile
            QFile::remove(file);
            co_return cancelled();
        }
        if (done)
            co_return file;
        fruitless = QFile(file).size() > before ? 0 : fruitless + 1;
        if (done.error().kind != ErrorKind::Network || fruitless >= Tries) {
            qCInfo(logFolder, "a part could not be downloaded (%s)", forLog(done.error()).constData());
            co_return done.error();
        }
        m_waiting = Deferred<bool>();
        const auto waiting = m_waiting;
        const auto timer = m_ctx.clock.callAfter(m_ctx.limits.backoffFirst * (1 << fruitless),
                                                 [waiting] { waiting.resolve(true); });
        co_await waiting;
        m_ctx.clock.cancel(timer);
    }
}

Task<Result<void>> PartDesk::stream(Wanted wanted, std::shared_ptr<PartLink> link, Uid uid, LeftOutPart part,
                                    QString path)
{
    QFile file(path);
    if (!file.open(QIODevice::Append))
        co_return cannotWrite(file);
    qint64 there = file.size();
    qint64 told = 0;
    bool tooMuch = false;
    const auto sink = [&](QByteArrayView octets) {
        tooMuch = there + octets.size() > part.octets + Slack;
        if (tooMuch)
            return false;
        if (file.write(octets.data(), octets.size()) != octets.size())
            return false;
        there += octets.size();
        if (there - told >= part.octets / 100 || there >= part.octets) {
            told = there;
            m_hooks.progress(wanted.message, wanted.part, there, part.octets);
        }
        return true;
    };
    if (there >= part.octets)
        co_return Result<void>{};
    const auto done = co_await link->stream(uid, part.id, there, part.octets - there, sink);
    if (tooMuch)
        co_return Error{
            ErrorKind::Protocol, Words::tr("The server sends more than it had said. Try again later."), {}};
    if (!done)
        co_return done;
    if (!file.flush())
        co_return cannotWrite(file);
    co_return Result<void>{};
}

Result<void> PartDesk::keep(MessageId message)
{
    auto text = m_ctx.bodies.get(message);
    if (!text)
        return messageGone();
    LeftOut leftOut = readLeftOut(text->leftOut);
    for (const Wanted &here : std::as_const(m_here)) {
        QFile file(here.file);
        if (here.file.isEmpty())
            continue; // it was in the text before
        if (!file.open(QIODevice::ReadOnly))
            return cannotWrite(file);
        auto whole = withPart(text->header, text->body, here.part, file.readAll());
        if (!whole)
            return messageGone();
        text->body = std::move(*whole);
        leftOut.removeIf([&here](const LeftOutPart &part) { return part.id == here.part; });
    }
    Transaction txn(m_ctx.db);
    m_ctx.bodies.put(message, {text->header, text->body, writtenLeftOut(leftOut)}, m_ctx.clock.wallMs());
    return txn.commit();
}

} // namespace kw
