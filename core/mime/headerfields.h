#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace kw {

// Walks the fields of a raw header block (RFC 5322 2.2) in one pass; folded lines are joined (the line break
// goes, the white space stays), bare LF is accepted, lines that are no field are skipped. Borrows `head`.
class HeaderFieldReader
{
public:
    explicit HeaderFieldReader(QByteArrayView head)
        : m_rest(head)
    {
    }
    bool next(); // false at the end or at the empty line
    QByteArrayView name() const { return m_name; }
    bool is(QByteArrayView lowerCaseName) const; // case-insensitive
    QByteArray value() const; // unfolded, without the blank after the colon
    // The same; points into the head where nothing was folded, else into `unfolded`.
    QByteArrayView value(QByteArray &unfolded) const;
    QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView takeLine();

    QByteArrayView m_rest;
    QByteArrayView m_name;
    QByteArrayView m_raw; // value as received, folds included
};

// How much of a message is its header, the empty line included; all of it where there is none. Any line ends
// but bare CR.
qsizetype headerLength(QByteArrayView message);

} // namespace kw
