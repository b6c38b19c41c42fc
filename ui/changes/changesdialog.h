#pragma once

#include "core/sync/engine.h"
#include "ui/changes/changewords.h"

#include <QDialog>
#include <QTimer>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace kw {

class ChangesModel;
class PlaceholderPage;
class StoreReader;

// The "Changes" panel: what waits, runs, was done and was refused; undo, cancel, retry and dismiss. Not
// modal; deletes itself when closed. GUI thread.
class ChangesDialog : public QDialog
{
    Q_OBJECT
public:
    ChangesDialog(Engine *engine, StoreReader *reader, QWidget *parent = nullptr);
    void setAccounts(const AccountNames &accounts);
    void setTags(const TagLooks &tags);
    void setCounts(const JournalPages::Counts &counts);
    ChangesModel *model() const { return m_model; }

Q_SIGNALS:
    void cleanUpWanted(); // a server refused because it is full

private:
    void build();
    void buildList();
    QPushButton *makeButton(QLatin1StringView name, const QString &text, QAction *action);
    QAction *makeAction(QLatin1StringView name, const QString &text, const QKeySequence &key,
                        void (Engine::*run)(ActionId), bool (*fits)(const ChangeRow &));
    void connectEngine();
    void onRefreshed();
    void renew(); // buttons and reason follow the selection
    // Newest first.
    QList<ChangeRow> selected(bool (*fits)(const ChangeRow &)) const;

    Engine *m_engine;
    ChangesModel *m_model;
    QTimer m_timer;
    QLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_list = nullptr;
    PlaceholderPage *m_empty = nullptr;
    QLabel *m_reason = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_dismiss = nullptr;
    QPushButton *m_undoButton = nullptr;
    QPushButton *m_cleanUp = nullptr;
};

} // namespace kw
