#pragma once

#include "core/doctor/finding.h"
#include "ui/look/theme.h"

#include <QAbstractListModel>

namespace kw {

// The findings of one examination, in groups with a heading each. GUI thread.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HeadingRole = Qt::UserRole, // bool
        SentenceRole,
        AdviceRole,
        StateTitleRole, // "fine"
        ToneRole,
        IconRole, // a shape of its own for each state
        RunningRole, // bool
    };
    using QAbstractListModel::QAbstractListModel;

    // Starts over with what is going to be found.
    void plan(const QList<Finding> &findings);
    // One more is known; what was not planned is put before its group.
    void apply(const Finding &finding);
    void clear() { plan({}); }

    QList<Finding> findings() const; // in the order shown
    const Finding *finding(const QModelIndex &index) const; // null: a heading
    QModelIndex indexOf(const QString &id) const;
    int count(FindingState state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        QString heading; // empty: a finding
        Finding finding;
    };
    void fill(const QList<Finding> &findings);

    QList<Line> m_lines;
};

QLatin1StringView findingIcon(FindingState state);
Tone findingTone(FindingState state);

} // namespace kw
