#include "tests/support/windowfixture.h"

#include "core/mime/messageparser.h"
#include "ui/look/words.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/attachmentsaver.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/conversationstrip.h"
#include "ui/reader/headercard.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/messagesaving.h"
#include "ui/reader/placeholderpage.h"
#include "ui/reader/plaintextview.h"
#include "ui/reader/printing.h"
#include "ui/reader/readerpane.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

struct Reader {
    Reader()
    {
        AccountSettings account;
        account.key = u"work"_s;
        account.address = u"anna@example.org"_s;
        inbox = fixture.addFolder(fixture.addAccount(account), u"INBOX"_s, FolderRole::Inbox);
        auto opened = Database::open(fixture.directory(), Database::Mode::ReadOnly);
        database = std::move(*opened);
        pane.setDatabase(database.get());
        QObject::connect(&fixture.engine(), &Engine::changed, &pane, &ReaderPane::applyChanges);
        pane.resize(700, 600);
        pane.show();
    }
    QString placeholder() const { return pane.findChild<PlaceholderPage *>()->title(); }

    WindowFixture fixture;
    FolderId inbox;
    std::unique_ptr<Database> database;
    ReaderPane pane{&fixture.engine()};
};

OpenedMessage withAttachments(MessageId id)
{
    OpenedMessage m;
    m.id = id;
    m.view.subject = u"Files"_s;
    m.rawHeader = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";
    m.rawBody = "--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
                "--x\r\nContent-Type: application/octet-stream; name=a.dat\r\nContent-Disposition: "
                "attachment; filename=a.dat\r\n\r\nAAA\r\n"
                "--x\r\nContent-Type: application/octet-stream; name=a.dat\r\nContent-Disposition: "
                "attachment; filename=a.dat\r\n\r\nBBB\r\n"
                "--x--\r\n";
    for (int i = 0; i < 2; ++i)
        m.view.attachments.append(
            {u"a.dat"_s, u"application/octet-stream"_s, 3, {}, false, {}, QString::number(i + 2)});
    return m;
}

} // namespace

class ReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotes_are_grouped_by_depth()
    {
        const auto runs = quotedRuns(u"Hi\n> a\n>b\n>> c\n> > d\nend\r\n");
        QCOMPARE(runs.size(), 4);
        QCOMPARE(runs.at(1).level, 1);
        QCOMPARE(runs.at(1).lines, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(runs.at(2).level, 2);
        QCOMPARE(runs.at(2).lines, (QStringList{u"c"_s, u"d"_s}));
        QCOMPARE(runs.at(3).lines.first(), u"end"_s);
    }

    void links_are_found_without_their_punctuation()
    {
        const QString line
            = u"See (https://example.org/a_(b)), www.example.net! or write anna@example.org."_s;
        const auto links = findLinks(line);
        QCOMPARE(links.size(), 3);
        QCOMPARE(links.at(0).url.toString(), u"https://example.org/a_(b)"_s);
        QCOMPARE(links.at(1).url.toString(), u"https://www.example.net"_s);
        QCOMPARE(links.at(2).url.toString(), u"mailto:anna@example.org"_s);
        QCOMPARE(line.mid(links.at(2).start, links.at(2).length), u"anna@example.org"_s);
    }

    void a_hostile_line_costs_linear_time()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findLinks(QString(300'000, u'a')).isEmpty());
        (void)findLinks(u"http://"_s.repeated(40'000));
        (void)findLinks(u"a@"_s.repeated(150'000));
        (void)findLinks(u"a@b."_s.repeated(75'000));
        QCOMPARE_LT(timer.elapsed(), 3000);
    }

    void markup_in_plain_text_stays_text()
    {
        PlainTextView view;
        view.setMessageText(u"<b>bold</b> <img src=\"http://x.example/y.png\">"_s);
        QCOMPARE(view.toPlainText(), u"<b>bold</b> <img src=\"http://x.example/y.png\">"_s);
    }

    void a_long_quote_is_folded_until_asked_for()
    {
        QString text = u"Answer\n"_s;
        for (int i = 0; i < 30; ++i)
            text += u"> line %1\n"_s.arg(i);
        PlainTextView view;
        view.setMessageText(text);
        QVERIFY(!view.toPlainText().contains(u"line 29"_s));
        QVERIFY(view.toPlainText().contains(u"28 more"_s));
        Q_EMIT view.anchorClicked(QUrl(u"kw:unfold/1"_s));
        QVERIFY(view.toPlainText().contains(u"line 29"_s));
    }

    void a_very_long_text_is_cut()
    {
        PlainTextView view;
        view.setMessageText(u"0123456789\n"_s.repeated(100'000));
        QVERIFY(view.isCut());
        QCOMPARE_LE(view.toPlainText().size(), PlainTextView::MaxCharacters);
    }

    void zoom_keeps_within_bounds()
    {
        PlainTextView view;
        view.setMessageText(u"x"_s);
        view.setZoom(1000);
        QCOMPARE(view.zoom(), 300);
        view.setZoom(1);
        QCOMPARE(view.zoom(), 50);
    }

    void recipients_read_as_a_person_says_them()
    {
        MessageView view;
        view.to = {{u"Lars Hansen"_s, u"lars@example.org"_s}, {u"Anna"_s, u"anna@example.org"_s}};
        view.cc = {{{}, u"x@example.org"_s}, {{}, u"y@example.org"_s}};
        QCOMPARE(HeaderCard::recipientLine(view, {u"anna@example.org"_s}),
                 u"to me, Lars, x@example.org +1"_s);
        QCOMPARE(HeaderCard::recipientLine({}, {}), u"to undisclosed recipients"_s);
    }

    void ten_thousand_recipients_do_not_fill_the_card()
    {
        MessageView view;
        for (int i = 0; i < 10'000; ++i)
            view.to.append({{}, u"p%1@example.org"_s.arg(i)});
        HeaderCard card;
        card.setMessage(view, {});
        card.findChild<QToolButton *>(u"unfoldRecipients"_s)->click();
        QCOMPARE_LT(card.findChild<QLabel *>(u"allRecipients"_s)->text().size(), 20'000);
    }

    void an_opened_message_is_shown_and_announced()
    {
        Reader r;
        const MessageId id = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"Deploy failed"_s, 5);
        QSignalSpy shown(&r.pane, &ReaderPane::messageShown);
        r.pane.showMessage(id);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(r.pane.shown(), id);
        QVERIFY(r.pane.page()->textView()->toPlainText().contains(u"Deploy failed"_s));
    }

    void a_slow_message_shows_a_spinner_only_after_a_while()
    {
        Reader r;
        const MessageId id = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"Slow"_s, 5);
        r.fixture.engine().answerOpen = {};
        const QString before = r.placeholder();
        r.pane.showMessage(id);
        QCOMPARE(r.placeholder(), before);
        QTRY_VERIFY(r.placeholder().contains(u"Opening"_s));
    }

    void what_is_waited_for_is_said_as_it_is()
    {
        Reader r;
        WindowFixture::Mail mail;
        mail.view.from = {u"Lars Hansen"_s, u"lars@example.org"_s};
        mail.view.subject = u"Far away"_s;
        mail.view.date = QDateTime::currentSecsSinceEpoch();
        mail.onThisComputer = false;
        const MessageId id = r.fixture.add(r.inbox, mail);
        r.fixture.engine().answerOpen = {};
        AccountStatus status;
        status.key = u"work"_s;
        status.account = r.fixture.engine().accountId(status.key);
        status.liveness = Liveness::Connecting;
        r.fixture.engine().setStatus(status);
        r.pane.showMessage(id);
        QTRY_VERIFY(r.placeholder().contains(u"not on this computer"_s));
        QVERIFY(r.pane.findChild<PlaceholderPage *>()->detail().contains(u"connection"_s));
        status.liveness = Liveness::Live;
        r.fixture.engine().setStatus(status);
        QTRY_VERIFY(r.placeholder().contains(u"Downloading"_s));
        status.liveness = Liveness::NeedsYou;
        r.fixture.engine().setStatus(status);
        QTRY_VERIFY(r.pane.findChild<PlaceholderPage *>()->detail().contains(u"needs you"_s));
    }

    void a_late_answer_for_another_message_is_ignored()
    {
        Reader r;
        const MessageId first = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"First"_s, 5);
        const MessageId second = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"Second"_s, 4);
        const auto answers = r.fixture.engine().answerOpen;
        r.fixture.engine().answerOpen = {};
        r.pane.showMessage(first);
        r.pane.showMessage(second);
        Q_EMIT r.fixture.engine().messageOpened(**answers(first));
        QCOMPARE(r.pane.shown(), MessageId{});
        Q_EMIT r.fixture.engine().messageOpened(**answers(second));
        QCOMPARE(r.pane.shown(), second);
    }

    void a_failure_says_why_and_can_be_tried_again()
    {
        Reader r;
        const MessageId id = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"Broken"_s, 5);
        const auto answers = r.fixture.engine().answerOpen;
        const Error error{ErrorKind::Network, u"imap.example.org does not answer."_s, {}};
        r.fixture.engine().answerOpen = [error](MessageId) -> std::optional<Result<OpenedMessage>> {
            return Result<OpenedMessage>(error);
        };
        r.pane.showMessage(id);
        auto *page = r.pane.findChild<PlaceholderPage *>();
        QTRY_COMPARE(page->detail(), error.text);
        r.fixture.engine().answerOpen = answers;
        r.pane.findChild<QPushButton *>(u"placeholderButton"_s)->click();
        QTRY_COMPARE(r.pane.shown(), id);
    }

    void offline_and_not_downloaded_is_said_at_once_and_mended_by_going_online()
    {
        Reader r;
        WindowFixture::Mail mail;
        mail.view.subject = u"Far away"_s;
        mail.view.date = 1'700'000'000;
        mail.onThisComputer = false;
        const MessageId id = r.fixture.add(r.inbox, mail);
        r.fixture.engine().setOnline(false);
        r.pane.showMessage(id);
        QVERIFY(r.placeholder().contains(u"not on this computer"_s));
        QVERIFY(r.fixture.engine().opened.isEmpty());
        QSignalSpy wanted(&r.pane, &ReaderPane::goOnlineRequested);
        r.pane.findChild<QPushButton *>(u"placeholderButton"_s)->click();
        QCOMPARE(wanted.size(), 1);
        r.fixture.engine().setOnline(true);
        QCOMPARE(r.fixture.engine().opened, QList<MessageId>{id});
    }

    void an_open_message_that_vanishes_stays_readable()
    {
        Reader r;
        const MessageId id = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"Going"_s, 5);
        r.pane.showMessage(id);
        QTRY_COMPARE(r.pane.shown(), id);
        r.fixture.removeMessage(r.inbox, id);
        QCOMPARE(r.pane.shown(), id);
        QVERIFY(r.pane.page()->banners()->find(u"messageNotice"_s));
    }

    void find_goes_round_and_says_when_there_is_nothing()
    {
        Reader r;
        const MessageId id = r.fixture.add(r.inbox, u"Lars Hansen"_s, u"Needle"_s, 5);
        r.pane.showMessage(id);
        QTRY_COMPARE(r.pane.shown(), id);
        r.pane.page()->startFind();
        auto *text = r.pane.findChild<QLineEdit *>(u"findText"_s);
        auto *outcome = r.pane.findChild<QLabel *>(u"findOutcome"_s);
        QTest::keyClicks(text, u"Needle"_s);
        QCOMPARE(outcome->text(), QString());
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(outcome->text(), QString());
        QTest::keyClicks(text, u"xyz"_s);
        QVERIFY(!outcome->text().isEmpty());
    }

    void typing_stays_at_the_first_hit_and_enter_goes_on()
    {
        Reader r;
        WindowFixture::Mail mail;
        mail.view.subject = u"Licence"_s;
        mail.view.text = u"A free lunch. Give me freedom.\nMore freedom, all the freedom."_s;
        const MessageId id = r.fixture.add(r.inbox, mail);
        r.pane.showMessage(id);
        QTRY_COMPARE(r.pane.shown(), id);
        r.pane.page()->startFind();
        auto *text = r.pane.findChild<QLineEdit *>(u"findText"_s);
        const auto place = [&r] { return r.pane.page()->textView()->textCursor().selectionStart(); };
        const auto hit = [&mail](int from) { return int(mail.view.text.indexOf(u"freedom"_s, from)); };
        QTest::keyClicks(text, u"free"_s);
        QCOMPARE(place(), 2);
        QTest::keyClicks(text, u"dom"_s);
        QCOMPARE(place(), hit(0));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(place(), hit(hit(0) + 1));
        QTest::keyClick(text, Qt::Key_Backspace); // goes on from where Enter has led
        QCOMPARE(place(), hit(hit(0) + 1));
        QTest::keyClick(text, Qt::Key_F3);
        QTest::keyClick(text, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(place(), hit(hit(0) + 1));
    }

    void warnings_and_cuts_are_banners()
    {
        Reader r;
        WindowFixture::Mail mail;
        mail.view.subject = u"Odd"_s;
        mail.view.text = u"x\n"_s.repeated(200'000);
        mail.view.warnings = {u"A part was too deep and was left out."_s};
        const MessageId id = r.fixture.add(r.inbox, mail);
        r.pane.showMessage(id);
        QTRY_COMPARE(r.pane.shown(), id);
        QVERIFY(r.pane.page()->banners()->find(u"warningBanner"_s)->text().contains(u"too deep"_s));
        QVERIFY(r.pane.page()->banners()->find(u"cutBanner"_s));
    }

    void attachments_of_one_name_are_all_saved_and_nothing_is_overwritten()
    {
        QTemporaryDir folder;
        QFile existing(folder.filePath(u"a.dat"_s));
        QVERIFY(existing.open(QIODevice::WriteOnly));
        existing.write("mine");
        existing.close();
        MessagePage page;
        page.saving()->setAskPath({}, [&](const QString &) { return folder.path(); });
        page.showMessage(std::make_shared<const OpenedMessage>(withAttachments(MessageId(1))));
        page.findChild<QToolButton *>(u"saveAllAttachments"_s)->click();
        QTRY_VERIFY(page.banners()->find(u"attachmentBanner"_s));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
        QVERIFY(existing.open(QIODevice::ReadOnly));
        QCOMPARE(existing.readAll(), "mine");
    }

    void a_file_that_cannot_be_written_says_so()
    {
        MessagePage page;
        page.saving()->setAskPath([](const QString &) { return u"/nowhere/at/all/a.dat"_s; }, {});
        page.showMessage(std::make_shared<const OpenedMessage>(withAttachments(MessageId(1))));
        page.findChild<QToolButton *>(u"saveAttachment"_s)->click();
        QTRY_VERIFY(page.banners()->find(u"attachmentBanner"_s));
        QCOMPARE(page.banners()->find(u"attachmentBanner"_s)->tone(), Tone::Bad);
    }

    void file_names_from_mail_are_harmless()
    {
        QCOMPARE(fileNameForSaving(u"../../etc/passwd"_s), u"_.._etc_passwd"_s);
        QCOMPARE(fileNameForSaving(u".bashrc"_s), u"bashrc"_s);
        QCOMPARE(fileNameForSaving(u"a\u202efdp.exe"_s), u"afdp.exe"_s);
        QVERIFY(!fileNameForSaving(u"///"_s).isEmpty());
        QVERIFY(!fileNameForSaving({}).isEmpty());
        const QString longName = fileNameForSaving(QString(500, u'ä') + u".pdf"_s);
        QCOMPARE_LE(longName.toUtf8().size(), 200);
        QVERIFY(longName.endsWith(u".pdf"_s));
    }

    void what_can_run_is_opened_only_after_a_question()
    {
        OpenedMessage message = withAttachments(MessageId(1));
        message.rawHeader
            = "MIME-Version: 1.0\r\nContent-Type: application/octet-stream; name=photo.jpg\r\n\r\n";
        message.rawBody = "#!/bin/sh\necho hi\n";
        message.view = parseMessage(message.rawHeader, message.rawBody);
        MessagePage page;
        QSignalSpy opened(&page, &MessagePage::openFile);
        page.showMessage(std::make_shared<const OpenedMessage>(message));
        page.findChild<QToolButton *>(u"openAttachment"_s)->click();
        QTRY_VERIFY(page.banners()->find(u"attachmentBanner"_s));
        Banner *banner = page.banners()->find(u"attachmentBanner"_s);
        QVERIFY(banner->text().contains("script"_L1));
        QVERIFY(banner->text().contains("hides"_L1));
        QCOMPARE(opened.count(), 0);
        for (QPushButton *button : banner->findChildren<QPushButton *>()) {
            if (button->text() == "Open Anyway"_L1)
                button->click();
        }
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(dangerOf(u"report.pdf"_s, "%PDF-1.7").isEmpty());
    }

    void inline_pictures_are_no_attachments()
    {
        AttachmentBar bar;
        const QList<AttachmentInfo> files{
            {u"logo.png"_s, u"image/png"_s, 10, {}, true, u"logo@x"_s, u"1.2"_s, {}, true, true},
            {u"photo.png"_s, u"image/png"_s, 10, {}, true, u"photo@x"_s, u"1.3"_s, {}, true, false},
            {u"report.pdf"_s, u"application/pdf"_s, 84'000, {}, false, {}, u"2"_s, {}, true, false}};
        bar.setAttachments(files, false);
        QCOMPARE(bar.shown(), 3); // the text shows no picture
        AttachmentBar html;
        html.setAttachments({files[0], files[2]}, true);
        QCOMPARE(html.shown(), 1);
        QSignalSpy save(&html, &AttachmentBar::saveRequested);
        html.findChild<QToolButton *>(u"saveAttachment"_s)->click();
        QCOMPARE(save.first().first().toInt(), 1);
    }

    void print_holds_head_and_text()
    {
        MessageView view;
        view.subject = u"Hello"_s;
        view.from = {u"Lars"_s, u"lars@example.org"_s};
        view.text = u"The <text>"_s;
        QTextDocument document;
        fillPrintDocument(&document, view);
        QVERIFY(document.toPlainText().contains(u"Lars <lars@example.org>"_s));
        QVERIFY(document.toPlainText().contains(u"The <text>"_s));
    }

    void the_printed_head_is_never_markup_of_the_sender()
    {
        MessageView view;
        view.subject = u"<img src=x>"_s;
        view.from = {u"<b>Lars</b>"_s, u"lars@example.org"_s};
        const QString head = printHead(view);
        QVERIFY(!head.contains(u"<img"_s));
        QVERIFY(head.contains(u"&lt;b&gt;Lars"_s));
        QVERIFY(head.contains(u"lars@example.org"_s));
    }

    void a_conversation_says_its_subject_once()
    {
        QCOMPARE(bareSubject(u"Re: [ILUG] AW: Fwd[2]: Dual keyboards"_s), u"Dual keyboards"_s);
        QCOMPARE(bareSubject(u"Regarding you"_s), u"Regarding you"_s);
        QCOMPARE(bareSubject(u"Re:"_s), QString());
        MessageRow silent;
        silent.id = MessageId(1);
        silent.from = {u"Anna"_s, u"anna@example.org"_s};
        silent.subject = u"Re: Lunch"_s;
        MessageRow other = silent;
        other.subject = u"Dinner instead"_s;
        ConversationStrip strip("strip"_L1, u"Earlier"_s);
        strip.setMessages({silent, other}, u"AW: Lunch"_s);
        const auto lines = strip.findChildren<QAbstractButton *>();
        QCOMPARE(lines.size(), 2);
        QVERIFY(!lines.first()->accessibleName().contains(u"Lunch"_s));
        QVERIFY(lines.last()->accessibleName().contains(u"Dinner instead"_s));
    }

    void a_narrow_card_squeezes_nothing_away()
    {
        HeaderCard card;
        MessageView view;
        view.from = {u"Stephen D. Williams"_s, u"stephen@example.net"_s};
        view.to = {{u"Lorin"_s, u"lorin@example.org"_s}};
        view.date = 1'033'700'000;
        card.setMessage(view, {});
        card.resize(250, 120);
        card.show();
        const auto *date = card.findChild<QLabel *>(u"messageDate"_s);
        const auto *address = card.findChild<QLabel *>(u"senderAddress"_s);
        const auto *name = card.findChild<QLabel *>(u"senderName"_s);
        QTRY_VERIFY(date->width() >= date->sizeHint().width());
        QTRY_VERIFY(address->y() > name->y());
        card.resize(700, 120);
        QTRY_COMPARE(address->y(), name->y());
    }

    void initials_are_never_empty()
    {
        QCOMPARE(initials({u"Anna Becker"_s, {}}), u"AB"_s);
        QCOMPARE(initials({{}, u"lars@example.org"_s}), u"L"_s);
        QCOMPARE(initials({u"山田 太郎"_s, {}}), u"山"_s);
        QCOMPARE(initials({}), u"?"_s);
    }

    void what_reads_as_one_sign_is_never_cut_apart()
    {
        const QString coder = u"👩\u200d💻"_s;
        const QString thumb = u"👍🏽"_s;
        const QString accent = u"e\u0301"_s;
        QCOMPARE(initials({accent + u"va "_s + accent + u"mile"_s, {}}), u"E\u0301E\u0301"_s);
        QCOMPARE(initials({coder + u" Anna"_s, {}}), u"A"_s);
        QCOMPARE(initials({coder, {}}), coder);
        QCOMPARE(initials({u"🇩🇪🇫🇷"_s, {}}), u"🇩🇪"_s);
        QCOMPARE(leftPart(u"ab"_s, 5), u"ab"_s);
        for (const QString &sign : {coder, thumb, accent, u"🇩🇪"_s}) {
            const QString text = u"ab"_s + sign + u"cd"_s;
            for (qsizetype most = 3; most < 2 + sign.size(); ++most)
                QCOMPARE(leftPart(text, most), u"ab"_s);
            QCOMPARE(leftPart(text, 2 + sign.size()), u"ab"_s + sign);
        }
        QCOMPARE(leftPart(u"a"_s + QString(300, QChar(0x301)), 100).size(), 100); // no sign at all
    }
};

QTEST_MAIN(ReaderTest)
#include "reader_test.moc"
