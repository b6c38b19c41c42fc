#include "app/ctl/arguments.h"

#include "app/ctl/commands.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

Error usage(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence + u" kittiwakectl --help shows how it is used."_s, {}};
}

const QStringList switches{u"json"_s,  u"help"_s,     u"version"_s, u"once"_s,    u"repair"_s,   u"read"_s,
                           u"star"_s,  u"unread"_s,   u"unstar"_s,  u"offline"_s, u"answered"_s, u"forever"_s,
                           u"not"_s,   u"redacted"_s, u"yes"_s,     u"dry-run"_s, u"replace"_s,  u"trust"_s,
                           u"queue"_s, u"report"_s,   u"server"_s};
const QStringList valued{u"profile"_s,  u"limit"_s,   u"after"_s,      u"tag"_s,     u"untag"_s,
                         u"retry"_s,    u"dismiss"_s, u"nameserver"_s, u"account"_s, u"older-than"_s,
                         u"at"_s,       u"to"_s,      u"cc"_s,         u"bcc"_s,     u"from"_s,
                         u"reply-to"_s, u"subject"_s, u"body"_s,       u"attach"_s,  u"passphrase-command"_s};
const QStringList repeated{u"to"_s, u"cc"_s, u"bcc"_s, u"reply-to"_s, u"attach"_s};
const QStringList everywhere{u"json"_s, u"help"_s, u"version"_s, u"profile"_s, u"passphrase-command"_s};

Result<void> checkFits(const Arguments &arguments)
{
    if (arguments.command.isEmpty() || arguments.has(u"help"_s) || arguments.has(u"version"_s))
        return {};
    const auto *command = findCommand(arguments.command);
    if (!command)
        return usage(u"There is no command “%1”."_s.arg(arguments.command));
    for (auto it = arguments.options.cbegin(); it != arguments.options.cend(); ++it) {
        if (!everywhere.contains(it.key()) && !command->options.contains(it.key()))
            return usage(u"%1 does not take --%2."_s.arg(command->name, it.key()));
    }
    if (arguments.operands.size() < command->minOperands)
        return usage(u"%1 needs more: kittiwakectl %2."_s.arg(command->name, command->usage));
    if (command->maxOperands >= 0 && arguments.operands.size() > command->maxOperands)
        return usage(
            u"%1 does not take “%2”."_s.arg(command->name, arguments.operands.at(command->maxOperands)));
    return {};
}

} // namespace

Result<Arguments> parseArguments(const QStringList &words)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == "--"_L1 && !optionsEnded) {
            optionsEnded = true;
            continue;
        }
        if (optionsEnded || !word.startsWith("--"_L1)) {
            if (!optionsEnded && word.size() > 1 && word.startsWith(u'-'))
                return usage(u"There is no option %1."_s.arg(word));
            if (arguments.command.isEmpty())
                arguments.command = word;
            else
                arguments.operands.append(word);
            continue;
        }
        const auto name = word.mid(2).section(u'=', 0, 0);
        const bool attached = word.contains(u'=');
        if (switches.contains(name) && !attached) {
            arguments.options.insert(name, QString());
        } else if (valued.contains(name)) {
            if (!attached && i + 1 == words.size())
                return usage(u"--%1 needs a value."_s.arg(name));
            QString value = attached ? word.section(u'=', 1) : words.at(++i);
            // People and files may be named one by one; otherwise the last one counts.
            if (const auto before = arguments.options.constFind(name);
                repeated.contains(name) && before != arguments.options.cend())
                value = *before + (name == "attach"_L1 ? u'\n' : u',') + value;
            arguments.options.insert(name, value);
        } else {
            return usage(u"There is no option %1."_s.arg(word));
        }
    }
    if (auto fits = checkFits(arguments); !fits)
        return fits.error();
    return arguments;
}

QString helpText()
{
    QString text = u"usage: kittiwakectl [--profile DIR] [--json] COMMAND …\n\n"
                   "Kittiwake's mail without its window, for scripts, cron and bug reports.\n\n"_s;
    for (const auto &command : commands())
        text += u"  %1\n      %2\n"_s.arg(command.usage, command.summary);
    text
        += u"\n  --profile DIR  configuration, cache and log in DIR (else the usual places)\n"
           "  --json         JSON on standard output, as documented in docs/kittiwakectl.md\n"
           "  --passphrase-command CMD\n"
           "                 where passwords are in an encrypted file: the first line that CMD prints "
           "unlocks it\n"
           "  --version      the version\n\n"
           "Exit status: 0 fine, 1 failed or differences found, 2 wrong usage. Errors go to standard error.\n"_s;
    return text;
}

} // namespace kw::ctl
