#include "ui/changes/changesdialog.h"

#include "ui/changes/changedelegate.h"
#include "ui/changes/changesmodel.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/reader/placeholderpage.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int BurstMs = 150; // one look for many commits

bool isUndoable(const ChangeRow &row)
{
    return !row.isVoid() && row.action.kind != ActionKind::Send; // what was sent is sent
}

bool isRetryable(const ChangeRow &row)
{
    const bool told = row.action.kind == ActionKind::Mark || row.action.kind == ActionKind::Tag;
    return row.action.state == ActionState::Refused && !row.action.undone && (row.refused > 0 || told);
}

// What a server without room says, in its own words.
bool isAboutRoom(const QString &reason)
{
    return reason.contains("quota"_L1, Qt::CaseInsensitive)
        || reason.contains("is full"_L1, Qt::CaseInsensitive);
}

bool isDismissible(const ChangeRow &row)
{
    return row.isRefused;
}

} // namespace

ChangesDialog::ChangesDialog(Engine *engine, StoreReader *reader, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_model(new ChangesModel(reader, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "changesDialog"_L1, tr("Changes"));
    setWindowTitle(tr("Changes"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(BurstMs);
    buildList();
    m_undo = makeAction("undoChange"_L1, tr("&Undo"), QKeySequence::Undo, &Engine::undo, isUndoable);
    m_retry = makeAction("retryChange"_L1, tr("&Try Again"), QKeySequence(Qt::CTRL | Qt::Key_R),
                         &Engine::retry, isRetryable);
    m_dismiss = makeAction("dismissChange"_L1, tr("&Dismiss"), QKeySequence::Delete, &Engine::dismiss,
                           isDismissible);
    build();
    connectEngine();
    m_model->setOnline(m_engine->isOnline());
    m_model->refresh();
    renew();
    resize(680, 560);
}

void ChangesDialog::buildList()
{
    m_stack = new QStackedWidget(this);
    setNames(m_stack, "changesStack"_L1, tr("Changes"));
    m_list = new QTreeView(m_stack);
    setNames(m_list, "changesList"_L1, tr("Changes, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChangeDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->setIndentation(22);
    m_empty = new PlaceholderPage(m_stack);
    m_empty->showText("check"_L1, tr("No changes"),
                      tr("What you do to your mail is listed here: what still waits, what was done, and "
                         "what a server refused."));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
}

QAction *ChangesDialog::makeAction(QLatin1StringView name, const QString &text, const QKeySequence &key,
                                   void (Engine::*run)(ActionId), bool (*fits)(const ChangeRow &))
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WindowShortcut);
    m_list->addAction(action);
    connect(action, &QAction::triggered, this, [this, run, fits] {
        for (const ChangeRow &row : selected(fits))
            (m_engine->*run)(row.action.id);
    });
    return action;
}

QPushButton *ChangesDialog::makeButton(QLatin1StringView name, const QString &text, QAction *action)
{
    auto *button = new QPushButton(text, this);
    setNames(button, name, QString(text).remove(u'&'));
    button->setAutoDefault(false);
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    return button;
}

void ChangesDialog::build()
{
    m_summary = plainLabel({}, "changesSummary"_L1, this);
    m_summary->setWordWrap(true);
    m_reason = plainLabel({}, "changeReason"_L1, this);
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undoButton = makeButton("undoButton"_L1, m_undo->text(), m_undo);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(buttons, "changesButtons"_L1, tr("Actions"));
    setNames(buttons->button(QDialogButtonBox::Close), "closeChanges"_L1, tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_cleanUp = new QPushButton(tr("C&lean Up…"), this);
    setNames(m_cleanUp, "changesCleanUp"_L1, tr("Clean up"));
    m_cleanUp->setAutoDefault(false);
    m_cleanUp->setToolTip(tr("Find what takes the room on the server"));
    connect(m_cleanUp, &QPushButton::clicked, this, &ChangesDialog::cleanUpWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(m_undoButton);
    row->addWidget(makeButton("retryButton"_L1, m_retry->text(), m_retry));
    row->addWidget(makeButton("dismissButton"_L1, m_dismiss->text(), m_dismiss));
    row->addWidget(m_cleanUp);
    row->addStretch(1);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_reason);
    layout->addLayout(row);
    m_list->setFocus();
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChangesDialog::renew);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChangesDialog::renew);
    connect(m_model, &ChangesModel::refreshed, this, &ChangesDialog::onRefreshed);
}

void ChangesDialog::connectEngine()
{
    connect(&m_timer, &QTimer::timeout, m_model, &ChangesModel::refresh);
    connect(m_engine, &Engine::changed, this, [this](const ChangeSet &changes) {
        if ((changes.journalChanged || changes.folderListChanged) && !m_timer.isActive())
            m_timer.start();
    });
    connect(m_engine, &Engine::onlineChanged, this, [this](bool online) {
        m_model->setOnline(online);
        renew();
    });
}

void ChangesDialog::setTags(const TagLooks &tags)
{
    m_model->setTags(tags);
}

void ChangesDialog::setAccounts(const AccountNames &accounts)
{
    m_model->setAccounts(accounts);
}

void ChangesDialog::setCounts(const JournalPages::Counts &counts)
{
    QStringList parts;
    if (counts.refused > 0)
        parts.append(tr("%Ln change(s) refused: look at what is on top.", nullptr, counts.refused));
    if (counts.waiting > 0)
        parts.append(tr("%Ln change(s) waiting for the servers.", nullptr, counts.waiting));
    if (counts.marks > 0)
        parts.append(
            tr("The servers are still to be told that %Ln message(s) were read.", nullptr, counts.marks));
    if (parts.isEmpty())
        parts.append(tr("The servers know everything you did."));
    m_summary->setText(parts.join(u' '));
}

void ChangesDialog::onRefreshed()
{
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    renew();
}

QList<ChangeRow> ChangesDialog::selected(bool (*fits)(const ChangeRow &)) const
{
    QList<ChangeRow> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        const ChangeRow *row = m_model->change(index);
        const auto same = [row](const ChangeRow &other) { return other.action.id == row->action.id; };
        if (row && fits(*row) && std::none_of(rows.cbegin(), rows.cend(), same))
            rows.append(*row);
    }
    std::sort(rows.begin(), rows.end(),
              [](const ChangeRow &a, const ChangeRow &b) { return a.action.id > b.action.id; });
    return rows;
}

void ChangesDialog::renew()
{
    const auto undoable = selected(isUndoable);
    m_undo->setEnabled(!undoable.isEmpty());
    m_retry->setEnabled(!selected(isRetryable).isEmpty());
    m_dismiss->setEnabled(!selected(isDismissible).isEmpty());
    const bool cancels
        = !undoable.isEmpty() && std::all_of(undoable.cbegin(), undoable.cend(), isCancellable);
    m_undo->setText(cancels ? tr("&Cancel") : tr("&Undo"));
    m_undoButton->setText(m_undo->text());
    m_undoButton->setAccessibleName(m_undo->text().remove(u'&'));
    const QString reason = m_list->currentIndex().data(ChangesModel::ReasonRole).toString();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_cleanUp->setVisible(isAboutRoom(reason));
}

} // namespace kw
