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
         u"mark ID… --read|--unread|--star|--unstar|--answered|--tag NAME|--untag NAME"_s,
         u"changes messages here at once and on the server at the next sync; so do all that follow"_s,
         {u"read"_s, u"unread"_s, u"star"_s, u"unstar"_s, u"answered"_s, u"tag"_s, u"untag"_s},
         1,
         -1,
         runMark},
        {u"move"_s,
         u"move ID… FOLDER"_s,
         u"FOLDER is ACCOUNT:PATH, or a PATH that each message's own account has"_s,
         {},
         2,
         -1,
         runMove},
        {u"copy"_s, u"copy ID… FOLDER"_s, u"likewise; across accounts too"_s, {}, 2, -1, runCopy},
        {u"delete"_s,
         u"delete ID… [--forever]"_s,
         u"to each account's Trash, or for good"_s,
         {u"forever"_s},
         1,
         -1,
         runDelete},
        {u"archive"_s, u"archive ID…"_s, u"to each account's archive"_s, {}, 1, -1, runArchive},
        {u"junk"_s,
         u"junk ID… [--not]"_s,
         u"to each account's junk folder, and teaches its filter; --not brings back"_s,
         {u"not"_s},
         1,
         -1,
         runJunk},
        {u"folder"_s,
         u"folder create|delete|subscribe|unsubscribe ACCOUNT:PATH, folder rename ACCOUNT:PATH PATH"_s,
         u"makes, removes (its mail goes to the Trash) and renames folders"_s,
         {},
         2,
         3,
         runFolder},
        {u"journal"_s,
         u"journal [--limit N] [--retry N] [--dismiss N]"_s,
         u"what was done, what still waits for a server, what was refused and why"_s,
         {u"limit"_s, u"retry"_s, u"dismiss"_s},
         0,
         0,
         runJournal},
        {u"undo"_s,
         u"undo [N]"_s,
         u"takes back the newest action, or number N of the journal"_s,
         {},
         0,
         1,
         runUndo},
        {u"vanished"_s,
         u"vanished [restore|forget N…]"_s,
         u"messages that other programs deleted and whose text is still here"_s,
         {},
         0,
         -1,
         runVanished},
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
