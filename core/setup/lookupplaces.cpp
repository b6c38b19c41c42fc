#include "core/setup/lookupplaces.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

Endpoint endpoint(const QString &text)
{
    return {text.section(u':', 0, -2), quint16(text.section(u':', -1).toUInt())};
}

} // namespace

Endpoint LookupPlaces::where(const QString &host, quint16 port) const
{
    const auto found = hosts.constFind(u"%1:%2"_s.arg(host.toLower()).arg(port));
    if (found != hosts.cend())
        return *found;
    return onlyThese ? Endpoint{} : Endpoint{host, port};
}

LookupPlaces LookupPlaces::standard()
{
    LookupPlaces places;
    if (!qEnvironmentVariableIsSet("KITTIWAKE_LOOKUPS"))
        return places;
    // A file that cannot be read must not send a test to the network.
    places.onlyThese = true;
    QFile file(qEnvironmentVariable("KITTIWAKE_LOOKUPS"));
    if (!file.open(QIODevice::ReadOnly))
        return places;
    const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
    const QString nameserver = told.value("nameserver"_L1).toString();
    if (!nameserver.isEmpty()) {
        places.nameserver = QHostAddress(endpoint(nameserver).address);
        places.nameserverPort = endpoint(nameserver).port;
    }
    const QJsonObject hosts = told.value("hosts"_L1).toObject();
    for (auto it = hosts.begin(); it != hosts.end(); ++it)
        places.hosts.insert(it.key().toLower(), endpoint(it.value().toString()));
    places.authorities = QSslCertificate::fromPath(told.value("authorities"_L1).toString());
    places.stepMs = told.value("step_ms"_L1).toInt(places.stepMs);
    places.totalMs = told.value("total_ms"_L1).toInt(places.totalMs);
    return places;
}

} // namespace kw
