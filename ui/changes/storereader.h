#pragma once

#include "core/store/database.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace kw {

// A thread with a read-only connection of its own, for questions that may take longer than a frame. Lives on
// the GUI thread; the destructor waits for the question that runs.
class StoreReader : public QObject
{
    Q_OBJECT
public:
    explicit StoreReader(const QString &cacheDirectory, QObject *parent = nullptr);
    ~StoreReader() override;

    // query(Database &) runs on the reader thread and must touch nothing else; its answer goes to
    // done(answer) on this thread, in the order of the questions, unless `context` is gone by then. No answer
    // where the cache cannot be read: what is shown stays, the next question tries again.
    template <class Query, class Done> void read(QObject *context, Query query, Done done)
    {
        run([context = QPointer<QObject>(context), query, done](Database &database) -> Answer {
            return [context, done, answer = query(database)] {
                if (context)
                    done(answer);
            };
        });
    }

private:
    using Answer = std::function<void()>;
    void run(std::function<Answer(Database &)> question);
    void ask(const std::function<Answer(Database &)> &question);

    const QString m_directory;
    QThread m_thread;
    QObject *m_worker; // lives on the thread, deleted when it ends
    std::unique_ptr<Database> m_database; // touched by the reader thread only
};

} // namespace kw
