#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QSize>

namespace kw {

struct AttachmentInfo;

// What can be looked at without another program.
enum class PreviewKind { None, Picture, Pdf, Text, Mail };
PreviewKind previewKind(const AttachmentInfo &info);

// Paints pictures and pages of files that strangers sent. Decoders have faults, so they run in a process of
// their own (kittiwake-preview: 10 s, 2 GB, no files); this one only gets pixels. GUI thread; answers come
// later, those of earlier questions are left out.
class PagePainter : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype LargestFile = 100 << 20; // octets

    using QObject::QObject;
    // `most`: in pixels of the screen.
    void paint(const QByteArray &octets, PreviewKind kind, int page, QSize most);

Q_SIGNALS:
    void painted(const QImage &image, int pages);
    void failed(const QString &sentence);

private:
    int m_question = 0;
};

} // namespace kw
