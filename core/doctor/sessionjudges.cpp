#include "core/doctor/sessionexam.h"
#include "core/doctor/words.h"

#include <QLocale>

#include <algorithm>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SlowMs = 3000;
constexpr int FullPercent = 90;
constexpr int VeryFullPercent = 98;

Finding planned(qsizetype which)
{
    return SessionExam::plan().at(which);
}

QString roleWord(FolderRole role)
{
    switch (role) {
    case FolderRole::Drafts:
        return Words::tr("Drafts");
    case FolderRole::Sent:
        return Words::tr("Sent");
    case FolderRole::Archive:
        return Words::tr("Archive");
    case FolderRole::Trash:
        return Words::tr("Trash");
    case FolderRole::Junk:
        return Words::tr("Junk");
    case FolderRole::Inbox:
        return Words::tr("Inbox");
    default:
        return {};
    }
}

// The folder would have this role if it stood alone.
FolderRole likelyRole(ListedFolder folder, const AssignRoles &assign)
{
    if (folder.role != FolderRole::None)
        return folder.role;
    const auto alone = assign({std::move(folder)});
    return alone.isEmpty() ? FolderRole::None : alone.first().role;
}

} // namespace

QList<Finding> SessionExam::plan()
{
    return {Finding{u"imap.signin"_s, Words::tr("Signing in")},
            Finding{u"imap.features"_s, Words::tr("What the server can do")},
            Finding{u"imap.idle"_s, Words::tr("Noticing new mail")},
            Finding{u"imap.folders"_s, Words::tr("Special folders")},
            Finding{u"imap.quota"_s, Words::tr("Room on the server")}};
}

void SessionExam::skip(const Found &found, const QString &why, bool signInToo)
{
    for (Finding finding : plan().sliced(signInToo ? 0 : 1)) {
        finding.state = FindingState::Skipped;
        finding.sentence = why;
        found(finding);
    }
}

Finding judgeSignIn(const QString &prefix, const Result<void> &done, qint64 ms, bool oauth)
{
    Finding finding = planned(0);
    finding.id = prefix + ".signin"_L1;
    finding.ms = ms;
    if (done) {
        finding.state = ms > 2 * SlowMs ? FindingState::Warning : FindingState::Good;
        finding.sentence = ms > 2 * SlowMs ? Words::tr("Signing in works, and took %1 ms.").arg(ms)
                                           : Words::tr("Signing in works.");
        if (ms > 2 * SlowMs)
            finding.advice = Words::tr("The server or the network is slow at present; check again later.");
        return finding;
    }
    finding.state = FindingState::Bad;
    finding.sentence = done.error().text;
    const ErrorKind kind = done.error().kind;
    if (kind == ErrorKind::Unsupported && done.error().code.startsWith("secrets-"_L1)) {
        finding.state = FindingState::Unknown; // there was nothing to sign in with
    } else if (kind == ErrorKind::Unsupported || kind == ErrorKind::Invalid) {
        finding.remedy = Remedy::EditServers;
        finding.advice = Words::tr("Correct the account's settings.");
    } else if (kind == ErrorKind::Auth) {
        finding.remedy = oauth ? Remedy::SignInAgain : Remedy::EnterPassword;
        finding.advice = oauth
            ? Words::tr("Sign in again in the browser.")
            : Words::tr("Enter the password again. Some providers want a password made for mail "
                        "programs (“app password”).");
    } else if (kind == ErrorKind::Tls) {
        // Who has issued a certificate may be somebody's own name.
        finding.sentence = Words::tr("The connection is not safe, so no password was sent.");
        finding.details.append(foreign(done.error().text, 1000));
        finding.remedy = Remedy::ShowCertificate;
        finding.advice = Words::tr("See what is said about encryption.");
    } else {
        finding.advice = Words::tr("Check again later; if it stays so, ask your provider.");
    }
    return finding;
}

Finding judgeFeatures(const ServerFeatures &features)
{
    Finding finding = planned(1);
    QStringList lacks;
    const auto say = [&finding, &lacks](bool has, const QString &with, const QString &without, bool matters) {
        finding.details.append(has ? u"+ "_s + with : u"− "_s + without);
        if (!has && matters)
            lacks.append(without);
    };
    const auto can = [&features](QLatin1StringView name) { return features.capabilities.contains(name); };
    say(features.idle, Words::tr("New mail is noticed at once (IDLE)."),
        Words::tr("New mail is noticed only when Kittiwake looks (no IDLE)."), true);
    say(features.qresync || features.condstore,
        features.qresync ? Words::tr("Changes made elsewhere come in one answer (QRESYNC).")
                         : Words::tr("Changed marks come in one answer (CONDSTORE)."),
        Words::tr("Changes made elsewhere must be looked for message by message (no CONDSTORE)."), false);
    say(features.move, Words::tr("Moving mail is one safe step (MOVE)."),
        Words::tr("Moving mail is copying and deleting (no MOVE)."), false);
    say(features.uidPlus, Words::tr("The server tells where moved mail went (UIDPLUS)."),
        Words::tr("Moved mail must be looked for (no UIDPLUS)."), false);
    say(features.specialUse, Words::tr("The server says which folder is for what (SPECIAL-USE)."),
        Words::tr("Folders are recognised by their names (no SPECIAL-USE)."), false);
    say(can("QUOTA"_L1), Words::tr("The server tells how full it is (QUOTA)."),
        Words::tr("The server does not tell how full it is (no QUOTA)."), false);
    finding.details.append(foreign(features.capabilities.mid(0, 100).join(u' '), 1500));
    finding.state = lacks.isEmpty() ? FindingState::Good : FindingState::Warning;
    finding.sentence
        = lacks.isEmpty() ? Words::tr("The server can do all that Kittiwake needs.") : lacks.first();
    if (!lacks.isEmpty())
        finding.advice = Words::tr("Nothing needs to be done; let Kittiwake check often enough.");
    return finding;
}

Finding judgeIdle(const ServerFeatures &features, const Result<void> &done, const SessionSeen &seen)
{
    Finding finding = planned(2);
    finding.ms = std::max<qint64>(0, seen.idleMs);
    if (seen.roundTripMs >= 0)
        finding.details.append(
            Words::tr("One small question (how many messages are in the inbox) took %1 ms.")
                .arg(seen.roundTripMs));
    if (seen.idleMs >= 0)
        finding.details.append(Words::tr("Beginning to wait for news and ending it took %1 ms (IDLE, DONE). "
                                         "Nothing was changed in the "
                                         "mailbox, so the time until real news come was not measured.")
                                   .arg(seen.idleMs));
    if (!done) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("The server did not answer when it was asked to tell of new mail.");
        finding.details.append(done.error().text);
        finding.advice
            = Words::tr("New mail will be noticed late. Check again later; if it stays so, ask your "
                        "provider.");
    } else if (!features.idle) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The server does not tell of new mail; Kittiwake looks now and then.");
        finding.advice = Words::tr("Nothing needs to be done.");
    } else if (seen.idleMs > SlowMs || seen.roundTripMs > SlowMs) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The server is slow: it took %1 ms to answer.")
                               .arg(std::max(seen.idleMs, seen.roundTripMs));
        finding.advice = Words::tr("New mail may come late. Check again later.");
    } else {
        finding.state = FindingState::Good;
        finding.sentence
            = Words::tr("The server tells of new mail by itself and answers within %1 ms.").arg(seen.idleMs);
    }
    return finding;
}

Finding judgeFolders(const QList<ListedFolder> &listed, const AssignRoles &assign)
{
    Finding finding = planned(3);
    const AssignRoles roles = assign ? assign : AssignRoles([](QList<ListedFolder> all) { return all; });
    const QList<ListedFolder> assigned = roles(listed);
    QStringList missing;
    QStringList doubled;
    for (const FolderRole role : {FolderRole::Inbox, FolderRole::Drafts, FolderRole::Sent,
                                  FolderRole::Archive, FolderRole::Trash, FolderRole::Junk}) {
        const auto has = std::ranges::find(assigned, role, &ListedFolder::role);
        if (has == assigned.end()) {
            missing.append(roleWord(role));
            finding.details.append(Words::tr("%1: none").arg(roleWord(role)));
            continue;
        }
        const auto told = std::ranges::find(listed, has->path, &ListedFolder::path);
        const bool byServer = told != listed.end() && told->role == role;
        finding.details.append(
            byServer ? Words::tr("%1: “%2”, as the server says").arg(roleWord(role), foreign(has->path, 100))
                     : Words::tr("%1: “%2”").arg(roleWord(role), foreign(has->path, 100)));
        QStringList others;
        for (const ListedFolder &other : listed) {
            if (other.path != has->path && role != FolderRole::Inbox && other.selectable
                && likelyRole(other, roles) == role)
                others.append(u"“%1”"_s.arg(foreign(other.path, 100)));
        }
        if (!others.isEmpty()) {
            doubled.append(roleWord(role));
            finding.details.append(
                Words::tr("%1 as well, it seems: %2").arg(roleWord(role), others.join(u", "_s)));
        }
    }
    finding.state = FindingState::Good;
    finding.sentence = Words::tr("There is a folder for sent mail, drafts, the archive, junk and the trash.");
    if (missing.contains(roleWord(FolderRole::Inbox))) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("The server shows no inbox.");
        finding.advice = Words::tr("Ask your provider.");
        return finding;
    }
    if (!doubled.isEmpty()) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("More than one folder seems to be for: %1.").arg(doubled.join(u", "_s));
        finding.advice
            = Words::tr("Choose which one is meant in the account's settings, so that all your programs "
                        "use the same.");
        finding.remedy = Remedy::ChooseFolders;
    } else if (!missing.isEmpty()) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("There is no folder for: %1.").arg(missing.join(u", "_s));
        finding.advice
            = Words::tr("Choose one in the account's settings, or make one; Kittiwake makes those that it "
                        "needs when it needs them.");
        finding.remedy = Remedy::ChooseFolders;
    }
    return finding;
}

Finding judgeQuota(const Result<QList<QuotaResource>> &quota)
{
    Finding finding = planned(4);
    finding.state = FindingState::Unknown;
    if (!quota) {
        finding.sentence = quota.error().kind == ErrorKind::Unsupported
            ? quota.error().text
            : Words::tr("The server did not tell how full it is.");
        return finding;
    }
    finding.sentence = Words::tr("The server sets no limit.");
    double fullest = -1;
    for (const QuotaResource &one : *quota) {
        if (one.limit == 0)
            continue;
        const double percent = 100.0 * double(one.used) / double(one.limit);
        const bool storage = one.name.compare("STORAGE"_L1, Qt::CaseInsensitive) == 0;
        const QLocale locale;
        const QString words = storage
            ? Words::tr("%1 of %2 are used (%3 %).")
                  .arg(locale.formattedDataSize(qint64(std::min<quint64>(one.used, 1ULL << 52) * 1024)),
                       locale.formattedDataSize(qint64(std::min<quint64>(one.limit, 1ULL << 52) * 1024)))
                  .arg(int(percent))
            : Words::tr("%1 of %2 messages (%3 %).").arg(one.used).arg(one.limit).arg(int(percent));
        finding.details.append(words);
        if (percent > fullest) {
            fullest = percent;
            finding.sentence = words;
        }
    }
    if (fullest < 0)
        return finding;
    finding.state = fullest >= VeryFullPercent ? FindingState::Bad
        : fullest >= FullPercent               ? FindingState::Warning
                                               : FindingState::Good;
    if (finding.state != FindingState::Good) {
        finding.advice = finding.state == FindingState::Bad
            ? Words::tr("Soon no more mail will be accepted for you. Delete large or old mail, or ask for "
                        "more room.")
            : Words::tr("Delete large or old mail before the mailbox is full.");
        finding.remedy = Remedy::CleanUp;
    }
    return finding;
}

} // namespace kw::doctor
