#include "bench/measure/figure.h"

#include <algorithm>
#include <cmath>

namespace kw::bench {

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

double smallest(const QList<double> &values)
{
    return values.isEmpty() ? 0 : *std::min_element(values.begin(), values.end());
}

double largest(const QList<double> &values)
{
    return values.isEmpty() ? 0 : *std::max_element(values.begin(), values.end());
}

double percentile(QList<double> values, double percent)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = qsizetype(std::ceil(percent / 100 * double(values.size())));
    return values.at(std::clamp<qsizetype>(rank, 1, values.size()) - 1);
}

QList<double> valuesOf(const Figure &figure)
{
    QList<double> out;
    for (const Sample &sample : figure.samples)
        out.append(sample.value);
    return out;
}

QList<double> referencesOf(const Figure &figure)
{
    QList<double> out;
    for (const Sample &sample : figure.samples) {
        if (sample.reference > 0)
            out.append(sample.reference);
    }
    return out;
}

QList<double> Figure::judged() const
{
    QList<double> out;
    for (const Sample &sample : samples) {
        if (judge == Judge::Value)
            out.append(sample.value);
        else if (judge == Judge::Excess)
            out.append(sample.value - sample.reference);
        else if (sample.reference > 0)
            out.append(sample.value / sample.reference);
    }
    return out;
}

std::optional<bool> Figure::holds() const
{
    const QList<double> numbers = judged();
    if (numbers.isEmpty())
        return std::nullopt;
    return median(numbers) <= goal;
}

} // namespace kw::bench
