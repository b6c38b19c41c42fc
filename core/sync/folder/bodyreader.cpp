#include "core/sync/folder/bodyreader.h"

#include "core/crypto/gnupg.h"
#include "core/crypto/unsealing.h"
#include "core/mime/leftout.h"
#include "core/mime/messageparser.h"

#include <algorithm>

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

BodyReader::BodyReader(QString directory)
    : m_directory(std::move(directory))
{
    m_pool.setMaxThreadCount(2);
    m_sealedPool.setMaxThreadCount(1);
}

BodyReader::~BodyReader()
{
    m_pool.waitForDone();
    m_gnupg.cancel();
    m_sealedPool.waitForDone();
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
            m_sealedPool.start([this, message, mayAsk, ready]() mutable {
                m_gnupg.setMayAsk(mayAsk);
                readSealed(message, m_gnupg);
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
