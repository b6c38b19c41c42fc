#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace kw {

class AttachmentBar;
class BannerStack;
class MessageParts;
struct OpenedMessage;

// Sees to it that what an action needs of the open message is here before the action runs: parts that were
// left on the server, or all of it as it was sent. Shows how far it is, and takes it back. GUI thread.
class PartFetching : public QObject
{
    Q_OBJECT
public:
    PartFetching(AttachmentBar *attachments, BannerStack *banners, QObject *parent);
    // Without it everything is taken to be here (mail that was opened from a file).
    void setParts(MessageParts *parts);

    // Another message, or the same with more of it here: then what waited for that runs.
    void setMessage(const std::shared_ptr<const OpenedMessage> &message);
    using Action = std::function<void()>;
    // At once where all of it is here. A new wish replaces the action that still waits, not the download.
    void need(const QList<int> &attachments, Action action);
    void needWhole(Action action);
    // Reads a message that came in this one; `done` gets it as the engine opened it, or as it is.
    using MailDone = std::function<void(const std::shared_ptr<const OpenedMessage> &)>;
    void openAttached(const std::shared_ptr<const OpenedMessage> &mail, MailDone done);
    // The whole message could not be had.
    void wholeFailed(const Error &error);

private:
    QList<int> missing(const QList<int> &among) const;
    void onProgress(MessageId id, const QString &part, qint64 done, qint64 total);
    void onFailed(MessageId id, const Error &error);
    void cancel();
    void run();
    void showWaiting();

    AttachmentBar *m_attachments;
    BannerStack *m_banners;
    MessageParts *m_parts = nullptr;
    std::shared_ptr<const OpenedMessage> m_message;
    QList<int> m_needed;
    QHash<QString, std::pair<qint64, qint64>> m_progress; // by part: octets that came, and all
    bool m_needsWhole = false;
    Action m_action;
    int m_attached = 0; // the answer that is awaited
    MailDone m_attachedDone;
};

} // namespace kw
