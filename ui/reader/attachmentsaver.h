#pragma once

#include "core/base/result.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

class QMimeData;

namespace kw {

struct OpenedMessage;

// A name that is safe to write on any file system: no separators, control or bidi characters, no leading
// dots, at most 200 bytes; never empty.
QString fileNameForSaving(const QString &wanted);
// DIR/name, or "name (2)" … where something has that name already.
QString unusedPath(const QString &directory, const QString &name);
// What a person must know before opening it, in a sentence: by name and by what the content is. Empty:
// nothing.
QString dangerOf(const QString &name, const QByteArray &content);

// One to be dragged elsewhere: written to the private folder of opened files when somebody takes it. That
// blocks as long as decoding takes, for drag and drop does not wait.
std::unique_ptr<QMimeData> draggedFile(const std::shared_ptr<const OpenedMessage> &message, int attachment);

// Decodes and writes attachments on a pool thread. One per reader; answers come on its own thread, also after
// errors.
class AttachmentSaver : public QObject
{
    Q_OBJECT
public:
    static constexpr int WholeMessage = -1;
    struct Target {
        int attachment = 0; // index into MessageView::attachments, or WholeMessage
        QString path; // replaced if it exists: the person has been asked by then
    };
    using QObject::QObject;

    void save(const std::shared_ptr<const OpenedMessage> &message, const QList<Target> &targets);
    enum class Trust {
        Unknown, // what can run code is not written, but told by `dangerous`
        Granted, // the person has read that
    };
    // Writes to a private folder that goes with the program, then emits readyToOpen.
    void open(const std::shared_ptr<const OpenedMessage> &message, int attachment, Trust trust);

    // An attached message (RFC 2046 5.2.1), read like any other: mailOpened.
    void openMail(const std::shared_ptr<const OpenedMessage> &message, int attachment);
Q_SIGNALS:
    void mailOpened(const std::shared_ptr<const kw::OpenedMessage> &message);
    void saved(const QStringList &paths, const kw::Error &error); // error.text is empty when all were written
    void readyToOpen(const QString &path);
    void dangerous(int attachment, const QString &sentence);
    void refused(const QString &sentence);
};

} // namespace kw
