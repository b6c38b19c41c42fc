// The window's door to writing, with the whole engine behind it and no server: what is sealed, kept, queued
// and answered.
#include "core/account/accountfile.h"
#include "core/account/accountrules.h"
#include "core/mime/headerdigest.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/letterstore.h"
#include "core/store/messagestore.h"
#include "core/store/pages.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/letters.h"
#include "core/sync/outbox/outgoing.h"
#include "support/gnupghome.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Asking = "From: Bo <bo@example.net>\r\nTo: anna@example.org\r\nSubject: Lunch\r\n"
                          "Message-ID: <lunch@example.net>\r\nReturn-Path: <bo@example.net>\r\n"
                          "Disposition-Notification-To: bo@example.net\r\nMIME-Version: 1.0\r\n"
                          "Content-Type: text/plain\r\n\r\n";
const QByteArray List = "From: Paper <news@paper.example>\r\nTo: anna@example.org\r\nSubject: News\r\n"
                        "Message-ID: <news@paper.example>\r\n"
                        "List-Unsubscribe: <mailto:leave@paper.example?subject=leave%20me>\r\n\r\n";
const QByteArray Invite = "From: Bo <bo@example.net>\r\nTo: anna@example.org\r\nSubject: Plan\r\n"
                          "Message-ID: <plan@example.net>\r\nMIME-Version: 1.0\r\n"
                          "Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n";
const QByteArray Calendar
    = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
      "UID:plan-1\r\nSEQUENCE:0\r\nDTSTAMP:20260301T080000Z\r\nDTSTART:20260310T090000Z\r\n"
      "DTEND:20260310T100000Z\r\nSUMMARY:Planning\r\nORGANIZER:mailto:bo@example.net\r\n"
      "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:anna@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

Draft letter(bool sign, bool encrypt)
{
    Draft d;
    d.from = {u"Anna"_s, u"anna@example.org"_s};
    d.to = {{u"Bo"_s, u"bo@example.net"_s}};
    d.subject = u"The plan"_s;
    d.text = u"Dear Bo\n"_s;
    d.messageId = u"one@example.org"_s;
    d.options.sign = sign;
    d.options.encrypt = encrypt;
    return d;
}

// A profile with one account and some mail, offline.
class Profile
{
public:
    Profile()
    {
        AccountSettings a;
        a.key = u"a"_s;
        a.name = u"Anna"_s;
        a.address = u"anna@example.org"_s;
        a.imap = {u"127.0.0.1"_s, 1, ConnectionSecurity::None, u"anna"_s};
        if (!m_paths.create() || !AccountFile::save(m_paths.accountsIni(), {withDefaults(a)}))
            qFatal("profile");
        fill();
        start();
    }
    void start()
    {
        auto engine = makeEngine(m_paths);
        if (!engine)
            qFatal("%s", qPrintable(engine.error().text));
        m_engine = *std::move(engine);
    }
    // Ends, and starts again after this was done to its cache.
    void startAgainAfter(const std::function<void(Database &)> &deed)
    {
        m_engine.reset();
        {
            auto db = Database::open(m_paths.cache, Database::Mode::ReadWrite);
            if (!db)
                qFatal("%s", qPrintable(db.error().text));
            Transaction txn(**db);
            deed(**db);
            if (!txn.commit())
                qFatal("commit");
        }
        start();
    }
    Letters &letters() { return *m_engine->letters(); }
    Engine &engine() { return *m_engine; }
    // As it is in the cache now.
    std::unique_ptr<Database> cache() const
    {
        auto db = Database::open(m_paths.cache, Database::Mode::ReadOnly);
        if (!db)
            qFatal("%s", qPrintable(db.error().text));
        return *std::move(db);
    }
    LetterText text(const Letter &letter) const
    {
        const auto db = cache();
        return LetterStore(*db).text(letter.id).value_or(LetterText());
    }
    Letter letter(const QString &id = u"one@example.org"_s) const
    {
        const auto db = cache();
        return LetterStore(*db).byMessageId(id).value_or(Letter());
    }
    quint32 flags(MessageId id) const
    {
        const auto db = cache();
        const auto row = Pages(*db).message(id);
        return row ? row->flags : 0;
    }
    OpenedMessage open(MessageId id)
    {
        QSignalSpy opened(m_engine.get(), &Engine::messageOpened);
        m_engine->open(id);
        if (opened.isEmpty() && !opened.wait(20'000))
            return {};
        return opened.first().first().value<OpenedMessage>();
    }
    // Of what `asked` gave the number; null where it failed.
    std::optional<Letter> queued(const std::function<int()> &asked, QString *why = nullptr)
    {
        QSignalSpy done(&letters(), &Letters::queued);
        QSignalSpy failed(&letters(), &Letters::failed);
        const int request = asked();
        if (!QTest::qWaitFor([&] { return done.size() + failed.size() > 0; }, 30'000))
            return {};
        if (why && !failed.isEmpty())
            *why = failed.first().at(1).value<Error>().text;
        if (done.isEmpty() || done.first().first().toInt() != request)
            return {};
        return done.first().at(1).value<Letter>();
    }

    MessageId asking, list, invite;

private:
    void fill()
    {
        auto db = Database::open(m_paths.cache, Database::Mode::ReadWrite);
        if (!db)
            qFatal("%s", qPrintable(db.error().text));
        Transaction txn(**db);
        FolderStore folders(**db);
        FolderRow row;
        row.account = folders.account(u"a"_s);
        row.separator = u'/';
        row.path = u"Drafts"_s;
        row.role = FolderRole::Drafts;
        folders.upsert(row);
        row.path = u"INBOX"_s;
        row.role = FolderRole::Inbox;
        const FolderId inbox = folders.upsert(row);
        MessageStore messages(**db);
        quint32 uid = 0;
        const auto add = [&](const QByteArray &header, const QByteArray &body) {
            NewMessage mail;
            mail.uid = Uid(++uid);
            mail.digest = digestHeader(header);
            messages.insert(inbox, {mail}, Threading::Now);
            const MessageId id = messages.known(inbox, UidSet::range(uid, uid)).first().id;
            BodyStore(**db).put(id, StoredBody{header, body, {}}, 1);
            return id;
        };
        asking = add(Asking, "Shall we?\r\n");
        list = add(List, "News\r\n");
        invite = add(Invite, Calendar);
        if (!txn.commit())
            qFatal("commit");
    }

    QTemporaryDir m_dir;
    const Paths m_paths = Paths::profile(m_dir.path());
    std::unique_ptr<Engine> m_engine;
};

} // namespace

class LettersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // nobody's keyring
        m_home.enter();
        QVERIFY(makeKey(u"Anna <anna@example.org>"_s));
        QVERIFY(makeKey(u"Bo <bo@example.net>"_s));
    }

    void init() { m_home.enter(); }

    void a_draft_that_no_folder_shows_gets_its_copy_at_the_next_start()
    {
        Profile p;
        QSignalSpy kept(&p.letters(), &Letters::kept);
        p.letters().keep(u"a"_s, letter(false, false), KeepDraft::Here);
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(!isSet(p.letter().keptRow)); // as a killed program leaves it
        p.startAgainAfter([](Database &) { });
        QTRY_VERIFY(isSet(p.letter().keptRow));
    }

    void a_draft_that_was_deleted_does_not_come_back()
    {
        Profile p;
        QSignalSpy kept(&p.letters(), &Letters::kept);
        p.letters().keep(u"a"_s, letter(false, false), KeepDraft::OnServer);
        QTRY_COMPARE(kept.size(), 1);
        const MessageId copy = p.letter().keptRow;
        QVERIFY(isSet(copy));
        p.startAgainAfter([copy](Database &db) { MessageStore(db).remove({copy}, Vanishing::Elsewhere); });
        QSignalSpy again(&p.letters(), &Letters::kept);
        Draft other = letter(false, false);
        other.messageId = u"two@example.org"_s;
        p.letters().keep(u"a"_s, other, KeepDraft::Here); // the engine has come to it after its start
        QTRY_COMPARE(again.size(), 1);
        QCOMPARE(p.letter().keptRow, copy);
        QCOMPARE(p.flags(copy), 0U); // it is not there
    }

    void a_message_of_another_program_is_queued_with_its_wishes()
    {
        Profile p;
        const QByteArray mail = "To: bo@example.net\nMessage-ID: <ready@example.org>\n\nHello\n";
        const auto sent = p.queued([&] { return p.letters().sendReady(u"a"_s, mail, {0, true}); });
        QVERIFY(sent);
        QCOMPARE(sent->messageId, u"ready@example.org"_s);
        const auto envelope = readEnvelope(p.text(*sent).envelope);
        QVERIFY(envelope && envelope->recipients.first().reports.testFlag(ReportWhen::Delivered));
        QString why;
        QVERIFY(!p.queued([&] { return p.letters().sendReady(u"a"_s, mail, {0, false}); }, &why));
        QVERIFY(why.contains(u"Message-ID"_s));
    }

    void what_is_to_be_encrypted_is_queued_encrypted()
    {
        Profile p;
        const auto sent = p.queued([&] { return p.letters().send(u"a"_s, letter(true, true), 0); });
        QVERIFY(sent);
        QCOMPARE(sent->subject, u"The plan"_s); // here it has its name
        const LetterText text = p.text(*sent);
        QVERIFY(text.bytes.contains("multipart/encrypted"));
        QVERIFY(!text.bytes.contains("plan") && !text.bytes.contains("Dear"));
    }

    void without_a_key_nothing_is_queued()
    {
        Profile p;
        Draft draft = letter(false, true);
        draft.to.append({{}, u"dora@example.net"_s});
        QString why;
        QVERIFY(!p.queued([&] { return p.letters().send(u"a"_s, draft, 0); }, &why));
        QCOMPARE(why, u"There is no key for dora@example.net."_s);
        QVERIFY(!isSet(p.letter().id));
    }

    void the_program_ends_although_a_passphrase_is_asked_for()
    {
        const GnupgHome locked;
        locked.enter();
        QVERIFY(makeKey(u"Anna <anna@example.org>"_s, u"open sesame"_s));
        const QString asked = locked.leaveDialogOpen();
        QElapsedTimer ending;
        {
            Profile p;
            QSignalSpy told(&p.letters(), &Letters::keysTold);
            p.letters().send(u"a"_s, letter(true, false), 0);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(asked), 20'000);
            // Meanwhile nothing else waits.
            p.letters().askKeys({}, {{}, u"anna@example.org"_s});
            QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 20'000);
            Draft plain = letter(false, false);
            plain.messageId = u"two@example.org"_s;
            QVERIFY(p.queued([&] { return p.letters().send(u"a"_s, plain, 0); }));
            QVERIFY(!isSet(p.letter().id));
            ending.start();
        }
        QVERIFY2(ending.elapsed() < 10'000, qPrintable(QString::number(ending.elapsed())));
    }

    void whose_keys_are_here_is_told()
    {
        Profile p;
        QSignalSpy told(&p.letters(), &Letters::keysTold);
        const int request = p.letters().askKeys({{{}, u"dora@example.net"_s}}, {{}, u"anna@example.org"_s});
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 30'000);
        QCOMPARE(told.first().first().toInt(), request);
        const auto state = told.first().at(1).value<SealState>();
        QVERIFY(state.kindFor(true, false));
        QVERIFY(!state.kindFor(false, true));
    }

    void a_draft_that_is_to_be_encrypted_is_not_readable_on_the_server()
    {
        Profile p;
        QSignalSpy kept(&p.letters(), &Letters::kept);
        p.letters().keep(u"a"_s, letter(false, false), KeepDraft::OnServer);
        QTRY_VERIFY_WITH_TIMEOUT(isSet(p.letter().keptRow), 10'000);
        const MessageId plain = p.letter().keptRow;
        p.letters().keep(u"a"_s, letter(false, true), KeepDraft::OnServer);
        QTRY_VERIFY_WITH_TIMEOUT(p.letter().keptRow != plain, 30'000);
        QCOMPARE(kept.size(), 2);
        const auto db = p.cache();
        const auto copy = BodyStore(*db).getWhole(p.letter().keptRow);
        QVERIFY(copy && copy->header.contains("multipart/encrypted"));
        QVERIFY(!copy->body.contains("Dear"));
        QVERIFY(!Pages(*db).message(plain)); // it goes
        // Without a key of one's own it stays here.
        Draft other = letter(false, true);
        other.from.email = u"else@example.org"_s;
        p.letters().keep(u"a"_s, other, KeepDraft::OnServer);
        QTRY_VERIFY_WITH_TIMEOUT(!isSet(p.letter().keptRow), 30'000);
        QCOMPARE(p.letters().drafts().size(), 1);
    }

    void an_answer_to_what_was_encrypted_is_encrypted_too()
    {
        Profile p;
        p.letters().keep(u"a"_s, letter(false, true), KeepDraft::OnServer);
        QTRY_VERIFY_WITH_TIMEOUT(isSet(p.letter().keptRow), 30'000);
        QSignalSpy begun(&p.letters(), &Letters::begun);
        Beginning beginning;
        beginning.act = DraftAct::Reply;
        beginning.originals = {p.letter().keptRow};
        p.letters().begin(beginning);
        QTRY_COMPARE_WITH_TIMEOUT(begun.size(), 1, 30'000);
        QVERIFY(begun.first().at(2).value<Draft>().options.encrypt);
        beginning.originals = {p.asking};
        p.letters().begin(beginning);
        QTRY_COMPARE_WITH_TIMEOUT(begun.size(), 2, 30'000);
        QVERIFY(!begun.last().at(2).value<Draft>().options.encrypt);
    }

    void a_receipt_is_sent_once_and_kept_nowhere()
    {
        Profile p;
        const OpenedMessage mail = p.open(p.asking);
        QVERIFY(p.letters().receiptRequest(mail).permission == ReceiptRequest::Permission::May);
        const auto sent = p.queued([&] { return p.letters().sendReceipt(p.asking); });
        QVERIFY(sent);
        const LetterText text = p.text(*sent);
        QVERIFY(text.bytes.contains("disposition-notification"));
        QVERIFY(sentCopyOf(text.envelope) == SentCopy::Unwanted);
        QVERIFY(p.flags(p.asking) & quint32(Flag::MdnSent));
        QVERIFY(p.letters().receiptRequest(mail).permission == ReceiptRequest::Permission::Never);
        QString why;
        QVERIFY(!p.queued([&] { return p.letters().sendReceipt(p.asking); }, &why));
        QCOMPARE(why, u"A receipt for this message was sent already."_s);
        QCOMPARE(p.letters().outgoing().size(), 1);
    }

    void who_declines_is_not_asked_again()
    {
        Profile p;
        const OpenedMessage mail = p.open(p.asking);
        p.letters().declineReceipt(p.asking);
        QTRY_VERIFY(p.flags(p.asking) & quint32(Flag::MdnSent));
        QVERIFY(p.letters().receiptRequest(mail).permission == ReceiptRequest::Permission::Never);
        QCOMPARE(p.letters().outgoing().size(), 0);
    }

    void what_asks_for_nothing_gets_no_receipt()
    {
        Profile p;
        QVERIFY(!p.queued([&] { return p.letters().sendReceipt(p.invite); }));
        QVERIFY(!(p.flags(p.invite) & quint32(Flag::MdnSent)));
    }

    void an_invitation_is_answered_after_a_while()
    {
        Profile p;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const auto sent = p.queued(
            [&] { return p.letters().answerInvitation(p.invite, Participation::Tentative, u"Perhaps"_s); });
        QVERIFY(sent);
        QVERIFY(sent->notBefore >= before + Letters::AnswerWaitsMs);
        QCOMPARE(sent->original, p.invite); // marked as answered once it is delivered
        const LetterText text = p.text(*sent);
        QVERIFY(text.bytes.contains("METHOD:REPLY") || text.bytes.contains("method=REPLY"));
        QVERIFY(sentCopyOf(text.envelope) == SentCopy::Wanted);
        p.letters().discard(sent->messageId);
        QTRY_COMPARE(p.letters().outgoing().size(), 0);
        QString why;
        QVERIFY(!p.queued([&] { return p.letters().answerInvitation(p.asking, Participation::Accepted, {}); },
                          &why));
        QVERIFY(why.endsWith(u'.'));
    }

    void the_message_that_leaves_a_list_is_ready_to_be_seen()
    {
        Profile p;
        const auto leaving = p.letters().leavingByMail(p.open(p.list));
        QVERIFY(leaving);
        QCOMPARE(leaving->accountKey, u"a"_s);
        QCOMPARE(leaving->draft.to.value(0).email, u"leave@paper.example"_s);
        QCOMPARE(leaving->draft.subject, u"leave me"_s);
        QCOMPARE(leaving->draft.from.email, u"anna@example.org"_s);
        const auto sent = p.queued([&] { return p.letters().send(leaving->accountKey, leaving->draft, 0); });
        QVERIFY(sent && sent->messageId == leaving->draft.messageId);
        QVERIFY(!p.letters().leavingByMail(p.open(p.asking)));
    }

private:
    GnupgHome m_home;
};

QTEST_GUILESS_MAIN(LettersTest)
#include "letters_test.moc"
