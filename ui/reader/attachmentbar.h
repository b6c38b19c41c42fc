#pragma once

#include "core/mime/messageview.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;

namespace kw {

class AttachmentChip;
class FlowLayout;

// The files of a message below its text: one chip each, and "Save all".
class AttachmentBar : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentBar(QWidget *parent = nullptr);
    // Pictures that the HTML shows itself are left out while it is what is shown; indices stay those of the
    // message. Hides itself where none is left.
    void setAttachments(const QList<AttachmentInfo> &attachments, bool showsHtml);
    // One that is on its way, in octets; until it comes with setAttachments.
    void showProgress(int attachment, qint64 done, qint64 total);
    void endProgress(); // none comes
    int shown() const { return int(m_indices.size()); }

Q_SIGNALS:
    // `shown`: all that the bar shows, in order.
    void lookRequested(const QList<int> &shown, int attachment);
    void openRequested(int attachment);
    void saveRequested(int attachment);
    void saveAllRequested(const QList<int> &attachments);
    void dragged(int attachment);
    void downloadAllRequested(const QList<int> &attachments);
    void cancelRequested(); // of everything on its way

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    QWidget *makeChip(const AttachmentInfo &info, int index);

    QList<int> m_indices;
    QHash<int, AttachmentChip *> m_byIndex;
    QLabel *m_title;
    QToolButton *m_downloadAll;
    QToolButton *m_saveAll;
    QScrollArea *m_scroll;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

} // namespace kw
