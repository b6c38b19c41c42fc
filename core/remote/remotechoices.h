#pragma once

#include <QString>
#include <QStringList>

namespace kw {

// Whose pictures on the network the person always wants to see: remote.ini in the profile's configuration
// folder. Addresses and domains in lower case. Blocking file I/O of a few KB; any thread; two programs may
// write at once, the last one wins for each list. Without a directory nothing is allowed and nothing kept.
class RemoteChoices
{
public:
    explicit RemoteChoices(const QString &directory);

    bool allows(const QString &email) const; // the sender or its domain
    QStringList senders() const;
    QStringList domains() const;
    // False: the file cannot be written.
    bool allowSender(const QString &email);
    bool allowDomain(const QString &domain); // and what is below it
    bool forget(const QString &senderOrDomain);

private:
    QStringList list(const QString &key) const;
    bool store(const QString &key, QStringList list);

    QString m_file; // empty: nowhere
};

} // namespace kw
