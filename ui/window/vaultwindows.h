#pragma once

#include <QObject>

class QWidget;

namespace kw {

class Engine;
class Notices;

// What the main window shows of passwords and certificates: the line about the place where they are kept, the
// prompts, and the certificate of an account's server. GUI thread.
class VaultWindows : public QObject
{
    Q_OBJECT
public:
    VaultWindows(Engine *engine, Notices *notices, QWidget *window);

    void askPassword(const QString &accountKey);
    void showCertificate(const QString &accountKey);

private:
    Engine *m_engine;
    QWidget *m_window;
};

} // namespace kw
