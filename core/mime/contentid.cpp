#include "core/mime/contentid.h"

#include "core/mime/messageview.h"

#include <QSet>
#include <QUrl>

namespace kw {

using namespace Qt::StringLiterals;

QString contentIdOf(const QString &url)
{
    constexpr QLatin1StringView scheme("cid:");
    if (!url.startsWith(scheme, Qt::CaseInsensitive))
        return {};
    return QUrl::fromPercentEncoding(url.sliced(scheme.size()).toUtf8()).trimmed();
}

QString cidUrl(const QString &contentId)
{
    return "cid:"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(contentId, "@!$&'()*+,;=:"));
}

bool isShownPicture(const QString &mimeType)
{
    static const QSet<QString> types{u"image/png"_s,    u"image/x-png"_s,
                                     u"image/apng"_s,   u"image/jpeg"_s,
                                     u"image/jpg"_s,    u"image/pjpeg"_s,
                                     u"image/gif"_s,    u"image/webp"_s,
                                     u"image/avif"_s,   u"image/bmp"_s,
                                     u"image/x-bmp"_s,  u"image/x-ms-bmp"_s,
                                     u"image/x-icon"_s, u"image/vnd.microsoft.icon"_s};
    return types.contains(mimeType);
}

QStringList AttachmentInfo::names() const
{
    QStringList out{contentId, contentLocation};
    // Some programs write what they put into the address, percents and all, into the header too.
    if (contentId.contains(u'%'))
        out.append(contentIdOf("cid:"_L1 + contentId));
    out.removeAll(QString());
    return out;
}

} // namespace kw
