#include "app/ctl/acting.h"
#include "app/ctl/commands.h"
#include "app/ctl/reading.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

Result<AccountId> accountOf(const Reading &reading, const QString &word, QString *path)
{
    const auto at = word.indexOf(QLatin1Char(':')) > 0 ? word.indexOf(QLatin1Char(':'))
                                                       : word.indexOf(QLatin1Char('/'));
    const QString key = word.left(at);
    for (const auto &[id, name] : reading.pages().accounts().asKeyValueRange()) {
        if (at > 0 && name == key) {
            *path = word.mid(at + 1);
            return id;
        }
    }
    return Error{ErrorKind::Invalid,
                 u"A new folder is written as ACCOUNT:PATH; “%1” names no account."_s.arg(word),
                 {}};
}

// A new folder's parent is found by the longest known path in front of it.
Result<Intent> createIntent(const Reading &reading, const QString &word)
{
    QString path;
    const auto account = accountOf(reading, word, &path);
    if (!account)
        return account.error();
    const FolderRow *parent = nullptr;
    for (const FolderRow &row : reading.folders()) {
        if (row.account == *account && !row.separator.isNull() && path.startsWith(row.path + row.separator)
            && (!parent || parent->path.size() < row.path.size()))
            parent = &row;
    }
    if (!parent)
        return Intent::createFolder(*account, {}, path);
    return Intent::createFolder(*account, parent->id, path.mid(parent->path.size() + 1));
}

Result<Intent> folderIntent(const Reading &reading, const QStringList &words)
{
    const QString &verb = words.first();
    if (verb == u"create"_s)
        return createIntent(reading, words.at(1));
    const auto view = reading.view(words.at(1));
    if (!view)
        return view.error();
    if (view->isUnified())
        return Error{ErrorKind::Invalid, u"A unified view is no folder."_s, {}};
    if (verb == u"delete"_s)
        return Intent::ofFolder(Intent::Kind::DeleteFolder, view->folder);
    if (verb == u"subscribe"_s || verb == u"unsubscribe"_s)
        return Intent::subscribe(view->folder, verb == u"subscribe"_s);
    if (verb != u"rename"_s || words.size() != 3)
        return Error{ErrorKind::Invalid,
                     u"folder knows create, rename OLD NEW, delete, subscribe and unsubscribe."_s,
                     {}};
    return Intent::renameFolder(view->folder, words.at(2));
}

} // namespace

int runFolder(const Invocation &run)
{
    Intent intent;
    {
        const auto reading = Reading::open(run.paths);
        if (!reading)
            return failed(run, reading.error());
        const auto wanted = folderIntent(**reading, run.arguments.operands);
        if (!wanted) {
            run.out.error(wanted.error());
            return wanted.error().kind == ErrorKind::Invalid ? WrongUsage : Failed;
        }
        intent = *wanted;
    }
    return perform(run, intent, u"Done"_s);
}

} // namespace kw::ctl
