#include "compose/mailjudge.h"

#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace kw {

QJsonObject pythonReads(const QByteArray &message)
{
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(KW_MAILREADER)});
    python.write(message);
    python.closeWriteChannel();
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        return {{u"defects"_s, QString::fromUtf8(python.readAllStandardError())}};
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace kw
