#pragma once

#include "core/store/search/searcher.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace kw {

class StoreReader;

// Reads what searches cannot see, on a thread of its own; again when the index or the mail has changed, but
// not all the time. GUI thread.
class ReachReader : public QObject
{
    Q_OBJECT
public:
    struct Answer {
        SearchScope scope;
        SearchCoverage coverage;
        bool hasIndex = false;
    };
    ReachReader(const QString &cacheDirectory, QObject *parent);

    // What is true of this scope; the last answer stays good until something changes.
    void want(const SearchScope &scope);
    void rest(); // nobody looks at it any more
    void noteChange();

Q_SIGNALS:
    void read(const kw::ReachReader::Answer &answer);

private:
    void readNow();
    void take(const Answer &answer);

    QString m_directory;
    StoreReader *m_reader = nullptr; // made with the first question
    SearchScope m_scope;
    std::optional<Answer> m_last;
    QTimer m_pause;
    QElapsedTimer m_reading;
    bool m_isWanted = false;
    bool m_isStale = true;
    bool m_isReading = false;
};

} // namespace kw
