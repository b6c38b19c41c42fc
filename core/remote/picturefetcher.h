#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>

#include <functional>

class QNetworkReply;

namespace kw {

// Fetches pictures that a message wants to show and the person has allowed. The request says nothing of the
// person or the message: no cookies, no referrer, no name of this program, no language, and nothing is kept.
// Redirections are followed to http and https only, never from https to http. One owner, one thread with an
// event loop.
class PictureFetcher : public QObject
{
    Q_OBJECT
public:
    static constexpr int TimeoutMs = 15'000; // without an octet
    static constexpr qint64 MostOctets = 20 << 20; // of one picture
    static constexpr int MostAtOnce = 8;

    struct Picture {
        QByteArray octets; // empty: it could not be fetched, or is no picture
        QByteArray type; // "image/png", by what the octets are
    };
    using Done = std::function<void(const Picture &)>;

    explicit PictureFetcher(QObject *parent = nullptr);
    ~PictureFetcher() override;

    void fetch(const QString &url, Done done);
    void stop(); // what runs and waits ends with an empty picture before this returns

private:
    struct Wanted {
        QString url;
        Done done;
    };
    void startNext();
    void start(const Wanted &wanted);

    QNetworkAccessManager m_network;
    QList<Wanted> m_waiting;
    QList<std::pair<QNetworkReply *, Done>> m_running;
};

// The type of a picture that browsers show without running anything in it, by its first octets; empty for all
// else (SVG too).
QByteArray pictureType(const QByteArray &octets);

} // namespace kw
