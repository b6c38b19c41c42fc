#include "bench/measure/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

QString number(double value)
{
    const double size = qAbs(value);
    const int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return value == 0 ? u"0"_s : QString::number(value, 'f', digits);
}

QString withUnit(double value, const QString &unit)
{
    if (unit == "bytes"_L1 && value >= 10'000)
        return number(value / 1000) + " kB"_L1;
    return number(value) + u' ' + unit;
}

QString judgedText(const Figure &figure, double value)
{
    return figure.judge == Figure::Judge::Ratio ? number(value) + u'×' : withUnit(value, figure.unit);
}

QStringList cells(const Figure &figure)
{
    const QList<double> values = valuesOf(figure);
    if (values.isEmpty())
        return {figure.name,      u"-"_s, u"-"_s, u"-"_s, u"-"_s, u"≤ "_s + judgedText(figure, figure.goal),
                u"not measured"_s};
    const QList<double> references = referencesOf(figure);
    QString reference = u"-"_s;
    if (!references.isEmpty())
        reference = withUnit(median(references), figure.unit) + " ("_L1 + figure.referenceName + u')';
    return {figure.name,
            withUnit(median(values), figure.unit),
            number(smallest(values)) + u"–"_s + number(largest(values)),
            reference,
            judgedText(figure, median(figure.judged())),
            u"≤ "_s + judgedText(figure, figure.goal),
            figure.holds().value_or(false) ? u"holds"_s : u"MISSED"_s};
}

QJsonArray array(const QList<double> &values)
{
    QJsonArray out;
    for (const double value : values)
        out.append(value);
    return out;
}

QJsonObject object(const Figure &figure)
{
    static const char *const judges[] = {"value", "ratio", "excess"};
    QJsonObject out{{u"name"_s, figure.name},
                    {u"unit"_s, figure.unit},
                    {u"judge"_s, QLatin1StringView(judges[int(figure.judge)])},
                    {u"goal"_s, figure.goal},
                    {u"values"_s, array(valuesOf(figure))},
                    {u"median"_s, median(valuesOf(figure))},
                    {u"judged"_s, median(figure.judged())}};
    if (!figure.referenceName.isEmpty()) {
        out.insert(u"reference_name"_s, figure.referenceName);
        out.insert(u"references"_s, array(referencesOf(figure)));
    }
    if (const auto holds = figure.holds())
        out.insert(u"holds"_s, *holds);
    if (!figure.note.isEmpty())
        out.insert(u"note"_s, figure.note);
    return out;
}

} // namespace

QString tableOf(const QList<Figure> &figures)
{
    QList<QStringList> rows{
        {u"figure"_s, u"median"_s, u"min–max"_s, u"reference"_s, u"judged"_s, u"goal"_s, u"verdict"_s}};
    for (const Figure &figure : figures)
        rows.append(cells(figure));
    QList<qsizetype> widths(rows.constFirst().size(), 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths.at(i), row.at(i).size());
    }
    QString out;
    for (const QStringList &row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i) + 2);
        out += line.trimmed() + u'\n';
    }
    for (const Figure &figure : figures) {
        if (!figure.note.isEmpty())
            out += figure.name + ": "_L1 + figure.note + u'\n';
    }
    return out;
}

QByteArray jsonOf(const QList<Figure> &figures, const QString &context)
{
    QJsonArray list;
    for (const Figure &figure : figures)
        list.append(object(figure));
    return QJsonDocument(QJsonObject{{u"context"_s, context}, {u"figures"_s, list}}).toJson();
}

} // namespace kw::bench
