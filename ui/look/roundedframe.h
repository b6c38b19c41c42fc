#pragma once

#include <QFrame>

namespace kw {

// A quiet field with round corners in the theme's colours, for what belongs together. GUI thread.
class RoundedFrame : public QFrame
{
    Q_OBJECT
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace kw
