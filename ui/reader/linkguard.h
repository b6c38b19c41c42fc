#pragma once

#include "core/mime/partfacts.h"
#include "core/sync/facade/senderchecks.h"

#include <QObject>

class QUrl;

namespace kw {

class BannerStack;

// Stands between a click and the browser: a link that is not what it seems, or comes from somebody unknown,
// is told first, with where it really goes. GUI thread.
class LinkGuard : public QObject
{
    Q_OBJECT
public:
    LinkGuard(BannerStack *banners, QObject *parent);

    void setLinks(const QList<ShownLink> &links); // of the message that is shown; forgets its sender
    void setSender(const SenderReport &report) { m_sender = report; }
    void open(const QUrl &url);
    // What is to be said before it is opened; empty: nothing.
    QString concern(const QUrl &url) const;

Q_SIGNALS:
    void linkActivated(const QUrl &url); // go there

private:
    BannerStack *m_banners;
    QList<ShownLink> m_links;
    SenderReport m_sender;
};

} // namespace kw
