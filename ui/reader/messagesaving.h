#pragma once

#include "core/base/result.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace kw {

class AttachmentBar;
class AttachmentPreview;
class AttachmentSaver;
class BannerStack;
class PartFetching;
struct OpenedMessage;

// Saves and opens what a message brings: asks where to, and says in a banner what came of it. GUI thread.
class MessageSaving : public QObject
{
    Q_OBJECT
public:
    MessageSaving(AttachmentBar *attachments, BannerStack *banners, QWidget *window);

    // Another message, or the same with more of it here.
    void setMessage(const std::shared_ptr<const OpenedMessage> &message);
    PartFetching *fetching() const { return m_fetching; }
    void saveMessage();

    // Where to save: gets a suggestion, gives "" when cancelled. Set by tests; the file dialog otherwise.
    using AskPath = std::function<QString(const QString &suggestion)>;
    void setAskPath(AskPath file, AskPath folder);

Q_SIGNALS:
    void openFile(const QString &path);
    void mailOpened(const std::shared_ptr<const kw::OpenedMessage> &message); // an attached one

private:
    void look(const QList<int> &shown, int attachment);
    void openHere(int attachment);
    void drag(int attachment);
    void open(int attachment);
    void warn(int attachment, const QString &danger);
    void save(int attachment);
    void saveAll(const QList<int> &attachments);
    void onSaved(const QStringList &paths, const Error &error);

    std::shared_ptr<const OpenedMessage> m_message;
    QWidget *m_window;
    BannerStack *m_banners;
    PartFetching *m_fetching;
    AttachmentSaver *m_saver;
    AttachmentPreview *m_preview = nullptr; // made when first wanted
    AskPath m_askFile;
    AskPath m_askFolder;
};

} // namespace kw
