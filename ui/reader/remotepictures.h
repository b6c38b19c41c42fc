#pragma once

#include "core/mime/messageview.h"
#include "core/remote/picturefetcher.h"
#include "core/remote/remotechoices.h"

#include <QObject>

namespace kw {

// What of the network the open message may show: nothing, unless the person allows it for this once, for the
// sender or for its domain. Trackers are never loaded. GUI thread.
class RemotePictures : public QObject
{
    Q_OBJECT
public:
    explicit RemotePictures(QObject *parent = nullptr);
    void setDirectory(const QString &configDirectory); // where choices are kept

    void setMessage(const MessageView &view);
    // What came to light of the sender. What is allowed always waits for this: who only claims to be somebody
    // gets nothing by that one's leave.
    void judgeSender(bool doubtful);
    void setOnline(bool on) { m_online = on; }

    int pictures() const; // that could be shown
    int trackers() const;
    int others() const; // frames, fonts, films: have no place
    bool isAllowed() const { return m_allowed; }
    bool isAllowedAlways() const { return m_always; }
    QString sender() const; // lower case
    QString domain() const;

    void allowOnce();
    bool allowSender(); // false: it could not be kept; allowed for now all the same
    bool allowDomain();
    void fetch(int place, const std::function<void(const QByteArray &, const QByteArray &)> &done);

Q_SIGNALS:
    void changed(); // what is allowed

private:
    void allow(bool on);

    RemoteChoices m_choices{QString()};
    PictureFetcher m_fetcher;
    MessageView m_view;
    bool m_allowed = false;
    bool m_always = false;
    bool m_once = false;
    bool m_online = true;
};

} // namespace kw
