#include "ui/messages/listwords.h"

#include "ui/look/words.h"
#include "ui/messages/pagedlistmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::ListWords)
};

QString hits(const PagedListModel &model)
{
    if (model.isSearching())
        return Words::tr("Searching…");
    if (!model.isExact())
        return Words::tr("more than %1", "messages found so far").arg(number(model.foundSoFar()));
    return Words::tr("%Ln message(s)", nullptr, model.rowCount());
}

// Attachments are known of messages whose text is here.
QString nothingMatches(const Pages::Filter &filter)
{
    if (!filter.attachmentsOnly)
        return Words::tr("No message matches the filter.");
    Pages::Filter rest = filter;
    rest.attachmentsOnly = false;
    const bool alone = rest.isEmpty();
    return (alone ? Words::tr("None of the messages that were opened has an attachment.")
                  : Words::tr("No message matches the filter."))
        + u' ' + Words::tr("Whether a message that was not opened yet has any is not known.");
}

QList<FolderRow> foldersShown(ViewId view, const ListSource *source)
{
    QList<FolderRow> folders = source ? source->folders() : QList<FolderRow>();
    folders.removeIf([view](const FolderRow &folder) {
        return view.isUnified() ? folder.role != view.role : folder.id != view.folder;
    });
    return folders;
}

// Nobody knows yet what the server has there.
bool isUnlisted(const FolderRow &folder)
{
    return folder.provenAt == 0 && folder.lowUid == 0 && folder.state != FolderState::BeingMade
        && folder.selectable && !folder.unsupported;
}

} // namespace

QString ListWords::counts(const PagedListModel &model, const ListSource *source) const
{
    if (!source)
        return {};
    const ListQuery &query = model.query();
    if (query.search)
        return hits(model);
    if (!query.filter.isEmpty())
        return model.isSearching() ? Words::tr("Searching…")
                                   : Words::tr("%L1 found", nullptr, model.rowCount()).arg(model.rowCount());
    const FolderCounters counters = source->counters(query.view);
    const auto folders = foldersShown(query.view, source);
    const bool isUnknown
        = counters.total == 0 && !folders.isEmpty() && std::ranges::all_of(folders, isUnlisted);
    const QString total = isUnknown ? QString() : number(counters.total);
    return counters.unread == 0
        ? total
        : Words::tr("%1 · %2 new", "messages in all · unread ones").arg(total, number(counters.unread));
}

QString ListWords::whyEmpty(const PagedListModel &model, const ListSource *source) const
{
    if (model.isSearching())
        return Words::tr("Searching…");
    if (model.query().search)
        return model.query().filter.isEmpty() ? Words::tr("Nothing was found.")
                                              : Words::tr("Nothing that was found matches the filter.");
    if (!model.query().filter.isEmpty())
        return nothingMatches(model.query().filter);
    QList<FolderRow> folders = foldersShown(model.query().view, source);
    const qsizetype all = folders.size();
    folders.removeIf([](const FolderRow &folder) { return !isUnlisted(folder); });
    if (folders.isEmpty())
        return Words::tr("No messages here.");
    const QString state = folders.size() == all
        ? Words::tr("Not downloaded yet.")
        : Words::tr("No messages so far; not everything is downloaded yet.");
    return (state + u' ' + whyUnlisted(folders)).trimmed();
}

// Of several accounts the one that does most about it.
QString ListWords::whyUnlisted(const QList<FolderRow> &folders) const
{
    for (const Liveness liveness :
         {Liveness::Syncing, Liveness::Live, Liveness::Polling, Liveness::Connecting, Liveness::NeedsYou,
          Liveness::Stale, Liveness::Paused, Liveness::Offline}) {
        const auto isSo = [&](const FolderRow &folder) {
            return m_liveness.contains(folder.account) && m_liveness.value(folder.account) == liveness;
        };
        if (std::ranges::any_of(folders, isSo))
            return waitSentence(liveness);
    }
    return {};
}

} // namespace kw
