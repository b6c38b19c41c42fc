#include "ui/reader/partfetching.h"

#include "core/sync/engine.h"
#include "core/sync/facade/messageparts.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/bannerstack.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

const QString BannerName = u"downloadBanner"_s;

} // namespace

PartFetching::PartFetching(AttachmentBar *attachments, BannerStack *banners, QObject *parent)
    : QObject(parent)
    , m_attachments(attachments)
    , m_banners(banners)
{
    connect(attachments, &AttachmentBar::downloadAllRequested, this,
            [this](const QList<int> &all) { need(all, [] { }); });
    connect(attachments, &AttachmentBar::cancelRequested, this, &PartFetching::cancel);
}

void PartFetching::setParts(MessageParts *parts)
{
    m_parts = parts;
    connect(parts, &MessageParts::progress, this, &PartFetching::onProgress);
    connect(parts, &MessageParts::failed, this, &PartFetching::onFailed);
    connect(parts, &MessageParts::attachedOpened, this, [this](int request, const OpenedMessage &mail) {
        if (request == m_attached && m_attachedDone)
            std::exchange(m_attachedDone, nullptr)(std::make_shared<const OpenedMessage>(mail));
    });
}

void PartFetching::setMessage(const std::shared_ptr<const OpenedMessage> &message)
{
    const bool isSame = m_message && message && isSet(message->id) && m_message->id == message->id;
    m_message = message;
    if (!isSame) { // what was wished for goes on, and is found here another time
        m_needed.clear();
        m_progress.clear();
        m_needsWhole = false;
        m_action = nullptr;
        m_banners->remove(BannerName);
        return;
    }
    showWaiting(); // the bar was made anew
    run();
}

void PartFetching::showWaiting()
{
    const QList<int> wanted = missing(m_needed);
    for (const int i : wanted) {
        const AttachmentInfo &info = m_message->view.attachments.at(i);
        const auto known = m_progress.constFind(info.partId);
        m_attachments->showProgress(i, known == m_progress.cend() ? 0 : known->first,
                                    known == m_progress.cend() ? info.size : known->second);
    }
}

QList<int> PartFetching::missing(const QList<int> &among) const
{
    QList<int> out;
    for (const int i : among) {
        if (m_parts && i < m_message->view.attachments.size() && !m_message->view.attachments.at(i).isHere)
            out.append(i);
    }
    return out;
}

void PartFetching::run()
{
    if (!m_action || !missing(m_needed).isEmpty() || (m_needsWhole && !m_message->isWhole))
        return;
    m_banners->remove(BannerName);
    m_needed.clear();
    m_needsWhole = false;
    std::exchange(m_action, nullptr)();
}

void PartFetching::need(const QList<int> &attachments, Action action)
{
    m_action = std::move(action);
    m_needed = attachments;
    const QList<int> wanted = missing(attachments);
    if (wanted.isEmpty())
        return run();
    m_banners->remove(BannerName);
    QStringList parts;
    for (const int i : wanted)
        parts.append(m_message->view.attachments.at(i).partId);
    showWaiting();
    m_parts->fetch(m_message->id, parts);
}

void PartFetching::needWhole(Action action)
{
    m_action = std::move(action);
    m_needsWhole = true;
    if (!m_parts || m_message->isWhole)
        return run();
    m_banners->add(BannerName, Tone::Info, "download"_L1, tr("Downloading the whole message…"));
    m_parts->fetchWhole(m_message->id);
}

void PartFetching::openAttached(const std::shared_ptr<const OpenedMessage> &mail, MailDone done)
{
    if (!m_parts)
        return done(mail);
    m_attachedDone = std::move(done);
    m_attached = m_parts->openAttached(mail->rawHeader, mail->rawBody);
}

void PartFetching::wholeFailed(const Error &error)
{
    if (!std::exchange(m_needsWhole, false))
        return;
    auto again = std::exchange(m_action, nullptr);
    m_banners->add(BannerName, Tone::Warning, "warning"_L1, error.text,
                   {{tr("Try Again"), [this, again] { needWhole(again); }}});
}

void PartFetching::onProgress(MessageId id, const QString &part, qint64 done, qint64 total)
{
    if (!m_message || id != m_message->id)
        return;
    m_progress.insert(part, {done, total});
    const auto &all = m_message->view.attachments;
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).partId == part && !all.at(i).isHere)
            m_attachments->showProgress(i, done, total);
    }
}

void PartFetching::onFailed(MessageId id, const Error &error)
{
    if (!m_message || id != m_message->id)
        return;
    m_attachments->endProgress();
    m_progress.clear();
    const auto needed = std::exchange(m_needed, {});
    const auto action = std::exchange(m_action, nullptr);
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_banners->add(BannerName, Tone::Warning, "warning"_L1, error.text,
                   {{tr("Try Again"), [this, needed, action] { need(needed, action ? action : [] { }); }}});
}

void PartFetching::cancel()
{
    m_action = nullptr;
    m_needed.clear();
    if (m_parts && m_message)
        m_parts->cancel(m_message->id);
}

} // namespace kw
