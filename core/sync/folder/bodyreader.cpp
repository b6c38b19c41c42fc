#include "core/sync/folder/bodyreader.h"

#include "core/crypto/gnupg.h"
#include "core/crypto/unsealing.h"
#include "core/mime/leftout.h"
#include "core/mime/messageparser.h"

#include <algorithm>
#include <mutex>

namespace kw {

namespace {

OpenedMessage asKept(MessageId id, const StoredBody &body)
{
    OpenedMessage message;
    message.id = id;
    message.rawHeader = body.header;
    message.rawBody = body.body;
    message.isWhole = body.isWhole();
    return message;
}

void readSealed(OpenedMessage &message, SealOpener &gnupg)
{
    const Unsealed plain = unseal(message.rawHeader, message.rawBody, gnupg);
    message.openedHeader = plain.header;
    message.openedBody = plain.body;
    message.view = parseMessage(plain.header, plain.body);
    message.view.seals = plain.seals;
    if (std::ranges::any_of(plain.seals, &Seal::isEncrypted)) {
        message.view.remote.clear(); // a picture's address could carry away what was encrypted
        message.view.preview.clear(); // the cache keeps it for the list
    }
}

} // namespace

// One by one: each may wait for a passphrase, and nobody else with it. GpgME notices a cancellation only when
// GnuPG says something, which it does not while its dialog is open; whoever ends then leaves the thread to
// the end of the program.
struct BodyReader::Sealed {
    Sealed() { pool.setMaxThreadCount(1); }

    Gnupg gnupg;
    QThreadPool pool;
    std::mutex mutex;
    bool hasEnded = false; // nobody is to be told any more
};

BodyReader::BodyReader(QString directory)
    : m_directory(std::move(directory))
    , m_sealed(std::make_unique<Sealed>())
{
    m_pool.setMaxThreadCount(2);
}

BodyReader::~BodyReader()
{
    constexpr int PatienceMs = 1500;
    m_pool.waitForDone();
    {
        const std::lock_guard lock(m_sealed->mutex);
        m_sealed->hasEnded = true;
    }
    m_sealed->pool.clear();
    m_sealed->gnupg.cancel();
    // Its thread needs it as long as the program lasts.
    [[maybe_unused]] const Sealed *left
        = m_sealed->pool.waitForDone(PatienceMs) ? nullptr : m_sealed.release();
}

void BodyReader::open(MessageId id, bool mayAsk)
{
    if (mayAsk)
        m_quiet.remove(id);
    else
        m_quiet.insert(id);
    read(id);
}

Database *BodyReader::database()
{
    if (!m_db) {
        auto db = Database::open(m_directory, Database::Mode::ReadOnly);
        if (db)
            m_db = std::move(*db);
    }
    return m_db.get();
}

void BodyReader::readFor(int request, MessageId id, bool whole)
{
    const Database *db = database();
    const auto body = db ? (whole ? BodyStore(*m_db).getWhole(id) : BodyStore(*m_db).get(id)) : std::nullopt;
    if (!body) {
        Q_EMIT missingFor(request, id);
        return;
    }
    unfold(asKept(id, *body), readLeftOut(body->leftOut), true,
           [this, request](const OpenedMessage &ready) { Q_EMIT openedFor(request, ready); });
}

void BodyReader::read(MessageId id)
{
    const auto body = database() ? BodyStore(*m_db).get(id) : std::nullopt;
    if (!body) {
        Q_EMIT missing(id);
        return;
    }
    unfold(asKept(id, *body), readLeftOut(body->leftOut), !m_quiet.remove(id),
           [this](const OpenedMessage &ready) { Q_EMIT opened(ready); });
}

void BodyReader::readAttached(int request, const QByteArray &header, const QByteArray &body)
{
    OpenedMessage message;
    message.rawHeader = header;
    message.rawBody = body;
    unfold(message, {}, true,
           [this, request](const OpenedMessage &ready) { Q_EMIT attachedOpened(request, ready); });
}

void BodyReader::unfold(const OpenedMessage &raw, const LeftOut &leftOut, bool mayAsk,
                        const std::function<void(const OpenedMessage &)> &ready)
{
    m_pool.start([this, message = raw, leftOut, mayAsk, ready]() mutable {
        if (isSealed(message.rawHeader, message.rawBody)) {
            m_sealed->pool.start([sealed = m_sealed.get(), message, mayAsk, ready]() mutable {
                sealed->gnupg.setMayAsk(mayAsk);
                readSealed(message, sealed->gnupg);
                const std::lock_guard lock(sealed->mutex);
                if (!sealed->hasEnded)
                    ready(message);
            });
            return;
        }
        message.view = parseMessage(message.rawHeader, message.rawBody);
        markLeftOut(message.view, leftOut);
        ready(message);
    });
}

} // namespace kw
