#pragma once

#include "core/imap/imaplink.h"
#include "tests/bench/server/rawimap.h"
#include "tests/imap/testserver.h"

#include <QCoroTask>
#include <QObject>

#include <map>

namespace kw {

// One link over KIMAP, another client, and a server of each kind: whole, and with extensions switched off.
class ContractFixture : public QObject
{
public:
    ~ContractFixture() override;

protected:
    // Columns "kind" and "without" of the global data.
    enum class Servers { All, Real };
    static void addServers(Servers which = Servers::All);
    // Before each test function; an empty text is success.
    QString begin();

    template <class T> static T wait(Task<T> task) { return QCoro::waitFor(std::move(task)); }
    LinkSettings settings() const;
    // Signed in; features() says as what.
    std::unique_ptr<ImapLink> link(bool threaded = false);
    const Result<ServerFeatures> &features() const { return m_features; }
    static QByteArray mail(int i);
    // A fresh mailbox holding messages 1…n with these UIDs.
    QString box(int n);
    // A name that no mailbox has.
    QString freshName();
    // What another client sees: UIDs and flags by UID.
    QStringList subjects(const QString &path); // of the messages there, in their order
    QByteArray told(const QString &path, const QByteArray &command);
    bool exists(const QString &path);

    bool is(QLatin1StringView kind) const;
    bool isWithout(const QString &capability) const;

    bench::RawImap m_other; // another client
    TestServer *m_server = nullptr;

private:
    std::map<QString, std::unique_ptr<TestServer>> m_servers;
    Result<ServerFeatures> m_features{ServerFeatures{}};
    int m_folder = 0;
};

} // namespace kw
