#include "core/base/systemclock.h"
#include "core/mime/messageparser.h"
#include "core/sync/access/kimaplinks.h"
#include "core/sync/account/accountsync.h"
#include "tests/bench/server/rawimap.h"
#include "tests/imap/testserver.h"
#include "tests/parts/largemail.h"
#include "tests/store/profile.h"
#include "tests/support/faultproxy.h"

#include <QCoroTask>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype First = 3'000'000;
constexpr qsizetype Second = 2'000'000;

// One account that is online with a real server behind a network that may fail.
struct Online : Profile {
    explicit Online(TestServer &server)
        : proxy(server.port())
    {
        LinkSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = proxy.port();
        settings.security = Security::None;
        settings.user = server.user;
        settings.timeoutMs = 5000;
        ctx.limits.backoffFirst = Millis(10);
        AccountHooks hooks;
        hooks.statusChanged = [](const AccountStatus &) { };
        hooks.folderStatusChanged = [](const FolderStatus &) { };
        hooks.bodyArrived = [this](MessageId) { ++arrived; };
        hooks.openFailed = [this](MessageId, const Error &error) { failures.append(error); };
        hooks.notice = [](const Error &) { };
        hooks.rowsAwaitThreading = [] { };
        hooks.parts = {[this](MessageId, const QString &part, qint64 done, qint64 total) {
                           progress.append({part, done, total});
                           if (onProgress)
                               onProgress();
                       },
                       hooks.bodyArrived, [this](MessageId, const Error &error) { failures.append(error); }};
        const QString password = server.password;
        sync = std::make_unique<AccountSync>(
            ctx, account, u"ann"_s, kimapLinks(), settings,
            [password]() -> Task<Result<QString>> { co_return password; }, hooks);
        sync->start();
    }
    ~Online() { QCoro::waitFor(sync->stop()); }

    // The one message of the inbox, once it is listed.
    MessageId listed()
    {
        MessageId id{};
        const bool is = QTest::qWaitFor(
            [&] {
                const auto &query = db().statement("SELECT id FROM message");
                id = MessageId(query->next() ? query->integer(0) : 0);
                return isSet(id);
            },
            20'000);
        return is ? id : MessageId{};
    }
    bool open(MessageId id, bool whole = false)
    {
        const int before = arrived;
        sync->open(id, inbox, whole);
        return QTest::qWaitFor([&] { return arrived > before || !failures.isEmpty(); }, 20'000)
            && failures.isEmpty();
    }
    MessageView view(MessageId id)
    {
        const auto text = BodyStore(db()).get(id);
        if (!text)
            return {};
        MessageView view = parseMessage(text->header, text->body);
        markLeftOut(view, readLeftOut(text->leftOut));
        return view;
    }
    static std::optional<AttachmentInfo> named(const MessageView &view, const QString &name)
    {
        const auto found = std::ranges::find(view.attachments, name, &AttachmentInfo::name);
        return found == view.attachments.end() ? std::nullopt : std::optional(*found);
    }
    int leftFiles() const { return int(QDir(path() + u"/parts"_s).entryList(QDir::Files).size()); }

    struct Progress {
        QString part;
        qint64 done;
        qint64 total;
    };
    FaultProxy proxy;
    SystemClock clock;
    FolderStore folders{db()};
    MessageStore store{db()};
    BodyStore bodies{db()};
    SyncContext ctx{db(), folders, store, bodies, clock};
    std::unique_ptr<AccountSync> sync;
    QList<Progress> progress;
    std::function<void()> onProgress;
    QList<Error> failures;
    int arrived = 0;
};

} // namespace

// Large messages part by part, in a running account.
class DeskTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<TestServer> m_server;
    const LargeMail m_mail = largeMail(First, Second);

    static QByteArray digest(const QByteArray &octets)
    {
        return QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex();
    }

private Q_SLOTS:
    void init()
    {
        auto started = startServer(u"dovecot"_s, {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().text));
        m_server = std::move(*started);
        bench::RawImap other;
        QVERIFY(other.open(m_server->port(), m_server->user.toUtf8(), m_server->password.toUtf8()));
        QVERIFY(other.append("INBOX", m_mail.whole()));
    }

    void opening_fetches_what_is_read_and_nothing_large()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(isSet(id));
        const quint64 before = on.proxy.fromServer();
        QVERIFY(on.open(id));
        QVERIFY2(on.proxy.fromServer() - before < 60'000,
                 qPrintable(QString::number(on.proxy.fromServer() - before)));
        const MessageView view = on.view(id);
        QVERIFY(view.html.contains(u"Look at"_s));
        const auto first = Online::named(view, u"ersté.zip"_s);
        QVERIFY(first);
        QVERIFY(!first->isHere);
        QVERIFY(std::abs(double(first->size) / First - 1) < 0.01);
        QVERIFY(!on.store.row(id)->hasBody); // it is not here whole
        QVERIFY(!on.bodies.getWhole(id));
        // Opened again it comes from here.
        const quint64 then = on.proxy.fromServer();
        QVERIFY(on.bodies.get(id));
        QCOMPARE(on.proxy.fromServer(), then);
    }

    void a_part_comes_when_it_is_wanted_and_tells_how_far_it_is()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(on.open(id));
        const auto second = Online::named(on.view(id), u"second.mp4"_s);
        QVERIFY(second);
        const QString part = second->partId;
        const int before = on.arrived;
        on.sync->parts().fetch(id, {part});
        QVERIFY(QTest::qWaitFor([&] { return on.arrived > before; }, 20'000));
        const MessageView view = on.view(id);
        QVERIFY(Online::named(view, u"second.mp4"_s)->isHere);
        QCOMPARE(Online::named(view, u"second.mp4"_s)->sha256, digest(m_mail.second));
        QVERIFY(!Online::named(view, u"ersté.zip"_s)->isHere);
        QVERIFY(on.progress.size() > 10);
        for (qsizetype i = 1; i < on.progress.size(); ++i)
            QVERIFY(on.progress[i].done > on.progress[i - 1].done);
        QCOMPARE(on.progress.last().done, on.progress.last().total);
        QCOMPARE(on.leftFiles(), 0);
    }

    void a_connection_that_is_lost_goes_on_where_it_was()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(on.open(id));
        const int before = on.arrived;
        int cuts = 0;
        on.onProgress = [&] {
            if (cuts < 3 && on.progress.last().done > (cuts + 1) * First / 4) {
                ++cuts;
                on.proxy.cutAll();
            }
        };
        const quint64 octets = on.proxy.fromServer();
        on.sync->parts().fetch(id, {Online::named(on.view(id), u"ersté.zip"_s)->partId});
        QVERIFY(QTest::qWaitFor([&] { return on.arrived > before || !on.failures.isEmpty(); }, 30'000));
        QVERIFY2(on.failures.isEmpty(), qPrintable(on.failures.value(0).text));
        QCOMPARE(cuts, 3);
        QCOMPARE(Online::named(on.view(id), u"ersté.zip"_s)->sha256, digest(m_mail.first));
        // What had come once does not come again; what was on its way is lost.
        QVERIFY(on.proxy.fromServer() - octets < quint64(First) * 3);
    }

    void what_is_cancelled_leaves_nothing_and_can_be_wanted_again()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(on.open(id));
        on.onProgress = [&] { on.sync->parts().cancel(id); };
        const QStringList both{Online::named(on.view(id), u"ersté.zip"_s)->partId,
                               Online::named(on.view(id), u"second.mp4"_s)->partId};
        const int before = on.arrived;
        on.sync->parts().fetch(id, both);
        QVERIFY(QTest::qWaitFor([&] { return !on.failures.isEmpty(); }, 20'000));
        QCOMPARE(on.failures.first().kind, ErrorKind::Cancelled);
        QCOMPARE(on.leftFiles(), 0);
        QCOMPARE(on.arrived, before);
        on.failures.clear();
        on.onProgress = nullptr;
        on.sync->parts().fetch(id, both);
        QVERIFY(QTest::qWaitFor([&] { return on.arrived == before + 1; }, 20'000));
        QCOMPARE(Online::named(on.view(id), u"ersté.zip"_s)->sha256, digest(m_mail.first));
    }

    void the_whole_is_what_was_sent_to_the_last_octet()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(on.open(id));
        QVERIFY(on.open(id, true));
        const auto whole = on.bodies.getWhole(id);
        QVERIFY(whole);
        QCOMPARE(whole->header + whole->body, m_mail.whole());
        QVERIFY(on.store.row(id)->hasBody);
    }

    void a_message_that_goes_meanwhile_is_told()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(on.open(id));
        const QString part = Online::named(on.view(id), u"second.mp4"_s)->partId;
        bench::RawImap other;
        QVERIFY(other.open(m_server->port(), m_server->user.toUtf8(), m_server->password.toUtf8()));
        other.command("SELECT INBOX");
        other.command("STORE 1 +FLAGS (\\Deleted)");
        QVERIFY(other.command("EXPUNGE"));
        on.sync->parts().fetch(id, {part});
        QVERIFY(QTest::qWaitFor([&] { return !on.failures.isEmpty(); }, 20'000));
        QCOMPARE(on.failures.first().kind, ErrorKind::NotFound);
        QVERIFY(!on.failures.first().text.isEmpty());
    }

    void the_account_may_end_in_the_middle()
    {
        Online on(*m_server);
        const MessageId id = on.listed();
        QVERIFY(on.open(id));
        on.sync->parts().fetch(id, {Online::named(on.view(id), u"ersté.zip"_s)->partId});
        QVERIFY(QTest::qWaitFor([&] { return !on.progress.isEmpty(); }, 20'000));
        QCoro::waitFor(on.sync->stop());
        QCOMPARE(on.arrived, 1);
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_test.moc"
