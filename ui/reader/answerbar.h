#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace kw {

// Buttons under a message for what one answers to it; not there while there are none. GUI thread.
class AnswerBar : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerBar(QWidget *parent = nullptr);
    void setActions(const QList<QAction *> &actions); // not owned
};

} // namespace kw
