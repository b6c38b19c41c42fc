#include "core/doctor/clockexam.h"

#include "core/doctor/words.h"
#include "core/mime/headerdate.h"

#include <QRegularExpression>

#include <cstdlib>
#include <vector>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 AmberMs = qint64(2) * 60'000;
constexpr qint64 RedMs = qint64(15) * 60'000;

QString span(qint64 ms)
{
    const qint64 minutes = (std::abs(ms) + 30'000) / 60'000;
    if (minutes < 120)
        return Words::tr("%n minutes", nullptr, int(minutes));
    if (minutes < qint64(48) * 60)
        return Words::tr("%n hours", nullptr, int(minutes / 60));
    return Words::tr("%n days", nullptr, int(std::min<qint64>(minutes / 1440, 1'000'000)));
}

} // namespace

std::optional<ClockReading> clockIn(const ProbeTarget &target, const ServerSeen &seen)
{
    static const QRegularExpression pattern(
        u"(?:[A-Z][a-z]{2}, )?\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d (?:[+-]\\d{4}|GMT|UTC)"_s);
    if (seen.spokenAt == 0 || target.speech == ProbeTarget::Speech::Imap)
        return {};
    const bool web = target.speech == ProbeTarget::Speech::Https;
    QString text = QString::fromLatin1(seen.greeting);
    if (web) {
        const qsizetype at = text.indexOf("\ndate:"_L1, 0, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        text = text.sliced(at + 6).section(u'\n', 0, 0);
    }
    const auto match = pattern.match(text);
    const qint64 seconds = match.hasMatch() ? parseHeaderDate(match.captured(0).toLatin1()) : 0;
    if (seconds <= 0)
        return {};
    const QString source = web ? Words::tr("the web server of %1").arg(foreign(target.host))
                               : Words::tr("the greeting of %1").arg(foreign(target.host));
    // They tell whole seconds: on average half of one has passed.
    return ClockReading{source, seconds * 1000 + 500, seen.spokenAt};
}

Finding judgeClock(const QList<ClockReading> &readings)
{
    Finding finding{u"computer.clock"_s, Words::tr("Clock")};
    finding.state = FindingState::Unknown;
    finding.sentence = Words::tr("None of the servers told the time, so the clock was not compared.");
    if (readings.isEmpty())
        return finding;
    // Of several servers, the one that agrees best with us: a server's clock may be wrong, too.
    const ClockReading *best = &readings.constFirst();
    for (const ClockReading &one : readings) {
        finding.details.append(Words::tr("Compared with %1: %2 s apart")
                                   .arg(one.source)
                                   .arg(double(one.oursMs - one.theirsMs) / 1000, 0, 'f', 1));
        if (std::abs(one.oursMs - one.theirsMs) < std::abs(best->oursMs - best->theirsMs))
            best = &one;
    }
    const qint64 ahead = best->oursMs - best->theirsMs;
    finding.state = std::abs(ahead) > RedMs ? FindingState::Bad
        : std::abs(ahead) > AmberMs         ? FindingState::Warning
                                            : FindingState::Good;
    if (finding.state == FindingState::Good) {
        finding.sentence = Words::tr("This computer's clock agrees with %1.").arg(best->source);
        return finding;
    }
    finding.sentence = ahead > 0
        ? Words::tr("This computer's clock is %1 ahead of %2.").arg(span(ahead), best->source)
        : Words::tr("This computer's clock is %1 behind %2.").arg(span(ahead), best->source);
    finding.advice = finding.state == FindingState::Bad
        ? Words::tr(
              "Let the system set the clock by itself: with a wrong clock, certificates and signing in fail.")
        : Words::tr("Let the system set the clock by itself; mail is sorted by it.");
    return finding;
}

Task<QList<ClockReading>> readClocks(DoctorSurroundings around, std::shared_ptr<Curfew> curfew,
                                     QStringList hosts)
{
    struct Asked {
        ProbeTarget target;
        std::unique_ptr<ServerProbe> probe;
        Task<ServerSeen> seen;
    };
    std::vector<Asked> all;
    for (const QString &host : std::as_const(hosts)) {
        ProbeTarget target{ProbeTarget::Speech::Https, host, around.httpsPort, ConnectionSecurity::Tls, {}};
        auto probe = std::make_unique<ServerProbe>(around, curfew, target);
        auto seen = probe->run();
        all.push_back({target, std::move(probe), std::move(seen)});
    }
    QList<ClockReading> readings;
    for (Asked &one : all) {
        const auto seen = co_await one.seen;
        if (const auto reading = clockIn(one.target, seen))
            readings.append(*reading);
    }
    co_return readings;
}

} // namespace kw::doctor
