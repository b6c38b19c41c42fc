#pragma once

#include "core/search/searchcontext.h"
#include "core/settings/savedsearches.h"
#include "ui/folders/foldermodel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <memory>

namespace kw {

class StoreReader;

// Counts what the saved searches find, on a thread of its own: a while after something has changed, never
// past ten thousand. GUI thread.
class SavedCounts : public QObject
{
    Q_OBJECT
public:
    SavedCounts(const QString &cacheDirectory, QObject *parent);
    ~SavedCounts() override;

    void setSearches(const QList<SavedSearch> &searches, const SearchContext &context);
    void noteChange();

Q_SIGNALS:
    void counted(const QString &searchKey, kw::FolderModel::SearchCount count);

private:
    struct Count {
        QString key;
        FolderModel::SearchCount count;
    };
    void countNow();
    void take(const QList<Count> &counts);

    QString m_directory;
    StoreReader *m_reader = nullptr; // made with the first question
    std::shared_ptr<std::atomic<bool>> m_stop;
    QList<SavedSearch> m_searches;
    SearchContext m_context;
    QTimer m_soon;
    QElapsedTimer m_counting;
    int m_pauseMs;
    bool m_isCounting = false;
    bool m_isStale = false;
};

} // namespace kw
