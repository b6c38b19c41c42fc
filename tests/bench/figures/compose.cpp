#include "bench/figures/bench.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

QList<double> numbers(const QJsonValue &values)
{
    QList<double> out;
    for (const QJsonValue &value : values.toArray())
        out.append(value.toDouble());
    return out;
}

} // namespace

QList<Figure> measureCompose(Bench &bench)
{
    Figure open{
        u"compose_open"_s, u"ms"_s, {}, Figure::Judge::Value, 150, {}, u"95th percentile of 40 answers"_s};
    Figure type{u"type_latency"_s,
                u"ms"_s,
                {},
                Figure::Judge::Value,
                16,
                {},
                u"99th percentile of 500 keys above a quote of 200 KB"_s};
    Figure send{
        u"send_loopback"_s, u"ms"_s, {}, Figure::Judge::Value, 500, {}, u"one letter, sign-in included"_s};
    for (int run = 0; run < bench.options().runs; ++run) {
        const QString profile = bench.freshProfile(1);
        const QJsonObject answer
            = bench.child({u"compose"_s, profile, bench.options().quick ? u"4"_s : u"40"_s}).answer;
        if (answer.contains("error"_L1)) {
            open.note = answer.value("error"_L1).toString();
            break;
        }
        open.samples.append({percentile(numbers(answer.value("open"_L1)), 95), 0});
        type.samples.append({percentile(numbers(answer.value("type"_L1)), 99), 0});
        send.samples.append({answer.value("send_ms"_L1).toDouble(), 0});
    }
    return {open, type, send};
}

} // namespace kw::bench
