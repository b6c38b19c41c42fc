#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kw::bench {

// One run of a measurement, beside what the reference took in the same run on the same server and mail.
struct Sample {
    double value = 0;
    double reference = 0; // 0: none
};

// One line of the table.
struct Figure {
    enum class Judge {
        Value, // the median of the values against the goal
        Ratio, // the median of value / reference against the goal
        Excess, // the median of value - reference against the goal
    };
    QString name; // "cold_100k"
    QString unit; // of value and reference: "ms", "bytes", "MB", "%"
    QString referenceName; // "raw UID FETCH"; empty: none
    Judge judge = Judge::Value;
    double goal = 0; // the judged number must not be larger
    QList<Sample> samples;
    QString note; // where the time went, or why it could not be measured

    // What is compared with the goal, one number per run; a run without a usable reference is left out.
    QList<double> judged() const;
    // Nothing when there is no sample.
    std::optional<bool> holds() const;
};

// Middle value (mean of the middle two); 0 for an empty list.
double median(QList<double> values);
double smallest(const QList<double> &values); // 0 for an empty list
double largest(const QList<double> &values);
// The value below which `percent` of the values lie (nearest rank); 0 for an empty list.
double percentile(QList<double> values, double percent);

QList<double> valuesOf(const Figure &figure);
QList<double> referencesOf(const Figure &figure);

} // namespace kw::bench
