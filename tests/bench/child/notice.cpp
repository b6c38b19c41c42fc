#include "bench/child/child.h"

#include "bench/child/listwindow.h"
#include "bench/server/benchserver.h"
#include "bench/server/mailgenerator.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

using Instant = RawImap::Instant;
constexpr int PatienceMs = 20'000;

double since(Instant start, Instant end)
{
    return std::chrono::duration<double, std::milli>(end - start).count();
}

// A second client acts; a third, bare one in IDLE tells when the server speaks; the list tells when it shows.
class Observer
{
public:
    explicit Observer(quint16 port)
    {
        for (RawImap *client : {&m_actor, &m_watcher}) {
            if (!client->open(port, "u1", BenchServer::Password) || !client->command("ENABLE QRESYNC")
                || !client->command("SELECT INBOX", RawImap::Keep::Answer))
                client->close();
        }
    }

    bool isReady() const { return m_actor.isOpen() && m_watcher.isOpen(); }
    RawImap &actor() { return m_actor; }

    // {ms, server_ms}: from the action to the list, from the action to the bare client; empty when either
    // never came.
    QJsonObject observe(const std::function<bool()> &act, const QByteArray &line,
                        const std::function<bool()> &shows)
    {
        if (!m_watcher.startIdle())
            return {};
        Instant told;
        std::atomic<bool> heard = false;
        std::thread listener([&] { heard = m_watcher.waitForLine(line, PatienceMs, told); });
        const Instant start = std::chrono::steady_clock::now();
        const bool acted = act();
        const bool shown = acted && spinUntil(shows, PatienceMs);
        const Instant seen = std::chrono::steady_clock::now();
        listener.join();
        if (!m_watcher.stopIdle() || !shown || !heard)
            return {};
        return {{u"ms"_s, since(start, seen)}, {u"server_ms"_s, since(start, told)}};
    }

private:
    RawImap m_actor;
    RawImap m_watcher;
};

// Newer than everything else, so that it becomes the first row.
QByteArray freshMail(int number)
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(number),
                                               u"ddd, d MMM yyyy HH:mm:ss '+0000'"_s);
    return "From: Bench <bench@example.org>\nTo: u1@example.org\nSubject: notice "
        + QByteArray::number(number) + "\nDate: " + date.toLatin1() + "\nMessage-ID: <notice."
        + QByteArray::number(number) + "." + QByteArray::number(QDateTime::currentMSecsSinceEpoch())
        + "@example.org>\n\nHello.\n";
}

} // namespace

QJsonObject childNotice(const QString &profile, quint16 port, int rounds)
{
    auto opened = ListWindow::open(profile);
    if (!opened)
        return {{u"error"_s, opened.error().text}};
    ListWindow &window = **opened;
    window.engine().setOnline(true);
    if (!spinUntil([&] { return window.isLive() && window.model().isExact(); }, 60'000))
        return {{u"error"_s, u"The account did not become live. "_s + window.lastError().text}};
    Observer observer(port);
    if (!observer.isReady())
        return {{u"error"_s, u"The second client could not sign in."_s}};
    RawImap &actor = observer.actor();
    const PagedListModel &model = window.model();
    const auto firstRow = [&] { return model.rowCount() > 0 ? model.row(0) : nullptr; };
    QJsonArray arrivals;
    QJsonArray flags;
    QJsonArray expunges;
    for (int i = 0; i < rounds; ++i) {
        const QString subject = u"notice %1"_s.arg(i);
        arrivals.append(observer.observe([&] { return actor.append("INBOX", freshMail(i)); }, " EXISTS",
                                         [&] {
                                             const ListRow *row = firstRow();
                                             return row && row->message.subject == subject;
                                         }));
        flags.append(observer.observe([&] { return actor.command("STORE * +FLAGS.SILENT (\\Flagged)"); },
                                      "\\Flagged",
                                      [&] {
                                          const ListRow *row = firstRow();
                                          return row && (row->message.flags & quint32(Flag::Flagged));
                                      }));
        actor.command("STORE * +FLAGS.SILENT (\\Deleted)");
        spinUntil(
            [&] {
                const ListRow *row = firstRow();
                return row && (row->message.flags & quint32(Flag::Deleted));
            },
            3000);
        expunges.append(observer.observe([&] { return actor.command("EXPUNGE"); }, "VANISHED",
                                         [&] {
                                             const ListRow *row = firstRow();
                                             return !row || row->message.subject != subject;
                                         }));
    }
    return {{u"new"_s, arrivals}, {u"flag"_s, flags}, {u"expunge"_s, expunges}};
}

} // namespace kw::bench
