#include "core/sync/outbox/sealingthread.h"

#include "core/sync/outbox/sealedwriting.h"

namespace kw {

SealingThread::SealingThread()
{
    m_pool.setMaxThreadCount(1);
}

void SealingThread::write(const Draft &draft, const WriteOptions &options,
                          const std::function<void(const Result<Outgoing> &)> &then)
{
    m_pool.start([this, draft, options, then] {
        const auto written = sealedMessage(draft, options, m_sealer);
        const Result<Outgoing> out
            = written ? Result<Outgoing>(outgoingOf(*written)) : Result<Outgoing>(written.error());
        QMetaObject::invokeMethod(
            this,
            [this, then, out] {
                if (!m_ended)
                    then(out);
            },
            Qt::QueuedConnection);
    });
}

void SealingThread::end(int patienceMs)
{
    m_ended = true;
    m_pool.clear();
    m_sealer.cancel();
    if (m_pool.waitForDone(patienceMs))
        delete this;
}

} // namespace kw
