#pragma once

#include <QObject>

class QSocketNotifier;

namespace kw {

// SIGINT, SIGTERM and SIGHUP as a signal of the event loop, so that the program ends in order (the demo
// cleans up, the log is whole). One object at most; GUI thread.
class UnixSignals : public QObject
{
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endRequested();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace kw
