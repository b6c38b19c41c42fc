#include "core/account/passwordcommand.h"
#include "core/base/task.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;
using namespace kw;

class PasswordCommandTest : public QObject
{
    Q_OBJECT
    std::optional<Result<QString>> m_result;

    Task<void> take(Deferred<Result<QString>> answer) { m_result = co_await answer; }

    void run(const QString &command, std::chrono::milliseconds timeout = std::chrono::seconds(20))
    {
        m_result.reset();
        PasswordCommand runner;
        auto task = take(runner.run(command, u"work@example.org"_s, timeout));
        QTRY_VERIFY_WITH_TIMEOUT(m_result.has_value(), 25'000);
    }
    QString password() const { return m_result && *m_result ? **m_result : u"(error)"_s; }
    Error error() const { return m_result && !*m_result ? m_result->error() : Error(); }

private Q_SLOTS:
    void the_first_line_is_the_password_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"echo secret"_s << u"secret"_s;
        QTest::newRow("no line end") << u"printf secret"_s << u"secret"_s;
        QTest::newRow("more lines") << u"printf 'secret\\nuser: x\\n'"_s << u"secret"_s;
        QTest::newRow("CRLF") << u"printf 'secret\\r\\n'"_s << u"secret"_s;
        QTest::newRow("blanks belong to it") << u"echo ' a b '"_s << u" a b "_s;
        QTest::newRow("UTF-8") << u"echo 'pässwörd 密码'"_s << u"pässwörd 密码"_s;
        QTest::newRow("shell syntax") << u"x='a=b'; echo \"$x\" | tr = _ # comment"_s << u"a_b"_s;
        QTest::newRow("stderr is not it") << u"echo warning >&2; echo secret"_s << u"secret"_s;
        QTest::newRow("input is empty") << u"cat; echo secret"_s << u"secret"_s;
        QTest::newRow("leading dash") << u"echo -- >/dev/null; echo -x"_s << u"-x"_s;
    }
    void the_first_line_is_the_password()
    {
        QFETCH(QString, command);
        QFETCH(QString, expected);
        run(command);
        QCOMPARE(password(), expected);
    }

    void a_failure_says_what_to_do_and_never_the_command_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("says");
        QTest::newRow("exit status") << u"echo canary-4711; exit 3"_s << u"exit status 3"_s;
        QTest::newRow("not found") << u"no-such-program-canary-4711"_s << u"exit status 127"_s;
        QTest::newRow("nothing") << u": canary-4711"_s << u"printed no password"_s;
        QTest::newRow("empty line") << u"echo; echo canary-4711"_s << u"printed no password"_s;
        QTest::newRow("far too much") << u"yes canary-4711"_s << u"far more"_s;
        QTest::newRow("syntax") << u"echo 'canary-4711"_s << u"exit status"_s;
    }
    void a_failure_says_what_to_do_and_never_the_command()
    {
        QFETCH(QString, command);
        QFETCH(QString, says);
        run(command);
        QCOMPARE(error().kind, ErrorKind::Invalid);
        QVERIFY2(error().text.contains(says), qPrintable(error().text));
        QVERIFY2(error().text.contains(u"work@example.org"_s), qPrintable(error().text));
        QVERIFY2(!error().text.contains(u"canary"_s), qPrintable(error().text));
    }

    void a_command_that_hangs_ends_at_its_timeout_with_all_it_started()
    {
        QTemporaryDir dir;
        const auto pidFile = dir.filePath(u"pid"_s);
        run(u"sleep 600 & echo $! >'%1'; wait"_s.arg(pidFile), std::chrono::milliseconds(700));
        QCOMPARE(error().kind, ErrorKind::Busy);
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pid = file.readAll().trimmed().toLongLong();
        QVERIFY(pid > 0);
        // Whether or not an init reaps it here: it runs no more.
        QTRY_VERIFY([pid] {
            QFile stat(u"/proc/%1/stat"_s.arg(pid));
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
        }());
    }

    void the_command_is_in_no_process_list()
    {
        QTemporaryDir dir;
        const auto out = dir.filePath(u"cmdline"_s);
        run(u"cat /proc/$$/cmdline >'%1'; canary=4711; echo secret"_s.arg(out));
        QCOMPARE(password(), u"secret"_s);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto commandLine = file.readAll();
        QVERIFY(commandLine.startsWith("/bin/sh"));
        QVERIFY2(!commandLine.contains("canary"), commandLine);
    }

    void giving_up_cancels()
    {
        m_result.reset();
        auto runner = std::make_unique<PasswordCommand>();
        auto task = take(runner->run(u"sleep 600"_s, u"a"_s));
        QElapsedTimer timer;
        timer.start();
        runner.reset();
        QVERIFY(m_result.has_value());
        QCOMPARE(error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(PasswordCommandTest)
#include "passwordcommand_test.moc"
