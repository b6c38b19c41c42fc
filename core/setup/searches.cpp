#include "core/setup/searches.h"

#include "core/setup/candidates.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype MaxPerKind = 3;
constexpr int RankHttp = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

SearchOutcome nothing(const QString &text)
{
    return {{}, text, false, {}};
}

SearchOutcome failed(const Error &error)
{
    return {{}, error.text, error.kind != ErrorKind::NotFound, {}};
}

SearchOutcome notAsked(const QString &domain)
{
    return nothing(Words::tr("Not asked: “%1” is no name on the Internet.").arg(domain));
}

// Pages that may hold the settings of that domain's addresses.
QList<QUrl> pagesOf(const QString &domain, const QString &scheme, const QString &address)
{
    QUrl own(u"%1://autoconfig.%2/mail/config-v1.1.xml"_s.arg(scheme, domain));
    if (!address.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(u"emailaddress"_s, QString::fromLatin1(QUrl::toPercentEncoding(address)));
        own.setQuery(query);
    }
    return {own, QUrl(u"%1://%2/.well-known/autoconfig/mail/config-v1.1.xml"_s.arg(scheme, domain))};
}

struct ReadPage {
    ClientConfig config;
    QString host;
    bool isVerified = false;
};

Task<Result<ReadPage>> readPage(Lookups &net, QUrl url, MailAddress address)
{
    const Result<WebPage> page = co_await net.page(url);
    if (!page)
        co_return page.error();
    const Result<ClientConfig> config = parseClientConfig(page->body, address);
    if (!config)
        co_return config.error();
    co_return ReadPage{*config, url.host(), page->isVerified};
}

// All are asked at once; the first of the list that has servers counts. Error: that of the first that was
// there.
Task<Result<ReadPage>> firstPage(Lookups &net, QList<QUrl> urls, MailAddress address)
{
    std::vector<Task<Result<ReadPage>>> asked;
    for (const QUrl &url : urls)
        asked.push_back(readPage(net, url, address));
    std::optional<ReadPage> best;
    Error why{ErrorKind::NotFound, {}, {}};
    for (auto &task : asked) {
        const Result<ReadPage> page = co_await task;
        if (page && (!best || best->config.imap.isEmpty()))
            best = *page;
        else if (!page && (why.text.isEmpty() || why.kind == ErrorKind::NotFound))
            why = page.error();
    }
    if (best)
        co_return *best;
    co_return why;
}

SearchOutcome outcomeOf(const ReadPage &page, const Origin &origin, const MailAddress &address)
{
    const QList<Candidate> candidates = candidatesOf(page.config, origin, address);
    if (!candidates.isEmpty())
        return {candidates, {}, false, {}};
    return nothing(page.config.hasPop
                       ? Words::tr("%1 names only POP servers, which Kittiwake does not use.").arg(page.host)
                       : Words::tr("%1 has a page, but it names no usable mail server.").arg(page.host));
}

QUrl ispdbPage(const QString &domain)
{
    return QUrl(u"https://autoconfig.thunderbird.net/v1.1/"_s + domain);
}

} // namespace

int rankOf(SettingsSource source)
{
    switch (source) {
    case SettingsSource::Table:
        return 100;
    case SettingsSource::OwnPage:
        return 90;
    case SettingsSource::Ispdb:
        return 80;
    case SettingsSource::Dns:
        return 70;
    case SettingsSource::MailHost:
        return 60;
    case SettingsSource::Tried:
        break;
    }
    return 40;
}

SearchOutcome searchTable(const MailAddress &address)
{
    const Provider *provider = providerOfDomain(address.domain);
    if (!provider)
        return nothing(Words::tr("%1 is not in it.").arg(address.domain));
    if (!provider->hasServers())
        return {{}, provider->hintText(), false, provider->hintText()};
    const Origin origin{SettingsSource::Table, Words::tr("from Kittiwake's list"), true,
                        rankOf(SettingsSource::Table)};
    return {{candidateOf(*provider, origin, address)}, {}, false, {}};
}

Task<SearchOutcome> searchOwnPage(Lookups &net, MailAddress address)
{
    if (!isPublicName(address.domain))
        co_return notAsked(address.domain);
    const auto safe = co_await firstPage(net, pagesOf(address.domain, u"https"_s, address.full()), address);
    if (safe && safe->isVerified && !safe->config.imap.isEmpty()) {
        const Origin origin{SettingsSource::OwnPage,
                            Words::tr("from your provider's own page (%1)").arg(safe->host), true,
                            rankOf(SettingsSource::OwnPage)};
        co_return outcomeOf(*safe, origin, address);
    }
    const auto open = co_await firstPage(net, pagesOf(address.domain, u"http"_s, {}), address);
    if (open && !open->config.imap.isEmpty()) {
        const Origin origin{SettingsSource::OwnPage,
                            Words::tr("from a page that came unprotected (%1)").arg(open->host), false,
                            RankHttp};
        co_return outcomeOf(*open, origin, address);
    }
    if (safe)
        co_return outcomeOf(*safe, {}, address);
    co_return failed(safe.error().kind == ErrorKind::NotFound && !open ? open.error() : safe.error());
}

Task<SearchOutcome> searchIspdb(Lookups &net, MailAddress address)
{
    if (!isPublicName(address.domain))
        co_return notAsked(address.domain);
    const auto page = co_await readPage(net, ispdbPage(address.domain), address);
    if (!page && page.error().kind == ErrorKind::NotFound)
        co_return nothing(Words::tr("%1 is not in it.").arg(address.domain));
    if (!page)
        co_return failed(page.error());
    const Origin origin{SettingsSource::Ispdb, Words::tr("from Mozilla's list of providers"),
                        page->isVerified, rankOf(SettingsSource::Ispdb)};
    co_return outcomeOf(*page, origin, address);
}

namespace {

// What a domain announces for receiving or for sending: two services, the one with implicit TLS first.
struct Announced {
    QList<ServerSettings> servers;
    bool isRefused = false; // "." (RFC 6186 3.4)
    std::optional<Error> error; // none could be asked

    void take(const Result<DnsAnswer> &answer, ConnectionSecurity security, const QString &user)
    {
        if (!answer) {
            if (answer.error().kind != ErrorKind::NotFound)
                error = answer.error();
            return;
        }
        for (const ServiceRecord &record : answer->services) {
            if (record.host.isEmpty())
                isRefused = true;
            else if (servers.size() < MaxPerKind)
                servers.append({record.host, record.port, security, user});
        }
    }
};

Task<Announced> announced(Lookups &net, QString tls, QString startTls, MailAddress address)
{
    auto first = net.services(tls, address.domain);
    auto second = net.services(startTls, address.domain);
    const Result<DnsAnswer> encrypted = co_await first;
    const Result<DnsAnswer> upgraded = co_await second;
    Announced all;
    all.take(encrypted, ConnectionSecurity::Tls, address.full());
    all.take(upgraded, ConnectionSecurity::StartTls, address.full());
    co_return all;
}

} // namespace

Task<SearchOutcome> searchServiceRecords(Lookups &net, MailAddress address)
{
    if (!isPublicName(address.domain))
        co_return notAsked(address.domain);
    auto receiving = announced(net, u"_imaps"_s, u"_imap"_s, address);
    auto sending = announced(net, u"_submissions"_s, u"_submission"_s, address);
    const Announced imap = co_await receiving;
    const Announced smtp = co_await sending;
    if (imap.servers.isEmpty()) {
        if (imap.isRefused)
            co_return nothing(Words::tr("%1 says that it offers no mailboxes to mail programs (IMAP).")
                                  .arg(address.domain));
        if (imap.error)
            co_return failed(*imap.error);
        co_return nothing(Words::tr("%1 announces no servers.").arg(address.domain));
    }
    const Origin origin{SettingsSource::Dns, Words::tr("from DNS (SRV records of %1)").arg(address.domain),
                        false, rankOf(SettingsSource::Dns)};
    SearchOutcome outcome;
    for (const ServerSettings &server : imap.servers) {
        Candidate c;
        c.imap = foundServer(server, origin, address);
        if (!smtp.servers.isEmpty())
            c.smtp = foundServer(smtp.servers.first(), origin, address);
        c.rank = origin.rank - int(outcome.candidates.size());
        addKnownFacts(c);
        outcome.candidates.append(c);
    }
    co_return outcome;
}

namespace {

Task<SearchOutcome> searchPagesOf(Lookups &net, QString owner, MailAddress address)
{
    QList<QUrl> urls = pagesOf(owner, u"https"_s, {});
    urls.append(ispdbPage(owner));
    const auto page = co_await firstPage(net, urls, address);
    if (!page)
        co_return failed(page.error());
    if (!page->isVerified)
        co_return nothing(Words::tr("The page of %1 came unprotected, so it was not used.").arg(owner));
    // Who receives the mail is the word of DNS alone, so nobody vouches for this.
    const Origin origin{
        SettingsSource::MailHost,
        Words::tr("from %1 about %2, which receives the mail of %3").arg(page->host, owner, address.domain),
        false, rankOf(SettingsSource::MailHost) - 2};
    co_return outcomeOf(*page, origin, address);
}

} // namespace

Task<SearchOutcome> searchMailHost(Lookups &net, MailAddress address)
{
    if (!isPublicName(address.domain))
        co_return notAsked(address.domain);
    const Result<DnsAnswer> answer = co_await net.mailHosts(address.domain);
    if (!answer && answer.error().kind != ErrorKind::NotFound)
        co_return failed(answer.error());
    if (!answer || answer->mailHosts.isEmpty())
        co_return nothing(Words::tr("Nobody receives mail for %1.").arg(address.domain));
    const QString host = answer->mailHosts.first();
    if (const Provider *provider = providerOfMailHost(host)) {
        if (!provider->hasServers())
            co_return SearchOutcome{{}, provider->hintText(), false, provider->hintText()};
        const Origin origin{
            SettingsSource::MailHost,
            Words::tr("because %1 receives the mail of %2").arg(provider->name, address.domain), false,
            rankOf(SettingsSource::MailHost)};
        co_return SearchOutcome{{candidateOf(*provider, origin, address)}, {}, false, {}};
    }
    SearchOutcome last = nothing(Words::tr("%1 receives the mail, but says nothing more.").arg(host));
    for (const QString &owner : ownersDomains(host)) {
        if (owner == address.domain)
            continue; // asked already, as the domain's own page
        const SearchOutcome outcome = co_await searchPagesOf(net, owner, address);
        if (!outcome.candidates.isEmpty())
            co_return outcome;
        if (outcome.hasFailed)
            last = outcome;
    }
    co_return last;
}

} // namespace kw
