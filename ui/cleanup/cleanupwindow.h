#pragma once

#include "core/sync/engine.h"
#include "ui/cleanup/cleanupmodel.h"

#include <QDialog>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace kw {

class BannerStack;
class CleanupDeeds;
class CleanupKinds;
class CleanupReader;
class PlaceholderPage;

// "Clean up": finds what takes the room of a mailbox and deletes or archives it, through the journal like
// everything else. Not modal; deletes itself when closed. GUI thread.
class CleanupWindow : public QDialog
{
    Q_OBJECT
public:
    CleanupWindow(Engine *engine, const QString &cacheDirectory, QWidget *parent = nullptr);
    ~CleanupWindow() override;

    // accounts.ini's key; empty or unknown: all accounts.
    void setAccount(const QString &key);
    void setKind(CleanupKind kind);
    QTreeView *list() const { return m_list; }
    CleanupModel *model() const { return m_model; }
    CleanupReader *reader() const { return m_reader; }

Q_SIGNALS:
    void messageWanted(kw::MessageId message, kw::FolderId folder); // show it in the main window

private:
    void buildTop();
    void buildList();
    void buildBottom();
    void arrange();
    void connectReader();
    void connectEngine();
    QAction *makeAction(QLatin1StringView name, const QString &text, const QList<QKeySequence> &keys,
                        void (CleanupWindow::*run)());
    QPushButton *makeButton(QLatin1StringView name, QAction *action);
    void fillAccounts();

    // What is shown, as a question.
    CleanupQuery query() const;
    void ask(bool follow = false);
    void showFindings(const CleanupFindings &findings, bool follow);
    void showShare(const ListedShare &share);
    void showQuota();
    void showColumns();
    void renew(); // sums and actions follow the selection
    void kindChanged();
    void activate(const QModelIndex &index);
    void showMore();

    QList<CleanupLine> selected() const;
    void showInList();
    void archive();
    void remove();
    void undo();
    void back();

    Engine *m_engine;
    CleanupReader *m_reader;
    CleanupModel *m_model;
    CleanupDeeds *m_deeds = nullptr;
    std::optional<CleanupLine> m_inside; // a line whose messages are shown
    int m_limit = 0;
    quint64 m_ticket = 0;

    QComboBox *m_account = nullptr;
    QLabel *m_quota = nullptr;
    CleanupKinds *m_kinds = nullptr;
    QToolButton *m_back = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_explanation = nullptr;
    QComboBox *m_age = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_list = nullptr;
    PlaceholderPage *m_empty = nullptr;
    QWidget *m_reading = nullptr;
    QLabel *m_readingText = nullptr;
    QProgressBar *m_progress = nullptr;
    BannerStack *m_banners = nullptr;
    QLabel *m_share = nullptr;
    QPushButton *m_more = nullptr;
    QLabel *m_sum = nullptr;
    QAction *m_showAction = nullptr;
    QAction *m_archiveAction = nullptr;
    QAction *m_deleteAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_backAction = nullptr;
    QPushButton *m_deleteButton = nullptr;
};

} // namespace kw
