#include "core/sync/folder/bodyreader.h"

#include "core/mime/messageparser.h"

namespace kw {

BodyReader::BodyReader(QString directory)
    : m_directory(std::move(directory))
{
    m_pool.setMaxThreadCount(2);
}

BodyReader::~BodyReader()
{
    m_pool.waitForDone();
}

void BodyReader::read(MessageId id)
{
    if (!m_db) {
        auto db = Database::open(m_directory, Database::Mode::ReadOnly);
        if (db)
            m_db = std::move(*db);
    }
    const auto body = m_db ? BodyStore(*m_db).get(id) : std::nullopt;
    if (!body) {
        Q_EMIT missing(id);
        return;
    }
    m_pool.start([this, id, body = *body] {
        OpenedMessage message;
        message.id = id;
        message.rawHeader = body.header;
        message.rawBody = body.body;
        message.view = parseMessage(body.header, body.body);
        Q_EMIT opened(message);
    });
}

} // namespace kw
