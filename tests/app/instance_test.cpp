#include "app/instance/instancesocket.h"
#include "app/instance/livestatus.h"

#include <QDir>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace kw;

class InstanceTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    Paths m_paths = Paths::profile(m_dir.filePath(u"p"_s));

    // From another thread, as from another process: the asker blocks.
    QJsonObject ask(const QJsonObject &request)
    {
        QJsonObject answer;
        bool done = false;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { answer = askRunningWindow(m_paths, request, 5000); }));
        connect(thread.get(), &QThread::finished, this, [&] { done = true; });
        thread->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 8000); }();
        thread->wait();
        return answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_dir.path()));
        QVERIFY(QFile::setPermissions(m_dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(m_paths.create());
    }

    void one_window_has_a_profile()
    {
        InstanceServer first(m_paths);
        QVERIFY(first.claim());
        QCOMPARE(first.problem(), QString());
        InstanceServer second(m_paths);
        QVERIFY(!second.claim());
        InstanceServer other(Paths::profile(m_dir.filePath(u"q"_s)));
        QVERIFY(other.claim());
    }

    void a_window_that_ended_leaves_the_profile_free()
    {
        for (int i = 0; i < 3; ++i) {
            InstanceServer server(m_paths);
            QVERIFY(server.claim());
        }
    }

    void what_a_dead_process_left_is_no_obstacle()
    {
        QFile socket(m_dir.filePath(m_paths.instanceName()));
        QVERIFY(socket.open(QIODevice::WriteOnly));
        socket.close();
        InstanceServer server(m_paths);
        QVERIFY(server.claim());
        QCOMPARE(server.problem(), QString());
    }

    void a_second_start_is_heard_even_if_it_comes_early()
    {
        InstanceServer server(m_paths);
        QVERIFY(server.claim());
        QJsonObject heard;
        QTimer::singleShot(200, this, [&] {
            server.setHandler([&heard](const QJsonObject &request) {
                heard = request;
                return QJsonObject{{u"done"_s, true}};
            });
        });
        const auto answer = ask({{u"ask"_s, u"raise"_s}});
        QCOMPARE(heard.value("ask"_L1), u"raise"_s);
        QVERIFY(answer.value("done"_L1).toBool());
    }

    void liveness_travels()
    {
        InstanceServer server(m_paths);
        QVERIFY(server.claim());
        const LiveStatus sent{true, {{FolderId(3), Liveness::Live}, {FolderId(4), Liveness::Polling}}};
        server.setHandler([&](const QJsonObject &request) {
            return LiveStatus::isRequest(request) ? sent.toJson() : QJsonObject();
        });
        const auto got = LiveStatus::fromJson(ask(LiveStatus::request()));
        QVERIFY(got.windowRuns);
        QCOMPARE(got.liveness(FolderId(3)), Liveness::Live);
        QCOMPARE(got.liveness(FolderId(4)), Liveness::Polling);
        QCOMPARE(got.liveness(FolderId(5)), Liveness::Offline);
    }

    void without_a_window_everything_is_offline()
    {
        const auto status = LiveStatus::ofRunningWindow(m_paths);
        QVERIFY(!status.windowRuns);
        QCOMPARE(status.liveness(FolderId(3)), Liveness::Offline);
    }

    void nonsense_is_answered_and_harms_nothing()
    {
        InstanceServer server(m_paths);
        QVERIFY(server.claim());
        int handled = 0;
        server.setHandler([&handled](const QJsonObject &) {
            ++handled;
            return QJsonObject{{u"error"_s, u"x"_s}};
        });
        QLocalSocket socket;
        socket.connectToServer(m_dir.filePath(m_paths.instanceName()));
        QVERIFY(socket.waitForConnected(3000));
        socket.write("\xff}{ not JSON\n");
        QTRY_VERIFY(socket.canReadLine());
        QCOMPARE(handled, 1);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(InstanceTest)
#include "instance_test.moc"
