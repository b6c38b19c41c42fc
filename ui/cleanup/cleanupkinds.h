#pragma once

#include "core/store/cleanupfinder.h"

#include <QListWidget>

namespace kw {

// Clean up's lists, each with what it comes to. GUI thread.
class CleanupKinds : public QListWidget
{
    Q_OBJECT
public:
    explicit CleanupKinds(QWidget *parent = nullptr);
    CleanupKind kind() const;
    void setKind(CleanupKind kind);
    void setOverview(const QList<CleanupFindings> &all); // by kind
    static QString title(CleanupKind kind);
    // What one sees there, and what is not known.
    static QString explanation(CleanupKind kind);

Q_SIGNALS:
    void kindChanged();
};

} // namespace kw
