#include "core/mime/messageparser.h"
#include "tests/support/fakemessageparts.h"
#include "ui/look/words.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/messagesaving.h"

#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QByteArray Header = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";

QByteArray file(const QByteArray &name, const QByteArray &content)
{
    return "--x\r\nContent-Type: application/octet-stream; name=" + name
        + "\r\nContent-Disposition: attachment; filename=" + name + "\r\n\r\n" + content + "\r\n";
}

// Two files, of which these are here.
std::shared_ptr<const OpenedMessage> message(const QByteArray &first, const QByteArray &second,
                                             bool whole = false)
{
    OpenedMessage m;
    m.id = MessageId(1);
    m.isWhole = whole;
    m.rawHeader = Header;
    m.rawBody = "--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n" + file("a.dat", first)
        + file("b.dat", second) + "--x--\r\n";
    m.view = parseMessage(m.rawHeader, m.rawBody);
    for (AttachmentInfo &info : m.view.attachments) {
        info.isHere = !(info.name == "a.dat"_L1 ? first : second).isEmpty();
        if (!info.isHere)
            info.size = 3'000'000;
    }
    return std::make_shared<const OpenedMessage>(m);
}

struct Reader {
    Reader()
    {
        page.setParts(&parts);
        page.showMessage(message({}, "BBB"));
        page.saving()->setAskPath([this](const QString &) { return folder.filePath(u"saved"_s); },
                                  [this](const QString &) { return folder.path(); });
        page.resize(700, 500);
        page.show();
    }
    QToolButton *button(const QString &name) const { return page.findChild<QToolButton *>(name); }
    QList<QToolButton *> buttons(const QString &name) const { return page.findChildren<QToolButton *>(name); }
    Banner *banner() const { return page.banners()->find(u"downloadBanner"_s); }
    QString chipText() const { return page.findChild<QLabel *>(u"attachmentSize"_s)->text(); }

    QTemporaryDir folder;
    FakeMessageParts parts;
    MessagePage page;
};

} // namespace

// What was left on the server comes when it is wanted, and the wish is not forgotten meanwhile.
class PartFetchingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_here_is_saved_without_asking_the_server()
    {
        Reader r;
        r.buttons(u"saveAttachment"_s).at(1)->click();
        QTRY_VERIFY(QFile::exists(r.folder.filePath(u"saved"_s)));
        QVERIFY(r.parts.fetched.isEmpty());
    }

    void what_is_not_here_is_said_to_be_on_the_server()
    {
        Reader r;
        QVERIFY(r.chipText().contains(u"on the server"_s));
        QVERIFY(r.button(u"downloadAllAttachments"_s)->isVisible());
        r.page.completeMessage(message("AAA", "BBB"));
        QVERIFY(!r.button(u"downloadAllAttachments"_s)->isVisible());
    }

    void saving_waits_for_the_part_and_shows_how_far_it_is()
    {
        Reader r;
        r.buttons(u"saveAttachment"_s).first()->click();
        QCOMPARE(r.parts.fetched.size(), 1);
        QCOMPARE(r.parts.fetched.first().second, QStringList{u"2"_s});
        auto *progress = r.page.findChild<QProgressBar *>(u"attachmentProgress"_s);
        QVERIFY(progress->isVisible());
        Q_EMIT r.parts.progress(MessageId(1), u"2"_s, 1'000'000, 4'000'000);
        QCOMPARE(progress->value() * 4, progress->maximum());
        QCOMPARE(r.chipText(), u"%1 of %2"_s.arg(byteSize(750'000), byteSize(3'000'000)));
        Q_EMIT r.parts.progress(MessageId(2), u"2"_s, 4'000'000, 4'000'000); // another message's
        QCOMPARE(progress->value() * 4, progress->maximum());
        QVERIFY(!QFile::exists(r.folder.filePath(u"saved"_s)));
        r.page.completeMessage(message("AAA", "BBB"));
        QTRY_VERIFY(QFile::exists(r.folder.filePath(u"saved"_s)));
        QFile saved(r.folder.filePath(u"saved"_s));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), "AAA");
    }

    void saving_all_waits_for_the_last_of_them()
    {
        Reader r;
        r.page.showMessage(message({}, {}));
        r.button(u"saveAllAttachments"_s)->click();
        QCOMPARE(r.parts.fetched.first().second, (QStringList{u"2"_s, u"3"_s}));
        Q_EMIT r.parts.progress(MessageId(1), u"3"_s, 1'000'000, 4'000'000);
        r.page.completeMessage(message("AAA", {}));
        const auto bars = [&r] { // in sight and a quarter full
            int count = 0;
            for (auto *bar : r.page.findChildren<QProgressBar *>(u"attachmentProgress"_s))
                count += bar->isVisible() && bar->value() * 4 == bar->maximum() ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(bars(), 1); // the other one is still on its way
        QCOMPARE(QDir(r.folder.path()).entryList(QDir::Files).size(), 0);
        r.page.completeMessage(message("AAA", "BBB"));
        QTRY_COMPARE(QDir(r.folder.path()).entryList(QDir::Files).size(), 2);
    }

    void a_download_can_be_stopped()
    {
        Reader r;
        r.buttons(u"saveAttachment"_s).first()->click();
        QToolButton *stop = r.button(u"cancelAttachment"_s);
        QVERIFY(stop->isVisible());
        stop->click();
        QCOMPARE(r.parts.cancelled, QList<MessageId>{MessageId(1)});
        Q_EMIT r.parts.failed(MessageId(1), {ErrorKind::Cancelled, {}, {}});
        QVERIFY(!stop->isVisible());
        QVERIFY(!r.banner());
        r.page.completeMessage(message("AAA", "BBB")); // it was there already
        QVERIFY(!QFile::exists(r.folder.filePath(u"saved"_s)));
    }

    void what_cannot_be_had_says_so_and_can_be_tried_again()
    {
        Reader r;
        r.buttons(u"saveAttachment"_s).first()->click();
        Q_EMIT r.parts.failed(MessageId(1), {ErrorKind::Network, u"No way."_s, {}});
        QVERIFY(r.banner());
        QCOMPARE(r.banner()->text(), u"No way."_s);
        QVERIFY(r.chipText().contains(u"on the server"_s));
        r.banner()->findChild<QPushButton *>()->click();
        QCOMPARE(r.parts.fetched.size(), 2);
        r.page.completeMessage(message("AAA", "BBB"));
        QTRY_VERIFY(QFile::exists(r.folder.filePath(u"saved"_s)));
    }

    void another_message_forgets_the_wish_and_not_the_download()
    {
        Reader r;
        r.buttons(u"saveAttachment"_s).first()->click();
        OpenedMessage other = *message("x", "y");
        other.id = MessageId(2);
        r.page.showMessage(std::make_shared<const OpenedMessage>(other));
        r.page.showMessage(message("AAA", "BBB"));
        QVERIFY(r.parts.cancelled.isEmpty());
        QVERIFY(!QFile::exists(r.folder.filePath(u"saved"_s)));
    }

    void the_message_itself_is_saved_only_as_it_was_sent()
    {
        Reader r;
        r.page.saving()->saveMessage();
        QCOMPARE(r.parts.wholes, QList<MessageId>{MessageId(1)});
        QVERIFY(r.banner());
        r.page.completeMessage(message("AAA", "BBB")); // all parts, and yet not what was sent
        QVERIFY(!QFile::exists(r.folder.filePath(u"saved"_s)));
        r.page.completeMessage(message("AAA", "BBB", true));
        QTRY_VERIFY(QFile::exists(r.folder.filePath(u"saved"_s)));
        QVERIFY(!r.banner());
    }

    void a_message_within_is_opened_like_any_other()
    {
        Reader r;
        OpenedMessage m = *message("AAA", "BBB");
        m.rawHeader = "Content-Type: message/rfc822\r\n\r\n";
        m.rawBody = "Subject: Inner\r\n\r\ntext\r\n";
        m.view = parseMessage(m.rawHeader, m.rawBody);
        r.page.showMessage(std::make_shared<const OpenedMessage>(m));
        QSignalSpy opened(r.page.saving(), &MessageSaving::mailOpened);
        r.button(u"openAttachment"_s)->click();
        QTRY_COMPARE(r.parts.attached.size(), 1);
        QCOMPARE(r.parts.attached.first(), m.rawBody);
        QCOMPARE(opened.count(), 0);
        OpenedMessage inner;
        inner.view.subject = u"Opened"_s;
        Q_EMIT r.parts.attachedOpened(7, inner); // somebody else's
        QCOMPARE(opened.count(), 0);
        Q_EMIT r.parts.attachedOpened(1, inner);
        QCOMPARE(opened.count(), 1);
    }

    void downloading_all_keeps_everything_here()
    {
        Reader r;
        r.button(u"downloadAllAttachments"_s)->click();
        QCOMPARE(r.parts.fetched.first().second, QStringList{u"2"_s});
    }
};

QTEST_MAIN(PartFetchingTest)
#include "partfetching_test.moc"
