#include "core/smtp/dotstuffing.h"

#include <algorithm>

namespace kw {

namespace {

bool endsLine(char c)
{
    return c == '\r' || c == '\n';
}

// Behind the line end at `at`, which may be CRLF, CR or LF.
qsizetype behindLineEnd(const QByteArray &message, qsizetype at)
{
    const bool isPair = message.at(at) == '\r' && at + 1 < message.size() && message.at(at + 1) == '\n';
    return at + (isPair ? 2 : 1);
}

} // namespace

WireShape wireShape(const QByteArray &message)
{
    constexpr qsizetype LineEnd = 2;
    WireShape shape;
    bool inHeader = true;
    for (qsizetype at = 0; at < message.size();) {
        const auto begin = message.begin() + at;
        const auto end = std::find_if(begin, message.end(), endsLine);
        const qsizetype length = end - begin;
        const bool eightBit = std::any_of(begin, end, [](char c) { return static_cast<uchar>(c) > 0x7f; });
        inHeader = inHeader && length > 0;
        shape.eightBit |= eightBit;
        shape.eightBitHeader |= eightBit && inHeader;
        shape.size += length + LineEnd;
        shape.octets += length + LineEnd + (length > 0 && *begin == '.' ? 1 : 0);
        at += length;
        if (at < message.size())
            at = behindLineEnd(message, at);
    }
    return shape;
}

DotStuffing::DotStuffing(QByteArray message)
    : m_message(std::move(message))
{
}

QByteArray DotStuffing::next(qsizetype most)
{
    const qsizetype until = std::min(m_message.size(), m_at + most);
    QByteArray out;
    out.reserve(until - m_at + 1024);
    while (m_at < until) {
        const auto begin = m_message.begin() + m_at;
        const qsizetype length = std::find_if(begin, m_message.begin() + until, endsLine) - begin;
        if (length > 0) {
            if (m_atLineStart && *begin == '.')
                out += '.';
            out.append(m_message.constData() + m_at, length);
            m_atLineStart = false;
            m_at += length;
        }
        if (m_at < until) {
            m_at = behindLineEnd(m_message, m_at);
            m_atLineStart = true;
            out += "\r\n";
        }
    }
    if (m_at == m_message.size() && !m_atLineStart) {
        out += "\r\n";
        m_atLineStart = true;
    }
    return out;
}

} // namespace kw
