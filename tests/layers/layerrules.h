#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace kw {

// One room of the house: what its files may include (docs/architecture.md holds the same table for people).
struct LayerRule {
    QString room; // folder; the longest that fits a file counts
    QStringList ours; // "core/base/" allows a folder, "core/sync/engine.h" one header
    QStringList modules; // Qt modules
    QStringList libraries; // first part of other libraries' includes
};
const QList<LayerRule> &layerRules();

// Reads include lines; knows nothing of the compiler.
class LayerCheck
{
public:
    // `qtIncludeDirectory` holds QtCore/, QtGui/ … with their headers.
    explicit LayerCheck(const QString &qtIncludeDirectory);
    bool knowsQt() const { return m_moduleOf.contains(QStringLiteral("QObject")); }

    // Every break as "path:line: what". `path` is relative to the project.
    QStringList breaksOf(const QString &path, const QByteArray &text) const;
    // Of all sources below core, ui and app of a project.
    QStringList breaksBelow(const QString &projectDirectory, int *filesRead = nullptr) const;

private:
    QString verdict(const LayerRule &rule, const QString &include, bool quoted) const;
    QString systemVerdict(const LayerRule &rule, const QString &include) const;

    QHash<QString, QString> m_moduleOf; // "QWidget" -> "QtWidgets"
};

} // namespace kw
