#include "ui/messages/listreader.h"

namespace kw {

ListReader::ListReader(Factory factory, QObject *parent)
    : QObject(parent)
    , m_worker(new QObject)
    , m_factory(std::move(factory))
{
    m_thread.setObjectName(QStringLiteral("list reader"));
    m_worker->moveToThread(&m_thread);
    // The connection closes on the thread that opened it.
    connect(&m_thread, &QThread::finished, m_worker, [this] { m_source.reset(); });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

ListReader::~ListReader()
{
    ++m_wanted;
    ++m_countWanted;
    m_thread.quit();
    m_thread.wait();
}

quint64 ListReader::request(const ListQuery &query, int firstPage)
{
    const quint64 ticket = ++m_wanted;
    QMetaObject::invokeMethod(m_worker, [this, query, firstPage, ticket] { run(query, firstPage, ticket); });
    return ticket;
}

quint64 ListReader::count(ViewId view, const QList<KeyRange> &conversations)
{
    const quint64 ticket = ++m_countWanted;
    QMetaObject::invokeMethod(m_worker, [this, view, conversations, ticket] {
        if (ticket == m_countWanted.load() && source())
            Q_EMIT counted(ticket, source()->messagesIn(view, conversations));
    });
    return ticket;
}

const ListSource *ListReader::source()
{
    if (!m_source)
        m_source = m_factory();
    return m_source.get();
}

void ListReader::run(const ListQuery &query, int firstPage, quint64 ticket)
{
    if (isStale(ticket))
        return;
    if (!source()) {
        Q_EMIT keysRead(ticket, nullptr);
        return;
    }
    m_source->setWatch({[this, ticket] { return isStale(ticket); },
                        [this, ticket](qint64 rows) { Q_EMIT progressed(ticket, rows); }});
    if (firstPage > 0)
        Q_EMIT firstPageRead(ticket, m_source->firstPage(query, firstPage));
    if (isStale(ticket))
        return;
    const auto keys = m_source->keys(query);
    if (isStale(ticket))
        return; // given up half-way, perhaps
    Q_EMIT keysRead(ticket, std::make_shared<KeyIndex>(KeyIndex::fromSorted(keys)));
}

} // namespace kw
