#include "bench/figures/bench.h"
#include "bench/figures/searchfill.h"
#include "core/store/search/indexfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int Queries = 240; // of each kind

QString searchProfile(Bench &bench, QString &problem)
{
    const QString directory = bench.options().buildDir + "/bench-cache/"_L1 + searchKey(bench.large());
    const QString marker = directory + "/.complete"_L1;
    if (QFile::exists(marker))
        return directory;
    Bench::say(u"filling and indexing a cache with %1 messages"_s.arg(bench.large()));
    QDir(directory).removeRecursively();
    QFile file(marker);
    if (const auto filled = fillSearchProfile(directory, bench.large()); !filled)
        problem = filled.error().text;
    else if (!file.open(QIODevice::WriteOnly))
        problem = u"Couldn't write %1."_s.arg(marker);
    return directory;
}

} // namespace

QList<Figure> measureSearch(Bench &bench)
{
    QList<Figure> out;
    static const QStringList parts{u"rare"_s, u"common"_s, u"typing"_s, u"operators"_s};
    static const QStringList names{u"search_rare"_s, u"search_common"_s, u"search_prefix_typing"_s,
                                   u"search_operator_mix"_s};
    for (const QString &name : names)
        out.append({name, u"ms"_s, {}, Figure::Judge::Value, 50, {}, {}});
    QString problem;
    const QString profile = searchProfile(bench, problem);
    Figure size{u"index_bytes"_s, u"bytes"_s, {}, Figure::Judge::Value, 1000, {}, {}};
    size.note = u"a message, of %1, every fifth with its text"_s.arg(bench.large());
    size.samples.append({double(QFileInfo(IndexFile::path(profile)).size()) / bench.large(), 0});
    for (int run = 0; run < bench.options().runs && problem.isEmpty(); ++run) {
        const QJsonObject answer = bench.child({u"search"_s, profile, QString::number(Queries)}).answer;
        problem = answer.value("error"_L1).toString();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QList<double> times;
            for (const QJsonValue &time : answer.value(parts[i]).toArray())
                times.append(time.toDouble());
            out[i].samples.append({percentile(times, 95), 0});
        }
    }
    out.first().note
        = problem.isEmpty() ? u"the 95th percentile of %1 first pages each"_s.arg(Queries) : problem;
    return out + QList{size};
}

} // namespace kw::bench
