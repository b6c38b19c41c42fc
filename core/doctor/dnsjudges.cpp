#include "core/doctor/dnsjudges.h"

#include "core/doctor/dkimkey.h"
#include "core/doctor/words.h"

#include <algorithm>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

// "not known", with the reason.
bool isUntold(Finding &finding, const DnsAnswer &answer)
{
    if (answer.isTold())
        return false;
    finding.state = FindingState::Unknown;
    finding.sentence = answer.outcome == DnsAnswer::Outcome::Broken
        ? Words::tr("The domain's name server gave no usable answer to this question.")
        : Words::tr("Nobody answered this question in time.");
    finding.advice = Words::tr("Check again later.");
    return true;
}

QList<QByteArray> startingWith(const DnsAnswer &answer, const QByteArray &tag)
{
    QList<QByteArray> found;
    for (const QByteArray &text : answer.texts) {
        const QByteArray head = text.trimmed().left(tag.size()).toLower();
        const char next = text.trimmed().size() > tag.size() ? text.trimmed().at(tag.size()) : ' ';
        if (head == tag && (next == ' ' || next == ';' || next == '\t'))
            found.append(text.trimmed());
    }
    return found;
}

// Value of "name=value" in a list with semicolons, lower case; empty: not there.
QByteArray tagValue(const QByteArray &record, const QByteArray &name)
{
    for (const QByteArray &part : record.split(';')) {
        const qsizetype at = part.indexOf('=');
        if (at > 0 && part.first(at).trimmed().toLower() == name)
            return part.sliced(at + 1).trimmed().toLower();
    }
    return {};
}

bool names(const DnsAnswer &answer, const ServerSettings &server)
{
    return std::ranges::any_of(answer.services, [&server](const ServiceHost &one) {
        // Qt hands out names in other scripts as people read them.
        return asciiDomain(one.host) == asciiDomain(server.host) && one.port == server.port;
    });
}

QStringList hostsOf(const DnsAnswer &answer)
{
    QStringList hosts;
    for (const ServiceHost &one : answer.services.first(std::min<qsizetype>(5, answer.services.size()))) {
        if (!one.host.isEmpty())
            hosts.append(u"%1:%2"_s.arg(foreign(one.host)).arg(one.port));
    }
    return hosts;
}

// Mechanisms that cost a look-up of the ten that are allowed (RFC 7208 4.6.4).
int lookupsOf(const QByteArray &spf)
{
    int count = 0;
    for (QByteArray term : spf.simplified().toLower().split(' ')) {
        if (!term.isEmpty() && QByteArrayView("+-~?").contains(term.front()))
            term.removeFirst();
        const QByteArray name = term.left(std::max<qsizetype>(0, term.indexOf(':')));
        const QByteArray bare = name.isEmpty() ? term.split('/').first() : name;
        if (bare == "include" || bare == "a" || bare == "mx" || bare == "ptr" || bare == "exists"
            || term.startsWith("redirect="))
            ++count;
    }
    return count;
}

// What the record says of all others (RFC 7208 5.1): '-', '~', '?' or '+'; 0: nothing. What comes after it
// does not count.
char verdictOnOthers(const QByteArray &spf)
{
    for (const QByteArray &term : spf.simplified().toLower().split(' ')) {
        if (term == "all")
            return '+';
        if (term.size() == 4 && term.endsWith("all") && QByteArrayView("+-~?").contains(term.front()))
            return term.front();
    }
    return 0;
}

} // namespace

QString parentDomain(const QString &domain)
{
    const QString parent = domain.section(u'.', 1);
    return parent.contains(u'.') ? parent : QString();
}

Finding noResolver(const DoctorSurroundings &around)
{
    Finding finding{u"dns.resolver"_s, Words::tr("Looking up names")};
    finding.state = FindingState::Bad;
    finding.sentence = around.nameserver.isNull()
        ? Words::tr(
              "This computer's name server does not answer, so nothing could be found out about the domain.")
        : Words::tr("The name server %1 does not answer, so nothing could be found out about the domain.")
              .arg(foreign(around.nameserver.toString()));
    finding.advice = Words::tr("Check the network connection; if other programs work, check the name servers "
                               "in the network settings.");
    return finding;
}

Finding judgeMx(const QString &domain, const DnsAnswer &mx, const DnsAnswer &address)
{
    Finding finding{u"dns.mx"_s, Words::tr("Where its mail is delivered")};
    finding.ms = mx.ms;
    if (isUntold(finding, mx))
        return finding;
    for (const MailExchange &one : mx.exchanges.first(std::min<qsizetype>(10, mx.exchanges.size())))
        finding.details.append(
            u"%1 %2"_s.arg(one.preference).arg(foreign(one.host.isEmpty() ? u"."_s : one.host)));
    const bool null = mx.exchanges.size() == 1 && mx.exchanges.first().host.isEmpty();
    if (null) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("%1 says that it takes no mail at all.").arg(foreign(domain));
        finding.advice
            = Words::tr("Check that the address is spelt correctly; otherwise ask whoever looks after "
                        "the domain.");
    } else if (mx.exchanges.isEmpty() && address.isFound()) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("%1 does not say which server takes its mail; senders will try the domain "
                        "itself.")
                  .arg(foreign(domain));
        finding.advice = Words::tr("Ask whoever looks after the domain to add an MX record.");
    } else if (mx.exchanges.isEmpty()) {
        finding.state = FindingState::Bad;
        finding.sentence
            = Words::tr("Mail for %1 cannot be delivered: no server is named for it.").arg(foreign(domain));
        finding.advice
            = Words::tr("Check that the address is spelt correctly; otherwise ask whoever looks after "
                        "the domain to add an MX record.");
    } else if (std::ranges::any_of(mx.exchanges, [](const MailExchange &e) {
                   return e.host.isEmpty() || !QHostAddress(e.host).isNull();
               })) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("One of the entries that say where mail is delivered is not a server's name.");
        finding.advice = Words::tr("Ask whoever looks after the domain to correct its MX records.");
    } else {
        finding.state = FindingState::Good;
        finding.sentence = Words::tr("Its mail is delivered to %1.").arg(foreign(mx.exchanges.first().host));
    }
    return finding;
}

Finding judgeSrv(const ServiceAnswers &answers, const ServerSettings &imap, const ServerSettings &smtp)
{
    Finding finding{u"dns.srv"_s, Words::tr("Servers it announces")};
    const QList<const DnsAnswer *> all{&answers.imaps, &answers.imap, &answers.submissions,
                                       &answers.submission};
    for (const DnsAnswer *one : all) {
        finding.ms = std::max(finding.ms, one->ms);
        finding.details += hostsOf(*one);
    }
    finding.details.removeDuplicates();
    if (std::ranges::none_of(all, [](const DnsAnswer *one) { return one->isTold(); })) {
        isUntold(finding, answers.imaps);
        return finding;
    }
    const bool tellsImap = !hostsOf(answers.imaps).isEmpty() || !hostsOf(answers.imap).isEmpty();
    const bool tellsSmtp = !hostsOf(answers.submissions).isEmpty() || !hostsOf(answers.submission).isEmpty();
    if (!tellsImap && !tellsSmtp) {
        finding.state = FindingState::Unknown;
        finding.sentence = Words::tr("The domain announces no servers, as most do not.");
        return finding;
    }
    const bool otherImap
        = tellsImap && !imap.host.isEmpty() && !names(answers.imaps, imap) && !names(answers.imap, imap);
    const bool otherSmtp = tellsSmtp && !smtp.host.isEmpty() && !names(answers.submissions, smtp)
        && !names(answers.submission, smtp);
    if (otherImap || otherSmtp) {
        finding.state = FindingState::Warning;
        finding.sentence = otherImap
            ? Words::tr("For receiving, the domain announces other servers than this account uses.")
            : Words::tr("For sending, the domain announces other servers than this account uses.");
        finding.advice = Words::tr("If something does not work, try the announced servers.");
        finding.remedy = Remedy::EditServers;
    } else {
        finding.state = FindingState::Good;
        finding.sentence = imap.host.isEmpty()
            ? Words::tr("The domain announces its servers: %1.").arg(finding.details.join(u", "_s))
            : Words::tr("The servers of this account are those that the domain announces.");
    }
    return finding;
}

Finding judgeSpf(const DnsAnswer &texts)
{
    Finding finding{u"dns.spf"_s, Words::tr("Who may send for it (SPF)")};
    finding.ms = texts.ms;
    if (isUntold(finding, texts))
        return finding;
    const auto records = startingWith(texts, "v=spf1");
    for (const QByteArray &record : records.first(std::min<qsizetype>(3, records.size())))
        finding.details.append(foreign(record));
    if (records.isEmpty()) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("The domain does not say which servers may send its mail, so your mail is "
                        "taken for junk more easily.");
        finding.advice = Words::tr("Ask whoever looks after the domain to add an SPF record.");
        return finding;
    }
    if (records.size() > 1) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("The domain has %n SPF records; receivers then count none.", nullptr,
                                     int(records.size()));
        finding.advice = Words::tr("Ask whoever looks after the domain to join them into one.");
        return finding;
    }
    const QByteArray record = ' ' + records.first().simplified().toLower();
    const char others = verdictOnOthers(record);
    if (others == '+') {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("The domain allows the whole world to send mail in its name.");
        finding.advice
            = Words::tr("Ask whoever looks after the domain to end its SPF record with -all or ~all.");
    } else if (lookupsOf(record) > 10) {
        finding.state = FindingState::Bad;
        finding.sentence
            = Words::tr("The SPF record asks for more than ten look-ups; receivers then count it as "
                        "broken.");
        finding.advice = Words::tr("Ask whoever looks after the domain to shorten it.");
    } else if (others == '?' || (others == 0 && !record.contains(" redirect="))) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("The domain names its sending servers, and says nothing about all others.");
        finding.advice
            = Words::tr("Ask whoever looks after the domain to end its SPF record with -all or ~all.");
    } else {
        finding.state = FindingState::Good;
        finding.sentence = Words::tr("The domain says which servers may send its mail.");
    }
    return finding;
}

Finding judgeDmarc(const DnsAnswer &own, const QString &parent, const DnsAnswer &inherited)
{
    Finding finding{u"dns.dmarc"_s, Words::tr("What becomes of forgeries (DMARC)")};
    finding.ms = own.ms + inherited.ms;
    if (isUntold(finding, own))
        return finding;
    auto records = startingWith(own, "v=dmarc1");
    const bool isInherited = records.isEmpty() && !parent.isEmpty();
    if (isInherited) {
        if (isUntold(finding, inherited))
            return finding;
        records = startingWith(inherited, "v=dmarc1");
    }
    if (records.isEmpty()) {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("The domain does not say what to do with mail that is forged in its name.");
        finding.advice = Words::tr("Ask whoever looks after the domain to add a DMARC record.");
        return finding;
    }
    finding.details.append(foreign(records.first()));
    if (isInherited)
        finding.details.append(Words::tr("Taken over from %1.").arg(foreign(parent)));
    QByteArray policy = tagValue(records.first(), "p");
    if (isInherited && !tagValue(records.first(), "sp").isEmpty())
        policy = tagValue(records.first(), "sp");
    if (records.size() > 1 || (policy != "none" && policy != "quarantine" && policy != "reject")) {
        finding.state = FindingState::Bad;
        finding.sentence = records.size() > 1
            ? Words::tr("The domain has more than one DMARC record; receivers then count none.")
            : Words::tr("The DMARC record names no valid policy; receivers ignore it.");
        finding.advice = Words::tr("Ask whoever looks after the domain to correct it.");
    } else if (policy == "none") {
        finding.state = FindingState::Warning;
        finding.sentence
            = Words::tr("The domain only watches forgeries (policy: none) and lets them through.");
        finding.advice
            = Words::tr("Whoever looks after the domain may want quarantine or reject once all is in "
                        "order.");
    } else {
        finding.state = FindingState::Good;
        finding.sentence = policy == "reject"
            ? Words::tr("Forgeries are to be refused (policy: reject).")
            : Words::tr("Forgeries are to be treated as junk (policy: quarantine).");
    }
    return finding;
}

QStringList usualSelectors()
{
    return {u"default"_s, u"google"_s, u"selector1"_s, u"selector2"_s, u"k1"_s,   u"k2"_s,      u"s1"_s,
            u"s2"_s,      u"fm1"_s,    u"fm2"_s,       u"mail"_s,      u"dkim"_s, u"20230601"_s};
}

Finding judgeDkim(const QList<SelectorAnswer> &answers)
{
    Finding finding{u"dns.dkim"_s, Words::tr("Keys it signs with (DKIM)")};
    int shortest = 0;
    QStringList found;
    for (const SelectorAnswer &one : answers) {
        finding.ms = std::max(finding.ms, one.texts.ms);
        for (const QByteArray &text : one.texts.texts) {
            const DkimKey key = readDkimKey(text);
            if (key.kind == DkimKey::Kind::None)
                continue;
            found.append(one.selector);
            finding.details.append(u"%1: %2"_s.arg(one.selector, dkimKeyWords(key)));
            if (key.kind == DkimKey::Kind::Rsa && (shortest == 0 || key.bits < shortest))
                shortest = key.bits;
        }
    }
    found.removeDuplicates();
    if (found.isEmpty()) {
        finding.state = FindingState::Unknown;
        finding.sentence
            = Words::tr("No signing key was found under the usual names. A key's name cannot be looked "
                        "up, so there may be one all the same.");
        return finding;
    }
    finding.state = FindingState::Good;
    finding.sentence = Words::tr("A signing key was found (%1).").arg(found.join(u", "_s));
    if (shortest > 0 && shortest < 1024) {
        finding.state = FindingState::Bad;
        finding.sentence
            = Words::tr("A signing key has only %1 bits, which receivers do not accept.").arg(shortest);
        finding.advice = Words::tr("Ask whoever looks after the domain for a key of 2048 bits.");
    } else if (shortest > 0 && shortest < 2048) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("A signing key has only %1 bits; 2048 are usual today.").arg(shortest);
        finding.advice = Words::tr("Ask whoever looks after the domain for a longer key.");
    }
    return finding;
}

} // namespace kw::doctor
