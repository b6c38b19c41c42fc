#pragma once

#include "tests/support/authority.h"

#include <QThread>

namespace kw {

// A web server on 127.0.0.1 and a thread of its own. Pages by "host/path"; without a host, for all. Keeps
// what it is asked.
class PageServer
{
public:
    // Without an identity: HTTP.
    explicit PageServer(const TestIdentity &identity = {});
    ~PageServer();
    PageServer(const PageServer &) = delete;
    PageServer &operator=(const PageServer &) = delete;

    quint16 port() const;
    void addPage(const QByteArray &place, const QByteArray &body);
    void addRedirect(const QByteArray &place, const QByteArray &target);
    // `raw` is sent as it is; empty: the connection stays silent.
    void addRaw(const QByteArray &place, const QByteArray &raw);
    QByteArray requests() const; // all heads so far

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
