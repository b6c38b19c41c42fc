#pragma once

#include "core/setup/found.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace kw {

class ElidedLabel;
class Spinner;

// What is being asked for an account's servers, a line each: a turning arc, a tick, a dash or a cross, and
// what came of it. GUI thread.
class DiscoverySteps : public QWidget
{
    Q_OBJECT
public:
    explicit DiscoverySteps(QWidget *parent = nullptr);
    void setSteps(const QList<DiscoveryStep> &steps);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        Spinner *spinner;
        QLabel *icon;
        QLabel *title;
        ElidedLabel *text;
    };
    Line makeLine(int row);
    void fill(const Line &line, const DiscoveryStep &step) const;

    QGridLayout *m_layout;
    QList<Line> m_lines;
    QList<DiscoveryStep> m_steps;
};

} // namespace kw
