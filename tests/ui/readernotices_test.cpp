#include "core/mime/messageparser.h"
#include "core/sync/engine.h"
#include "core/sync/facade/senderchecks.h"
#include "tests/support/fakeletters.h"
#include "ui/reader/attachedmail.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/factcards.h"
#include "ui/reader/invitationreply.h"
#include "ui/reader/linkguard.h"
#include "ui/reader/messagenotices.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/plaintextview.h"
#include "ui/reader/remotepictures.h"
#include "ui/reader/sealwords.h"
#include "ui/reader/unsubscribing.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const OpenedMessage> message(const QByteArray &head, const QByteArray &body = "Hello")
{
    auto out = std::make_shared<OpenedMessage>();
    out->id = MessageId(1);
    out->rawHeader = "MIME-Version: 1.0\r\n" + head;
    out->rawBody = body;
    out->view = parseMessage(out->rawHeader, out->rawBody);
    return out;
}

QByteArray newsletter()
{
    return "<p>News</p><img src=https://pictures.example/a.png width=100><img "
           "src=https://pictures.example/b.png width=100><img src=https://spy.example/p.gif width=1 "
           "height=1>";
}

} // namespace

// What the reader says about a message, and what it does about it.
class ReaderNoticesTest : public QObject
{
    Q_OBJECT

    static void press(Banner *banner, const QString &text)
    {
        for (QPushButton *button : banner->findChildren<QPushButton *>()) {
            if (button->text() == text) {
                button->click();
                return;
            }
        }
        QFAIL("no such button");
    }

    static SealSignature goodSignature()
    {
        SealSignature by;
        by.validity = SealSignature::Validity::Good;
        by.trust = SealSignature::Trust::Full;
        by.keyId = u"0123456789ABCDEF0123456789ABCDEF01234567"_s;
        by.signer = u"Anna Becker"_s;
        by.addresses = {u"anna@example.org"_s};
        by.issuer = u"Example CA"_s;
        return by;
    }

private Q_SLOTS:
    void seals_say_by_whom_whether_it_holds_and_whose_key_it_is_data()
    {
        using Validity = SealSignature::Validity;
        using Trust = SealSignature::Trust;
        QTest::addColumn<Seal>("seal");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QStringList>("says");
        Seal seal;
        seal.isWhole = true;
        seal.signatures = {goodSignature()};
        const QString anna = u"Anna@Example.org"_s;
        QTest::newRow("all is well") << seal << anna << Tone::Info
                                     << QStringList{u"Signed by Anna Becker <anna@example.org>"_s,
                                                    u"You trust that the key"_s};
        QTest::newRow("another address")
            << seal << u"boss@example.com"_s << Tone::Bad << QStringList{u"not the signer's address"_s};
        Seal other = seal;
        other.signatures[0].trust = Trust::Unknown;
        QTest::newRow("nobody vouches") << other << anna << Tone::Warning
                                        << QStringList{u"nothing was changed"_s, u"Anybody can make a key"_s};
        other.kind = Seal::Kind::SMime;
        QTest::newRow("unknown authority") << other << anna << Tone::Warning << QStringList{u"Example CA"_s};
        other = seal;
        other.signatures[0].validity = Validity::Bad;
        QTest::newRow("changed") << other << anna << Tone::Bad << QStringList{u"was changed after"_s};
        other.signatures[0].validity = Validity::KeyRevoked;
        QTest::newRow("withdrawn") << other << anna << Tone::Bad << QStringList{u"withdrawn"_s};
        other.signatures[0] = {.validity = Validity::NoKey, .keyId = u"89ABCDEF01234567"_s};
        QTest::newRow("no key") << other << anna << Tone::Warning
                                << QStringList{u"89AB\u00A0CDEF\u00A00123\u00A04567"_s};
        other = seal;
        other.isWhole = false;
        QTest::newRow("a part") << other << anna << Tone::Warning
                                << QStringList{u"a part of the message only"_s};
        other = {};
        other.isWhole = true;
        other.opening = Seal::Opening::Opened;
        QTest::newRow("encrypted only") << other << anna << Tone::Info << QStringList{u"It is not signed"_s};
        other.opening = Seal::Opening::NoKey;
        QTest::newRow("for another key")
            << other << anna << Tone::Warning << QStringList{u"Import your secret key"_s};
        other.opening = Seal::Opening::NoProgram;
        QTest::newRow("no program") << other << anna << Tone::Warning << QStringList{u"Install GnuPG"_s};
    }
    void seals_say_by_whom_whether_it_holds_and_whose_key_it_is()
    {
        QFETCH(Seal, seal);
        QFETCH(QString, sender);
        QFETCH(QStringList, says);
        const SealWords words = sealWords(seal, sender);
        QTEST(words.tone, "tone");
        for (const QString &sentence : std::as_const(says))
            QVERIFY2(words.text.contains(sentence), qPrintable(words.text));
    }
    void a_passphrase_can_be_given_later()
    {
        BannerStack banners;
        RemotePictures remote;
        MessageNotices notices(&banners, &remote, nullptr);
        QSignalSpy again(&notices, &MessageNotices::openAgainWanted);
        auto mail = std::make_shared<OpenedMessage>(*message("From: anna@example.org\r\n\r\n"));
        mail->view.seals = {Seal{.opening = Seal::Opening::Cancelled, .isWhole = true}};
        notices.showMessage(mail, {});
        press(banners.find(u"sealBanner"_s), u"Open…"_s);
        QCOMPARE(again.count(), 1);
    }
    void pictures_are_shown_by_leave_and_trackers_never()
    {
        const QTemporaryDir dir;
        BannerStack banners;
        RemotePictures remote;
        remote.setDirectory(dir.path());
        MessageNotices notices(&banners, &remote, nullptr);
        const auto mail
            = message("From: News <news@mail.paper.example>\r\nContent-Type: text/html\r\n", newsletter());
        remote.setMessage(mail->view);
        QCOMPARE(remote.pictures(), 2);
        QCOMPARE(remote.trackers(), 1);
        QVERIFY(!remote.isAllowed());
        notices.showMessage(mail, {true, false, false});
        Banner *banner = banners.find(u"remoteBanner"_s);
        QVERIFY(banner);
        QVERIFY2(banner->text().startsWith("2 remote picture(s) blocked, 1 tracking picture(s) blocked"_L1),
                 qPrintable(banner->text()));
        bool asked = false;
        remote.fetch(0, [&asked](const QByteArray &octets, const QByteArray &) { asked = octets.isEmpty(); });
        QVERIFY(asked); // at once, and nothing
        QSignalSpy changed(&remote, &RemotePictures::changed);
        press(banner, u"Show Pictures"_s);
        QCOMPARE(changed.count(), 1);
        QVERIFY(remote.isAllowed() && !remote.isAllowedAlways());
        asked = false;
        remote.fetch(2, [&asked](const QByteArray &octets, const QByteArray &) { asked = octets.isEmpty(); });
        QVERIFY(asked); // the tracker
        notices.showMessage(mail, {true, false, false});
        QVERIFY(banners.find(u"remoteBanner"_s)->text().startsWith("1 tracking picture(s)"_L1));
        remote.setMessage(mail->view); // another time
        QVERIFY(!remote.isAllowed());
    }

    void leave_for_a_sender_or_its_domain_is_kept()
    {
        const QTemporaryDir dir;
        RemotePictures remote;
        remote.setDirectory(dir.path());
        const auto mail
            = message("From: News <news@mail.paper.example>\r\nContent-Type: text/html\r\n", newsletter());
        remote.setMessage(mail->view);
        QVERIFY(remote.allowSender());
        RemotePictures later;
        later.setDirectory(dir.path());
        later.setMessage(mail->view);
        QVERIFY(later.isAllowedAlways());
        QVERIFY(!later.isAllowed()); // who it is has to be seen first
        later.judgeSender(false);
        QVERIFY(later.isAllowed());
        later.judgeSender(true); // somebody who only says so
        QVERIFY(!later.isAllowed());
        const auto colleague
            = message("From: x@other.paper.example\r\nContent-Type: text/html\r\n", newsletter());
        later.setMessage(colleague->view);
        QVERIFY(!later.isAllowed());
        QCOMPARE(later.domain(), u"paper.example"_s);
        QVERIFY(later.allowDomain());
        later.setMessage(colleague->view);
        QVERIFY(later.isAllowedAlways());
    }

    void offline_nothing_is_fetched()
    {
        RemotePictures remote;
        remote.setMessage(message("From: a@b.example\r\nContent-Type: text/html\r\n", newsletter())->view);
        remote.allowOnce();
        remote.setOnline(false);
        bool asked = false;
        remote.fetch(0, [&asked](const QByteArray &octets, const QByteArray &) { asked = octets.isEmpty(); });
        QVERIFY(asked);
    }

    void bounces_are_told_in_words()
    {
        BannerStack banners;
        RemotePictures remote;
        MessageNotices notices(&banners, &remote, nullptr);
        const auto mail = message(
            "From: mailer@x.example\r\nContent-Type: multipart/report; report-type=delivery-status; "
            "boundary=b\r\n",
            "--b\r\n\r\nSorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; "
            "x.example\r\n\r\nFinal-Recipient: rfc822; ann@y.example\r\nAction: failed\r\nStatus: "
            "5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n--b--\r\n");
        notices.showMessage(mail, {});
        Banner *banner = banners.find(u"reportBanner"_s);
        QVERIFY(banner);
        QCOMPARE(banner->tone(), Tone::Bad);
        QCOMPARE(
            banner->text(),
            u"Your message could not be delivered to ann@y.example. The server said: 550 no such user"_s);
    }

    void who_really_sent_it_is_told_only_where_something_is_wrong()
    {
        BannerStack banners;
        RemotePictures remote;
        MessageNotices notices(&banners, &remote, nullptr);
        const auto mail = message("From: Bank <info@bank.example>\r\n");
        notices.showMessage(mail, {});
        SenderReport report;
        report.message = MessageId(1);
        report.evidence.domain = u"bank.example"_s;
        report.evidence.origin = Evidence::Origin::Proven;
        notices.setSender(report);
        QVERIFY(!banners.find(u"senderBanner"_s));
        report.evidence.origin = Evidence::Origin::Disproven;
        report.acquaintance.isFirst = true;
        notices.setSender(report);
        QVERIFY(banners.find(u"senderBanner"_s));
        QCOMPARE(banners.find(u"senderBanner"_s)->tone(), Tone::Bad);
        QVERIFY(banners.find(u"senderBanner"_s)->text().contains("no mail from this address before"_L1));
        report.evidence.origin = Evidence::Origin::Unknown;
        report.acquaintance.looksLike = u"bank1.example"_s;
        notices.setSender(report);
        QVERIFY(banners.find(u"senderBanner"_s)->text().contains("looks like bank1.example"_L1));
        report.message = MessageId(2); // about another one
        report.acquaintance.looksLike.clear();
        notices.setSender(report);
        QVERIFY(banners.find(u"senderBanner"_s));
    }

    void the_header_says_quietly_that_all_is_well()
    {
        MessagePage page;
        page.showMessage(message("From: Bank <info@bank.example>\r\n"));
        auto *line = page.findChild<QLabel *>(u"senderEvidence"_s);
        QVERIFY(line && line->isHidden());
        SenderReport report;
        report.message = MessageId(1);
        report.evidence.domain = u"bank.example"_s;
        report.evidence.origin = Evidence::Origin::Proven;
        page.setSender(report);
        QVERIFY(!line->isHidden());
        QCOMPARE(line->text(), u"✓ Comes from bank.example"_s);
        QCOMPARE(line->accessibleName(), line->text());
        page.showMessage(message("From: Other <x@other.example>\r\n"));
        QVERIFY(line->isHidden());
    }

    void links_that_are_not_what_they_seem_are_told_first()
    {
        BannerStack banners;
        LinkGuard guard(&banners, nullptr);
        QSignalSpy opened(&guard, &LinkGuard::linkActivated);
        guard.setLinks({{u"https://bank.example/"_s, u"https://evil.example/"_s}});
        guard.open(QUrl(u"https://fine.example/"_s));
        QCOMPARE(opened.count(), 1);
        guard.open(QUrl(u"https://evil.example/"_s));
        QCOMPARE(opened.count(), 1);
        Banner *banner = banners.find(u"linkBanner"_s);
        QVERIFY(banner);
        QCOMPARE(banner->text(), u"This link says bank.example, but goes to evil.example."_s);
        press(banner, u"Open Anyway"_s);
        QCOMPARE(opened.count(), 2);
        QVERIFY(!banners.find(u"linkBanner"_s));
        SenderReport stranger;
        stranger.acquaintance.isFirst = true;
        guard.setSender(stranger);
        guard.open(QUrl(u"https://fine.example/"_s));
        QCOMPARE(opened.count(), 2);
        QVERIFY(banners.find(u"linkBanner"_s)->text().contains("before"_L1));
        guard.open(QUrl(u"mailto:a@b.example"_s));
        QCOMPARE(opened.count(), 3);
    }

    void leaving_a_list_is_asked_once_and_done_once()
    {
        BannerStack banners;
        QWidget window;
        Unsubscription leaving(&banners, &window);
        QStringList questions;
        bool answer = false;
        leaving.setAsk([&](const QString &sentence, const QString &) {
            questions.append(sentence);
            return answer;
        });
        QSignalSpy pages(&leaving, &Unsubscription::linkActivated);
        Unsubscribing how;
        how.page = QUrl(u"https://127.0.0.1:1/u?id=7"_s);
        how.oneClick = true;
        leaving.begin(how, u"The Paper"_s);
        QCOMPARE(questions.size(), 1);
        QVERIFY(questions.first().contains("The Paper"_L1) && questions.first().contains("127.0.0.1"_L1));
        QVERIFY(!banners.find(u"listBanner"_s));
        answer = true;
        leaving.begin(how, u"The Paper"_s); // nobody listens there
        QTRY_VERIFY(banners.find(u"listBanner"_s) && banners.find(u"listBanner"_s)->tone() == Tone::Bad);
        QCOMPARE(pages.count(), 0);
        how.oneClick = false;
        leaving.begin(how, u"The Paper"_s);
        QCOMPARE(pages.count(), 1);
        QCOMPARE(pages.last().first().toUrl(), how.page);
        how.mailTo = u"mailto:leave@paper.example"_s;
        leaving.begin(how, u"The Paper"_s);
        QCOMPARE(pages.last().first().toUrl(), QUrl(how.mailTo));
    }

    void a_list_is_left_by_mail_once_all_of_it_was_seen()
    {
        FakeLetters letters;
        LeavingByMail leaving;
        leaving.accountKey = u"work"_s;
        leaving.draft.from.email = u"anna@example.org"_s;
        leaving.draft.to = {{{}, u"leave@paper.example"_s}};
        leaving.draft.subject = u"leave me"_s;
        leaving.draft.text = u"token 7"_s;
        letters.leaving = leaving;
        MessagePage page;
        page.setLetters(&letters);
        QStringList questions;
        bool answer = false;
        page.unsubscription()->setAsk([&](const QString &sentence, const QString &) {
            questions.append(sentence);
            return answer;
        });
        page.showMessage(message("From: Paper <news@paper.example>\r\n"
                                 "List-Unsubscribe: <mailto:leave@paper.example>\r\n\r\n"));
        press(page.banners()->find(u"listBanner"_s), u"Unsubscribe…"_s);
        QCOMPARE(questions.size(), 1);
        for (const QString &seen :
             {u"Paper"_s, u"anna@example.org"_s, u"leave@paper.example"_s, u"leave me"_s, u"token 7"_s})
            QVERIFY2(questions.first().contains(seen), qPrintable(seen));
        QCOMPARE(letters.sends.size(), 0);
        answer = true;
        press(page.banners()->find(u"listBanner"_s), u"Unsubscribe…"_s);
        QCOMPARE(letters.sends.size(), 1);
        QCOMPARE(letters.sends.first().accountKey, u"work"_s);
        QCOMPARE(letters.sends.first().draft, leaving.draft);
        Q_EMIT letters.failed(letters.requests + 1, Error{ErrorKind::Invalid, u"Not mine."_s, {}});
        QVERIFY(page.banners()->find(u"listBanner"_s)->tone() == Tone::Info);
        Q_EMIT letters.queued(letters.requests, {});
        QVERIFY(page.banners()->find(u"listBanner"_s)->tone() == Tone::Good);
        page.showMessage(message("From: Paper <news@paper.example>\r\n"
                                 "List-Unsubscribe: <mailto:leave@paper.example>\r\n\r\n"));
        press(page.banners()->find(u"listBanner"_s), u"Unsubscribe…"_s);
        Q_EMIT letters.failed(letters.requests, Error{ErrorKind::Invalid, u"It did not go."_s, {}});
        QCOMPARE(page.banners()->find(u"listBanner"_s)->text(), u"It did not go."_s);
    }

    void a_receipt_is_asked_for_and_never_sent_by_itself()
    {
        FakeLetters letters;
        letters.receipt.permission = ReceiptRequest::Permission::May;
        letters.receipt.to = {{u"Anna"_s, u"anna@x.example"_s}};
        MessagePage page;
        page.setLetters(&letters);
        const QByteArray asking = "From: Anna <anna@x.example>\r\n"
                                  "Disposition-Notification-To: anna@x.example\r\n\r\n";
        page.showMessage(message(asking));
        Banner *banner = page.banners()->find(u"receiptBanner"_s);
        QVERIFY(banner);
        QCOMPARE(banner->text(), u"Anna asks to be told that you have read this."_s);
        QVERIFY(banner->tone() == Tone::Info);
        QVERIFY(letters.receiptsSent.isEmpty() && letters.receiptsDeclined.isEmpty());
        press(banner, u"Send Receipt"_s);
        QCOMPARE(letters.receiptsSent, QList<MessageId>{MessageId(1)});
        QVERIFY(!page.banners()->find(u"receiptBanner"_s));
        page.showMessage(message(asking)); // the mark may not be in the cache yet
        QVERIFY(!page.banners()->find(u"receiptBanner"_s));
        Q_EMIT letters.failed(letters.requests, Error{ErrorKind::Network, u"It cannot be read."_s, {}});
        QCOMPARE(page.banners()->find(u"receiptBanner"_s)->text(), u"It cannot be read."_s);
        press(page.banners()->find(u"receiptBanner"_s), u"Try Again"_s);
        QCOMPARE(letters.receiptsSent.size(), 2);
        Q_EMIT letters.queued(letters.requests, {});
        QVERIFY(!page.banners()->find(u"receiptBanner"_s));
    }

    void what_speaks_against_a_receipt_is_said()
    {
        FakeLetters letters;
        letters.receipt.permission = ReceiptRequest::Permission::AskFirst;
        letters.receipt.to = {{u"Anna"_s, u"spy@evil.example"_s}};
        letters.receipt.reasons
            = {ReceiptRequest::Reason::SenderDiffers, ReceiptRequest::Reason::NotAddressed};
        MessagePage page;
        page.setLetters(&letters);
        const auto mail = message("From: Anna <anna@x.example>\r\n"
                                  "Disposition-Notification-To: spy@evil.example\r\n\r\n");
        page.showMessage(mail);
        Banner *banner = page.banners()->find(u"receiptBanner"_s);
        QVERIFY(banner && banner->tone() == Tone::Warning);
        QVERIFY(banner->text().contains("spy@evil.example"_L1));
        QVERIFY(banner->text().contains("not addressed to you"_L1));
        press(banner, u"Do Not"_s);
        QCOMPARE(letters.receiptsDeclined, QList<MessageId>{MessageId(1)});
        QVERIFY(letters.receiptsSent.isEmpty());
        page.showMessage(mail);
        QVERIFY(!page.banners()->find(u"receiptBanner"_s));
    }

    void where_a_receipt_must_not_be_sent_nobody_asks()
    {
        FakeLetters letters;
        letters.receipt.permission = ReceiptRequest::Permission::Never;
        letters.receipt.to = {{{}, u"anna@x.example"_s}};
        MessagePage page;
        page.setLetters(&letters);
        page.showMessage(message("From: a@x.example\r\nDisposition-Notification-To: a@x.example\r\n\r\n"));
        QVERIFY(!page.banners()->find(u"receiptBanner"_s));
        MessagePage without;
        without.showMessage(message("From: a@x.example\r\nDisposition-Notification-To: a@x.example\r\n\r\n"));
        QVERIFY(!without.banners()->find(u"receiptBanner"_s));
    }

    void an_attached_message_opens_in_a_window_of_its_own()
    {
        MessagePage page;
        page.showMessage(message("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n",
                                 "--b\r\n\r\nSee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: "
                                 "c@d.example\r\nSubject: Inside\r\n\r\nInner words\r\n--b--\r\n"));
        page.findChild<QToolButton *>(u"openAttachment"_s)->click();
        QTRY_VERIFY(page.findChild<AttachedMail *>());
        auto *window = page.findChild<AttachedMail *>();
        QCOMPARE(window->windowTitle(), u"Inside"_s);
        QVERIFY(window->page()->textView()->toPlainText().contains("Inner words"_L1));
        QVERIFY(window->isVisible());
        window->close();
    }

    void how_a_senders_mail_is_read_is_remembered()
    {
        const QTemporaryDir dir;
        const auto mail = message("From: a@b.example\r\nContent-Type: text/html\r\n", "<p>x</p>");
        MessagePage page;
        page.setConfigDirectory(dir.path());
        page.showMessage(mail);
        page.togglePlainText();
        SenderLooks looks;
        looks.setDirectory(dir.path());
        QCOMPARE(looks.prefersPlain(u"A@b.example"_s), std::optional(true));
        page.togglePlainText();
        QCOMPARE(looks.prefersPlain(u"a@b.example"_s), std::optional(false));
        QCOMPARE(looks.prefersPlain(u"other@b.example"_s), std::nullopt);
    }

    void invitations_and_cards_are_readable()
    {
        Invitation invitation;
        invitation.method = Invitation::Method::Request;
        invitation.summary = u"Planning"_s;
        invitation.organizer = {u"Anna"_s, u"anna@x.example"_s};
        invitation.start = QDateTime(QDate(2026, 3, 10), QTime(9, 0), QTimeZone("Europe/Berlin"));
        invitation.location = u"Room 1"_s;
        invitation.attendees = {{{u"Me"_s, u"me@x.example"_s}, Invitation::Answer::NeedsAction, false},
                                {{u"Lars"_s, u"lars@x.example"_s}, Invitation::Answer::Accepted, true}};
        const QStringList lines = FactCards::invitationLines(invitation, {u"me@x.example"_s});
        QCOMPARE(lines.value(0), u"Invitation from Anna"_s);
        QCOMPARE(lines.value(1), u"Planning"_s);
        QVERIFY(lines.contains(u"Place: Room 1"_s));
        QVERIFY(lines.contains(u"People: you, Lars: comes (optional)"_s));
        ContactCard card;
        card.name = u"Anna"_s;
        card.emails = {u"anna@x.example"_s};
        MessageView view;
        view.invitation = invitation;
        view.cards = {card};
        FactCards cards;
        cards.setFacts(view, {});
        QVERIFY(!cards.isHidden());
        QVERIFY(cards.findChild<QFrame *>(u"invitationCard"_s)
                    ->accessibleName()
                    .startsWith("Invitation from Anna"_L1));
        QVERIFY(cards.findChild<QFrame *>(u"contactCard"_s));
        cards.setFacts({}, {});
        QVERIFY(cards.isHidden());
    }

    static Invitation invitation()
    {
        Invitation out;
        out.method = Invitation::Method::Request;
        out.summary = u"Planning"_s;
        out.organizer = {u"Anna"_s, u"anna@x.example"_s};
        out.attendees = {{{u"Me"_s, u"Me@x.example"_s}, Invitation::Answer::NeedsAction, false}};
        return out;
    }

    void only_who_is_invited_can_answer()
    {
        const QStringList own{u"me@x.example"_s};
        Invitation one = invitation();
        QVERIFY(InvitationReply::isAnswerable(one, own));
        QVERIFY(!InvitationReply::isAnswerable(one, {u"other@x.example"_s}));
        one.method = Invitation::Method::Cancel;
        QVERIFY(!InvitationReply::isAnswerable(one, own));
        one = invitation();
        one.organizer.email = u"me@x.example"_s;
        QVERIFY(!InvitationReply::isAnswerable(one, own));
    }

    void an_invitation_is_answered_at_once_and_taken_back_for_a_while()
    {
        FakeLetters letters;
        FactCards cards;
        MessageView view;
        view.invitation = invitation();
        cards.setLetters(&letters);
        cards.setFacts(view, {u"me@x.example"_s}); // of no mailbox
        QVERIFY(!cards.findChild<InvitationReply *>());
        cards.setFacts(view, {u"me@x.example"_s}, MessageId(3));
        cards.show();
        cards.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&cards));
        auto *accept = cards.findChild<QPushButton *>(u"invitationAccept"_s);
        auto *undo = cards.findChild<QPushButton *>(u"invitationUndo"_s);
        auto *words = cards.findChild<QLabel *>(u"invitationAnswer"_s);
        QVERIFY(accept && accept->isVisible() && !undo->isVisible());
        QCOMPARE(accept->accessibleName(), u"Accept the invitation"_s);
        accept->setFocus();
        QTest::keyClick(accept, Qt::Key_Space);
        accept->click(); // a second press while it is written
        QCOMPARE(letters.answers.size(), 1);
        QCOMPARE(letters.answers.first().id, MessageId(3));
        QVERIFY(letters.answers.first().decision == Participation::Accepted);
        Letter letter;
        letter.messageId = u"answer@x.example"_s;
        letter.notBefore = QDateTime::currentMSecsSinceEpoch() + 60'000;
        Q_EMIT letters.queued(letters.requests, letter);
        QCOMPARE(words->text(), u"You accepted. The organizer is told."_s);
        QVERIFY(undo->isVisible() && !accept->isVisible());
        undo->click();
        QCOMPARE(letters.discards, QStringList{u"answer@x.example"_s});
        QVERIFY(accept->isVisible() && !undo->isVisible() && words->text().isEmpty());

        cards.findChild<QPushButton *>(u"invitationDecline"_s)->click();
        QVERIFY(letters.answers.last().decision == Participation::Declined);
        letter.notBefore = QDateTime::currentMSecsSinceEpoch() + 20;
        Q_EMIT letters.queued(letters.requests, letter);
        QCOMPARE(words->text(), u"You declined. The organizer is told."_s);
        QTRY_VERIFY(!undo->isVisible()); // it is on its way
        QVERIFY(!accept->isVisible());
    }

    void an_answer_that_fails_says_why()
    {
        FakeLetters letters;
        FactCards cards;
        MessageView view;
        view.invitation = invitation();
        cards.setLetters(&letters);
        cards.setFacts(view, {u"me@x.example"_s}, MessageId(3));
        cards.show();
        cards.findChild<QPushButton *>(u"invitationMaybe"_s)->click();
        QVERIFY(letters.answers.last().decision == Participation::Tentative);
        Q_EMIT letters.failed(letters.requests, Error{ErrorKind::Invalid, u"It is damaged."_s, {}});
        QCOMPARE(cards.findChild<QLabel *>(u"invitationAnswer"_s)->text(), u"It is damaged."_s);
        QVERIFY(cards.findChild<QPushButton *>(u"invitationMaybe"_s)->isVisible());
    }
};

QTEST_MAIN(ReaderNoticesTest)
#include "readernotices_test.moc"
