#include "core/search/querylooks.h"
#include "core/search/words.h"
#include "core/store/acquaintances.h"
#include "core/store/envelopes.h"
#include "core/store/filteredkeys.h"
#include "core/store/placement.h"
#include "core/store/search/indexfile.h"
#include "core/store/textfilter.h"
#include "core/store/traits.h"
#include "profile.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr PageKey Top{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};
constexpr PageKey Bottom{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::min()};

const QStringList Me{u"me@example.org"_s, u"ich@example.net"_s};
const QStringList Known{u"anna@example.org"_s, u"lars@example.com"_s};
const QStringList Tags{u"$label1"_s, u"project"_s, u"project_x"_s, u"NonJunk"_s};

} // namespace

// The quick filter over the store, against the obvious way: every row looked at by itself.
class FilterTest : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random{7};

    bool odds(int percent) { return int(m_random.bounded(100)) < percent; }
    QString oneOf(const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); }

    NewMessage randomMail(quint32 uid)
    {
        NewMessage m = test::Profile::mail(uid);
        m.digest.date = 1'700'000'000 + m_random.bounded(500); // many at the same second
        m.flags = (odds(60) ? quint32(Flag::Seen) : 0) | (odds(15) ? quint32(Flag::Flagged) : 0);
        m.digest.hasAttachment = odds(25);
        m.digest.from = {oneOf({u"Anna Becker"_s, u"Łukasz Żak"_s, {}, u"田中 美咲"_s}),
                         oneOf(Known + QStringList{u"Lars@Example.com"_s, u"stranger@example.org"_s, {}})};
        m.digest.to = {{u"Somebody"_s, oneOf(Me + QStringList{u"ICH@example.net"_s, u"list@example.org"_s})}};
        if (odds(30))
            m.digest.cc = {{{}, oneOf(Me)}};
        m.digest.subject = oneOf({u"Quarterly forecast"_s, u"Re: Ärger in Łódź"_s, u"東京の会議"_s, {}});
        for (const QString &tag : Tags) {
            if (odds(20))
                m.keywords.append(tag);
        }
        return m;
    }

    PageFilter randomFilter()
    {
        PageFilter filter;
        filter.unreadOnly = odds(30);
        filter.starredOnly = odds(15);
        filter.attachmentsOnly = odds(25);
        filter.toMeOnly = odds(25);
        filter.knownOnly = odds(25);
        if (odds(25))
            filter.tag = oneOf(Tags + QStringList{u"PROJECT"_s, u"nobody_has_this"_s, u"project%"_s});
        if (odds(30))
            filter.text = oneOf({u"anna"_s, u"fore quart"_s, u"lodz"_s, u"東京"_s, u"somebody @"_s,
                                 u"becker lars"_s, u"a be"_s, u"a"_s, u"anna@ex"_s, u"x"_s});
        return filter;
    }

    struct Seen {
        MessageRow row;
        bool toMe = false;
        bool known = false;
        QStringList texts;
    };

    // All that is shown anywhere, read without any index of ours.
    QList<Seen> everything()
    {
        QList<Seen> all;
        QList<MessageId> ids;
        const auto query = m_profile->db().statement("SELECT id FROM message NOT INDEXED WHERE hidden=0");
        while (query->next())
            ids.append(MessageId(query->integer(0)));
        const QStringList written = Acquaintances(m_profile->db()).writtenTo(1000);
        for (const MessageId id : std::as_const(ids)) {
            Seen seen;
            seen.row = *m_profile->messages().row(id);
            const auto envelope = Envelopes(m_profile->db()).get(id).value_or(Envelopes::Envelope());
            const QString people = (envelope.recipients + u' ' + envelope.cc).toLower();
            seen.toMe = std::ranges::any_of(m_me, [&](const QString &me) { return people.contains(me); });
            seen.known = written.contains(seen.row.from.email.toLower());
            seen.texts = {seen.row.subject, seen.row.from.name + u' ' + seen.row.from.email,
                          envelope.recipients, envelope.cc};
            all.append(seen);
        }
        return all;
    }

    // Piece by piece; a piece's words follow each other, and its last one goes on (a short one only alone).
    static bool says(const QStringList &texts, const QString &asked)
    {
        const QStringList pieces = piecesOf(asked);
        return std::ranges::all_of(pieces, [&](const QString &piece) {
            QString wanted;
            for (const QByteArray &word : wordsOf(piece))
                wanted += u' ' + QString::fromUtf8(word);
            const bool isExact = pieces.size() > 1 && wanted.size() <= 3 && wanted.count(u' ') == 1
                && !endsWithSingle(composedUtf8(piece));
            return std::ranges::any_of(texts, [&](const QString &text) {
                QString line;
                for (const QByteArray &word : wordsOf(text, SplitFor::Index))
                    line += u' ' + QString::fromUtf8(word);
                return (line + u' ').contains(isExact ? wanted + u' ' : wanted);
            });
        });
    }

    static IndexDocument documentOf(const Seen &seen)
    {
        IndexDocument document;
        document.id = seen.row.id;
        document.date = seen.row.date;
        document.headerHash = 5000 + raw(seen.row.uid);
        document.subject = seen.texts[0];
        document.from = seen.texts[1];
        document.to = seen.texts[2];
        document.cc = seen.texts[3];
        return document;
    }

    static bool isWanted(const Seen &seen, ViewId view, const PageFilter &filter)
    {
        const MessageRow &row = seen.row;
        const bool here = !view.isUnified()    ? row.folder == view.folder
            : view.role == FolderRole::Flagged ? isListedAsStarred(row.flags)
                                               : row.role == view.role;
        const bool isSaid = says(seen.texts, filter.text);
        return here && isSaid && (!filter.unreadOnly || !(row.flags & quint32(Flag::Seen)))
            && (!filter.starredOnly || (row.flags & quint32(Flag::Flagged)))
            && (!filter.attachmentsOnly || (row.flags & quint32(Flag::HasAttachment)))
            && (!filter.toMeOnly || seen.toMe) && (!filter.knownOnly || seen.known)
            && (filter.tag.isEmpty() || row.keywords.contains(filter.tag, Qt::CaseInsensitive));
    }

    QList<PageKey> expected(const QList<Seen> &all, ViewId view, const PageFilter &filter)
    {
        QList<PageKey> keys;
        for (const Seen &seen : all) {
            if (isWanted(seen, view, filter))
                keys.append({seen.row.date, raw(seen.row.id)});
        }
        std::ranges::sort(keys, std::greater());
        return keys;
    }

    void compareAll(int filters)
    {
        const QList<Seen> all = everything();
        Pages pages(m_profile->db());
        for (int i = 0; i < filters; ++i) {
            const PageFilter filter = randomFilter();
            for (const ViewId view :
                 {ViewId::of(m_profile->inbox), ViewId::of(m_profile->archive),
                  ViewId::unified(FolderRole::Inbox), ViewId::unified(FolderRole::Flagged)}) {
                const QList<PageKey> want = expected(all, view, filter);
                const int page = 1 + m_random.bounded(40);
                QList<PageKey> down;
                for (PageKey at = Top;;) {
                    const auto some = FilteredKeys(m_profile->db(), view, filter).below(at, page);
                    QVERIFY(some.size() <= page);
                    down += some;
                    if (some.size() < page)
                        break;
                    at = some.last();
                }
                QCOMPARE(down, want);
                QList<PageKey> up;
                for (PageKey at = Bottom;;) {
                    const auto some = FilteredKeys(m_profile->db(), view, filter).above(at, page);
                    up += some;
                    if (some.size() < page)
                        break;
                    at = some.last();
                }
                std::ranges::reverse(up);
                QCOMPARE(up, want);
                if (filter.isEmpty())
                    continue;
                QCOMPARE(pages.messageAnchors(view, 1, filter).keys, want);
                const auto rows = pages.messages(view, {}, 10, filter);
                QCOMPARE(rows.size(), std::min<qsizetype>(want.size(), 10));
                for (qsizetype n = 0; n < rows.size(); ++n)
                    QCOMPARE(raw(rows[n].id), want[n].id);
            }
        }
    }

    void walkTraits()
    {
        for (bool more = true; more;)
            m_profile->write([&] { more = Traits(m_profile->db()).walkSome(); });
    }

    void setOwn(const QStringList &addresses)
    {
        m_me = addresses;
        m_profile->write([&] { Traits(m_profile->db()).setOwnAddresses(addresses); });
    }

    void write(const QString &email)
    {
        m_profile->write([&] { Acquaintances(m_profile->db()).noteWritten({{{}, email}}, 1'600'000'000); });
    }

    void receive(FolderId folder, int count)
    {
        QList<NewMessage> mail;
        for (int i = 0; i < count; ++i)
            mail.append(randomMail(++m_uid));
        m_profile->write([&] { m_profile->messages().insert(folder, mail, Threading::Now); });
    }

    MessageId anyMessage()
    {
        const auto query = m_profile->db().statement(
            "SELECT id FROM message ORDER BY id LIMIT 1 OFFSET "
            + QByteArray::number(m_random.bounded(int(m_profile->number("SELECT COUNT(*) FROM message")))));
        return query->next() ? MessageId(query->integer(0)) : MessageId{};
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::Profile>();
        m_uid = 0;
        m_me.clear();
        m_profile->write([&] {
            m_profile->account = FolderStore(m_profile->db()).account(u"home"_s);
            m_second = m_profile->folder(u"INBOX"_s, FolderRole::Inbox);
        });
    }

    void every_filter_finds_what_looking_at_every_row_finds()
    {
        setOwn(Me);
        for (const QString &email : Known)
            write(email);
        for (const FolderId folder : {m_profile->inbox, m_second, m_profile->archive})
            receive(folder, 150);
        compareAll(150);
    }

    void filters_stay_right_while_mail_changes()
    {
        setOwn(Me);
        write(Known.first());
        for (const FolderId folder : {m_profile->inbox, m_second, m_profile->archive})
            receive(folder, 40);
        for (int round = 0; round < 12; ++round) {
            MessageStore messages = m_profile->messages();
            for (int step = 0; step < 10; ++step) {
                const QList<MessageId> one{anyMessage()};
                m_profile->write([&] {
                    switch (m_random.bounded(6)) {
                    case 0:
                        messages.setFlags(one, quint32(odds(50) ? Flag::Seen : Flag::Flagged), odds(50));
                        break;
                    case 1:
                        messages.setKeyword(one, oneOf(Tags), odds(50));
                        break;
                    case 2:
                        Placement(m_profile->db()).move(one, odds(50) ? m_profile->archive : m_second);
                        break;
                    case 3:
                        Placement(m_profile->db()).copy(one.first(), m_second);
                        break;
                    case 4:
                        messages.setDetails(one.first(), u"words"_s, odds(50));
                        break;
                    default:
                        Placement(m_profile->db()).setHidden(one, odds(50));
                    }
                });
            }
            m_profile->write([&] { messages.remove({anyMessage()}, Vanishing::Untold); });
            compareAll(12);
        }
    }

    void who_is_written_to_is_known_from_then_on_and_so_is_older_mail()
    {
        receive(m_profile->inbox, 60);
        setOwn(Me);
        for (const QString &email : Known)
            write(email);
        walkTraits();
        compareAll(60);
        QCOMPARE(m_profile->number("SELECT COUNT(*) FROM known_anew"), 0);
    }

    void a_second_acquaintance_during_a_walk_is_not_forgotten()
    {
        receive(m_profile->inbox, 60);
        write(Known.first());
        m_profile->write([&] { QVERIFY(Traits(m_profile->db()).walkSome()); });
        write(Known.last());
        walkTraits();
        compareAll(40);
    }

    void an_address_that_is_ones_own_no_more_counts_no_more()
    {
        setOwn(Me);
        receive(m_profile->inbox, 60);
        setOwn({Me.last()});
        walkTraits();
        compareAll(60);
        setOwn({Me.last()}); // the same again
        m_profile->write([&] { QVERIFY(!Traits(m_profile->db()).walkSome()); });
    }

    void a_trait_that_comes_later_is_told()
    {
        receive(m_profile->inbox, 30);
        write(Known.first());
        m_profile->last = {};
        walkTraits();
        const auto known = m_profile->number("SELECT COUNT(*) FROM message WHERE (traits&2)<>0");
        QVERIFY(known > 0);
        QCOMPARE(m_profile->last.messages.size(), known);
    }

    void a_text_is_found_by_the_index_and_what_it_does_not_know_yet_all_the_same()
    {
        setOwn(Me);
        write(Known.first());
        receive(m_profile->inbox, 5000);
        receive(m_second, 100);
        receive(m_profile->archive, 100);
        const QList<Seen> all = everything();
        auto file = IndexFile::open(m_profile->path());
        QVERIFY(bool(file));
        QList<IndexDocument> documents;
        for (const Seen &seen : all) {
            if (raw(seen.row.id) <= all.size() - 7) // a few came just now
                documents.append(documentOf(seen));
        }
        QVERIFY(bool((*file)->write(documents, {}, {})));
        Searcher searcher(m_profile->db());
        QVERIFY(searcher.hasIndex());
        QCOMPARE(searcher.notIndexed(), all.size() - documents.size());
        const TextFilter texts(m_profile->db(), searcher);
        const QList<PageFilter> filters{
            {.text = u"anna"_s},
            {.text = u"lodz re"_s},
            {.text = u"東京"_s},
            {.text = u"anna@ex quart"_s},
            {.text = u"a"_s},
            {.text = u"..."_s},
            {.text = u"nowhere"_s},
            {.unreadOnly = true, .text = u"forecast"_s},
            {.toMeOnly = true, .text = u"forecast"_s},
            {.starredOnly = true, .tag = u"project"_s, .text = u"anna"_s},
        };
        for (const PageFilter &filter : filters) {
            for (const ViewId view :
                 {ViewId::of(m_profile->inbox), ViewId::unified(FolderRole::Inbox), ViewId::of(m_second)}) {
                const QList<PageKey> want = expected(all, view, filter);
                QCOMPARE(texts.below(view, filter, Top, 100'000), want);
                const QList<PageKey> page = texts.below(view, filter, Top, 100);
                QCOMPARE(page, want.mid(0, 100));
                if (want.size() > 100)
                    QCOMPARE(texts.below(view, filter, page.last(), 50), want.mid(100, 50));
            }
        }
    }

    void carbon_copies_count_once_the_whole_header_was_read()
    {
        setOwn(Me);
        NewMessage m = test::Profile::mail(1);
        m.digest.to = {{{}, u"list@example.org"_s}};
        m_profile->write([&] { m_profile->messages().insert(m_profile->inbox, {m}, Threading::Now); });
        Pages pages(m_profile->db());
        const ViewId view = ViewId::of(m_profile->inbox);
        QVERIFY(pages.messages(view, {}, 10, {.toMeOnly = true}).isEmpty());
        const MessageId id = pages.messages(view, {}, 1).first().id;
        m.digest.cc = {{u"I"_s, u"Me@Example.org"_s}};
        m_profile->write([&] { Envelopes(m_profile->db()).set(id, m.digest, true); });
        QCOMPARE(pages.messages(view, {}, 10, {.toMeOnly = true}).size(), 1);
    }

private:
    std::unique_ptr<test::Profile> m_profile;
    FolderId m_second{};
    quint32 m_uid = 0;
    QStringList m_me;
};

QTEST_GUILESS_MAIN(FilterTest)
#include "filter_test.moc"
