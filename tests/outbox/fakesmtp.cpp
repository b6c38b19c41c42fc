#include "tests/outbox/fakesmtp.h"

namespace kw::test {

namespace {

class Link final : public SmtpLink
{
public:
    explicit Link(FakeSmtp &server)
        : m_server(server)
    {
    }

    Task<Result<SmtpFeatures>> open(SmtpSettings, QString) override
    {
        ++m_server.sessions;
        if (m_server.closed)
            co_return *m_server.closed;
        m_open = true;
        SmtpFeatures features;
        features.eightBitMime = m_server.eightBit;
        features.sizeLimit = m_server.sizeLimit;
        co_return features;
    }

    Task<Result<Submission>> submit(SmtpEnvelope envelope, QByteArray message,
                                    SubmissionProgress progress) override
    {
        if (m_server.hangs) {
            const Deferred<bool> answer;
            m_server.held.append(answer);
            co_await answer;
            m_open = false;
            co_return FakeSmtp::ended(Submission::Outcome::NotSent, {}).submission;
        }
        m_server.envelopes.append(envelope);
        const FakeSmtp::Answer answer
            = m_server.plan.isEmpty() ? FakeSmtp::accepted() : m_server.plan.takeFirst();
        if (answer.takes)
            m_server.taken.append(message);
        progress(message.size(), message.size());
        const auto how = answer.submission.outcome;
        if (how == Submission::Outcome::NotSent || how == Submission::Outcome::Uncertain)
            m_open = false;
        co_return answer.submission;
    }

    void close() override { m_open = false; }
    bool isOpen() const override { return m_open; }

private:
    FakeSmtp &m_server;
    bool m_open = false;
};

} // namespace

SmtpLinkFactory FakeSmtp::factory()
{
    return [this] { return std::make_unique<Link>(*this); };
}

void FakeSmtp::release()
{
    hangs = false;
    for (const auto &one : std::exchange(held, {}))
        one.resolve(true);
}

FakeSmtp::Answer FakeSmtp::ended(Submission::Outcome how, const QString &why, bool takes)
{
    Answer answer;
    answer.submission.outcome = how;
    answer.submission.why = why;
    answer.takes = takes;
    return answer;
}

} // namespace kw::test
