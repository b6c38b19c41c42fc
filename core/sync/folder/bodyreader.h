#pragma once

#include "core/mime/leftout.h"
#include "core/store/bodystore.h"
#include "core/sync/engine.h"

#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace kw {

// Finds and parses downloaded messages away from the GUI and the engine: reads on its own thread and
// connection, parses in a pool, so that a hostile message delays nobody.
class BodyReader : public QObject
{
    Q_OBJECT
public:
    explicit BodyReader(QString directory);
    ~BodyReader() override;
    // Answered by opened() or missing(). `mayAsk`: for a passphrase, now or when the text has been fetched.
    void open(MessageId id, bool mayAsk);
    void read(MessageId id);
    // For somebody else than the window's reader; answered by openedFor() or missingFor(). `whole`: nothing
    // of it may be left out.
    void readFor(int request, MessageId id, bool whole);
    // A message that came in another; answered by attachedOpened().
    void readAttached(int request, const QByteArray &header, const QByteArray &body);

Q_SIGNALS:
    void opened(const kw::OpenedMessage &message);
    void missing(kw::MessageId id);
    void openedFor(int request, const kw::OpenedMessage &message);
    void missingFor(int request, kw::MessageId id);
    void attachedOpened(int request, const kw::OpenedMessage &message);

private:
    Database *database();
    void unfold(const OpenedMessage &raw, const LeftOut &leftOut, bool mayAsk,
                const std::function<void(const OpenedMessage &)> &ready);

    const QString m_directory;
    std::unique_ptr<Database> m_db;
    QSet<MessageId> m_quiet; // nobody may be asked for a passphrase for these
    QThreadPool m_pool;
    struct Sealed; // what is signed or encrypted
    std::unique_ptr<Sealed> m_sealed;
};

} // namespace kw
