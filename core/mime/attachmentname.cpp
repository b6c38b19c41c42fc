#include "core/mime/attachmentname.h"

#include "core/mime/charset.h"
#include "core/mime/mimetree.h"

#include <QMimeDatabase>

namespace kw {

using namespace Qt::StringLiterals;

QString cleanFileName(const QString &proposed)
{
    QString name = withoutTricks(proposed);
    // Only what comes after the last separator of any system.
    name = name.sliced(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1).simplified();
    for (const QChar bad : {u':', u'*', u'?', u'"', u'<', u'>', u'|'})
        name.replace(bad, u'_');
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    constexpr qsizetype Longest = 180;
    if (name.size() > Longest) {
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString extension = dot > 0 && name.size() - dot <= 12 ? name.sliced(dot) : QString();
        name = name.first(Longest - extension.size()) + extension;
    }
    return name;
}

QString attachmentName(const MimePart &part)
{
    QString name = cleanFileName(part.disposition.text("filename"));
    if (name.isEmpty())
        name = cleanFileName(part.type.text("name"));
    if (!name.isEmpty())
        return name;
    if (part.mimeType == "message/rfc822")
        return u"message.eml"_s;
    if (part.mimeType == "text/calendar")
        return u"unnamed.ics"_s; // not the older .vcs that some systems prefer
    const QString suffix
        = QMimeDatabase().mimeTypeForName(QString::fromLatin1(part.mimeType)).preferredSuffix();
    return suffix.isEmpty() ? u"unnamed"_s : u"unnamed."_s + suffix;
}

} // namespace kw
