#include "tests/imap/contractfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// What the journal expects of any server when it changes something there, over KIMAP.
class ChangesTest : public ContractFixture
{
    Q_OBJECT

    using Limit = TestServer::Limit;

    static UidSet uids(quint32 first, quint32 last) { return UidSet::range(first, last); }
    static QStringList numbers(std::initializer_list<int> which)
    {
        QStringList names;
        for (const int n : which)
            names.append(u"Number %1"_s.arg(n));
        return names;
    }
    static QString why(const Result<void> &result) { return result ? QString() : result.error().text; }
    static RawMessage message(const QByteArray &body)
    {
        return {mail(1).first(mail(1).indexOf("\r\n\r\n") + 4), body};
    }
    // A refusal in a sentence, after which the session goes on and nothing has changed here.
    void checkRefused(ImapLink &link, const Result<void> &result, const QString &source,
                      const QStringList &left, const QString &code = {})
    {
        QVERIFY(!result);
        QVERIFY2(result.error().kind == ErrorKind::Refused, qPrintable(result.error().text));
        QVERIFY(result.error().text.size() > 10);
        if (!code.isEmpty())
            QCOMPARE(result.error().code, code);
        QVERIFY(link.isOpen());
        QVERIFY(wait(link.list()));
        QCOMPARE(subjects(source), left);
    }

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void init()
    {
        const QString wrong = begin();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void cleanup()
    {
        if (m_server)
            m_server->lift();
    }

    void moved_messages_are_there_and_no_longer_here()
    {
        const QString from = box(3);
        const QString to = box(1);
        const auto one = link();
        if (!features()->move)
            return; // asked for only there
        QVERIFY(wait(one->select(from, {}, false)));
        const auto moved = wait(one->move(UidSet::of({1, 3, 99}), to));
        QVERIFY2(moved, qPrintable(why(moved)));
        QCOMPARE(subjects(from), numbers({2}));
        QCOMPARE(subjects(to), numbers({1, 1, 3}));
        if (!moved->isEmpty())
            QCOMPARE(*moved, uids(2, 3));
        QCOMPARE(moved->isEmpty(), isWithout(u"UIDPLUS"_s) && is("simulator"_L1));
        const auto none = wait(one->move(uids(50, 60), to));
        QVERIFY2(none, qPrintable(why(none)));
        QVERIFY(none->isEmpty());
    }

    void copied_messages_are_in_both_with_their_marks()
    {
        const QString from = box(2);
        const QString to = box(0);
        const auto one = link(true);
        QVERIFY(wait(one->select(from, {}, false)));
        const MessageFlags marks{quint32(Flag::Seen) | quint32(Flag::Forwarded), {u"work"_s}};
        QVERIFY(wait(one->addFlags(uids(2, 2), marks)));
        const auto copied = wait(one->copy(uids(1, 2), to));
        QVERIFY2(copied, qPrintable(why(copied)));
        if (!copied->isEmpty())
            QCOMPARE(*copied, uids(1, 2));
        if (!isWithout(u"UIDPLUS"_s))
            QVERIFY(!copied->isEmpty());
        QCOMPARE(subjects(from), numbers({1, 2}));
        QCOMPARE(subjects(to), numbers({1, 2}));
        QVERIFY(wait(one->select(to, {})));
        const auto flags = wait(one->flags(uids(2, 2)));
        QVERIFY(flags);
        QCOMPARE(flags->size(), 1);
        QCOMPARE(flags->first().flags, marks);
    }

    void an_expunge_takes_all_that_is_marked_and_nothing_else()
    {
        const QString name = box(4);
        const auto one = link();
        QVERIFY(wait(one->select(name, {}, false)));
        const auto before = wait(one->markedDeleted());
        QVERIFY(before);
        QVERIFY(before->isEmpty());
        QVERIFY(wait(one->addFlags(uids(2, 2), {quint32(Flag::Deleted), {}})));
        QVERIFY(m_other.command("SELECT " + name.toUtf8()));
        QVERIFY(m_other.command("UID STORE 4 +FLAGS (\\Deleted)"));
        const auto marked = wait(one->markedDeleted());
        QVERIFY(marked);
        QCOMPARE(*marked, UidSet::of({2, 4}));
        QVERIFY(wait(one->expunge()));
        QCOMPARE(subjects(name), numbers({1, 3}));
        QVERIFY(wait(one->expunge())); // nothing left to take
        QCOMPARE(subjects(name), numbers({1, 3}));
    }

    void keywords_are_stored_and_told()
    {
        const QString name = box(2);
        const auto one = link();
        const auto box = wait(one->select(name, {}, false));
        QVERIFY(box);
        QVERIFY(box->keywordsAllowed);
        const MessageFlags tags{quint32(Flag::Junk), {u"$Label1"_s, u"holiday-2024"_s}};
        QVERIFY(wait(one->addFlags(uids(1, 2), tags)));
        QVERIFY(wait(one->removeFlags(uids(2, 2), {quint32(Flag::Junk), {u"$Label1"_s}})));
        const auto told = wait(one->flags(uids(1, 2)));
        QVERIFY(told);
        QMap<quint32, MessageFlags> flags;
        for (const FlagRecord &r : *told)
            flags.insert(raw(r.uid), r.flags);
        // Cyrus tells a keyword as it was first written by anyone.
        QCOMPARE(flags.value(1).keywords.size(), 2);
        QCOMPARE(flags.value(1).bits, tags.bits);
        QCOMPARE(flags.value(2), (MessageFlags{0, {u"holiday-2024"_s}}));
    }

    void a_keyword_that_is_no_atom_is_not_sent()
    {
        const QString name = box(1);
        const auto one = link();
        QVERIFY(wait(one->select(name, {}, false)));
        for (const QString &bad : {u"two words"_s, u"x) \r\nA9 DELETE INBOX"_s, u"Ärger"_s, QString()}) {
            const auto stored = wait(one->addFlags(uids(1, 1), {0, {bad}}));
            QVERIFY(!stored);
            QCOMPARE(stored.error().kind, ErrorKind::Invalid);
            const auto appended = wait(one->append(name, message("x\r\n"), {0, {bad}}, 0));
            QVERIFY(!appended);
            QCOMPARE(appended.error().kind, ErrorKind::Invalid);
        }
        QVERIFY(one->isOpen());
        QCOMPARE(subjects(name), numbers({1}));
    }

    void without_permanent_keywords_the_session_goes_on()
    {
        const QString name = box(1);
        if (!m_server->limit(name, Limit::NoKeywords))
            return;
        const auto one = link();
        const auto box = wait(one->select(name, {}, false));
        QVERIFY2(box, qPrintable(why(box)));
        QVERIFY(!box->keywordsAllowed);
        QVERIFY(!box->readOnly);
        // Passed over or refused, as the server likes; never lost with the session.
        const auto stored = wait(one->addFlags(uids(1, 1), {0, {u"work"_s}}));
        QVERIFY(stored || stored.error().kind == ErrorKind::Refused);
        QVERIFY(wait(one->addFlags(uids(1, 1), {quint32(Flag::Seen), {}})));
        const auto told = wait(one->flags(uids(1, 1)));
        QVERIFY(told);
        QCOMPARE(told->first().flags.bits, quint32(Flag::Seen));
    }

    void a_message_is_appended_byte_exact_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("Hello\r\n\r\n.\r\n..dots\r\nFrom here\r\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("8-bit") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                             "e \xff\xfe\r\n");
        QTest::newRow("looks like IMAP") << QByteArray(")\r\nA000007 OK done\r\n+ go on\r\n{5}\r\n");
        QTest::newRow("25 MB") << QByteArray(
                                      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab\r\n")
                                      .repeated(420'000);
    }
    void a_message_is_appended_byte_exact()
    {
        QFETCH(QByteArray, body);
        const QString name = box(0);
        const auto one = link();
        const RawMessage sent = message(body);
        const auto stored = wait(one->append(name, sent, {}, 0));
        QVERIFY2(stored, qPrintable(why(stored)));
        if (!stored->isEmpty())
            QCOMPARE(*stored, uids(1, 1));
        if (!isWithout(u"UIDPLUS"_s))
            QVERIFY(!stored->isEmpty());
        QVERIFY(wait(one->select(name, {})));
        const auto got = wait(one->fetchMessage(Uid(1)));
        QVERIFY2(got, qPrintable(why(got)));
        QVERIFY(got->header.trimmed() == sent.header.trimmed());
        QCOMPARE(got->body.size(), body.size());
        QVERIFY(got->body == body);
    }

    void a_message_is_appended_with_marks_and_date()
    {
        const QString name = box(0);
        const auto one = link();
        const MessageFlags marks{quint32(Flag::Seen) | quint32(Flag::Flagged) | quint32(Flag::Forwarded),
                                 {u"work"_s}};
        QVERIFY(wait(one->append(name, message("x\r\n"), marks, 1'700'000'000)));
        QVERIFY(wait(one->select(name, {})));
        const auto flags = wait(one->flags(uids(1, 1)));
        QVERIFY(flags);
        QCOMPARE(flags->first().flags, marks);
        const QByteArray told = this->told(name, "UID FETCH 1 (INTERNALDATE)");
        QVERIFY2(told.contains("14-Nov-2023 22:13:20 +0000"), told.constData());
    }

    void bare_line_feeds_become_line_ends()
    {
        const QString name = box(0);
        const auto one = link();
        const auto stored = wait(one->append(name, message("\none\ntwo\r\nthree\n"), {}, 0));
        QVERIFY2(stored, qPrintable(why(stored)));
        QVERIFY(wait(one->select(name, {})));
        const auto got = wait(one->fetchMessage(Uid(1)));
        QVERIFY(got);
        QCOMPARE(got->body, "\r\none\r\ntwo\r\nthree\r\n");
    }

    void a_message_with_NUL_is_stored_or_refused_in_words()
    {
        const QString name = box(1);
        const auto one = link();
        const auto stored = wait(one->append(name, message(QByteArray("a\0b\r\n", 5)), {}, 0));
        if (stored)
            QCOMPARE(subjects(name), numbers({1, 1}));
        else
            checkRefused(*one, stored, name, numbers({1}));
        QVERIFY(wait(one->append(name, message("after\r\n"), {}, 0)));
    }

    void a_missing_destination_is_a_refusal_that_says_so()
    {
        const QString from = box(2);
        const QString nowhere = freshName();
        const auto one = link();
        QVERIFY(wait(one->select(from, {}, false)));
        const auto copied = wait(one->copy(uids(1, 2), nowhere));
        checkRefused(*one, copied, from, numbers({1, 2}), u"TRYCREATE"_s);
        const auto appended = wait(one->append(nowhere, message("x\r\n"), {}, 0));
        checkRefused(*one, appended, from, numbers({1, 2}), u"TRYCREATE"_s);
        if (!features()->move)
            return;
        const auto moved = wait(one->move(uids(1, 2), nowhere));
        checkRefused(*one, moved, from, numbers({1, 2}), u"TRYCREATE"_s);
    }

    void a_full_mailbox_refuses_and_nothing_is_lost()
    {
        const QString from = box(2);
        const QString full = box(0);
        if (!m_server->limit(full, Limit::Full))
            return;
        const auto one = link();
        QVERIFY(wait(one->select(from, {}, false)));
        const auto copied = wait(one->copy(uids(1, 2), full));
        checkRefused(*one, copied, from, numbers({1, 2}), u"OVERQUOTA"_s);
        const auto appended = wait(one->append(full, message("x\r\n"), {}, 0));
        checkRefused(*one, appended, from, numbers({1, 2}), u"OVERQUOTA"_s);
        QCOMPARE(subjects(full), QStringList{});
        // Within one quota a move takes no room.
        if (features()->move && !is("dovecot"_L1)) {
            const auto moved = wait(one->move(uids(1, 2), full));
            checkRefused(*one, moved, from, numbers({1, 2}), u"OVERQUOTA"_s);
            QCOMPARE(subjects(full), QStringList{});
        }
    }

    void where_nothing_may_be_put_nothing_is_lost()
    {
        const QString from = box(2);
        const QString closed = box(0);
        QVERIFY(m_server->limit(closed, Limit::NoInsert));
        const auto one = link();
        QVERIFY(wait(one->select(from, {}, false)));
        const auto copied = wait(one->copy(uids(1, 2), closed));
        checkRefused(*one, copied, from, numbers({1, 2}), u"NOPERM"_s);
        const auto appended = wait(one->append(closed, message("x\r\n"), {}, 0));
        checkRefused(*one, appended, from, numbers({1, 2}));
        if (features()->move)
            checkRefused(*one, wait(one->move(uids(1, 2), closed)), from, numbers({1, 2}));
    }

    void a_read_only_mailbox_says_so_and_stays_as_it_is()
    {
        const QString name = box(2);
        const QString to = box(0);
        QVERIFY(m_server->limit(name, Limit::ReadOnly));
        const auto one = link();
        const auto selected = wait(one->select(name, {}, false));
        QVERIFY2(selected, qPrintable(why(selected)));
        QVERIFY(selected->readOnly);
        QVERIFY(!selected->keywordsAllowed);
        const auto stored = wait(one->addFlags(uids(1, 1), {quint32(Flag::Flagged), {}}));
        QVERIFY(!stored || is("dovecot"_L1)); // which says OK and does nothing
        if (features()->move) {
            const auto moved = wait(one->move(uids(1, 2), to));
            QVERIFY(!moved || subjects(name) == numbers({1, 2}));
        }
        QCOMPARE(subjects(name), numbers({1, 2}));
        QVERIFY(one->isOpen());
        QVERIFY(wait(one->copy(uids(1, 1), to))); // which is reading
        const auto flags = wait(one->flags(uids(1, 1)));
        QVERIFY(flags);
        QCOMPARE(flags->first().flags.bits & quint32(Flag::Flagged), 0u);
    }

    void a_folder_lives_from_creation_to_deletion_whatever_its_name_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("mayBeRefused");
        QTest::addColumn<bool>("knownToCyrus");
        QTest::newRow("plain") << u"Plain"_s << false << true;
        QTest::newRow("two levels") << u"Above/Below it"_s << false << true;
        QTest::newRow("umlauts") << u"Größe & Maß/Café"_s << false << true;
        QTest::newRow("emoji") << u"📬 Post 👩‍🚀"_s << false << true;
        QTest::newRow("quotes") << u"Say \"hello\" to"_s << false << false;
        QTest::newRow("backslash") << u"C:\\temp\\new"_s << false << false;
        QTest::newRow("ampersand") << u"&AOk-&"_s << false << true;
        QTest::newRow("brackets") << u"[(x)] {3}"_s << false << false;
        QTest::newRow("wildcards") << u"100%*"_s << true << true;
        QTest::newRow("a line end") << u"one\r\ntwo"_s << true << true;
        QTest::newRow("200 levels") << u"a/"_s.repeated(199) + u'z' << true << true;
        QTest::newRow("2,000 characters") << u"n"_s.repeated(2000) << true << true;
    }
    void a_folder_lives_from_creation_to_deletion_whatever_its_name()
    {
        QFETCH(QString, name);
        QFETCH(bool, mayBeRefused);
        QFETCH(bool, knownToCyrus);
        const auto one = link();
        name.replace(u'/', separator(*one));
        const auto made = wait(one->createFolder(name));
        if (!made && (mayBeRefused || (is("cyrus"_L1) && !knownToCyrus))) {
            QCOMPARE(made.error().kind, ErrorKind::Refused);
            QVERIFY(one->isOpen());
            return;
        }
        QVERIFY2(made, qPrintable(why(made)));
        const auto again = wait(one->createFolder(name));
        QVERIFY(again || again.error().code == "ALREADYEXISTS"_L1);
        const auto entry = listed(*one, name);
        QVERIFY2(entry, qPrintable(paths(*one).join(u"; "_s)));
        QVERIFY(entry->selectable && !entry->unsupported);
        QVERIFY(wait(one->append(name, message("x\r\n"), {}, 0)));
        const auto status = wait(one->status(name));
        QVERIFY(status);
        QCOMPARE(status->messages, 1u);
        const auto selected = wait(one->select(name, {}));
        QVERIFY2(selected, qPrintable(why(selected)));
        QCOMPARE(selected->exists, 1u);
        const QString other = name + u"2"_s;
        const auto subscribed = wait(one->subscribe(name, true));
        QVERIFY2(subscribed, qPrintable(why(subscribed)));
        QVERIFY(wait(one->subscribe(name, false)));
        QVERIFY(wait(one->select(u"INBOX"_s, {}))); // a session in a renamed mailbox may be thrown out
        const auto renamed = wait(one->renameFolder(name, other));
        QVERIFY2(renamed, qPrintable(why(renamed)));
        QVERIFY(!listed(*one, name));
        const auto there = wait(one->status(other));
        QVERIFY(there);
        QCOMPARE(there->messages, 1u);
        const auto gone = wait(one->deleteFolder(other));
        QVERIFY2(gone, qPrintable(why(gone)));
        QVERIFY(!listed(*one, other));
    }

    // KIMAP reads "a\\\"b" as a"b, and a refusal that repeats either name would silence it.
    void a_name_with_half_a_quotation_is_shown_and_never_sent()
    {
        const auto one = link();
        QVERIFY(!wait(one->createFolder(u"5\" disks"_s)));
        if (!m_other.command("CREATE \"a\\\\\\\"b\""))
            return; // refused by name
        const auto shown = listed(*one, u"a\"b"_s);
        const auto right = listed(*one, u"a\\\"b"_s);
        QVERIFY(shown || right);
        QVERIFY((shown ? shown : right)->unsupported);
        const auto opened = wait(one->select(u"a\"b"_s, {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unsupported);
        QVERIFY(!wait(one->deleteFolder(u"a\"b"_s)));
        QVERIFY(one->isOpen());
        QVERIFY(m_other.command("DELETE \"a\\\\\\\"b\""));
    }

    void renaming_takes_along_what_is_below()
    {
        const QString top = freshName();
        const QString to = freshName();
        const auto one = link();
        const QString in = separator(*one) + u"in"_s;
        const QString deep = in + separator(*one) + u"deep"_s;
        for (const QString &path : {top, top + in, top + deep})
            QVERIFY(wait(one->createFolder(path)));
        QVERIFY(wait(one->append(top + deep, message("x\r\n"), {}, 0)));
        const auto renamed = wait(one->renameFolder(top, to));
        QVERIFY2(renamed, qPrintable(why(renamed)));
        QVERIFY(!listed(*one, top + in));
        QCOMPARE(subjects(to + deep), numbers({1}));
    }

    void what_a_folder_command_cannot_do_is_refused_with_its_code()
    {
        const QString name = box(1);
        const QString other = box(1);
        const auto one = link();
        const auto clash = wait(one->renameFolder(name, other));
        QVERIFY(!clash);
        QCOMPARE(clash.error().code, u"ALREADYEXISTS"_s);
        const QString nowhere = freshName();
        const auto lost = wait(one->renameFolder(nowhere, freshName()));
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, u"NONEXISTENT"_s);
        const auto gone = wait(one->deleteFolder(nowhere));
        QVERIFY(gone || gone.error().code == "NONEXISTENT"_L1);
        const auto unnamed = wait(one->createFolder({}));
        QVERIFY(!unnamed);
        QCOMPARE(unnamed.error().kind, ErrorKind::Refused);
        QVERIFY(one->isOpen());
        QCOMPARE(subjects(name), numbers({1}));
        QCOMPARE(subjects(other), numbers({1}));
    }

private:
    QChar separator(ImapLink &link)
    {
        const auto folders = wait(link.list());
        return folders && !folders->isEmpty() ? folders->first().separator : QChar();
    }
    QStringList paths(ImapLink &link)
    {
        QStringList all;
        const auto folders = wait(link.list());
        for (const ListedFolder &folder : folders ? *folders : QList<ListedFolder>{})
            all.append(folder.path);
        return all;
    }
    std::optional<ListedFolder> listed(ImapLink &link, const QString &path)
    {
        const auto folders = wait(link.list());
        if (!folders)
            return {};
        const auto found = std::ranges::find_if(*folders, [&path](const auto &f) { return f.path == path; });
        return found == folders->end() ? std::nullopt : std::optional(*found);
    }
};

QTEST_GUILESS_MAIN(ChangesTest)
#include "changes_test.moc"
