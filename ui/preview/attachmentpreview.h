#pragma once

#include "ui/preview/pagepainter.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace kw {

class ElidedLabel;
struct OpenedMessage;

// An attachment looked at without another program: a picture, a PDF page by page, a text. Left and Right go
// to the other attachments, Page Up and Down through the pages, Escape or Space closes. Goes with its parent.
// GUI thread.
class AttachmentPreview : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentPreview(QWidget *parent);
    // `shown`: the attachments that the bar shows, in order; `attachment` is one of them.
    void showAttachment(const std::shared_ptr<const OpenedMessage> &message, const QList<int> &shown,
                        int attachment);
    int current() const { return m_attachment; }

Q_SIGNALS:
    void openRequested(int attachment);
    void saveRequested(int attachment);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void load();
    void onContent(int attachment, const Result<QByteArray> &octets);
    void paint();
    void place();
    void tell(const QString &sentence);
    void step(int by);
    void turn(int by);
    void zoom(double factor); // 0: as large as the window

    std::shared_ptr<const OpenedMessage> m_message;
    QList<int> m_shown;
    int m_attachment = -1;
    PreviewKind m_kind = PreviewKind::None;
    QByteArray m_octets;
    QImage m_image;
    int m_page = 0;
    int m_pages = 0;
    double m_zoom = 0;
    PagePainter *m_painter;
    ElidedLabel *m_name;
    QLabel *m_pageNumber;
    QToolButton *m_earlier;
    QToolButton *m_later;
    QToolButton *m_up;
    QToolButton *m_down;
    QStackedWidget *m_stack;
    QLabel *m_notice;
    QScrollArea *m_scroll;
    QLabel *m_picture;
    QPlainTextEdit *m_text;
};

} // namespace kw
