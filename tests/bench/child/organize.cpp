#include "bench/child/child.h"

#include "bench/child/listwindow.h"
#include "bench/server/benchserver.h"
#include "bench/server/countingproxy.h"
#include "core/account/paths.h"
#include "core/store/pages.h"
#include "core/sync/journal/intent.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int PatienceMs = 60'000;
constexpr int QuietMs = 400; // nothing sent for so long: all is said

// The same account through another port, so that the commands can be counted.
bool reroute(const QString &profile, quint16 from, quint16 to)
{
    QFile file(profile + "/accounts.ini"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray text = file.readAll();
    file.close();
    text.replace("=" + QByteArray::number(from), "=" + QByteArray::number(to));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
}

class Organizing
{
public:
    Organizing(ListWindow &window, Database &cache, const CountingProxy &proxy, RawImap &witness)
        : m_window(window)
        , m_cache(cache)
        , m_proxy(proxy)
        , m_witness(witness)
    {
    }

    QList<MessageId> newest(int count) const
    {
        QList<MessageId> ids;
        for (int row = 0; row < count; ++row) {
            if (const auto key = m_window.model().keyAt(row))
                ids.append(MessageId(key->id));
        }
        return ids;
    }
    bool waitLive()
    {
        return spinUntil([&] { return m_window.isLive() && m_window.model().isExact(); }, PatienceMs);
    }
    // Until nothing waits and no client has sent a line for a while.
    void waitQuiet()
    {
        quint64 last = m_proxy.lines();
        QElapsedTimer calm;
        calm.start();
        spinUntil(
            [&] {
                if (m_proxy.lines() != last) {
                    last = m_proxy.lines();
                    calm.start();
                }
                // An action is carried out a moment after it is asked for; a large STORE may take longer than
                // that.
                return calm.elapsed() > QuietMs && Pages(m_cache).waitingChanges() == 0;
            },
            PatienceMs);
    }
    // An item of the server's STATUS, asked at most every 5 ms.
    bool serverReaches(const QByteArray &box, const QByteArray &item, quint64 wanted)
    {
        QElapsedTimer since;
        return spinUntil(
            [&] {
                if (since.isValid() && since.elapsed() < 5)
                    return false;
                since.start();
                return status(box, item) == wanted;
            },
            PatienceMs);
    }
    quint64 status(const QByteArray &box, const QByteArray &item)
    {
        if (!m_witness.command("STATUS " + box + " (" + item + ")", RawImap::Keep::Answer))
            return 0;
        return numberAfter(m_witness.answer(), item + " ");
    }

    QJsonObject mark(const QList<MessageId> &ids)
    {
        perform(Intent::mark(ids, quint32(Flag::Seen), false));
        waitQuiet();
        const quint64 unread = status("INBOX", "UNSEEN");
        const quint64 lines = m_proxy.lines();
        QElapsedTimer timer;
        timer.start();
        perform(Intent::mark(ids, quint32(Flag::Seen), true));
        const bool shown = spinUntil([&] { return isSeen(0) && isSeen(int(ids.size()) - 1); }, PatienceMs);
        const double shownMs = double(timer.nsecsElapsed()) / 1e6;
        const bool there = serverReaches("INBOX", "UNSEEN", unread - quint64(ids.size()));
        const double serverMs = double(timer.nsecsElapsed()) / 1e6;
        waitQuiet();
        if (!shown || !there)
            return {};
        return {{u"shown_ms"_s, shownMs},
                {u"server_ms"_s, serverMs},
                {u"commands"_s, double(m_proxy.lines() - lines)}};
    }

    QJsonObject move(const QList<MessageId> &ids)
    {
        waitQuiet();
        const quint64 before = status("Archive", "MESSAGES");
        const auto first = ids.first();
        QElapsedTimer timer;
        timer.start();
        perform(Intent::of(Intent::Kind::Archive, ids));
        const bool shown = spinUntil(
            [&] {
                const auto key = m_window.model().keyAt(0);
                return key && key->id != raw(first);
            },
            PatienceMs);
        const double shownMs = double(timer.nsecsElapsed()) / 1e6;
        const bool there = serverReaches("Archive", "MESSAGES", before + quint64(ids.size()));
        if (!shown || !there)
            return {};
        return {{u"shown_ms"_s, shownMs}, {u"server_ms"_s, double(timer.nsecsElapsed()) / 1e6}};
    }

    // As many single actions, offline; then the line comes back.
    QJsonObject replay(const QList<MessageId> &ids)
    {
        waitQuiet();
        const quint64 before = status("Archive", "MESSAGES");
        m_window.engine().setOnline(false);
        for (const MessageId id : ids)
            perform(Intent::of(Intent::Kind::Archive, {id}));
        const auto isGone = [&] {
            return std::ranges::none_of(newest(int(ids.size())),
                                        [&](MessageId id) { return ids.contains(id); });
        };
        if (!spinUntil(isGone, PatienceMs))
            return {};
        QElapsedTimer timer;
        timer.start();
        m_window.engine().setOnline(true);
        if (!serverReaches("Archive", "MESSAGES", before + quint64(ids.size())))
            return {};
        return {{u"server_ms"_s, double(timer.nsecsElapsed()) / 1e6}};
    }

private:
    void perform(const Intent &intent) { m_window.engine().perform(intent); }
    bool isSeen(int row) const
    {
        const ListRow *found = m_window.model().row(row);
        return found && (found->message.flags & quint32(Flag::Seen)) != 0;
    }

    ListWindow &m_window;
    Database &m_cache;
    const CountingProxy &m_proxy;
    RawImap &m_witness;
};

} // namespace

QJsonObject childOrganize(const QString &profile, quint16 port, const QStringList &amounts)
{
    const CountingProxy proxy(port);
    RawImap witness;
    if (!reroute(profile, port, proxy.port()) || !witness.open(port, "u1", BenchServer::Password))
        return {{u"error"_s, u"The second client could not sign in."_s}};
    auto opened = ListWindow::open(profile);
    if (!opened)
        return {{u"error"_s, opened.error().text}};
    ListWindow &window = **opened;
    const auto cache = Database::open(Paths::profile(profile).cache, Database::Mode::ReadOnly);
    if (!cache)
        return {{u"error"_s, cache.error().text}};
    Organizing organizing(window, **cache, proxy, witness);
    window.engine().setOnline(true);
    if (!organizing.waitLive())
        return {{u"error"_s, u"The account did not become live. "_s + window.lastError().text}};
    const int rounds = amounts.value(0).toInt();
    QJsonArray marks;
    QJsonArray moves;
    QJsonArray replays;
    // The first move makes the archive; nobody waits for that twice.
    if (organizing.move(organizing.newest(1)).isEmpty())
        return {{u"error"_s, u"A message could not be archived. "_s + window.lastError().text}};
    for (int i = 0; i < rounds; ++i) {
        marks.append(organizing.mark(organizing.newest(amounts.value(1).toInt())));
        moves.append(organizing.move(organizing.newest(amounts.value(2).toInt())));
        replays.append(organizing.replay(organizing.newest(amounts.value(2).toInt())));
        organizing.waitLive();
    }
    return {{u"mark"_s, marks}, {u"move"_s, moves}, {u"replay"_s, replays}};
}

} // namespace kw::bench
