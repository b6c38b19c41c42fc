#pragma once

#include "core/crypto/gnupg.h"
#include "core/store/bodystore.h"
#include "core/sync/engine.h"

#include <QThreadPool>

namespace kw {

// Finds and parses downloaded messages away from the GUI and the engine: reads on its own thread and
// connection, parses in a pool, so that a hostile message delays nobody.
class BodyReader : public QObject
{
    Q_OBJECT
public:
    explicit BodyReader(QString directory);
    ~BodyReader() override;
    // Answered by opened() or missing().
    void read(MessageId id);

Q_SIGNALS:
    void opened(const kw::OpenedMessage &message);
    void missing(kw::MessageId id);

private:
    const QString m_directory;
    std::unique_ptr<Database> m_db;
    QThreadPool m_pool;
    Gnupg m_gnupg;
    QThreadPool m_sealedPool; // one by one: each may wait for a passphrase, and nobody else with it
};

} // namespace kw
