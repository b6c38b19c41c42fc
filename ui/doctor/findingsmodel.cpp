#include "ui/doctor/findingsmodel.h"

#include "ui/look/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

QLatin1StringView findingIcon(FindingState state)
{
    switch (state) {
    case FindingState::Good:
        return "check"_L1;
    case FindingState::Warning:
        return "warning"_L1;
    case FindingState::Bad:
        return "error"_L1;
    case FindingState::Running:
        return "polling"_L1;
    case FindingState::Unknown:
    case FindingState::Skipped:
        break;
    }
    return "info"_L1;
}

Tone findingTone(FindingState state)
{
    switch (state) {
    case FindingState::Good:
        return Tone::Good;
    case FindingState::Warning:
        return Tone::Warning;
    case FindingState::Bad:
        return Tone::Bad;
    default:
        return Tone::Info;
    }
}

void FindingsModel::plan(const QList<Finding> &findings)
{
    beginResetModel();
    fill(findings);
    endResetModel();
}

void FindingsModel::fill(const QList<Finding> &findings)
{
    m_lines.clear();
    QString group;
    for (const Finding &finding : findings) {
        if (const QString its = findingGroup(finding.id); its != group) {
            group = its;
            m_lines.append({findingGroupTitle(group), {}});
        }
        m_lines.append({{}, finding});
    }
}

void FindingsModel::apply(const Finding &finding)
{
    const QModelIndex known = indexOf(finding.id);
    if (known.isValid()) {
        m_lines[known.row()].finding = finding;
        Q_EMIT dataChanged(known, known);
        return;
    }
    const QString heading = findingGroupTitle(findingGroup(finding.id));
    const auto at = std::ranges::find(m_lines, heading, &Line::heading);
    if (at == m_lines.end()) {
        beginInsertRows({}, 0, 1);
        m_lines.prepend({{}, finding});
        m_lines.prepend({heading, {}});
    } else {
        const int row = int(at - m_lines.begin()) + 1;
        beginInsertRows({}, row, row);
        m_lines.insert(row, {{}, finding});
    }
    endInsertRows();
}

QList<Finding> FindingsModel::findings() const
{
    QList<Finding> all;
    for (const Line &line : m_lines) {
        if (line.heading.isEmpty())
            all.append(line.finding);
    }
    return all;
}

const Finding *FindingsModel::finding(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_lines.size() || !m_lines.at(index.row()).heading.isEmpty())
        return nullptr;
    return &m_lines.at(index.row()).finding;
}

QModelIndex FindingsModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).heading.isEmpty() && m_lines.at(row).finding.id == id)
            return index(row);
    }
    return {};
}

int FindingsModel::count(FindingState state) const
{
    return int(std::ranges::count_if(m_lines, [state](const Line &line) {
        return line.heading.isEmpty() && line.finding.state == state;
    }));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

Qt::ItemFlags FindingsModel::flags(const QModelIndex &index) const
{
    return finding(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                          : Qt::ItemFlags(Qt::ItemNeverHasChildren); // the keyboard goes over headings
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    if (!line.heading.isEmpty()) {
        if (role == HeadingRole)
            return true;
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(line.heading)
                                                                         : QVariant();
    }
    const Finding &finding = line.finding;
    switch (role) {
    case Qt::DisplayRole:
        return finding.title;
    case Qt::AccessibleTextRole: {
        // As one sentence after the other.
        QStringList parts{tr("%1: %2", "title, state").arg(finding.title, findingStateTitle(finding.state)),
                          shownText(finding.sentence), shownText(finding.advice)};
        parts.removeAll(QString());
        return parts.join(u". "_s).replace(u".."_s, u"."_s);
    }
    case HeadingRole:
        return false;
    case SentenceRole:
        return oneLine(shownText(finding.sentence));
    case AdviceRole:
        return oneLine(shownText(finding.advice));
    case StateTitleRole:
        return findingStateTitle(finding.state);
    case ToneRole:
        return int(findingTone(finding.state));
    case IconRole:
        return QString(findingIcon(finding.state));
    case RunningRole:
        return finding.state == FindingState::Running;
    default:
        return {};
    }
}

} // namespace kw
