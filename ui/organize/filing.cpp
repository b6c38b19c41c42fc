#include "ui/organize/filing.h"

#include "core/store/pages.h"
#include "ui/messages/messagelistpane.h"
#include "ui/organize/folderfinder.h"
#include "ui/organize/questions.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr qsizetype FoldersRemembered = 5;
} // namespace

Filing::Filing(Engine *engine, MessageListPane *list, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_list(list)
    , m_window(window)
{
}

// Starred messages stay in their list wherever they are put.
void Filing::put(const Intent &intent)
{
    if (intent.messages.isEmpty())
        return;
    const bool leaves = !isListing(ViewId::unified(FolderRole::Flagged));
    if (leaves && areSelected(intent.messages))
        m_list->moveOn(m_moveOn);
    m_engine->perform(intent);
}

// Hits of a search lie anywhere.
bool Filing::isListing(ViewId view) const
{
    return !m_list->isSearch() && m_list->view() == view;
}

bool Filing::areSelected(const QList<MessageId> &ids) const
{
    const QList<MessageId> selected = m_list->selectedMessages();
    if (selected.size() != ids.size())
        return false;
    return QSet<MessageId>(selected.begin(), selected.end()) == QSet<MessageId>(ids.begin(), ids.end());
}

void Filing::archive(const QList<MessageId> &ids)
{
    if (isListing(ViewId::unified(FolderRole::Archive)))
        return;
    put(Intent::of(Intent::Kind::Archive, ids));
}

void Filing::setJunk(const QList<MessageId> &ids, bool junk)
{
    put(Intent::of(junk ? Intent::Kind::Junk : Intent::Kind::NotJunk, ids));
}

void Filing::remove(const QList<MessageId> &ids)
{
    removeApart(ids, {FolderRole::Trash});
}

void Filing::removeForGood(const QList<MessageId> &ids)
{
    removeApart(ids, {FolderRole::Trash, FolderRole::Junk});
}

void Filing::removeApart(const QList<MessageId> &ids, const QList<FolderRole> &forGood)
{
    if (!m_database)
        return;
    const Pages pages(*m_database);
    QList<MessageId> gone;
    QList<MessageId> rest;
    for (const MessageId id : ids) {
        const auto row = pages.message(id);
        (row && forGood.contains(row->role) ? gone : rest).append(id);
    }
    put(Intent::of(Intent::Kind::Delete, rest));
    if (!gone.isEmpty())
        askForGood(gone);
}

void Filing::setDeleting(bool ask, bool undoable)
{
    m_asksForGood = ask || !undoable;
    m_undoable = undoable;
}

void Filing::askForGood(const QList<MessageId> &ids)
{
    if (!m_asksForGood) {
        put(Intent::of(Intent::Kind::Expunge, ids));
        return;
    }
    ask({"deleteForGood"_L1, tr("Delete for Good"),
         tr("Delete %Ln message(s) for good?", nullptr, int(ids.size())),
         m_undoable ? tr("They are not in the Trash afterwards. You can undo this for a few seconds.")
                    : tr("They are not in the Trash afterwards, and this cannot be undone."),
         tr("Delete for Good")},
        m_window, [this, ids] { put(Intent::of(Intent::Kind::Expunge, ids)); });
}

FolderId Filing::commonFolder(const QList<MessageId> &ids) const
{
    const Pages pages(*m_database);
    FolderId common{};
    for (const MessageId id : ids) {
        const auto row = pages.message(id);
        if (!row || (isSet(common) && row->folder != common))
            return {};
        common = row->folder;
    }
    return common;
}

void Filing::move(const QList<MessageId> &ids)
{
    askForFolder(ids, false);
}

void Filing::copy(const QList<MessageId> &ids)
{
    askForFolder(ids, true);
}

void Filing::askForFolder(const QList<MessageId> &ids, bool copy)
{
    if (ids.isEmpty() || !m_database)
        return;
    FolderQuestion question;
    question.title = copy ? tr("Copy %Ln message(s) to", nullptr, int(ids.size()))
                          : tr("Move %Ln message(s) to", nullptr, int(ids.size()));
    question.hint = copy ? tr("Copy to which folder?") : tr("Move to which folder?");
    question.folders = Pages(*m_database).folders();
    question.accounts = m_accounts;
    question.lately = m_lately;
    question.without = commonFolder(ids);
    if (const auto row = Pages(*m_database).message(ids.first()))
        question.first = row->account;
    kw::askForFolder(question, m_window, [this, ids, copy](FolderId folder) { transfer(ids, folder, copy); });
}

void Filing::transfer(const QList<MessageId> &ids, FolderId folder, bool copy)
{
    m_lately.removeAll(folder);
    m_lately.prepend(folder);
    m_lately = m_lately.mid(0, FoldersRemembered);
    if (copy)
        m_engine->perform(Intent::copy(ids, folder));
    else if (!isListing(ViewId::of(folder)))
        put(Intent::move(ids, folder));
}

void Filing::drop(const QList<MessageId> &ids, ViewId target, bool copy)
{
    if (!target.isUnified()) {
        transfer(ids, target.folder, copy);
        return;
    }
    switch (target.role) {
    case FolderRole::Archive:
        archive(ids);
        break;
    case FolderRole::Trash:
        put(Intent::of(Intent::Kind::Delete, ids));
        break;
    case FolderRole::Junk:
        setJunk(ids, true);
        break;
    case FolderRole::Inbox:
        put(Intent::moveByName(Intent::Kind::Move, ids, u"INBOX"_s));
        break;
    case FolderRole::Flagged:
        m_engine->perform(Intent::mark(ids, quint32(Flag::Flagged), true));
        break;
    default:
        break;
    }
}

} // namespace kw
