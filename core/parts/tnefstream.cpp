#include "core/parts/tnefstream.h"

#include <QtEndian>

namespace kw {

namespace {

constexpr quint32 Signature = 0x223E9F78;

// Takes numbers and octets off the front; once something is missing, everything is.
class Octets
{
public:
    explicit Octets(QByteArrayView rest)
        : m_rest(rest)
    {
    }
    bool failed() const { return m_failed; }
    bool isEmpty() const { return m_rest.isEmpty(); }

    QByteArrayView take(qint64 size)
    {
        m_failed = m_failed || size > m_rest.size();
        if (m_failed)
            return {};
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }
    // Values in properties begin at multiples of four. The last one may lack what fills it up.
    QByteArrayView takePadded(qint64 size)
    {
        const QByteArrayView taken = take(size);
        m_rest = m_rest.sliced(std::min<qint64>((4 - size % 4) % 4, m_rest.size()));
        return taken;
    }
    template <class T> T number()
    {
        const QByteArrayView taken = take(sizeof(T));
        return taken.isEmpty() ? T(0) : qFromLittleEndian<T>(taken.data());
    }
    QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

constexpr int Several = 0x1000; // flag of a type

// Of types of one size (MS-OXCDATA 2.11.1); 0: the size stands before the value; -1: none we know.
int sizeOf(int type)
{
    switch (type & ~Several) {
    case 0x02: // 16 bits
    case 0x0B: // a truth
        return 2;
    case 0x03:
    case 0x04:
    case 0x0A:
        return 4;
    case 0x05:
    case 0x06:
    case 0x07:
    case 0x14:
    case 0x40:
        return 8;
    case 0x48:
        return 16;
    case 0x0D: // an object
    case 0x1E: // a text in the packet's code page
    case 0x1F: // a text in UTF-16
    case 0x102: // octets
        return 0;
    default:
        return -1;
    }
}

void skipName(Octets &octets)
{
    octets.take(16);
    const auto kind = octets.number<quint32>();
    if (kind == 0)
        octets.number<quint32>();
    else
        octets.takePadded(octets.number<quint32>());
}

} // namespace

TnefStream::TnefStream(QByteArrayView octets)
{
    Octets head(octets);
    m_isTnef = head.number<quint32>() == Signature;
    head.number<quint16>(); // a key without use
    m_rest = head.rest();
    m_isTnef = m_isTnef && !head.failed();
}

bool TnefStream::next()
{
    constexpr int Message = 1;
    constexpr int File = 2;
    Octets octets(m_rest);
    const auto level = octets.number<quint8>();
    if (!m_isTnef || (level != Message && level != File)) // the end, or what a gateway put behind it
        return false;
    id = octets.number<quint32>();
    data = octets.take(octets.number<quint32>());
    octets.number<quint16>(); // a checksum that not all programs get right
    m_rest = octets.rest();
    m_cut = octets.failed();
    return !m_cut;
}

TnefProperties readTnefProperties(QByteArrayView data)
{
    constexpr quint32 MostValues = 100'000;
    constexpr int FirstNamed = 0x8000;
    TnefProperties out;
    Octets octets(data);
    const auto count = octets.number<quint32>();
    for (quint32 i = 0; i < count && !octets.isEmpty(); ++i) {
        const int type = octets.number<quint16>();
        const int id = octets.number<quint16>();
        const int size = sizeOf(type);
        if (size < 0)
            break;
        if (id >= FirstNamed)
            skipName(octets);
        const quint32 values = size == 0 || (type & Several) ? octets.number<quint32>() : 1;
        for (quint32 v = 0; v < std::min(values, MostValues) && !octets.failed(); ++v) {
            const QByteArrayView value = octets.takePadded(size == 0 ? octets.number<quint32>() : size);
            if (v == 0 && id < FirstNamed && !octets.failed())
                out.insert(id, {type & ~Several, value.toByteArray()});
        }
        if (octets.failed() || values > MostValues)
            break;
    }
    return out;
}

} // namespace kw
