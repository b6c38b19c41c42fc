#include "core/mime/textflow.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace kw {

QString unflow(const QString &text, bool delSp)
{
    QStringList out;
    QString open;
    qsizetype openDepth = -1; // of the paragraph being joined; -1: none
    const auto flush = [&] {
        if (openDepth >= 0)
            out.append(openDepth > 0 ? QString(openDepth, u'>') + u' ' + open : open);
        open.clear();
        openDepth = -1;
    };
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        qsizetype depth = 0;
        while (depth < raw.size() && raw[depth] == u'>')
            ++depth;
        QStringView line = raw.sliced(depth);
        if (line.startsWith(u' '))
            line = line.sliced(1); // space-stuffing
        const bool isSignature = line == u"-- ";
        const bool flowed = line.endsWith(u' ') && !isSignature;
        if (openDepth >= 0 && (openDepth != depth || isSignature))
            flush();
        openDepth = depth;
        open += flowed && delSp ? line.chopped(1) : line;
        if (!flowed)
            flush();
    }
    flush();
    return out.join(u'\n');
}

QString previewOf(const QString &text, int length)
{
    QString out;
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        const QStringView line = raw.trimmed();
        if (line == u"--")
            break;
        if (line.isEmpty() || line.startsWith(u'>') || line.startsWith(u"-----"))
            continue;
        if (line.endsWith(u':')
            && (line.contains(u"wrote") || line.contains(u"schrieb") || line.contains(u"écrit")))
            continue;
        if (!out.isEmpty())
            out += u' ';
        out += line;
        if (out.size() >= length)
            break;
    }
    out = out.simplified();
    QTextBoundaryFinder signs(QTextBoundaryFinder::Grapheme, out);
    signs.setPosition(std::min<qsizetype>(length, out.size()));
    if (!signs.isAtBoundary())
        signs.toPreviousBoundary(); // half an emoji is none
    return out.left(signs.position());
}

} // namespace kw
