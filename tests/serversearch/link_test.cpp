#include "core/imap/stream/mailboxname.h"
#include "core/imap/stream/searchlink.h"
#include "core/search/serverquery.h"
#include "tests/imap/contractfixture.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// What real servers find for the criteria that queries become.
class SearchLinkTest : public ContractFixture
{
    Q_OBJECT

    static QByteArray letter(const QByteArray &subject, const QByteArray &body, const QByteArray &more = {})
    {
        return "From: Anna Becker <anna@example.org>\r\nTo: ann@example.org\r\nSubject: " + subject
            + "\r\nDate: Fri, 3 May 2024 12:00:00 +0000\r\n" + more
            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: 8bit\r\n\r\n"
            + body + "\r\n";
    }
    static SearchNode words(const QString &text, SearchField field = SearchField::Any, bool exact = false)
    {
        SearchTerm term;
        term.text = text;
        term.field = field;
        term.exact = exact;
        return SearchNode::of(term);
    }
    static SearchNode term(SearchTerm::Kind kind, qint64 number)
    {
        SearchTerm term;
        term.kind = kind;
        term.number = number;
        return SearchNode::of(term);
    }
    static SearchNode mark(SearchMark which)
    {
        SearchTerm term;
        term.kind = SearchTerm::Kind::Mark;
        term.mark = which;
        return SearchNode::of(term);
    }

    QString mailbox(const QString &name, const QList<QByteArray> &mail)
    {
        const QString path = freshName() + u' ' + name;
        const QByteArray quoted = quotedMailbox(path);
        if (!m_other.command("CREATE " + quoted))
            return {};
        for (const QByteArray &one : mail) {
            if (!m_other.append(quoted, one))
                return {};
        }
        return path;
    }
    QList<quint32> found(SearchLink &link, const SearchNode &query)
    {
        const ServerQuery asked
            = serverQuery(query, {{u"ann@example.org"_s}, {}, {}, false}, ServerDialect::Imap);
        const auto uids = wait(link.search(asked.parts, asked.isUtf8));
        if (!uids) {
            qWarning("%s", qPrintable(uids.error().text));
            return {9999};
        }
        return uids->toList();
    }

private Q_SLOTS:
    void initTestCase_data() { addServers(Servers::Real); }
    void init()
    {
        const QString wrong = begin();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void words_of_every_kind_are_found_where_they_stand()
    {
        const QString box = mailbox(
            u"Ordner & 日本 x"_s,
            {letter("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Nichts."),
             letter("Quotes", "He said \"hello there\" and C:\\dir"),
             letter("CJK", "今日は会议记录を送ります"),
             letter("Fields", "plain", "Cc: copy@example.net\r\nList-Id: KDE <kde-devel.kde.org>\r\n"),
             letter("Base64", "")});
        QVERIFY(!box.isEmpty());
        SearchLink link(settings());
        const auto opened = wait(link.open(m_server->password));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        const auto validity = wait(link.examine(box));
        QVERIFY2(validity, validity ? "" : qPrintable(validity.error().text));

        QCOMPARE(found(link, words(u"Grüße"_s)), QList<quint32>{1});
        QCOMPARE(found(link, words(u"grüSSE"_s, SearchField::Subject)),
                 found(link, words(u"GRÜSSE"_s, SearchField::Subject)));
        QCOMPARE(found(link, words(u"said \"hello there\""_s, SearchField::Any, true)), QList<quint32>{2});
        QCOMPARE(found(link, words(u"C:\\dir"_s, SearchField::Body, true)), QList<quint32>{2});
        QCOMPARE(found(link, words(u"会议记录"_s)), QList<quint32>{3});
        QCOMPARE(found(link, words(u"会议木"_s)), QList<quint32>{});
        QCOMPARE(found(link, words(u"copy"_s, SearchField::Cc)), QList<quint32>{4});
        QCOMPARE(found(link, words(u"copy"_s, SearchField::To)), QList<quint32>{4});
        QCOMPARE(found(link, words(u"kde-devel"_s, SearchField::List)), QList<quint32>{4});
        QCOMPARE(found(link, words(u"becker anna"_s, SearchField::From)), (QList<quint32>{1, 2, 3, 4, 5}));
        QCOMPARE(found(link, words(u"nowhere"_s)), QList<quint32>{});
        QCOMPARE(
            found(link,
                  SearchNode::all({words(u"anna"_s), SearchNode::inverse(words(u"plain"_s)),
                                   SearchNode::any({words(u"hello"_s), words(u"会议"_s), words(u"kde"_s)})})),
            (QList<quint32>{2, 3}));
        QVERIFY(link.isOpen());
    }

    void marks_dates_and_sizes_are_understood()
    {
        const QString box
            = mailbox(u"marks"_s,
                      {letter("Small", "x"), letter("Large", QByteArray(20'000, 'x')),
                       QByteArray(letter("Files", "x"))
                           .replace("text/plain; charset=utf-8", "multipart/mixed; boundary=b")});
        QVERIFY(!box.isEmpty());
        SearchLink link(settings());
        QVERIFY(wait(link.open(m_server->password)));
        QVERIFY(wait(link.examine(box)));
        constexpr qint64 Noon = 1'714'737'600; // 3 May 2024, 12:00 UTC
        constexpr qint64 Day = 86'400;
        QCOMPARE(found(link, term(SearchTerm::Kind::Larger, 10'000)), QList<quint32>{2});
        QCOMPARE(found(link, term(SearchTerm::Kind::Smaller, 10'000)), (QList<quint32>{1, 3}));
        QCOMPARE(found(link, mark(SearchMark::Attachment)), QList<quint32>{3});
        QCOMPARE(found(link, mark(SearchMark::ToMe)), (QList<quint32>{1, 2, 3}));
        QCOMPARE(found(link, mark(SearchMark::FromMe)), QList<quint32>{});
        QCOMPARE(found(link, mark(SearchMark::Starred)), QList<quint32>{});
        QCOMPARE(found(link, mark(SearchMark::Forwarded)), QList<quint32>{});
        QCOMPARE(found(link, term(SearchTerm::Kind::Before, Noon + 1)), (QList<quint32>{1, 2, 3}));
        QCOMPARE(found(link, term(SearchTerm::Kind::Before, Noon - 3 * Day)), QList<quint32>{});
        QCOMPARE(found(link, term(SearchTerm::Kind::After, Noon)), (QList<quint32>{1, 2, 3}));
        QCOMPARE(found(link, term(SearchTerm::Kind::After, Noon + 3 * Day)), QList<quint32>{});
    }

    void header_fields_of_many_come_at_once_and_nothing_is_marked_as_read()
    {
        QList<QByteArray> mail;
        for (int i = 1; i <= 120; ++i)
            mail.append(letter("Number", "x", "Cc: copy" + QByteArray::number(i) + "@example.net\r\n"));
        const QString box = mailbox(u"heads"_s, mail);
        QVERIFY(!box.isEmpty());
        SearchLink link(settings());
        QVERIFY(wait(link.open(m_server->password)));
        QVERIFY(wait(link.examine(box)));
        const auto heads = wait(link.heads(UidSet::range(1, 500), "CC LIST-ID", SearchLink::Ask::Rows));
        QVERIFY2(heads, heads ? "" : qPrintable(heads.error().text));
        QCOMPARE(heads->size(), 120);
        for (const SearchLink::Head &head : *heads) {
            QCOMPARE(digestHeader(head.fields).cc.value(0).email, u"copy%1@example.net"_s.arg(raw(head.uid)));
            QCOMPARE(head.flags.bits & quint32(Flag::Seen), 0U);
            QVERIFY(head.size > 100);
        }
    }

    void a_mailbox_that_is_not_there_leaves_the_session()
    {
        SearchLink link(settings());
        QVERIFY(wait(link.open(m_server->password)));
        QCOMPARE(wait(link.examine(u"No such “folder”"_s)).error().kind, ErrorKind::Refused);
        QVERIFY(wait(link.examine(u"INBOX"_s)));
        QCOMPARE(found(link, words(u"x"_s)).contains(9999), false);
    }
};

QTEST_GUILESS_MAIN(SearchLinkTest)
#include "link_test.moc"
