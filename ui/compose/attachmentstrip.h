#pragma once

#include "core/compose/draft.h"
#include "ui/look/roundedframe.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QScrollArea;

namespace kw {

class FlowLayout;

// A file that goes with the message. Enter or a double click opens it, Delete takes it off. GUI thread.
class DraftChip : public RoundedFrame
{
    Q_OBJECT
public:
    DraftChip(const DraftAttachment &attachment, QWidget *parent);

Q_SIGNALS:
    void openRequested();
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

// The files that go with a message, with their size together; takes no room while there is none. Pictures
// within the text are not its matter. GUI thread.
class AttachmentStrip : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 KeptInDraft = 1 << 20; // octets; of larger files only the place is kept

    explicit AttachmentStrip(QWidget *parent = nullptr);

    void setAttachments(const QList<DraftAttachment> &attachments);
    QList<DraftAttachment> attachments() const { return m_attachments; }
    void add(const DraftAttachment &attachment);
    // Those that cannot be attached are left out, with a sentence each.
    QStringList addFiles(const QList<QUrl> &files);

Q_SIGNALS:
    void changed();
    void openRequested(const kw::DraftAttachment &attachment);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void renew();
    void remove(qsizetype index);
    void fitHeight();

    QList<DraftAttachment> m_attachments;
    QScrollArea *m_scroll;
    QWidget *m_chips;
    FlowLayout *m_flow;
    QLabel *m_total;
};

// The octets of a picture or a small file, or the place of a large one.
Result<DraftAttachment> attachmentOf(const QString &path);
qint64 sizeOf(const DraftAttachment &attachment);

} // namespace kw
