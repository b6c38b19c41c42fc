#include "core/parts/partformats.h"

#include <KTNEF/KTNEFAttach>
#include <KTNEF/KTNEFMessage>
#include <KTNEF/KTNEFParser>
#include <KTNEF/KTNEFProperty>

#include <QBuffer>

namespace kw {

namespace {

// MAPI properties (MS-OXPROPS).
constexpr int PrBody = 0x1000;
constexpr int PrBodyHtml = 0x1013;
constexpr int MostFiles = 500;

QString textOf(const QVariant &value)
{
    const QString text
        = value.typeId() == QMetaType::QByteArray ? QString::fromUtf8(value.toByteArray()) : value.toString();
    return QString(text).replace(QStringLiteral("\r\n"), QStringLiteral("\n")).remove(QChar(u'\0'));
}

QString nameOf(const KTnef::KTNEFAttach &attachment)
{
    const QString &file = attachment.fileName();
    const QString &shown = attachment.displayName();
    if (!file.isEmpty())
        return file; // the long one
    return shown.isEmpty() ? attachment.name() : shown;
}

} // namespace

PartFindings readTnef(const QByteArray &octets)
{
    QBuffer buffer;
    buffer.setData(octets);
    buffer.open(QIODevice::ReadOnly);
    KTnef::KTNEFParser parser;
    PartFindings out;
    if (!parser.openDevice(&buffer) || !parser.message())
        return out;
    out.text = textOf(parser.message()->property(PrBody));
    out.html = textOf(parser.message()->property(PrBodyHtml));
    for (const KTnef::KTNEFAttach *attachment : parser.message()->attachmentList()) {
        const qint64 at = attachment->offset();
        const qint64 size = attachment->size();
        if (at < 0 || size < 0 || at > octets.size() || out.files.size() >= MostFiles)
            continue;
        FoundFile file;
        file.name = nameOf(*attachment).toUtf8();
        file.octets = octets.sliced(at, std::min<qint64>(size, octets.size() - at));
        file.damaged = file.octets.size() < size;
        file.mimeType = attachment->mimeTag().toLatin1().toLower();
        out.files.append(file);
    }
    return out;
}

} // namespace kw
