#include "bench/figures/bench.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

QList<Figure> measureReader(Bench &bench)
{
    Figure plain{u"open_plain"_s, u"ms"_s, {}, Figure::Judge::Value, 30, {}, {}};
    Figure first{u"open_html_first"_s, u"ms"_s, {}, Figure::Judge::Value, 700, {}, {}};
    Figure warm{u"open_html_warm"_s, u"ms"_s, {}, Figure::Judge::Value, 100, {}, {}};
    Figure parse{u"parse_corpus"_s,
                 u"ms"_s,
                 {},
                 Figure::Judge::Value,
                 2000,
                 {},
                 u"for 1,000 of the demo's messages"_s};
    Figure memory{u"memory_html"_s,
                  u"MB"_s,
                  {},
                  Figure::Judge::Value,
                  400,
                  {},
                  u"after 50 HTML messages, Chromium's processes included"_s};
    for (int run = 0; run < bench.options().runs; ++run) {
        const QString profile = bench.freshProfile(1);
        const QJsonObject answer = bench.child({u"reader"_s, profile, u"50"_s}).answer;
        if (answer.contains("error"_L1)) {
            plain.note = answer.value("error"_L1).toString();
            break;
        }
        // What a person waits for is the slow one, not the middle one.
        for (const auto &[figure, name] : {std::pair{&plain, u"plain"_s}, {&warm, u"html"_s}}) {
            QList<double> times;
            for (const QJsonValue &time : answer.value(name).toArray())
                times.append(time.toDouble());
            figure->samples.append({percentile(times, 95), 0});
        }
        first.samples.append({answer.value("html_first"_L1).toDouble(), 0});
        parse.samples.append({answer.value("parse_ms"_L1).toDouble(), 0});
        memory.samples.append({answer.value("memory_mb"_L1).toDouble(), 0});
    }
    return {plain, first, warm, parse, memory};
}

} // namespace kw::bench
