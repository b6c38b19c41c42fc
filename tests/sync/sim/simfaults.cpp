#include "tests/sync/sim/simfaults.h"

using namespace Qt::StringLiterals;

namespace kw::sim {

QList<FaultKind> allFaults()
{
    using F = FaultKind;
    return {F::CutBefore,       F::CutAfter,       F::Stall,           F::Refuse,      F::LoseRecords,
            F::StubRecords,     F::ShuffleRecords, F::BumpUidValidity, F::LieInExists, F::NoUidNext,
            F::ZeroUidValidity, F::WrongVanished,  F::UntoldVanished};
}

QString nameOf(FaultKind kind)
{
    static const QStringList names{u"cut-before"_s,
                                   u"cut-after"_s,
                                   u"stall"_s,
                                   u"refuse"_s,
                                   u"lose"_s,
                                   u"stub"_s,
                                   u"shuffle"_s,
                                   u"bump-uidvalidity"_s,
                                   u"lie-in-exists"_s,
                                   u"no-uidnext"_s,
                                   u"zero-uidvalidity"_s,
                                   u"wrong-vanished"_s,
                                   u"untold-vanished"_s,
                                   u"busy"_s};
    return names.at(int(kind));
}

QString nameOf(Command command)
{
    static const QStringList names{
        u"open"_s,        u"list"_s,   u"status"_s,       u"select"_s,       u"headersBySequence"_s,
        u"headers"_s,     u"flags"_s,  u"existing"_s,     u"fetchMessage"_s, u"addFlags"_s,
        u"removeFlags"_s, u"idle"_s,   u"move"_s,         u"copy"_s,         u"markedDeleted"_s,
        u"expunge"_s,     u"append"_s, u"createFolder"_s, u"renameFolder"_s, u"deleteFolder"_s,
        u"subscribe"_s,   u"quota"_s};
    return names.at(int(command));
}

bool applies(FaultKind kind, Command command)
{
    using F = FaultKind;
    using C = Command;
    switch (kind) {
    case F::CutBefore:
    case F::CutAfter:
    case F::Stall:
        return true;
    case F::Refuse:
    case F::Busy:
        return command != C::Open; // a refused login is a matter of its own: it asks the person
    case F::LoseRecords:
    case F::StubRecords:
    case F::ShuffleRecords:
        return command == C::HeadersBySequence || command == C::Headers || command == C::Flags;
    case F::BumpUidValidity:
        return command != C::Open && command != C::List;
    case F::NoUidNext:
    case F::ZeroUidValidity:
        return command == C::Select || command == C::Status;
    case F::LieInExists:
    case F::WrongVanished:
    case F::UntoldVanished:
        return command == C::Select;
    }
    return false;
}

void FaultPlan::clear()
{
    m_armed.clear();
    m_always.clear();
    m_counts.clear();
    m_commands = 0;
    m_fired = 0;
}

std::optional<Fault> FaultPlan::next(Command command)
{
    const int number = m_commands++;
    ++m_counts[command];
    if (const auto always = m_always.constFind(command); always != m_always.cend()) {
        ++m_fired;
        return Fault{*always, number, true, 0};
    }
    for (qsizetype i = 0; i < m_armed.size(); ++i) {
        const Fault fault = m_armed.at(i);
        const bool due = fault.onlyThere ? fault.at == number : fault.at <= number;
        if (!due || !applies(fault.kind, command))
            continue;
        m_armed.removeAt(i);
        ++m_fired;
        m_history.append(fault.kind);
        return fault;
    }
    return std::nullopt;
}

} // namespace kw::sim
