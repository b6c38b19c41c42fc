#include "bench/figures/bench.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

QList<Figure> measureOrganize(Bench &bench)
{
    // The last part of a name says what of the scenario's answer it is.
    struct Line {
        const char *name;
        const char *scenario;
        const char *part;
        const char *unit;
        double goal;
    };
    static constexpr Line lines[]{{"mark_10k_shown", "mark", "shown_ms", "ms", 100},
                                  {"mark_10k_server", "mark", "server_ms", "ms", 2000},
                                  {"mark_10k_commands", "mark", "commands", "lines", 20},
                                  {"move_1k_shown", "move", "shown_ms", "ms", 50},
                                  {"move_1k_server", "move", "server_ms", "ms", 2000},
                                  {"journal_replay_1k", "replay", "server_ms", "ms", 2000}};
    QList<Figure> out;
    for (const Line &line : lines)
        out.append({QLatin1StringView(line.name),
                    QLatin1StringView(line.unit),
                    {},
                    Figure::Judge::Value,
                    line.goal,
                    {},
                    {}});
    const int marked = bench.options().quick ? 1000 : 10'000;
    const int moved = bench.options().quick ? 100 : 1000;
    BenchServer *server = bench.server(bench.small());
    if (!server) {
        out.first().note = bench.problem();
        return out;
    }
    const QString profile = bench.freshProfile(server->port());
    const auto synced = bench.child({u"sync"_s, profile});
    const auto child = bench.child({u"organize"_s, profile, QString::number(server->port()),
                                    QString::number(bench.options().runs), QString::number(marked),
                                    QString::number(moved)});
    // The mail is kept for the other figures and for the next time.
    const auto tidy = server->client();
    if (!tidy || !tidy->command("SELECT Archive") || !tidy->command("MOVE 1:* INBOX"))
        out.first().note = u"the mail could not be put back"_s;
    for (qsizetype i = 0; i < out.size(); ++i) {
        for (const QJsonValue &round : child.answer.value(QLatin1StringView(lines[i].scenario)).toArray()) {
            const QJsonValue value = round.toObject().value(QLatin1StringView(lines[i].part));
            if (value.isDouble())
                out[i].samples.append({value.toDouble(), 0});
            else
                out[i].note = u"it never got there in one of the rounds"_s;
        }
    }
    if (child.answer.contains("error"_L1))
        out.first().note = child.answer.value("error"_L1).toString();
    return out;
}

} // namespace kw::bench
