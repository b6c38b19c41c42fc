#include "bench/figures/bench.h"

#include "bench/server/countingproxy.h"
#include "bench/server/mailgenerator.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

struct Point {
    quint64 uidValidity = 0;
    quint64 modseq = 0;
    quint64 uidNext = 0;
};

Point pointOf(RawImap &raw)
{
    if (!raw.command("SELECT INBOX", RawImap::Keep::Answer))
        return {};
    return {numberAfter(raw.answer(), "UIDVALIDITY "), numberAfter(raw.answer(), "HIGHESTMODSEQ "),
            numberAfter(raw.answer(), "UIDNEXT ")};
}

// Every n-th of the mailbox, `count` sequence numbers from `offset` on.
QByteArray spread(int count, int of, int offset)
{
    QByteArray set;
    const int step = qMax(1, of / (count + 1));
    for (int i = 0; i < count; ++i)
        set += (i ? "," : "") + QByteArray::number(offset + i * step);
    return set;
}

struct Amounts {
    int flags;
    int expunges;
    int arrivals;
};

// What happened while we were away. The mailbox keeps its size.
bool makeChanges(RawImap &raw, int messages, const Amounts &amounts)
{
    if (!raw.command("STORE " + spread(amounts.flags, messages, 2) + " FLAGS.SILENT (\\Seen \\Flagged)")
        || !raw.command("STORE " + spread(amounts.expunges, messages, 3) + " +FLAGS.SILENT (\\Deleted)")
        || !raw.command("EXPUNGE"))
        return false;
    MailGenerator generator(amounts.arrivals);
    for (int i = 0; i < amounts.arrivals; ++i) {
        if (!raw.append("INBOX", generator.next().raw))
            return false;
    }
    return true;
}

// The bare minimum that any client must read: milliseconds and octets.
bool bareResync(const BenchServer &server, const Point &from, Sample &ms, Sample &bytes)
{
    RawImap raw;
    QElapsedTimer timer;
    timer.start();
    if (!raw.open(server.port(), "u1", BenchServer::Password) || !raw.command("ENABLE QRESYNC"))
        return false;
    const quint64 before = raw.received() + raw.sent();
    const QByteArray known = QByteArray::number(from.uidValidity) + " " + QByteArray::number(from.modseq);
    if (!raw.command("SELECT INBOX (QRESYNC (" + known + "))")
        || !raw.command(listingFetch(QByteArray::number(from.uidNext) + ":*")))
        return false;
    ms.reference = double(timer.nsecsElapsed()) / 1e6;
    bytes.reference = double(raw.received() + raw.sent() - before);
    return true;
}

} // namespace

QList<Figure> measureResync(Bench &bench)
{
    Figure time{u"resync_ms"_s, u"ms"_s, u"raw QRESYNC"_s, Figure::Judge::Value, 500, {}, {}};
    Figure wire{u"resync_bytes"_s, u"bytes"_s, u"raw QRESYNC"_s, Figure::Judge::Ratio, 2, {}, {}};
    const Amounts amounts = bench.options().quick ? Amounts{100, 10, 10} : Amounts{1000, 100, 100};
    BenchServer *server = bench.server(bench.small());
    const auto actor = server ? server->client() : nullptr;
    if (!actor) {
        time.note = bench.problem();
        return {time, wire};
    }
    CountingProxy proxy(server->port());
    const QString profile = bench.freshProfile(proxy.port());
    for (int run = 0; run < bench.options().runs; ++run) {
        // The same flags everywhere first, so that each of the changes below is one.
        actor->command("STORE " + spread(amounts.flags, bench.small(), 2) + " FLAGS.SILENT (\\Seen)");
        const auto before = bench.child({u"sync"_s, profile});
        const Point point = pointOf(*actor);
        if (!makeChanges(*actor, bench.small(), amounts)) {
            time.note = u"the second client failed: %1"_s.arg(actor->lastError());
            break;
        }
        Sample ms;
        Sample bytes;
        if (!bareResync(*server, point, ms, bytes))
            break;
        proxy.reset();
        const auto after = bench.child({u"sync"_s, profile});
        bytes.value = double(proxy.bytes());
        ms.value = after.answer.value("ms"_L1).toDouble();
        const int seen = after.answer.value("new"_L1).toInt() + after.answer.value("vanished"_L1).toInt();
        if (before.answer.contains("error"_L1) || after.answer.contains("error"_L1)
            || seen != amounts.arrivals + amounts.expunges) {
            time.note = u"%1 %2: found %3 of %4 arrivals and expunges"_s.arg(
                before.answer.value("error"_L1).toString(), after.answer.value("error"_L1).toString(),
                QString::number(seen), QString::number(amounts.arrivals + amounts.expunges));
            break;
        }
        time.samples.append(ms);
        wire.samples.append(bytes);
    }
    return {time, wire};
}

QList<Figure> measureNotice(Bench &bench)
{
    QList<Figure> out;
    for (const auto &name : {u"new"_s, u"flag"_s, u"expunge"_s})
        out.append({"notice_"_L1 + name, u"ms"_s, u"raw IDLE"_s, Figure::Judge::Excess, 150, {}, {}});
    BenchServer *server = bench.server(bench.small());
    if (!server) {
        out.first().note = bench.problem();
        return out;
    }
    const QString profile = bench.freshProfile(server->port());
    const auto synced = bench.child({u"sync"_s, profile});
    const auto child = bench.child(
        {u"notice"_s, profile, QString::number(server->port()), QString::number(bench.options().runs)});
    for (Figure &figure : out) {
        const QString name = figure.name.mid(7);
        for (const QJsonValue &round : child.answer.value(name).toArray()) {
            if (round.toObject().contains("ms"_L1))
                figure.samples.append({round["ms"_L1].toDouble(), round["server_ms"_L1].toDouble()});
            else
                figure.note = u"it never showed in one of the rounds"_s;
        }
    }
    if (child.answer.contains("error"_L1))
        out.first().note = child.answer.value("error"_L1).toString();
    return out;
}

} // namespace kw::bench
