#include "core/mime/formats/partreader.h"

#include "core/base/confined.h"

#include <QElapsedTimer>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestPart = 64 << 20; // octets

std::optional<PartFindings> readPart(PartFormat format, const QByteArray &octets)
{
    if (octets.size() > LargestPart)
        return {};
    const auto answer = runConfined(helperProgram(u"kittiwake-parts"_s), {nameOf(format)}, octets);
    return answer ? std::optional(findingsFrom(*answer)) : std::nullopt;
}

} // namespace

std::optional<PartFindings> PartReader::read(PartFormat format, const QByteArray &octets)
{
    if (m_left <= 0 || m_leftMs <= 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    const auto found = readPart(format, octets);
    m_left = found ? m_left - 1 : 0;
    m_leftMs -= int(timer.elapsed());
    return found;
}

} // namespace kw
