#include "app/ctl/commands.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

const QList<Command> &commands()
{
    static const QList<Command> all{
        {u"accounts"_s, u"accounts"_s, u"the accounts of accounts.ini"_s, {}, 0, 0, runAccounts},
        {u"folders"_s,
         u"folders [ACCOUNT]"_s,
         u"folders with role, number of messages, unread and liveness"_s,
         {},
         0,
         1,
         runFolders},
        {u"sync"_s,
         u"sync --once"_s,
         u"brings every folder of every account up to date, then ends"_s,
         {u"once"_s},
         0,
         0,
         runSync},
        {u"list"_s,
         u"list FOLDER|unified:ROLE [--limit N] [--after KEY]"_s,
         u"messages, newest first; FOLDER is ACCOUNT:PATH, ROLE is inbox, sent, …"_s,
         {u"limit"_s, u"after"_s},
         1,
         1,
         runList},
        {u"show"_s,
         u"show ID|FILE.eml [--offline]"_s,
         u"one message, made safe to look at; downloads it where needed unless --offline"_s,
         {u"offline"_s},
         1,
         1,
         runShow},
        {u"verify"_s,
         u"verify ACCOUNT [--repair]"_s,
         u"compares the cache with the server: messages, flags, sizes"_s,
         {u"repair"_s},
         1,
         1,
         runVerify},
        {u"mark"_s,
         u"mark ID… --read|--unread|--star|--unstar"_s,
         u"changes messages here at once and on the server at the next sync"_s,
         {u"read"_s, u"unread"_s, u"star"_s, u"unstar"_s},
         1,
         -1,
         runMark},
    };
    return all;
}

const Command *findCommand(const QString &name)
{
    for (const auto &command : commands()) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

} // namespace kw::ctl
