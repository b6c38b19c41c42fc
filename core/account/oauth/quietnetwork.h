#pragma once

#include <QNetworkAccessManager>

namespace kw {

// Speaks to token endpoints: no cookies, no cache, no redirects, an end in time, and never more octets than
// MostTokenReplyOctets. Lives on one thread with an event loop.
class QuietNetwork : public QNetworkAccessManager
{
    Q_OBJECT
public:
    explicit QuietNetwork(QObject *parent = nullptr);

    static constexpr int TimeoutMs = 30'000;
    void setPatience(int ms) { m_timeoutMs = ms; } // of silence; for tests

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    int m_timeoutMs = TimeoutMs;
};

} // namespace kw
