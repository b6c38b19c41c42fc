#include "core/doctor/domainexam.h"

#include "core/doctor/words.h"

#include <algorithm>
#include <vector>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostParents = 5; // asked for a policy

} // namespace

DomainExam::DomainExam(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QString domain, Found found)
    : m_around(std::move(around))
    , m_curfew(std::move(curfew))
    , m_domain(std::move(domain))
    , m_found(std::move(found))
{
}

QList<Finding> DomainExam::plan()
{
    return {judgeMx({}, {}, {}), judgeSrv({}, {}, {}), judgeSpf({}), judgeDmarc({}, {}, {}), judgeDkim({})};
}

Task<DnsAnswer> DomainExam::ask(QDnsLookup::Type type, QString name)
{
    return askDns(m_around, m_curfew, type, std::move(name));
}

void DomainExam::skipAll(const QString &why)
{
    for (Finding finding : plan()) {
        finding.state = FindingState::Skipped;
        finding.sentence = why;
        finding.advice.clear();
        m_found(finding);
    }
}

// One question first: where nobody answers it, the others would only say the same.
Task<void> DomainExam::run(ServerSettings imap, ServerSettings smtp)
{
    m_mx = co_await ask(QDnsLookup::MX, m_domain);
    if (m_curfew->isOver())
        co_return;
    m_deaf = m_mx.outcome == DnsAnswer::Outcome::NoAnswer;
    if (m_deaf) {
        m_found(noResolver(m_around));
        skipAll(Words::tr("Names cannot be looked up at present."));
        co_return;
    }
    std::vector<Task<void>> all;
    all.push_back(mail());
    all.push_back(announcements(std::move(imap), std::move(smtp)));
    all.push_back(spf());
    all.push_back(dmarc());
    all.push_back(dkim());
    for (Task<void> &one : all)
        co_await one;
}

Task<void> DomainExam::mail()
{
    DnsAnswer address;
    if (m_mx.outcome == DnsAnswer::Outcome::None)
        address = co_await ask(QDnsLookup::A, m_domain);
    if (!m_curfew->isOver())
        m_found(judgeMx(m_domain, m_mx, address));
}

Task<void> DomainExam::announcements(ServerSettings imap, ServerSettings smtp)
{
    auto imaps = ask(QDnsLookup::SRV, u"_imaps._tcp."_s + m_domain);
    auto plain = ask(QDnsLookup::SRV, u"_imap._tcp."_s + m_domain);
    auto submissions = ask(QDnsLookup::SRV, u"_submissions._tcp."_s + m_domain);
    auto submission = ask(QDnsLookup::SRV, u"_submission._tcp."_s + m_domain);
    m_services.imaps = co_await imaps;
    m_services.imap = co_await plain;
    m_services.submissions = co_await submissions;
    m_services.submission = co_await submission;
    if (!m_curfew->isOver())
        m_found(judgeSrv(m_services, imap, smtp));
}

Task<void> DomainExam::spf()
{
    const auto texts = co_await ask(QDnsLookup::TXT, m_domain);
    if (!m_curfew->isOver())
        m_found(judgeSpf(texts));
}

// RFC 7489 6.6.3 asks the organisation's own domain besides. Which of those above that is, only a list of
// registries tells: the next one that says something counts.
Task<void> DomainExam::dmarc()
{
    const auto says = [](const DnsAnswer &answer) {
        return std::ranges::any_of(answer.texts, [](const QByteArray &text) {
            return text.trimmed().toLower().startsWith("v=dmarc1");
        });
    };
    const auto own = co_await ask(QDnsLookup::TXT, u"_dmarc."_s + m_domain);
    QString parent = parentDomain(m_domain);
    DnsAnswer inherited;
    if (own.isTold() && !says(own) && !parent.isEmpty()) {
        inherited = co_await ask(QDnsLookup::TXT, u"_dmarc."_s + parent);
        for (int i = 1; i < MostParents && inherited.isTold() && !says(inherited); ++i) {
            const QString above = parentDomain(parent);
            if (above.isEmpty())
                break;
            parent = above;
            inherited = co_await ask(QDnsLookup::TXT, u"_dmarc."_s + parent);
        }
    }
    if (!m_curfew->isOver())
        m_found(judgeDmarc(own, parent, inherited));
}

Task<void> DomainExam::dkim()
{
    std::vector<Task<DnsAnswer>> questions;
    const QStringList selectors = usualSelectors();
    for (const QString &selector : selectors)
        questions.push_back(ask(QDnsLookup::TXT, selector + u"._domainkey."_s + m_domain));
    QList<SelectorAnswer> answers;
    for (qsizetype i = 0; i < selectors.size(); ++i) {
        const auto texts = co_await questions.at(size_t(i));
        answers.append({selectors.at(i), texts});
    }
    if (!m_curfew->isOver())
        m_found(judgeDkim(answers));
}

} // namespace kw::doctor
