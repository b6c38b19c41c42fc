#include "app/kittiwake/startoptions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StartOptions)
};

Error usage(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence + u' ' + Words::tr("kittiwake --help shows how it is used."), {}};
}

Result<void> setValue(StartOptions &options, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return usage(Words::tr("--%1 needs a value.").arg(name));
    if (name == "profile"_L1)
        options.profile = value;
    else if (name == "screenshot"_L1)
        options.screenshot = value;
    else if (value == "light"_L1 || value == "dark"_L1 || value == "system"_L1)
        options.theme = value;
    else
        return usage(Words::tr("--theme must be light, dark or system, not “%1”.").arg(value));
    return {};
}

bool *switchOf(StartOptions &options, const QString &name)
{
    if (name == "demo"_L1)
        return &options.demo;
    if (name == "offline"_L1)
        return &options.offline;
    if (name == "compose"_L1)
        return &options.compose;
    return nullptr;
}

// A link or a file that a desktop hands over.
Result<void> addOperand(StartOptions &options, const QString &word, const QString &directory)
{
    if (word.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        options.links.append(word);
        return {};
    }
    const QString path = word.startsWith("file:"_L1) ? QUrl(word).toLocalFile() : word;
    const QFileInfo file(QDir(directory), path);
    if (path.isEmpty() || !file.isFile())
        return usage(Words::tr("“%1” is neither an option, a mailto: link nor a file.").arg(word));
    options.files.append(file.absoluteFilePath());
    return {};
}

} // namespace

Result<StartOptions> parseStartOptions(const QStringList &arguments, const QString &directory)
{
    static const QStringList valued{u"profile"_s, u"screenshot"_s, u"theme"_s};
    StartOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &word = arguments.at(i);
        const auto name = word.mid(2).section(u'=', 0, 0);
        const bool attached = word.contains(u'=');
        if (!word.startsWith("--"_L1)) {
            if (const auto added = addOperand(options, word, directory); !added)
                return added.error();
            continue;
        }
        if (bool *flag = attached ? nullptr : switchOf(options, name)) {
            *flag = true;
        } else if (valued.contains(name)) {
            const auto value = attached ? word.section(u'=', 1) : arguments.value(++i);
            if (auto set = setValue(options, name, value); !set)
                return set.error();
        } else {
            return usage(Words::tr("There is no option %1.").arg(word));
        }
    }
    if (options.demo && !options.profile.isEmpty())
        return usage(
            Words::tr("--demo makes a throw-away profile of its own, so it goes without --profile."));
    return options;
}

QString startHelp()
{
    return Words::tr("usage: kittiwake [options] [mailto:LINK | FILE …]\n\n"
                     "  --compose          write a new message; FILEs are attached to it\n"
                     "  --profile DIR      configuration, cache and log in DIR\n"
                     "  --demo             made-up mail on a private server and a throw-away profile\n"
                     "  --offline          start without any traffic\n"
                     "  --theme NAME       light, dark or system, for this run\n"
                     "  --screenshot FILE  wait for the unified inbox, save a picture, quit\n"
                     "  --version, --help\n");
}

} // namespace kw
