#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace kw {

// A packet of Outlook's (MS-OXTNEF 2.1): one attribute after the other. Borrows the octets; every length is
// checked against them.
class TnefStream
{
public:
    explicit TnefStream(QByteArrayView octets);
    bool isTnef() const { return m_isTnef; } // begins as one must
    bool next(); // false at the end
    bool isCut() const { return m_cut; } // ended within an attribute

    quint32 id = 0; // with its type in the upper half
    QByteArrayView data;

private:
    QByteArrayView m_rest;
    bool m_isTnef = false;
    bool m_cut = false;
};

// A property of the message or of a file (MS-OXCDATA 2.11): its type and its octets, the first where it has
// several values.
struct TnefProperty {
    int type = 0;
    QByteArray octets;
};
using TnefProperties = QHash<int, TnefProperty>;

// Those in an attribute; up to where one cannot be read, named ones (from 0x8000) left out.
TnefProperties readTnefProperties(QByteArrayView data);

} // namespace kw
