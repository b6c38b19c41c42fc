#include "core/doctor/sessionexam.h"

#include "core/doctor/words.h"

#include <QElapsedTimer>

namespace kw::doctor {

using namespace Qt::StringLiterals;

SessionExam::SessionExam(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, LinkSettings settings,
                         Found found)
    : m_around(std::move(around))
    , m_curfew(std::move(curfew))
    , m_settings(std::move(settings))
    , m_found(std::move(found))
{
}

SessionExam::~SessionExam()
{
    if (m_link)
        m_link->close();
}

bool SessionExam::isOver() const
{
    return m_curfew->isOver();
}

Task<void> SessionExam::run()
{
    const auto done = co_await signIn();
    if (isOver())
        co_return;
    m_found(judgeSignIn(u"imap"_s, done, m_seen.signInMs, m_settings.oauth));
    if (!done) {
        skip(m_found, Words::tr("Signing in did not work."), false);
        co_return;
    }
    const Curfew::Guard guard(m_curfew, [link = m_link] { link->close(); });
    m_found(judgeFeatures(m_seen.features));
    co_await folders();
    if (!isOver())
        co_await quota();
    if (!isOver())
        co_await idle();
    m_link->close();
}

Task<Result<void>> SessionExam::signIn()
{
    QElapsedTimer clock;
    const auto secret = co_await m_around.secret();
    if (!secret)
        co_return secret.error();
    if (isOver())
        co_return Error{ErrorKind::Cancelled, {}, {}};
    clock.start();
    m_link = m_around.links(false);
    const Curfew::Guard guard(m_curfew, [link = m_link] { link->close(); });
    const auto features = co_await m_link->open(m_settings, *secret);
    m_seen.signInMs = clock.elapsed();
    if (!features)
        co_return features.error();
    m_seen.features = *features;
    co_return Result<void>{};
}

Task<void> SessionExam::folders()
{
    const auto listed = co_await m_link->list();
    if (isOver())
        co_return;
    if (listed) {
        m_seen.folders = *listed;
        m_found(judgeFolders(*listed, m_around.assignRoles));
        co_return;
    }
    Finding finding = plan().at(3);
    finding.state = FindingState::Bad;
    finding.sentence = Words::tr("The server did not tell which folders there are.");
    finding.details.append(listed.error().text);
    finding.advice = Words::tr("Check again later; if it stays so, ask your provider.");
    m_found(finding);
}

Task<void> SessionExam::quota()
{
    if (!m_link->isOpen()) {
        m_found(judgeQuota(Error{ErrorKind::Network, {}, {}}));
        co_return;
    }
    const auto quota = co_await m_link->quota(u"INBOX"_s);
    if (isOver())
        co_return;
    if (quota)
        m_seen.quota = *quota;
    m_found(judgeQuota(quota));
}

// Into waiting and out of it again: what there would be to wait for is left alone.
Task<void> SessionExam::idle()
{
    Result<void> done;
    QElapsedTimer clock;
    clock.start();
    const auto status = co_await m_link->status(u"INBOX"_s);
    if (status)
        m_seen.roundTripMs = clock.elapsed();
    else
        done = status.error();
    if (done && m_seen.features.idle) {
        const auto box = co_await m_link->select(u"INBOX"_s, {}, true);
        if (box) {
            clock.restart();
            auto waiting = m_link->idle();
            m_link->interruptIdle();
            const auto ended = co_await waiting;
            if (ended)
                m_seen.idleMs = clock.elapsed();
            done = ended ? Result<void>{} : Result<void>(ended.error());
        } else {
            done = box.error();
        }
    }
    if (!isOver())
        m_found(judgeIdle(m_seen.features, done, m_seen));
}

} // namespace kw::doctor
