#include "core/store/acquaintances.h"
#include "core/store/placement.h"
#include "core/store/traits.h"
#include "store/profile.h"
#include "ui/messages/pagedlistmodel.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// A list with a filter that follows changes holds what the filter finds anew.
class FilterDeltasTest : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random{11};
    quint32 m_uid = 0;

    bool odds(int percent) { return int(m_random.bounded(100)) < percent; }

    NewMessage mail()
    {
        NewMessage m = test::Profile::mail(++m_uid);
        m.digest.date = 1'700'000'000 + m_random.bounded(300);
        m.flags = (odds(50) ? quint32(Flag::Seen) : 0) | (odds(20) ? quint32(Flag::Flagged) : 0);
        m.digest.hasAttachment = odds(30);
        m.digest.from.email = odds(50) ? u"anna@example.org"_s : u"lars@example.org"_s;
        m.digest.to = {{{}, odds(50) ? u"me@example.org"_s : u"list@example.org"_s}};
        m.digest.subject = odds(50) ? u"Garden party"_s : u"Forecast"_s;
        if (odds(30))
            m.keywords = QStringList{u"project"_s};
        return m;
    }

    MessageId any(test::Profile &profile)
    {
        const auto count = int(profile.number("SELECT COUNT(*) FROM message"));
        return MessageId(profile.number("SELECT id FROM message ORDER BY id LIMIT 1 OFFSET "
                                        + QByteArray::number(m_random.bounded(count))));
    }

    void change(test::Profile &profile)
    {
        MessageStore messages = profile.messages();
        const QList<MessageId> one{any(profile)};
        profile.write([&] {
            switch (m_random.bounded(7)) {
            case 0:
                messages.insert(odds(60) ? profile.inbox : profile.archive, {mail()}, Threading::Now);
                break;
            case 1:
                messages.setKeyword(one, u"project"_s, odds(50));
                break;
            case 2:
                Placement(profile.db()).move(one, odds(50) ? profile.archive : profile.inbox);
                break;
            case 3:
                messages.remove(one, Vanishing::Untold);
                break;
            case 4:
                messages.setDetails(one.first(), u"words"_s, odds(50));
                break;
            default:
                messages.setFlags(one, quint32(odds(50) ? Flag::Seen : Flag::Flagged), odds(50));
            }
        });
    }

    static QList<PageKey> keysOf(const PagedListModel &model)
    {
        QList<PageKey> keys;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (const auto key = model.keyAt(row))
                keys.append(*key);
        }
        return keys;
    }

private Q_SLOTS:
    void the_list_is_what_the_filter_finds_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 8; ++i)
            QTest::addRow("filter %d", i) << i;
    }

    void the_list_is_what_the_filter_finds()
    {
        QFETCH(int, which);
        const QList<PageFilter> filters{
            {.unreadOnly = true},
            {.starredOnly = true, .text = u"gard"_s},
            {.attachmentsOnly = true},
            {.toMeOnly = true},
            {.knownOnly = true},
            {.tag = u"project"_s},
            {.unreadOnly = true, .tag = u"PROJECT"_s},
            {.unreadOnly = true, .toMeOnly = true, .knownOnly = true},
        };
        test::Profile profile;
        profile.write([&] {
            Traits(profile.db()).setOwnAddresses({u"me@example.org"_s});
            QList<NewMessage> first;
            for (int i = 0; i < 60; ++i)
                first.append(mail());
            profile.messages().insert(profile.inbox, first, Threading::Now);
        });
        auto reading = Database::open(profile.path(), Database::Mode::ReadOnly);
        QVERIFY(bool(reading));
        const PagesSource source(**reading);
        ListReader reader([path = profile.path()]() -> std::unique_ptr<ListSource> {
            auto own = Database::open(path, Database::Mode::ReadOnly);
            return own ? std::make_unique<PagesSource>(std::move(*own)) : nullptr;
        });
        PagedListModel model;
        model.setSource(&source, &reader);
        const ListQuery query{ViewId::of(profile.inbox), false, false, filters[which]};
        model.show(query);
        QTRY_VERIFY(model.isExact() && !model.isSearching());
        for (int round = 0; round < 5; ++round) {
            for (int step = 0; step < 12; ++step) {
                profile.last = {};
                change(profile);
                model.apply(profile.last);
            }
            profile.last = {};
            profile.write([&] {
                Acquaintances(profile.db())
                    .noteWritten({{{}, round == 2 ? u"anna@example.org"_s : u"nobody@example.org"_s}}, 1);
            });
            for (bool more = true; more;) {
                profile.last = {};
                profile.write([&] { more = Traits(profile.db()).walkSome(); });
                model.apply(profile.last);
            }
            QTRY_COMPARE(keysOf(model), source.keys(query));
        }
        model.setSource(nullptr, nullptr);
    }
};

QTEST_MAIN(FilterDeltasTest)
#include "filterdeltas_test.moc"
