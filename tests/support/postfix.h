#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace kw {

// A real Postfix of a test's own on loopback: takes mail from this computer without a sign-in and puts it
// into maildirs of a temporary directory, for bea@example.org and cem@example.org; knows nobody else. Takes
// at most 10,240,000 octets. Ends with the object, and with the process.
class Postfix
{
public:
    ~Postfix();
    // Why it cannot be had here (not installed; it wants to be started by root). Empty: it can.
    static QString missing();
    QString start(); // an empty text, or why not

    quint16 port() const { return m_port; }
    QList<QByteArray> delivered(const QString &user) const; // whole messages
    // Nothing of what it took is on its way any more, and so many sessions have ended since the start.
    bool isDone(int sessions) const;
    QByteArray log() const;

private:
    void configure() const;
    void write(const QString &name, const QByteArray &text) const;
    bool greets();

    QTemporaryDir m_dir{QStringLiteral("/tmp/kw-postfix-XXXXXX")};
    QProcess m_master;
    quint16 m_port = 0;
    int m_ownSessions = 0;
};

} // namespace kw
