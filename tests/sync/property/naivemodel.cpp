#include "tests/sync/property/naivemodel.h"

#include "core/store/statement.h"

using namespace Qt::StringLiterals;

namespace kw::sim {

namespace {

QString text(const PageKey &key)
{
    return u"(%1,%2)"_s.arg(key.date).arg(key.id);
}

template <class Map> QString difference(const Map &ours, const Map &fresh, const QString &what)
{
    for (const auto &[view, rows] : fresh) {
        const auto mine = ours.find(view);
        for (const auto &[key, value] : rows) {
            if (mine == ours.end() || !mine->second.contains(key))
                return u"%1 of view %2: %3 is missing in the replayed list"_s.arg(what).arg(view).arg(
                    text(key));
            if (mine->second.at(key) != value)
                return u"%1 of view %2: %3 differs: %4, fresh %5"_s.arg(what)
                    .arg(view)
                    .arg(text(key))
                    .arg(mine->second.at(key))
                    .arg(value);
        }
    }
    for (const auto &[view, rows] : ours) {
        const auto there = fresh.find(view);
        for (const auto &[key, value] : rows) {
            if (there == fresh.end() || !there->second.contains(key))
                return u"%1 of view %2: %3 should have left the replayed list"_s.arg(what).arg(view).arg(
                    text(key));
        }
    }
    return {};
}

} // namespace

NaiveModel::NaiveModel(Database &db)
    : m_db(db)
{
    reload();
}

void NaiveModel::reload()
{
    m_state = read();
}

NaiveModel::State NaiveModel::read() const
{
    constexpr int All = 1'000'000;
    const Pages pages(m_db);
    State state;
    QList<ViewId> views;
    for (const FolderRow &row : pages.folders()) {
        state.counters[row.id] = {row.total, row.unread};
        state.roles[row.id] = row.role;
        views.append(ViewId::of(row.id));
    }
    // Nobody looks at a folder on its way out, but its rows come and go like all others.
    const auto leaving = m_db.statement("SELECT id FROM folder WHERE state=2");
    while (leaving->next())
        views.append(ViewId::of(FolderId(leaving->integer(0))));
    for (int role = 1; role <= int(FolderRole::Flagged); ++role)
        views.append(ViewId::unified(FolderRole(role)));
    for (const ViewId &view : std::as_const(views)) {
        for (const MessageRow &row : pages.messages(view, {}, All))
            state.messages[view.code()].emplace(PageKey{row.date, raw(row.id)}, row.flags);
        for (const ConversationRow &row : pages.conversations(view, {}, All))
            state.conversations[view.code()].emplace(PageKey{row.date, raw(row.thread)}, raw(row.thread));
    }
    return state;
}

void NaiveModel::place(const MessageChange &change, const PageKey &key, bool there)
{
    const FolderRole role = there ? change.role : change.roleBefore;
    QList<ViewId> views{ViewId::of(there ? change.folder : change.folderBefore)};
    if (role != FolderRole::None)
        views.append(ViewId::unified(role));
    if (((there ? change.flagsNow : change.flagsBefore) & quint32(Flag::Flagged)) != 0)
        views.append(ViewId::unified(FolderRole::Flagged)); // gathers by flag, not by folder
    for (const ViewId &view : std::as_const(views)) {
        auto &rows = m_state.messages[view.code()];
        if (there)
            rows[key] = change.flagsNow;
        else if (rows.erase(key) == 0 && m_oddity.isEmpty())
            m_oddity = u"a delta removes %1 from view %2, where it was not"_s.arg(text(key)).arg(view.code());
    }
}

void NaiveModel::apply(const ChangeSet &changes)
{
    if (changes.folderListChanged) {
        reload();
        return;
    }
    for (const MessageChange &change : changes.messages) {
        if (change.wasVisible)
            place(change, change.before, false);
    }
    for (const MessageChange &change : changes.messages) {
        if (change.isVisible)
            place(change, change.now, true);
    }
    for (const ConversationChange &change : changes.conversations) {
        if (change.wasThere && m_state.conversations[change.view].erase(change.before) == 0
            && m_oddity.isEmpty())
            m_oddity
                = u"a delta removes conversation %1 from view %2, where it was not"_s.arg(raw(change.thread))
                      .arg(change.view);
    }
    for (const ConversationChange &change : changes.conversations) {
        if (change.isThere)
            m_state.conversations[change.view][change.now] = raw(change.thread);
    }
    for (auto it = changes.counters.cbegin(); it != changes.counters.cend(); ++it)
        m_state.counters[it.key()] = {it->total, it->unread};
}

QString NaiveModel::compare() const
{
    if (!m_oddity.isEmpty())
        return m_oddity;
    const State fresh = read();
    if (const QString d = difference(m_state.messages, fresh.messages, u"messages"_s); !d.isEmpty())
        return d;
    if (const QString d = difference(m_state.conversations, fresh.conversations, u"conversations"_s);
        !d.isEmpty())
        return d;
    for (const auto &[folder, counters] : fresh.counters) {
        const auto mine = m_state.counters.find(folder);
        if (mine == m_state.counters.end() || mine->second != counters)
            return u"the replayed counters of folder %1 differ"_s.arg(raw(folder));
    }
    return {};
}

} // namespace kw::sim
