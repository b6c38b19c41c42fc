#include "core/doctor/dnsquestion.h"

#include "core/account/accountrules.h"
#include "core/base/resumelater.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostRecords = 50;
constexpr qsizetype MostTextOctets = 4096;

QString withoutDot(QString name)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    return name.left(255).toLower();
}

DnsAnswer::Outcome outcomeOf(QDnsLookup::Error error)
{
    switch (error) {
    case QDnsLookup::NoError:
        return DnsAnswer::Outcome::Found;
    case QDnsLookup::NotFoundError:
        return DnsAnswer::Outcome::None;
    case QDnsLookup::TimeoutError:
    case QDnsLookup::ResolverError:
    case QDnsLookup::OperationCancelledError:
        return DnsAnswer::Outcome::NoAnswer;
    default:
        return DnsAnswer::Outcome::Broken;
    }
}

DnsAnswer read(const QDnsLookup &lookup)
{
    DnsAnswer answer;
    answer.outcome = outcomeOf(lookup.error());
    for (const QDnsMailExchangeRecord &record :
         lookup.mailExchangeRecords().first(std::min(MostRecords, lookup.mailExchangeRecords().size())))
        answer.exchanges.append({withoutDot(record.exchange()), record.preference()});
    for (const QDnsServiceRecord &record :
         lookup.serviceRecords().first(std::min(MostRecords, lookup.serviceRecords().size())))
        answer.services.append(
            {withoutDot(record.target()), record.port(), record.priority(), record.weight()});
    for (const QDnsTextRecord &record :
         lookup.textRecords().first(std::min(MostRecords, lookup.textRecords().size())))
        answer.texts.append(record.values().join().left(MostTextOctets));
    for (const QDnsHostAddressRecord &record :
         lookup.hostAddressRecords().first(std::min(MostRecords, lookup.hostAddressRecords().size())))
        answer.addresses.append(record.value());
    std::ranges::stable_sort(answer.exchanges, {}, &MailExchange::preference);
    std::ranges::stable_sort(answer.services, {}, &ServiceHost::priority);
    const bool empty = answer.exchanges.isEmpty() && answer.services.isEmpty() && answer.texts.isEmpty()
        && answer.addresses.isEmpty();
    if (answer.isFound() && empty)
        answer.outcome = DnsAnswer::Outcome::None;
    return answer;
}

Task<DnsAnswer> resolveBySystem(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QString host)
{
    const Deferred<DnsAnswer> waiting;
    QObject context;
    const int id = QHostInfo::lookupHost(host, &context, [waiting](const QHostInfo &info) {
        DnsAnswer answer;
        answer.outcome = info.error() == QHostInfo::NoError ? DnsAnswer::Outcome::Found
            : info.error() == QHostInfo::HostNotFound       ? DnsAnswer::Outcome::None
                                                            : DnsAnswer::Outcome::Broken;
        answer.addresses = info.addresses().first(std::min(MostRecords, info.addresses().size()));
        resumeLater(waiting, answer);
    });
    const Curfew::Guard guard(curfew, [waiting] { resumeLater(waiting, DnsAnswer{}); });
    QTimer::singleShot(around.stepMs, &context, [waiting] { resumeLater(waiting, DnsAnswer{}); });
    auto answer = co_await waiting;
    QHostInfo::abortHostLookup(id);
    co_return answer;
}

} // namespace

QString asciiDomain(const QString &domain)
{
    QString name = domain.trimmed();
    while (name.endsWith(u'.'))
        name.chop(1);
    const QByteArray ascii = QUrl::toAce(name).toLower();
    const bool fits
        = !ascii.isEmpty() && ascii.size() <= 253 && std::all_of(ascii.cbegin(), ascii.cend(), [](char c) {
              return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
          });
    return fits ? QString::fromLatin1(ascii) : QString();
}

Task<DnsAnswer> askDns(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QDnsLookup::Type type,
                       QString name)
{
    if (curfew->isOver())
        co_return DnsAnswer{};
    QElapsedTimer clock;
    clock.start();
    const Deferred<DnsAnswer> waiting;
    auto lookup = std::make_unique<QDnsLookup>(type, name);
    if (!around.nameserver.isNull())
        lookup->setNameserver(QDnsLookup::Standard, around.nameserver, around.nameserverPort);
    QObject::connect(lookup.get(), &QDnsLookup::finished, lookup.get(),
                     [waiting, one = lookup.get()] { resumeLater(waiting, read(*one)); });
    // Its thread asks on for a while: that is nobody's concern.
    QTimer::singleShot(around.stepMs, lookup.get(), [waiting] { resumeLater(waiting, DnsAnswer{}); });
    const Curfew::Guard guard(curfew, [waiting] { resumeLater(waiting, DnsAnswer{}); });
    lookup->lookup();
    auto answer = co_await waiting;
    answer.ms = clock.elapsed();
    co_return answer;
}

Task<DnsAnswer> resolveHost(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QString host)
{
    DnsAnswer answer;
    QElapsedTimer clock;
    clock.start();
    if (const QHostAddress literal(host); !literal.isNull()) {
        answer.outcome = DnsAnswer::Outcome::Found;
        answer.addresses.append(literal);
        co_return answer;
    }
    if (around.nameserver.isNull() || isLoopbackHost(host)) {
        answer = co_await resolveBySystem(around, curfew, host);
    } else {
        auto both = askDns(around, curfew, QDnsLookup::AAAA, host);
        answer = co_await askDns(around, curfew, QDnsLookup::A, host);
        const auto six = co_await std::move(both);
        if (six.isFound())
            answer.outcome = DnsAnswer::Outcome::Found;
        answer.addresses += six.addresses;
    }
    std::ranges::stable_partition(answer.addresses, [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    answer.ms = clock.elapsed();
    co_return answer;
}

} // namespace kw::doctor
