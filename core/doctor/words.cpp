#include "core/doctor/words.h"

namespace kw::doctor {

QString foreign(const QString &text, qsizetype most)
{
    QString line = text.left(most * 2);
    for (QChar &c : line) {
        // Also what turns the writing direction, and the marks themselves (category Cf).
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    }
    line = line.simplified();
    if (line.size() > most)
        line = line.left(most) + u'…';
    return ForeignBegin + line + ForeignEnd;
}

QString foreign(const QByteArray &text, qsizetype most)
{
    return foreign(QString::fromUtf8(text.left(most * 4)), most);
}

} // namespace kw::doctor
