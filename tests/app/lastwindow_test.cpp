#include "app/kittiwake/lastwindow.h"

#include <QApplication>
#include <QEventLoopLocker>
#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace std::chrono_literals;

class LastWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Each job of KIMAP holds a locker, and one of them waits for news as long as an account is live.
    void a_job_that_waits_does_not_keep_the_program()
    {
        constexpr int TooLate = 7;
        QCoreApplication::setQuitLockEnabled(false);
        kw::quitWithLastWindow(*qApp);
        const QEventLoopLocker waiting;
        QWidget window;
        window.show();
        QTimer::singleShot(0ms, &window, &QWidget::close);
        QTimer::singleShot(5s, qApp, [] { QCoreApplication::exit(TooLate); });
        QCOMPARE(QCoreApplication::exec(), 0);
    }
};

QTEST_MAIN(LastWindowTest)
#include "lastwindow_test.moc"
