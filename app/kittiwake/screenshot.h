#pragma once

#include "core/sync/engine.h"

#include <QTimer>
#include <QWidget>

namespace kw {

// Waits until the window shows what there is to show (accounts synced or given up, nothing changing), saves a
// picture of it and says so. After a minute the picture is taken anyway. GUI thread.
class Screenshot : public QObject
{
    Q_OBJECT
public:
    Screenshot(QWidget *window, Engine *engine, const QString &file, QObject *parent = nullptr);
    void start(); // the window has been painted

Q_SIGNALS:
    void finished(bool saved);

private:
    void check();
    bool isSettled() const;
    void save();

    QWidget *m_window;
    Engine *m_engine;
    const QString m_file;
    QTimer m_quiet; // restarted by everything that changes the window
    QTimer m_patience;
};

} // namespace kw
