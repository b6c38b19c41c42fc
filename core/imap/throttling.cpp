#include "core/imap/throttling.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr auto Prefix = "THROTTLED "_L1; // the code of RFC 5530's kind, and the time in ms

} // namespace

std::optional<QString> pauseCode(const QString &said)
{
    static const QRegularExpression pattern(u"backoff time:?\\s*(\\d{1,18})\\s*(milliseconds|ms|seconds)?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(said);
    if (!match.hasMatch())
        return {};
    const bool isSeconds = match.capturedView(2).startsWith(u's');
    const qint64 most = LongestPause.count();
    const qint64 time = std::min(match.capturedView(1).toLongLong(), most);
    return Prefix + QString::number(std::min(isSeconds ? time * 1000 : time, most));
}

std::optional<Millis> askedPause(const Error &error)
{
    if (error.kind != ErrorKind::Network || !error.code.startsWith(Prefix))
        return {};
    return Millis(QStringView(error.code).sliced(Prefix.size()).toLongLong());
}

} // namespace kw
