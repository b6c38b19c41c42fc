#include "app/ctl/acting.h"
#include "app/ctl/commands.h"
#include "app/ctl/reading.h"
#include "app/ctl/words.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

// Every number must be a message: a typing error changes nothing at all.
Result<QList<MessageId>> knownMessages(const Reading &reading, const QStringList &words)
{
    QList<MessageId> ids;
    for (const auto &word : words) {
        const auto id = messageId(word);
        if (!id)
            return id.error();
        if (!reading.pages().message(*id))
            return Error{
                ErrorKind::NotFound,
                u"There is no message %1 in the cache, so nothing was changed. kittiwakectl list shows them."_s
                    .arg(word),
                {}};
        ids.append(*id);
    }
    return ids;
}

int onMessages(const Invocation &run, Intent intent, const QString &verb)
{
    {
        const auto reading = Reading::open(run.paths);
        if (!reading)
            return failed(run, reading.error());
        const auto ids = knownMessages(**reading, run.arguments.operands);
        if (!ids)
            return failed(run, ids.error());
        intent.messages = *ids;
    }
    return perform(run, intent, verb);
}

std::optional<Intent> markIntent(const Arguments &arguments)
{
    QList<Intent> wanted;
    static const std::tuple<QString, Flag, bool> switches[] = {{u"read"_s, Flag::Seen, true},
                                                               {u"unread"_s, Flag::Seen, false},
                                                               {u"star"_s, Flag::Flagged, true},
                                                               {u"unstar"_s, Flag::Flagged, false},
                                                               {u"answered"_s, Flag::Answered, true}};
    for (const auto &[name, flag, on] : switches) {
        if (arguments.has(name))
            wanted.append(Intent::mark({}, quint32(flag), on));
    }
    for (const auto &[name, on] : {std::pair(u"tag"_s, true), std::pair(u"untag"_s, false)}) {
        if (arguments.has(name))
            wanted.append(Intent::tag({}, arguments.value(name), on));
    }
    return wanted.size() == 1 ? std::optional(wanted.first()) : std::nullopt;
}

// "work:Lists/qt" names one folder; "Archive" the folder of that name in each message's own account.
int transfer(const Invocation &run, Intent::Kind kind, const QString &verb)
{
    QStringList words = run.arguments.operands;
    const QString target = words.takeLast();
    Intent intent;
    {
        const auto reading = Reading::open(run.paths);
        if (!reading)
            return failed(run, reading.error());
        const auto ids = knownMessages(**reading, words);
        if (!ids)
            return failed(run, ids.error());
        const auto named = (*reading)->view(target);
        if (named && !named->isUnified())
            intent = kind == Intent::Kind::Move ? Intent::move(*ids, named->folder)
                                                : Intent::copy(*ids, named->folder);
        else
            intent = Intent::moveByName(kind, *ids, target);
    }
    return perform(run, intent, verb);
}

} // namespace

int runMark(const Invocation &run)
{
    const auto intent = markIntent(run.arguments);
    if (!intent) {
        run.out.error(
            u"mark needs exactly one of --read, --unread, --star, --unstar, --answered, --tag and --untag."_s);
        return WrongUsage;
    }
    return onMessages(run, *intent, u"Marked"_s);
}

int runMove(const Invocation &run)
{
    return transfer(run, Intent::Kind::Move, u"Moved"_s);
}

int runCopy(const Invocation &run)
{
    return transfer(run, Intent::Kind::Copy, u"Copied"_s);
}

int runDelete(const Invocation &run)
{
    const bool forever = run.arguments.has(u"forever"_s);
    return onMessages(run, Intent::of(forever ? Intent::Kind::Expunge : Intent::Kind::Delete, {}),
                      u"Deleted"_s);
}

int runArchive(const Invocation &run)
{
    return onMessages(run, Intent::of(Intent::Kind::Archive, {}), u"Archived"_s);
}

int runJunk(const Invocation &run)
{
    const bool isNot = run.arguments.has(u"not"_s);
    return onMessages(run, Intent::of(isNot ? Intent::Kind::NotJunk : Intent::Kind::Junk, {}),
                      isNot ? u"Not junk"_s : u"Junk"_s);
}

} // namespace kw::ctl
