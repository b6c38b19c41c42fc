#include "ui/search/searchreach.h"

#include "ui/look/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw {

namespace {

constexpr qsizetype MostFailures = 3; // named one by one

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::SearchReach)
};

// Messages and the folders they lie in.
struct Unseen {
    qint64 messages = 0;
    int folders = 0;
};

Unseen unseen(const SearchReach &reach)
{
    Unseen sum;
    if (!reach.needsTexts)
        return sum;
    for (const SearchCoverage::Folder &folder : reach.coverage.folders) {
        if (folder.withoutText == 0 || reach.asked.answered.contains(folder.folder))
            continue;
        sum.messages += folder.withoutText;
        ++sum.folders;
    }
    return sum;
}

QString messages(qint64 count)
{
    return Words::tr("%Ln message(s)", nullptr, int(std::min<qint64>(count, 1'000'000'000)));
}

QString aboutIndex(const SearchReach &reach)
{
    QStringList sentences;
    if (!reach.hasIndex && reach.index.isWorking)
        sentences << Words::tr("The index is being made: %1 of %2 messages so far.")
                         .arg(number(reach.index.indexed), number(reach.index.messages));
    else if (!reach.hasIndex)
        sentences << Words::tr("There is no index yet, so words cannot be found.");
    else if (reach.coverage.notIndexed > 0)
        sentences << Words::tr("%Ln message(s) are not indexed yet.", nullptr,
                               int(std::min<qint64>(reach.coverage.notIndexed, 1'000'000'000)));
    if (!sentences.isEmpty() && !reach.index.problem.text.isEmpty())
        sentences << reach.index.problem.text;
    return sentences.join(u' ');
}

QString failures(const SearchReach &reach)
{
    QStringList sentences;
    for (const auto &[folder, error] : reach.asked.failures) {
        if (sentences.size() == MostFailures) {
            sentences << Words::tr("%Ln more folder(s) could not be searched.", nullptr,
                                   int(reach.asked.failures.size() - MostFailures));
            break;
        }
        sentences << Words::tr("“%1” could not be searched: %2", "a folder, a sentence")
                         .arg(reach.folderNames.value(folder), error.text);
    }
    return sentences.join(u' ');
}

} // namespace

ReachWords reachWords(const SearchReach &reach)
{
    ReachWords words;
    if (!reach.isKnown)
        return words;
    QStringList sentences{aboutIndex(reach)};
    const Unseen left = unseen(reach);
    words.isAsking = reach.isAsking;
    words.folders = reach.asked.folders;
    words.foldersDone = reach.asked.foldersDone;
    if (reach.isAsking) {
        sentences << Words::tr("Asking the servers: %1 of %2 folders have answered.")
                         .arg(number(reach.asked.foldersDone), number(reach.asked.folders));
    } else if (left.messages > 0) {
        sentences << Words::tr("Of %1 in %2 only the header is here.", "so many messages in so many folders")
                         .arg(messages(left.messages), Words::tr("%Ln folder(s)", nullptr, left.folders));
        words.mayAsk = true;
    }
    const QString failed = failures(reach);
    sentences << failed;
    sentences.removeAll(QString());
    if (!failed.isEmpty())
        words.tone = Tone::Warning;
    if (sentences.isEmpty()) {
        words.tone = Tone::Good;
        sentences << (reach.asked.answered.isEmpty() ? Words::tr("Everything was searched.")
                                                     : Words::tr("Everything was searched, also on the "
                                                                 "servers."));
    }
    words.text = sentences.join(u' ');
    return words;
}

QList<FolderId> unseenFolders(const SearchReach &reach)
{
    QList<FolderId> folders;
    for (const SearchCoverage::Folder &folder : reach.coverage.folders) {
        if (folder.withoutText > 0 && !reach.asked.answered.contains(folder.folder))
            folders.append(folder.folder);
    }
    return folders;
}

} // namespace kw
