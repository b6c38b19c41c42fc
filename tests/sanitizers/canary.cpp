#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>

// Faults on purpose: a sanitizer that says nothing here, through its suppressions or for other reasons,
// proves nothing elsewhere.
namespace {

// What the engine does: a worker on a thread of its own, told by queued calls, answering by queued calls.
struct Worker : QObject {
    QList<int> told;
    int unordered = 0;
};

struct Stage {
    QThread thread;
    Worker *worker = new Worker;
    QObject here;

    Stage()
    {
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
    }
    ~Stage()
    {
        thread.quit();
        thread.wait();
    }
    // Values there and back; `besides` runs in this thread while the worker may be writing `unordered`.
    void exchange(bool writes, const std::function<void()> &besides)
    {
        constexpr int Turns = 200;
        int answers = 0;
        for (int i = 0; i < Turns; ++i) {
            const QList<int> list(100, i);
            QMetaObject::invokeMethod(
                worker,
                [this, list, writes, &answers] {
                    worker->told = list;
                    if (writes)
                        ++worker->unordered;
                    QMetaObject::invokeMethod(
                        &here, [&answers, back = worker->told] { answers += back.size() == 100 ? 1 : 0; },
                        Qt::QueuedConnection);
                },
                Qt::QueuedConnection);
            besides();
        }
        while (answers < Turns)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        int total = 0;
        QMetaObject::invokeMethod(
            worker, [this, &total] { total = int(worker->told.size()); }, Qt::BlockingQueuedConnection);
        std::printf("%d answers, %d at the end\n", answers, total);
    }
};

void events()
{
    Stage stage;
    stage.exchange(false, [] { });
}

// Events on both sides of the fault, as in the real engine: what orders them must not hide it.
void raceBesideEvents()
{
    Stage stage;
    int seen = 0;
    stage.exchange(true, [&] { seen = stage.worker->unordered; });
    std::printf("%d\n", seen);
}

void race()
{
    int shared = 0;
    std::thread thread([&shared] { ++shared; });
    ++shared;
    thread.join();
    std::printf("%d\n", shared);
}

void overflow()
{
    const std::unique_ptr<char[]> bytes(new char[8]);
    volatile int beyond = 8;
    bytes[size_t(beyond)] = 1;
    std::printf("%d\n", bytes[0]);
}

void useAfterFree()
{
    auto *text = new std::string("a text that is too long to be kept in the object itself");
    const char *bytes = text->c_str();
    delete text;
    std::printf("%c\n", bytes[3]);
}

void leak()
{
    volatile char *lost = new char[1000];
    lost[0] = 1;
}

void undefined()
{
    volatile int most = 2147483647;
    std::printf("%d\n", most + 1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const std::map<std::string, void (*)()> faults{{"events", events},
                                                   {"race", race},
                                                   {"race_beside_events", raceBesideEvents},
                                                   {"overflow", overflow},
                                                   {"use_after_free", useAfterFree},
                                                   {"leak", leak},
                                                   {"undefined", undefined}};
    const auto fault = faults.find(argc > 1 ? argv[1] : "");
    if (fault == faults.end())
        return 2;
    fault->second();
    return 0;
}
