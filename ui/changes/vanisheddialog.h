#pragma once

#include "core/sync/engine.h"
#include "ui/changes/changewords.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace kw {

class MessagePage;
class PlaceholderPage;
class StoreReader;
class VanishedModel;

// "Recently vanished": messages that another program removed and whose text is here, to be read, put back or
// forgotten. Not modal; deletes itself when closed. GUI thread.
class VanishedDialog : public QDialog
{
    Q_OBJECT
public:
    VanishedDialog(Engine *engine, StoreReader *reader, QWidget *parent = nullptr);
    void setAccounts(const AccountNames &accounts);
    void setDays(int days); // how long texts are kept; 0: not at all
    VanishedModel *model() const { return m_model; }

Q_SIGNALS:
    void settingsWanted(); // where the days can be changed
    void linkActivated(const QUrl &url);
    void openFile(const QString &path);

private:
    void buildList();
    void buildReader();
    void buildButtons();
    void onRefreshed();
    void onCurrent();
    void showText(qint64 id, const std::optional<OpenedMessage> &message);
    void renew();
    void restore();
    void askToDiscard();
    QList<qint64> selected() const;

    Engine *m_engine;
    StoreReader *m_reader;
    VanishedModel *m_model;
    QTimer m_timer;
    int m_days = 0;
    qint64 m_shown = 0; // the row whose text is asked for or shown
    QLabel *m_kept;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    PlaceholderPage *m_empty;
    QTreeView *m_list;
    QStackedWidget *m_readerStack;
    PlaceholderPage *m_nothing;
    MessagePage *m_page;
    QPushButton *m_restore = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace kw
