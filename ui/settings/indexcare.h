#pragma once

#include "core/sync/facade/searches.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kw {

class Engine;

// How the search index stands, how large it is, and a button that makes it anew. GUI thread.
class IndexCare : public QWidget
{
    Q_OBJECT
public:
    explicit IndexCare(Engine *engine, QWidget *parent = nullptr);

private:
    void showStatus(const IndexStatus &status);

    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_rebuild;
};

} // namespace kw
