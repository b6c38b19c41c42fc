// The way of a sealed message from the cache to the view.
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/sync/folder/bodyreader.h"
#include "support/gnupghome.h"

#include <QSignalSpy>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

// One message with this body, in a cache of its own.
class Cache
{
public:
    explicit Cache(const StoredBody &body)
    {
        auto opened = Database::open(m_dir.path(), Database::Mode::ReadWrite);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        m_db = std::move(*opened);
        Transaction txn(*m_db);
        FolderRow row;
        row.account = FolderStore(*m_db).account(u"a"_s);
        row.path = u"INBOX"_s;
        row.role = FolderRole::Inbox;
        const FolderId folder = FolderStore(*m_db).upsert(row);
        NewMessage mail;
        mail.uid = Uid(1);
        mail.digest.headerHash = 7;
        MessageStore(*m_db).insert(folder, {mail}, Threading::Now);
        BodyStore(*m_db).put(MessageId(1), body, 1);
        if (!txn.commit())
            qFatal("commit");
    }
    QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_db;
};

OpenedMessage opened(const StoredBody &body)
{
    const Cache cache(body);
    OpenedMessage out;
    BodyReader reader(cache.path());
    QSignalSpy spy(&reader, &BodyReader::opened);
    reader.read(MessageId(1));
    if (!spy.isEmpty() || spy.wait(30'000))
        out = spy.first().first().value<OpenedMessage>();
    return out;
}

const QByteArray Head = "From: Anna <anna@example.org>\r\nSubject: Test\r\n";

} // namespace

class SealedBodyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_home.enter();
        QVERIFY(makeKey(u"Anna Becker <anna@example.org>"_s));
    }
    void whatIsEncryptedIsReadAndLoadsNothing()
    {
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"anna@example.org"_s},
                               "Content-Type: text/html\r\n\r\n<p>Secret</p><img width=90 "
                               "src=https://pictures.example/a.png>\r\n");
        QCOMPARE(sealed.code, 0);
        const StoredBody body{Head
                                  + "Content-Type: multipart/encrypted; "
                                    "protocol=\"application/pgp-encrypted\"; boundary=e\r\n\r\n",
                              "--e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e\r\n"
                              "Content-Type: application/octet-stream\r\n\r\n"
                                  + sealed.out + "\r\n--e--\r\n"};
        const OpenedMessage message = opened(body);
        QVERIFY(message.view.html.contains("Secret"_L1));
        QCOMPARE(message.view.seals.size(), 1);
        QVERIFY(message.view.remote.isEmpty());
        QVERIFY(message.view.preview.isEmpty()); // what the cache would keep
        QCOMPARE(message.view.remoteResources, 1); // it is told, never loaded
        QCOMPARE(message.rawBody, body.body); // as received
        QVERIFY(message.body().contains("Secret") && !message.rawBody.contains("Secret"));
    }
    void theProgramEndsAlthoughAPassphraseIsAskedFor()
    {
        const GnupgHome locked;
        locked.enter();
        QVERIFY(makeKey(u"Ben <ben@example.org>"_s, u"open sesame"_s));
        const QString asked = locked.leaveDialogOpen();
        const Ran sealed = gpg({u"-a"_s, u"--encrypt"_s, u"-r"_s, u"ben@example.org"_s},
                               "Content-Type: text/plain\r\n\r\nSecret\r\n");
        QCOMPARE(sealed.code, 0);
        const Cache cache({Head
                               + "Content-Type: multipart/encrypted; "
                                 "protocol=\"application/pgp-encrypted\"; boundary=e\r\n\r\n",
                           "--e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e\r\n"
                           "Content-Type: application/octet-stream\r\n\r\n"
                               + sealed.out + "\r\n--e--\r\n"});
        QElapsedTimer ending;
        {
            BodyReader reader(cache.path());
            reader.open(MessageId(1), true);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(asked), 20'000);
            ending.start();
        }
        QVERIFY2(ending.elapsed() < 10'000, qPrintable(QString::number(ending.elapsed())));
        m_home.enter();
    }
    void whatIsNotSealedIsReadAsItCame()
    {
        const OpenedMessage message = opened({Head + "\r\n", "Plain words\r\n"});
        QCOMPARE(message.view.text, u"Plain words\n"_s);
        QVERIFY(message.openedHeader.isNull() && message.view.seals.isEmpty());
        QCOMPARE(message.body(), message.rawBody);
    }

private:
    GnupgHome m_home;
};

QTEST_GUILESS_MAIN(SealedBodyTest)
#include "sealedbody_test.moc"
