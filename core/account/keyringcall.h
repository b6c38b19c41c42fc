#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

namespace QKeychain {
class Job;
}

namespace kw {

// One request to the desktop's keyring through QtKeychain, whose jobs and D-Bus callbacks belong to the main
// thread. It moves itself there, answers once with done() and deletes itself. Connect to done() before
// start(), from any thread.
class KeyringCall : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Read, Write, Forget };
    KeyringCall(Kind kind, const QString &entry, const QString &password);
    void start();

Q_SIGNALS:
    // error.text is empty on success; `password` only for Read.
    void done(const QString &password, const kw::Error &error);

private:
    void begin();
    QKeychain::Job *makeJob();
    void finished(QKeychain::Job *job);
    void answer(const QString &password, const Error &error);

    const Kind m_kind;
    const QString m_entry;
    QString m_password;
    bool m_answered = false;
};

} // namespace kw
