#include "core/mime/attachmentname.h"

#include "core/mime/charset.h"
#include "core/mime/mimetree.h"

#include <QMimeDatabase>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// The beginning of a text that is at most so many octets of UTF-8, which is what file systems count.
QString firstOctets(const QString &text, qsizetype most)
{
    qsizetype octets = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size();
        octets += isPair ? 4 : text[at].unicode() < 0x80 ? 1 : text[at].unicode() < 0x800 ? 2 : 3;
        if (octets > most)
            break;
        at += isPair ? 2 : 1;
    }
    return text.first(at);
}

} // namespace

QString cleanFileName(const QString &proposed)
{
    QString name = withoutTricks(proposed);
    // Only what comes after the last separator of any system.
    name = name.sliced(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1).simplified();
    for (const QChar bad : {u':', u'*', u'?', u'"', u'<', u'>', u'|'})
        name.replace(bad, u'_');
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    constexpr qsizetype Longest = 255; // octets of UTF-8
    if (const QString start = firstOctets(name, Longest); start.size() < name.size()) {
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString extension = dot > 0 && name.size() - dot <= 12 ? name.sliced(dot) : QString();
        name = firstOctets(name, Longest - extension.toUtf8().size()) + extension;
    }
    return name;
}

QString givenName(const MimePart &part)
{
    const QString name = cleanFileName(part.disposition.text("filename"));
    return name.isEmpty() ? cleanFileName(part.type.text("name")) : name;
}

QString attachmentName(const MimePart &part)
{
    QString name = givenName(part);
    if (!name.isEmpty())
        return name;
    if (part.mimeType == "message/rfc822")
        return u"message.eml"_s;
    if (part.mimeType == "text/vcard" || part.mimeType == "text/x-vcard")
        return u"unnamed.vcf"_s;
    if (part.mimeType == "text/calendar")
        return u"unnamed.ics"_s; // not the older .vcs that some systems prefer
    const QString suffix
        = QMimeDatabase().mimeTypeForName(QString::fromLatin1(part.mimeType)).preferredSuffix();
    return suffix.isEmpty() ? u"unnamed"_s : u"unnamed."_s + suffix;
}

} // namespace kw
