#include "core/store/pages.h"
#include "core/sync/outbox/keptdraft.h"
#include "tests/outbox/sendingdesk.h"

#include <QTest>

#include <algorithm>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// What the person writes, here and in the server's folder of drafts.
class DraftsTest : public QObject
{
    Q_OBJECT

    static QString textOf(SendingDesk &d, int revision = 0)
    {
        const auto found = d.letters().draft(SendingDesk::id(), revision);
        return found ? found->draft.text : found.error().text;
    }
    static void keep(SendingDesk &d, const QString &text)
    {
        QVERIFY(d.letters().keep(d.account(), d.draft(text)));
    }
    static bool putOnServer(SendingDesk &d, const QString &text)
    {
        const Draft draft = d.draft(text);
        if (!d.letters().keep(d.account(), draft))
            qFatal("not kept");
        const auto put = d.letters().keepOnServer(draft.messageId, d.kept(draft));
        if (!put)
            qFatal("%s", qPrintable(put.error().text));
        return *put;
    }
    static QByteArrayList texts(SendingDesk &d)
    {
        QByteArrayList out;
        for (const auto &[uid, message] : d.server().folder(u"Drafts"_s)->messages)
            out.append(message.mail->body.trimmed());
        return out;
    }

private Q_SLOTS:
    void every_revision_can_be_looked_at()
    {
        SendingDesk d;
        keep(d, u"Dear"_s);
        keep(d, u"Dear Bo"_s);
        keep(d, u"Dear Bo"_s); // the same
        QCOMPARE(d.letter().revisions, 2);
        QCOMPARE(textOf(d), u"Dear Bo"_s);
        QCOMPARE(textOf(d, 1), u"Dear"_s);
        QCOMPARE(d.letter().recipients, u"Bo"_s);
    }

    void a_draft_outlives_the_program()
    {
        SendingDesk d;
        keep(d, u"Dear Bo"_s);
        d.startAgain();
        QCOMPARE(textOf(d), u"Dear Bo"_s);
    }

    void files_are_kept_once_for_all_revisions()
    {
        SendingDesk d;
        Draft draft = d.draft(u"a"_s);
        draft.attachments = {{u"plan.pdf"_s, u"application/pdf"_s, QByteArray(100'000, 'p')},
                             {u"note.txt"_s, u"text/plain"_s, "short"}};
        QVERIFY(d.letters().keep(d.account(), draft));
        draft.text = u"b"_s;
        QVERIFY(d.letters().keep(d.account(), draft));
        QCOMPARE(d.letters().draft(SendingDesk::id())->draft, draft);
        const KeptDraft kept = keptDraft(draft);
        QCOMPARE(kept.parts.size(), 1);
        QVERIFY(kept.draft.size() < 2000);
    }

    void octets_that_are_no_draft_are_an_error()
    {
        const auto none = [](const QByteArray &) { return QByteArray(); };
        for (const QByteArray &octets : {QByteArray(), QByteArray("x"), QByteArray("\x82\x41z\xA0", 4)})
            QVERIFY(!readKeptDraft(octets, none));
    }

    void the_server_has_one_copy_whatever_is_changed()
    {
        SendingDesk d;
        QVERIFY(!putOnServer(d, u"one"_s));
        d.syncAll();
        QCOMPARE(texts(d), QByteArrayList{"one"});
        for (const QString &text : {u"two"_s, u"three"_s}) {
            QVERIFY(!putOnServer(d, text));
            d.syncAll();
            QCOMPARE(texts(d), QByteArrayList{text.toUtf8()});
        }
        QCOMPARE(d.waiting(), 0);
        const auto row = d.context().messages.row(d.letter().keptRow);
        QVERIFY(row && isSet(row->uid));
        QVERIFY((row->flags & quint32(Flag::Draft)) != 0);
    }

    void what_was_changed_offline_goes_up_once()
    {
        SendingDesk d;
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            putOnServer(d, text);
        QCOMPARE(d.mails(u"Drafts"_s).size(), 1);
        d.syncAll();
        QCOMPARE(texts(d), QByteArrayList{"three"});
        QCOMPARE(d.waiting(), 0);
    }

    void the_old_copy_goes_only_when_the_new_one_is_there()
    {
        SendingDesk d;
        putOnServer(d, u"one"_s);
        d.syncAll();
        putOnServer(d, u"two"_s);
        d.server().folder(u"Drafts"_s)->noInsert = true;
        d.settle();
        QCOMPARE(texts(d), QByteArrayList{"one"});
    }

    void a_draft_that_another_program_changed_is_kept_beside_ours()
    {
        SendingDesk d;
        putOnServer(d, u"ours"_s);
        d.syncAll();
        sim::SimServer &server = d.server();
        server.expunge(u"Drafts"_s, server.folder(u"Drafts"_s)->uids());
        Draft theirs = d.draft(u"theirs"_s);
        theirs.messageId = u"theirs@example.org"_s;
        const QByteArray octets = d.kept(theirs);
        const qsizetype head = octets.indexOf("\r\n\r\n") + 4;
        server.append(u"Drafts"_s, sim::makeMail(octets.first(head), octets.sliced(head)),
                      quint32(Flag::Draft));
        d.settle();
        QVERIFY(putOnServer(d, u"ours, later"_s)); // and it is said
        d.syncAll();
        QByteArrayList both = texts(d);
        std::ranges::sort(both);
        QCOMPARE(both, (QByteArrayList{"ours, later", "theirs"}));
    }

    void a_discarded_draft_goes_from_the_server_too()
    {
        SendingDesk d;
        putOnServer(d, u"one"_s);
        d.syncAll();
        QVERIFY(d.letters().discard(SendingDesk::id()));
        d.syncAll();
        QCOMPARE(texts(d), QByteArrayList{});
        QVERIFY(!d.store().byMessageId(SendingDesk::id()));
    }

    void a_draft_of_another_program_becomes_a_letter()
    {
        SendingDesk d;
        const QByteArray octets = d.kept(d.draft(u"begun elsewhere"_s));
        const qsizetype head = octets.indexOf("\r\n\r\n") + 4;
        d.server().append(u"Drafts"_s, sim::makeMail(octets.first(head), octets.sliced(head)),
                          quint32(Flag::Draft));
        d.settle();
        const MessageId row = d.mails(u"Drafts"_s).first();
        QVERIFY(d.letters().adopt(d.account(), d.draft(u"begun elsewhere"_s), row));
        QCOMPARE(d.letters().letterOf(row)->messageId, SendingDesk::id());
        putOnServer(d, u"gone on here"_s);
        d.syncAll();
        QCOMPARE(texts(d), QByteArrayList{"gone on here"});
    }

    void what_is_queued_is_no_draft_any_more()
    {
        SendingDesk d;
        putOnServer(d, u"one"_s);
        d.syncAll();
        d.queue(d.draft(u"one"_s));
        d.syncAll();
        QCOMPARE(texts(d), QByteArrayList{});
        QVERIFY(!d.letters().keep(d.account(), d.draft(u"two"_s)));
        QVERIFY(!d.letters().keepOnServer(SendingDesk::id(), "x"));
        QCOMPARE(d.store().drafts().size(), 0);
    }

    void what_waits_can_be_taken_back()
    {
        SendingDesk d;
        d.queue(d.draft(u"one"_s), d.clock().wallMs() + 60'000);
        const auto back = d.letters().takeBack(SendingDesk::id());
        QVERIFY(back);
        QCOMPARE(back->draft, d.draft(u"one"_s));
        QCOMPARE(back->account, d.account());
        QCOMPARE(d.state(), LetterState::Writing);
        d.outbox().goOnline();
        d.run(std::chrono::minutes(5));
        QCOMPARE(d.smtp.taken.size(), 0);
        QVERIFY(!d.letters().takeBack(u"nobody@example.org"_s));
    }

    void another_account_takes_the_copy_along()
    {
        SendingDesk d;
        putOnServer(d, u"one"_s);
        d.syncAll();
        QVERIFY(d.letters().keep(AccountId(77), d.draft(u"two"_s)));
        d.syncAll();
        QCOMPARE(texts(d), QByteArrayList{});
        QCOMPARE(d.letter().account, AccountId(77));
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "drafts_test.moc"
