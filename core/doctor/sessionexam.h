#pragma once

#include "core/doctor/domainexam.h"

namespace kw::doctor {

// What a signed-in session tells. Times in milliseconds; negative: not measured.
struct SessionSeen {
    ServerFeatures features;
    qint64 signInMs = -1;
    qint64 roundTripMs = -1; // one small question (STATUS)
    qint64 idleMs = -1; // into waiting for news (IDLE) and out again
    QList<ListedFolder> folders; // as listed
    QList<QuotaResource> quota;
};

Finding judgeSignIn(const QString &prefix, const Result<void> &done, qint64 ms, bool oauth);
Finding judgeFeatures(const ServerFeatures &features);
Finding judgeIdle(const ServerFeatures &features, const Result<void> &done, const SessionSeen &seen);
// `assign`: gives folders the roles that Kittiwake uses them in.
using AssignRoles = std::function<QList<ListedFolder>(QList<ListedFolder>)>;
Finding judgeFolders(const QList<ListedFolder> &listed, const AssignRoles &assign);
Finding judgeQuota(const Result<QList<QuotaResource>> &quota);

// Signs in for receiving and looks at what there is, without changing anything: folders are opened read-only.
// Keep it until run() has ended.
class SessionExam
{
public:
    SessionExam(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, LinkSettings settings,
                Found found);
    ~SessionExam();

    Task<void> run();
    const SessionSeen &seen() const { return m_seen; }

    static QList<Finding> plan();
    // All of the plan, not checked because of this.
    static void skip(const Found &found, const QString &why, bool signInToo = true);

private:
    Task<Result<void>> signIn();
    Task<void> idle();
    Task<void> folders();
    Task<void> quota();
    bool isOver() const;

    const DoctorSurroundings m_around;
    const std::shared_ptr<Curfew> m_curfew;
    const LinkSettings m_settings;
    const Found m_found;
    std::shared_ptr<ImapLink> m_link;
    SessionSeen m_seen;
};

} // namespace kw::doctor
