#include "core/parts/partformats.h"
#include "core/parts/rtf.h"
#include "core/parts/tnefstream.h"

#include <QStringDecoder>
#include <QtEndian>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostFiles = 500;

// Attributes (MS-OXTNEF 2.1.3.3).
constexpr quint32 OemCodepage = 0x00069007;
constexpr quint32 Body = 0x0002800C;
constexpr quint32 MessageProperties = 0x00069003;
constexpr quint32 FileBegins = 0x00069002;
constexpr quint32 FileTitle = 0x00018010;
constexpr quint32 FileOctets = 0x0006800F;
constexpr quint32 FileProperties = 0x00069005;

// Properties (MS-OXPROPS).
constexpr int PidBody = 0x1000;
constexpr int PidRtfPacked = 0x1009;
constexpr int PidHtml = 0x1013;
constexpr int PidInternetCodepage = 0x3FDE;
constexpr int PidDisplayName = 0x3001;
constexpr int PidFileOctets = 0x3701;
constexpr int PidLongFilename = 0x3707;
constexpr int PidMimeTag = 0x370E;
constexpr int PidContentId = 0x3712;

QString decoded(const QByteArray &octets, quint32 codepage)
{
    constexpr quint32 Utf8 = 65001;
    constexpr quint32 FirstIso = 28590; // and the number of the part
    if (codepage == Utf8 || (codepage == 0 && octets.isValidUtf8()))
        return QString::fromUtf8(octets);
    const bool isIso = codepage > FirstIso && codepage <= FirstIso + 16;
    const QByteArray name = isIso ? "iso-8859-" + QByteArray::number(codepage - FirstIso)
                                  : "windows-" + QByteArray::number(codepage == 0 ? 1252 : codepage);
    for (const QByteArray &each : {name, "cp" + QByteArray::number(codepage), QByteArray("windows-1252")}) {
        QStringDecoder decoder(each.constData(), QStringConverter::Flag::Stateless);
        if (decoder.isValid())
            return decoder.decode(octets);
    }
    return QString::fromLatin1(octets);
}

class PacketReader
{
public:
    PartFindings run(const QByteArray &octets)
    {
        TnefStream stream(octets);
        while (stream.next())
            take(stream.id, stream.data);
        endFile();
        if (m_out.text.trimmed().isEmpty() && m_out.html.isEmpty())
            m_out.text = textOfRtf(unpackedRtf(m_richText)).trimmed();
        // Of a packet that was cut nothing may be lost: it is kept whole.
        return stream.isTnef() && !stream.isCut() ? m_out : PartFindings();
    }

private:
    void take(quint32 id, QByteArrayView data)
    {
        if (id == OemCodepage && data.size() >= 4)
            m_codepage = qFromLittleEndian<quint32>(data.data());
        else if (id == Body && m_out.text.isEmpty())
            m_out.text = text({0x1E, data.toByteArray()});
        else if (id == MessageProperties)
            takeMessage(readTnefProperties(data));
        else if (id == FileBegins)
            beginFile();
        else if (id == FileTitle && m_file)
            m_title = text({0x1E, data.toByteArray()});
        else if (id == FileOctets && m_file)
            m_file->octets = data.toByteArray();
        else if (id == FileProperties && m_file)
            takeFile(readTnefProperties(data));
    }

    void takeMessage(const TnefProperties &properties)
    {
        if (const QString body = text(properties.value(PidBody)); !body.isEmpty())
            m_out.text = body;
        const TnefProperty html = properties.value(PidHtml);
        const QByteArray page = properties.value(PidInternetCodepage).octets;
        const quint32 codepage = page.size() >= 4 ? qFromLittleEndian<quint32>(page.constData()) : 0;
        m_out.html = text(html, html.octets.isValidUtf8() ? 65001 : codepage);
        m_richText = properties.value(PidRtfPacked).octets;
    }

    void beginFile()
    {
        endFile();
        if (m_out.files.size() < MostFiles)
            m_file.emplace();
        m_title.clear();
    }

    void takeFile(const TnefProperties &properties)
    {
        const TnefProperty inner = properties.value(PidFileOctets);
        constexpr int Object = 0x0D;
        constexpr qsizetype IdSize = 16; // of the object's interface
        if (m_file->octets.isEmpty() && !inner.octets.isEmpty())
            m_file->octets = inner.type == Object ? inner.octets.mid(IdSize) : inner.octets;
        if (TnefStream(m_file->octets).isTnef()) // a message
            m_file->mimeType = "application/ms-tnef";
        for (const int id : {PidDisplayName, PidLongFilename}) {
            if (const QString name = text(properties.value(id)); !name.isEmpty())
                m_title = name;
        }
        if (const QString type = text(properties.value(PidMimeTag)); !type.isEmpty())
            m_file->mimeType = type.toLatin1().toLower();
        QString contentId = text(properties.value(PidContentId)).trimmed();
        if (contentId.startsWith(u'<') && contentId.endsWith(u'>'))
            contentId = contentId.sliced(1, contentId.size() - 2);
        m_file->contentId = contentId.toUtf8();
    }

    void endFile()
    {
        if (!m_file)
            return;
        m_file->name = m_title.toUtf8();
        m_out.files.append(*m_file);
        m_file.reset();
    }

    QString text(const TnefProperty &property) const { return text(property, m_codepage); }

    static QString text(const TnefProperty &property, quint32 codepage)
    {
        constexpr int Unicode = 0x1F;
        const QByteArray &octets = property.octets;
        QString text = property.type == Unicode
            ? QStringDecoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless).decode(octets)
            : decoded(octets, codepage);
        return text.replace("\r\n"_L1, "\n"_L1).remove(QChar(u'\0'));
    }

    PartFindings m_out;
    QByteArray m_richText; // as it was packed
    std::optional<FoundFile> m_file; // the one that is read
    QString m_title; // its name
    quint32 m_codepage = 0;
};

} // namespace

PartFindings readTnef(const QByteArray &octets)
{
    return PacketReader().run(octets);
}

} // namespace kw
