#include "core/doctor/cachefacts.h"

#include "core/doctor/words.h"

#include <QDateTime>
#include <QLocale>

namespace kw {

using namespace Qt::StringLiterals;
using doctor::Words;

namespace {

constexpr qint64 DayMs = 86'400'000;

} // namespace

Finding judgeCache(const CacheFacts &facts, qint64 nowMs)
{
    Finding finding{u"computer.cache"_s, Words::tr("Mail on this computer")};
    if (!facts.exists) {
        finding.state = FindingState::Unknown;
        finding.sentence = Words::tr("No mail of this account is on this computer yet.");
        return finding;
    }
    if (!facts.damage.isEmpty()) {
        finding.state = FindingState::Bad;
        finding.sentence = Words::tr("The file with the mail on this computer is damaged.");
        finding.advice = Words::tr("Close Kittiwake and start it again: it rebuilds the file from the server "
                                   "and keeps your unsent changes. Check the disk if this comes back.");
        finding.details.append(doctor::foreign(facts.damage));
        return finding;
    }
    const QString proven = facts.provenAt > 0
        ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(facts.provenAt), QLocale::ShortFormat)
        : QString();
    if (!facts.checkedWhole)
        finding.details.append(Words::tr("There was no time to read the whole file; nothing is wrong in the "
                                         "part that was read."));
    if (facts.paused) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The account is paused, so no mail comes in.");
        finding.advice = Words::tr("Resume it from the account's menu.");
    } else if (proven.isEmpty()) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The inbox was never completely compared with the server.");
        finding.advice = Words::tr("Let Kittiwake check for mail while you are online.");
    } else if (nowMs - facts.provenAt > DayMs) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The inbox was last compared with the server on %1.").arg(proven);
        finding.advice = Words::tr("Let Kittiwake check for mail while you are online.");
    } else {
        finding.state = FindingState::Good;
        finding.sentence
            = Words::tr("The file is sound, and the inbox was last compared with the server on %1.")
                  .arg(proven);
    }
    return finding;
}

Finding judgeChanges(const CacheFacts &facts)
{
    Finding finding{u"computer.changes"_s, Words::tr("Your changes")};
    finding.state = FindingState::Good;
    if (facts.refused > 0) {
        finding.state = FindingState::Warning;
        finding.sentence = Words::tr("The server refused %n of your changes.", nullptr, facts.refused);
        finding.advice = Words::tr("Open the list of changes to see why, and try again or dismiss them.");
        finding.remedy = Remedy::ShowChanges;
    } else if (facts.waiting > 0) {
        finding.sentence = Words::tr("%n changes wait to be told to the server; that happens by itself.",
                                     nullptr, facts.waiting);
    } else {
        finding.sentence = Words::tr("The server has all your changes.");
    }
    return finding;
}

} // namespace kw
