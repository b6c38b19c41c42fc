#include "ui/reader/remotepictures.h"

#include "core/evidence/domains.h"

#include <algorithm>

namespace kw {

RemotePictures::RemotePictures(QObject *parent)
    : QObject(parent)
{
}

void RemotePictures::setDirectory(const QString &configDirectory)
{
    m_choices = RemoteChoices(configDirectory);
}

void RemotePictures::setMessage(const MessageView &view)
{
    m_fetcher.stop();
    m_view = view;
    m_once = false;
    m_always = m_choices.allows(view.from.email);
    m_allowed = false;
}

void RemotePictures::judgeSender(bool doubtful)
{
    if (m_always && !m_once)
        allow(!doubtful);
}

int RemotePictures::pictures() const
{
    return int(m_view.remote.size()) - trackers();
}

int RemotePictures::trackers() const
{
    return int(std::count_if(m_view.remote.begin(), m_view.remote.end(), [](const RemoteContent &one) {
        return one.kind == RemoteContent::Kind::Tracker;
    }));
}

int RemotePictures::others() const
{
    return std::max(0, m_view.remoteResources - int(m_view.remote.size()));
}

QString RemotePictures::sender() const
{
    return m_view.from.email.toLower();
}

QString RemotePictures::domain() const
{
    return registeredDomain(domainOf(m_view.from.email));
}

void RemotePictures::allow(bool on)
{
    if (!on)
        m_fetcher.stop();
    if (std::exchange(m_allowed, on) != on)
        Q_EMIT changed();
}

void RemotePictures::allowOnce()
{
    m_once = true;
    allow(true);
}

bool RemotePictures::allowSender()
{
    const bool kept = m_choices.allowSender(sender());
    allowOnce();
    return kept;
}

bool RemotePictures::allowDomain()
{
    const bool kept = m_choices.allowDomain(domain());
    allowOnce();
    return kept;
}

void RemotePictures::fetch(int place, const std::function<void(const QByteArray &, const QByteArray &)> &done)
{
    const bool exists = place >= 0 && place < m_view.remote.size();
    if (!m_allowed || !m_online || !exists || m_view.remote.at(place).kind == RemoteContent::Kind::Tracker) {
        done({}, {});
        return;
    }
    m_fetcher.fetch(m_view.remote.at(place).url,
                    [done](const PictureFetcher::Picture &picture) { done(picture.octets, picture.type); });
}

} // namespace kw
