#include "bench/child/child.h"

#include "bench/child/listwindow.h"
#include "core/account/paths.h"
#include "ui/messages/messagelistview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int LongMs = 60'000;

struct Filtering {
    QString name;
    PageFilter filter;
};

QList<Filtering> combinations()
{
    return {
        {u"starred"_s, {.starredOnly = true}},
        {u"attachments"_s, {.attachmentsOnly = true}},
        {u"to me"_s, {.toMeOnly = true}},
        {u"known"_s, {.knownOnly = true}},
        {u"tag"_s, {.tag = u"$Label1"_s}},
        {u"unread, attachments"_s, {.unreadOnly = true, .attachmentsOnly = true}},
        {u"unread, to me"_s, {.unreadOnly = true, .toMeOnly = true}},
        {u"attachments, known, to me"_s, {.attachmentsOnly = true, .toMeOnly = true, .knownOnly = true}},
        {u"unread, starred, tag"_s, {.unreadOnly = true, .starredOnly = true, .tag = u"project"_s}},
        {u"everything at once"_s,
         {.unreadOnly = true,
          .starredOnly = true,
          .attachmentsOnly = true,
          .toMeOnly = true,
          .knownOnly = true,
          .tag = u"project"_s}},
        {u"nothing: a tag nobody has"_s, {.unreadOnly = true, .tag = u"nobody"_s}},
    };
}

// The slowest of some filters in some views.
class Slowest
{
public:
    explicit Slowest(MessageListPane &pane)
        : m_pane(pane)
    {
    }

    bool measure(const Filtering &one, const QString &place)
    {
        PagedListModel &model = *m_pane.listView()->listModel();
        const auto settled = [&] { return model.isExact() && !model.isSearching(); };
        m_pane.setFilter({});
        if (!spinUntil(settled, LongMs))
            return false;
        QElapsedTimer timer;
        timer.start();
        m_pane.setFilter(one.filter);
        const bool done = spinUntil([&] { return !model.isSearching(); }, LongMs);
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        if (ms > m_ms) {
            m_ms = ms;
            m_name = u"%1, %2"_s.arg(one.name, place);
        }
        return done && spinUntil(settled, LongMs);
    }
    double ms() const { return m_ms; }
    QString name() const { return m_name; }

private:
    MessageListPane &m_pane;
    double m_ms = 0;
    QString m_name;
};

} // namespace

QJsonObject childFilter(const QString &profile)
{
    const auto database = Database::open(Paths::profile(profile).cache, Database::Mode::ReadOnly);
    if (!database)
        return {{u"error"_s, database.error().text}};
    MessageListPane pane;
    pane.resize(1280, 800);
    pane.setDatabase(database->get());
    pane.show();
    Slowest unread(pane);
    Slowest combined(pane);
    const ViewId inbox = ViewId::of(Pages(**database).folders().value(0).id);
    bool done = true;
    for (const auto &[view, place] :
         {std::pair{ViewId::unified(FolderRole::Inbox), u"all inboxes"_s}, {inbox, u"one folder"_s}}) {
        pane.showView(view, place);
        done = done && unread.measure({u"unread"_s, {.unreadOnly = true}}, place);
        for (const Filtering &one : combinations())
            done = done && combined.measure(one, place);
    }
    pane.setDatabase(nullptr);
    if (!done)
        return {{u"error"_s, u"A filter did not come to an end."_s}};
    return {{u"unread_ms"_s, unread.ms()},
            {u"unread_slowest"_s, unread.name()},
            {u"combined_ms"_s, combined.ms()},
            {u"combined_slowest"_s, combined.name()}};
}

} // namespace kw::bench
