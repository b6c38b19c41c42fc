#include "core/doctor/finding.h"

#include "core/doctor/words.h"

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;
using doctor::Words;

QString findingStateWord(FindingState state)
{
    switch (state) {
    case FindingState::Running:
        return u"running"_s;
    case FindingState::Good:
        return u"good"_s;
    case FindingState::Warning:
        return u"warning"_s;
    case FindingState::Bad:
        return u"bad"_s;
    case FindingState::Unknown:
        return u"unknown"_s;
    case FindingState::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QString findingStateTitle(FindingState state)
{
    switch (state) {
    case FindingState::Running:
        return Words::tr("checking…");
    case FindingState::Good:
        return Words::tr("fine");
    case FindingState::Warning:
        return Words::tr("look at this");
    case FindingState::Bad:
        return Words::tr("does not work");
    case FindingState::Unknown:
        return Words::tr("not known");
    case FindingState::Skipped:
        return Words::tr("not checked");
    }
    return {};
}

QString shownText(const QString &text)
{
    QString shown = text;
    return shown.remove(doctor::ForeignBegin).remove(doctor::ForeignEnd);
}

QString findingGroup(const QString &id)
{
    return id.section(u'.', 0, 0);
}

QString findingGroupTitle(const QString &group)
{
    if (group == "dns"_L1)
        return Words::tr("The address's domain");
    if (group == "imap"_L1)
        return Words::tr("Receiving mail");
    if (group == "smtp"_L1)
        return Words::tr("Sending mail");
    return Words::tr("This computer");
}

} // namespace kw
